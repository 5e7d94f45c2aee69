"""Every built page in a real browser: from disk, with the network cut."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.conftest import page_names

MODES = ("light", "dark")
WIDTHS = (1280, 390)


@pytest.fixture
def visit(browser, book):
    """Open a page in a mode at a width; note its requests and its errors."""
    contexts = []

    def open_page(name, mode="light", width=1280):
        context = browser.new_context(
            viewport={"width": width, "height": 900}, offline=True
        )
        contexts.append(context)
        page = context.new_page()
        page.add_init_script(f"localStorage.setItem('mode', '{mode}')")
        page.elsewhere, page.errors = [], []
        page.on(
            "request",
            lambda r: (
                page.elsewhere.append(r.url)
                if not r.url.startswith(("file:", "data:", "blob:"))
                else None
            ),
        )
        page.on("pageerror", lambda error: page.errors.append(str(error)))
        page.on(
            "console",
            lambda m: page.errors.append(m.text) if m.type == "error" else None,
        )
        page.on("requestfailed", lambda r: page.errors.append(r.url))
        path, _, query = name.partition("?")
        page.goto((book / path).as_uri() + (query and f"?{query}"))
        if path == "index.html":  # it leads to the front door
            page.wait_for_url("**/chapters/index.html")
        page.evaluate("() => window.MathJax?.startup?.promise")
        return page

    yield open_page
    for context in contexts:
        context.close()


def test_pages_ask_nothing_of_others_and_report_no_error(visit, book):
    for name in page_names(book):
        page = visit(name)
        page.wait_for_timeout(300)
        assert (page.elsewhere, page.errors) == ([], []), name


def test_every_formula_is_typeset(visit, book):
    formulas = 0
    for name in page_names(book):
        page = visit(name)
        written = page.locator("span.math, div.math").count()
        typeset = page.locator("mjx-container").count()
        assert typeset == written, name
        assert page.locator("mjx-merror, .MathJax_Error").count() == 0, name
        formulas += written
    assert formulas > 5


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_and_nothing_overflows(visit, book, mode, width):
    for name in page_names(book):
        page = visit(name, mode, width)
        shown = page.evaluate("document.documentElement.dataset.theme")
        assert shown == mode, name
        page.evaluate(
            "document.querySelectorAll('details').forEach(d => d.open = true)"
        )
        page.wait_for_timeout(300)  # the theme makes long code focusable late
        report = Axe().run(page)
        assert report.violations_count == 0, (
            f"{name}\n{report.generate_report()}"
        )
        overflow = page.evaluate(
            "document.documentElement.scrollWidth - window.innerWidth"
        )
        assert overflow <= 0, name


def test_code_fits_the_column_at_1280(visit, book):
    for name in page_names(book):
        page = visit(name)
        page.evaluate(
            "document.querySelectorAll('details').forEach(d => d.open = true)"
        )
        cut = page.evaluate(
            """[...document.querySelectorAll("article pre")]
            .filter(pre => pre.scrollWidth > pre.clientWidth + 1)
            .map(pre => pre.textContent.slice(0, 200))"""
        )
        assert cut == [], name


def test_a_picture_in_dark_mode_stands_on_the_page_s_own_background(visit):
    page = visit("chapters/01-one-neuron.html", "dark")
    picture = page.locator("article .cell_output img").first
    style = picture.evaluate(
        "i => [getComputedStyle(i).filter, getComputedStyle(i).mixBlendMode]"
    )
    assert style == ["invert(1) hue-rotate(180deg)", "screen"]


def test_search_works_from_disk(visit):
    page = visit("search.html?q=gradient")
    page.wait_for_selector("#search-results li")
    assert page.locator("#search-results li").count() >= 2
