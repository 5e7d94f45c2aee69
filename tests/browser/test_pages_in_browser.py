"""Every built page in a real browser: from disk, with the network cut.

Each page is opened once, and looked at in both colour modes and both widths.
"""

import contextlib

import pytest
import yaml
from playwright.sync_api import TimeoutError

from tests.axe import COLOURS, faults_by_axe
from tests.conftest import ROOT, page_names
from tests.pages import open_page, to_mode

MODES = ("light", "dark")
WIDTHS = (1280, 390)
TOC = yaml.safe_load((ROOT / "_toc.yml").read_text())
PAGES = [
    "index.html",
    "404.html",
    "genindex.html",
    "search.html",
    f"{TOC['root']}.html",
    *(f"{it['file']}.html" for part in TOC["parts"] for it in part["chapters"]),
]


def wait_until_settled(page):
    """No animation runs, and code that scrolls can be focused.

    The theme sees to the second a moment after a resize. If it never does,
    axe says so.
    """
    with contextlib.suppress(TimeoutError):
        page.wait_for_function(
            """() => document.getAnimations().every(
                animation => animation.playState !== "running")
            && [...document.querySelectorAll("pre")].every(
                pre => pre.scrollWidth <= pre.clientWidth || pre.tabIndex >= 0)
            """,
            timeout=3000,
        )


def faults_of(page):
    """What is wrong with an open page, as pairs: the kind, and what."""
    found = []

    def note(kind, faults):
        found.extend((kind, fault) for fault in faults)

    written = page.locator("span.math, div.math").count()
    typeset = page.locator(".math math").count()
    if typeset != written:
        note("formulas", [f"{typeset} of {written} are typeset"])
    note("formulas", page.locator(".math merror").all_inner_texts())
    page.evaluate(
        "document.querySelectorAll('details').forEach(d => d.open = true)"
    )
    for mode in MODES:
        to_mode(page, mode)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            wait_until_settled(page)
            # The mode changes nothing but colours.
            report = faults_by_axe(
                page, rules=COLOURS if mode == "dark" else ()
            )
            note("axe", [report] * bool(report))
            too_wide = page.evaluate(
                "document.documentElement.scrollWidth - window.innerWidth"
            )
            note("width", [too_wide] * (too_wide > 0))
            if width == 1280:
                cut = page.evaluate(
                    """[...document.querySelectorAll("article pre")]
                    .filter(pre => pre.scrollWidth > pre.clientWidth + 1)
                    .map(pre => pre.textContent.slice(0, 200))"""
                )
                note("cut code", cut)
    note("elsewhere", page.elsewhere)
    note("errors", page.errors)
    return found


def test_every_page_is_looked_at(book):
    assert page_names(book) == sorted(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_no_fault(visit, name):
    """Nothing from other hosts, no error, formulas, axe, and all fits."""
    page = visit(name)
    assert faults_of(page) == []
    if name == "chapters/05-fused-gradient.html":
        assert page.locator(".math math").count() > 20


@pytest.fixture
def visit(browser, book):
    contexts = []

    def open_and_remember(name, mode="light"):
        page = open_page(browser, book, name, mode)
        contexts.append(page.context)
        return page

    yield open_and_remember
    for context in contexts:
        context.close()


def test_a_picture_in_dark_mode_stands_on_the_page_s_own_background(visit):
    page = visit("chapters/01-one-neuron.html", "dark")
    picture = page.locator("article .cell_output img").first
    style = picture.evaluate(
        "i => [getComputedStyle(i).filter, getComputedStyle(i).mixBlendMode]"
    )
    assert style == ["invert(1) hue-rotate(180deg)", "screen"]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["index", "06-training"])
def test_a_picture_keeps_its_proportions(visit, name, width):
    page = visit(f"chapters/{name}.html")
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate("for (const i of document.images) i.loading = 'eager'")
    page.wait_for_load_state("networkidle")
    shown = page.locator("article img").evaluate_all(
        """all => all.filter(i => i.width).map(i =>
        [i.width / i.height, i.naturalWidth / i.naturalHeight])"""
    )
    assert len(shown) >= 3
    for seen, true in shown:
        assert seen == pytest.approx(true, rel=0.03)


def test_a_formula_too_wide_for_a_phone_says_so(visit):
    """An edge in shadow stays where it is, its cover moves with the formula."""
    page = visit("chapters/06-training.html")
    page.set_viewport_size({"width": 200, "height": 800})  # where some must be
    wide = page.locator("div.math *").evaluate_all(
        """all => all.map(e => [e, getComputedStyle(e)])
        .filter(([e, style]) => e.scrollWidth > e.clientWidth + 2
            && style.overflowX === "auto")
        .map(([e, style]) => style.backgroundAttachment)"""
    )
    assert wide
    assert set(wide) == {"local, local, scroll, scroll"}


def test_search_works_from_disk(visit):
    page = visit("search.html?q=gradient")
    page.wait_for_selector("#search-results li")
    assert page.locator("#search-results li").count() >= 2


FOLLOWS = """<script>
    matchMedia("(prefers-color-scheme: dark)").onchange = it =>
        document.documentElement.dataset.theme = it.matches ? "dark" : "light"
    </script>"""


def open_text(browser, folder, body):
    start = f'<html lang="en" data-theme="light"><head>{FOLLOWS}'
    start += "<title>A page</title></head><body><main><h1>A page</h1>"
    (folder / "page.html").write_text(start + body)
    return open_page(browser, folder, "page.html")


def test_the_gates_of_this_file_can_fail(browser, tmp_path):
    """A page with one fault of each kind, and each is found."""
    page = open_text(
        browser,
        tmp_path,
        """<article>
        <img src="https://example.org/x.png"><span class="math">x</span>
        <pre style="width: 50px; overflow: auto">a long line of code</pre>
        <div style="width: 3000px">wide</div>
        <script>undefinedFunction()</script></article>""",
    )
    found = {kind for kind, _ in faults_of(page)}
    page.context.close()
    expected = {"elsewhere", "errors", "formulas", "axe", "width", "cut code"}
    assert found == expected


@pytest.mark.parametrize(
    "style",
    [
        "[data-theme=dark] b span { color: #ddd }",
        "p:last-child { background: #444 }",
        "p:last-child { opacity: 0.3 }",
        "p:last-child span { color: #bbb }",
    ],
)
def test_pale_code_among_code_that_looks_alike(browser, tmp_path, style):
    line = "<p><b><span>def</span> <span>return</span></b></p>"
    code = f'<div class="highlight">{line}<style></style>{line}</div>'
    page = open_text(browser, tmp_path, code)
    assert faults_of(page) == []
    page.add_style_tag(content=style)
    found = faults_of(page)
    page.context.close()
    assert {kind for kind, _ in found} == {"axe"}
    assert "color-contrast" in found[0][1]
