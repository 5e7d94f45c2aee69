"""make pdf: the whole book as one file, with outline, page numbers and links.

All pages become one page, so that links between them lead inside the file,
and Chromium prints it: tagged, and with an outline of the headings.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from bs4 import BeautifulSoup
from names import file_name
from playwright.sync_api import Error, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
BOOK = ROOT / "_build" / "html"
PDF = ROOT / "_build" / f"{file_name()}.pdf"
NAMES = ("id", "for", "aria-labelledby", "aria-describedby", "aria-controls")
FOOTER = """<div style="font-size: 8px; width: 100%; text-align: center">
<span class="pageNumber"></span></div>"""
STYLE = """
article + article { break-before: page; }
/* A letter that reaches above its line would be drawn on the page before, too,
   and be named twice in the outline. */
h1, h2, h3, h4 { padding-top: 0.5em; }
@page { size: A4; margin: 18mm 16mm; }
@media print {
  html { font-size: 80%; }
  .bd-article { padding: 0; }
}
"""
# Live figures and quizzes draw themselves, each after its script.
DRAWN = """() => !document.querySelector(
    "script[type$='widget-view+json']:not(:has(+ div:not(:empty)))")"""
# Scripts have written links to chapters; pictures wait for a scroll. And a
# training that is played again stands on paper where it ends.
READY = """async () => {
    for (const picture of document.images) picture.loading = "eager";
    for (const link of document.querySelectorAll("a[href$='.ipynb']")) {
        const name = link.getAttribute("href").replace(/.*\\/|\\.ipynb$/g, "");
        const article = document.querySelector(`article[id$="${name}"]`);
        if (article) link.href = `#${article.id}`;
    }
    for (const epoch of document.querySelectorAll(
        "[data-figure=training-replay] [data-node=epoch]")) {
        epoch.value = epoch.max;
        epoch.dispatchEvent(new Event("input", { bubbles: true }));
    }
    await Promise.all([...document.images].map(i => i.decode().catch(() => 0)));
}"""


def pages_in_order(book: Path) -> list[str]:
    """The first page, then all that the contents in its sidebar lead to."""
    first = "chapters/index.html"
    soup = BeautifulSoup((book / first).read_text("utf-8"), "html.parser")
    links = [a["href"] for a in soup.select(".bd-sidebar-primary nav a[href]")]
    names = [first]
    for link in links:
        name = resolve(first, link.partition("#")[0])
        if (book / name).is_file() and name not in names:
            names.append(name)
    return names


def resolve(page: str, link: str) -> str:
    """A relative address as seen from the book's folder."""
    parts = page.split("/")[:-1] if link else page.split("/")
    for part in link.split("/") if link else ():
        if part == ".." and parts:
            parts.pop()
        elif part not in (".", ""):
            parts.append(part)
    return "/".join(parts)


def slug(page: str) -> str:
    return re.sub(r"\W+", "-", page.removesuffix(".html"))


def take(book: Path, page: str, names: list[str]):
    """The article of a page, its names and links made unique in one file."""
    soup = BeautifulSoup((book / page).read_text("utf-8"), "html.parser")
    article = soup.select_one("article.bd-article")
    for tag in article.select(".headerlink"):
        tag.decompose()
    for tag in article.find_all(True):
        for key in NAMES:
            if value := tag.get(key):
                tag[key] = " ".join(f"{slug(page)}--{v}" for v in value.split())
        source = tag.get("src")
        if source and not re.match(r"[a-z]+:", source):
            tag["src"] = resolve(page, source)
        link = tag.get("href")
        if link and not re.match(r"[a-z]+:", link):
            path, _, anchor = link.partition("#")
            target = resolve(page, path)
            if target in names:
                end = f"--{anchor}" if anchor else ""
                tag["href"] = f"#{slug(target)}{end}"
            else:  # a file of this machine, which nobody else has
                del tag["href"]
    article["id"] = slug(page)
    # The states of its widgets stand outside of the article.
    for script in soup.select('script[type$="widget-state+json"]'):
        if script.find_parent("article") is None:
            article.append(script)
    return article


def one_page(book: Path) -> str:
    names = pages_in_order(book)
    articles = [str(take(book, name, names)) for name in names]
    soup = BeautifulSoup((book / names[0]).read_text("utf-8"), "html.parser")
    sheet = resolve(names[0], soup.select_one("link[rel=stylesheet]")["href"])
    title = soup.select_one("meta[property='og:site_name']")["content"]
    return (
        '<!doctype html><html lang="en" data-theme="light"><head>'
        f'<meta charset="utf-8"><title>{title}</title>'
        f'<link rel="stylesheet" href="{sheet}"><style>{STYLE}</style></head>'
        f'<body><main class="bd-content">{"".join(articles)}</main>'
        '<script defer src="_static/page.js"></script></body></html>'
    )


def write_pdf(book: Path, pdf: Path, browser) -> None:
    source = book / "all-pages.html"
    source.write_text(one_page(book), encoding="utf-8")
    try:
        page = browser.new_page()
        page.goto(source.as_uri(), wait_until="networkidle")
        page.wait_for_function(DRAWN, timeout=120_000)
        page.evaluate(READY)
        page.pdf(
            path=pdf,
            format="A4",
            print_background=True,
            display_header_footer=True,
            header_template="<span></span>",
            footer_template=FOOTER,
            outline=True,
            tagged=True,
        )
        page.close()
    finally:
        source.unlink()


def main() -> int:
    sys.path.insert(0, str(ROOT))
    from tests.find_browser import FLAGS, find_browser

    if not (BOOK / "index.html").exists():
        print("No built book. Build it first: make book", file=sys.stderr)
        return 1
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(
                executable_path=find_browser(playwright), args=FLAGS
            )
        except Error as problem:
            print(f"A PDF needs Chromium: {problem}", file=sys.stderr)
            return 1
        write_pdf(BOOK, PDF, browser)
        browser.close()
    print(f"{PDF}: {PDF.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
