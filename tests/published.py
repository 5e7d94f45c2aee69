"""What is to be published, in a browser: python -m tests.published FOLDER

The last look before the pages go out. It names no chapter, so that it serves
a fork as well. It says what is wrong, page by page, and fails if anything is.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

from tests.cells import DRAWN, ENDED, SCRATCH
from tests.find_browser import FLAGS, find_browser
from tests.pages import watched
from tests.serve import Packed, served

EXPECTED = ("pages", "formulas", "figures that move", "cells run", "answers")
FORMULAS = """() => [...document.querySelectorAll("span.math, div.math")]
    .map(it => Boolean(it.querySelector("math:not(:has(merror))")))"""
# Each figure with a slider and gradients: does the one change the others?
MOVED = """() => [...document.querySelectorAll("[data-figure]")].map(figure => {
    const slider = figure.querySelector("input[type=range][data-node]");
    const gradients = () => [...figure.querySelectorAll("[data-kind=grad]")]
        .map(it => it.dataset.value).join();
    const before = gradients();
    if (!slider || !before) return null;
    const middle = (Number(slider.min) + Number(slider.max)) / 2;
    slider.value = slider.value > middle ? slider.min : slider.max;
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    return [figure.dataset.figure, gradients() !== before];
}).filter(Boolean)"""


def look(page, name, seen):
    """Use what a page has; count it, and say what does not work."""
    if name == "index.html":
        page.wait_for_url("**/chapters/index.html")
    page.wait_for_function(DRAWN)
    seen["pages"] += 1
    drawn = page.evaluate(FORMULAS)
    seen["formulas"] += sum(drawn)
    if not all(drawn):
        yield f"{drawn.count(False)} of {len(drawn)} formulas are not there"
    for figure, moved in page.evaluate(MOVED):
        seen["figures that move"] += moved
        if not moved:
            yield f"a slider of {figure} changes no gradient"
    cell = page.locator(f'[data-cell="{SCRATCH}"]')
    if cell.count() and not seen["pages asked to run one"]:
        seen["pages asked to run one"] += 1
        cell.locator("[data-editor]").focus()
        page.keyboard.insert_text("print(6 * 7)")
        cell.locator("[data-run]").click()
        page.wait_for_function(ENDED, arg=SCRATCH)
        said = cell.locator("[data-output]").inner_text().strip()
        seen["cells run"] += said == "42"
        if said != "42":
            yield f"Python says of 6 * 7: {said}"
    if name == "search.html":
        page.locator("article input[name=q]").fill("gradient")
        found = page.locator("#search-results a")
        found.first.wait_for()
        seen["answers"] += found.count()


def published_at(folder: Path) -> str | None:
    """Where the pages will be: the one for unknown addresses must know it."""
    page = folder / "404.html"
    text = page.read_text("utf-8") if page.exists() else ""
    base = re.search('<base href="([^"]*)404.html"', text)
    return base and base[1]


def faults(browser, folder: Path):
    """Open all pages, as their host serves them; what is wrong with them."""
    seen = Counter()
    names = [path.relative_to(folder) for path in folder.rglob("*.html")]
    names = sorted(p.as_posix() for p in names if p.parts[0] != "_static")
    with served(folder, Packed) as home:
        home += "/"
        context = browser.new_context()
        context.set_default_timeout(120_000)  # a busy machine is no fault
        for name in names:
            start = home
            if name == "404.html":
                start = published_at(folder) or home
            page = watched(context, start)
            if start != home:
                stand_in(page, start, folder)
            told = []
            try:
                page.goto(start + name)
                told += look(page, name, seen)
            except Error as problem:
                told.append(problem.message.splitlines()[0])
            told += [f"asks for {url}" for url in page.elsewhere]
            told += page.errors
            yield from (f"{name}: {one}" for one in dict.fromkeys(told))
            page.close()
    print(", ".join(f"{seen[what]} {what}" for what in EXPECTED))
    yield from (f"No {what} in {folder}" for what in EXPECTED if not seen[what])


def stand_in(page, address: str, folder: Path):
    """What the page asks of the book's address is answered from here."""

    def answer(route):
        name = route.request.url.removeprefix(address).partition("?")[0]
        there = (folder / name).is_file()
        route.fulfill(path=folder / name) if there else route.fulfill(
            status=404
        )

    page.route(f"{address}**", answer)


def main(folder: str) -> int:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_browser(playwright), args=FLAGS
        )
        found = list(faults(browser, Path(folder)))
    print("\n".join(found) or "All is well.")
    return bool(found)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("python -m tests.published FOLDER (of the built pages)")
    sys.exit(main(sys.argv[1]))
