"""Every built page in a real browser: from disk, with the network cut.

Each page is opened once in each colour mode and looked at in both widths. The
findings are gathered first; each test then asks about one thing.
"""

import contextlib
from dataclasses import dataclass, field

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import TimeoutError

from tests.conftest import page_names
from tests.pages import open_page

MODES = ("light", "dark")
WIDTHS = (1280, 390)


@dataclass
class Findings:
    """What is wrong with the pages, by kind: a list of (page, what)."""

    elsewhere: list = field(default_factory=list)
    errors: list = field(default_factory=list)
    formulas: list = field(default_factory=list)
    axe: list = field(default_factory=list)
    overflow: list = field(default_factory=list)
    cut_code: list = field(default_factory=list)
    formulas_seen: int = 0
    looked_at: int = 0


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


def look_at(page, name, mode, findings):
    place = f"{name} {mode}"
    assert page.evaluate("document.documentElement.dataset.theme") == mode
    written = page.locator("span.math, div.math").count()
    typeset = page.locator(".math math").count()
    wrong = page.locator(".math merror").count()
    if typeset != written or wrong:
        findings.formulas.append((place, f"{typeset} of {written}, {wrong}"))
    findings.formulas_seen += written

    page.evaluate(
        "document.querySelectorAll('details').forEach(d => d.open = true)"
    )
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        wait_until_settled(page)
        # preload: from disk, axe may not read style sheets a second time
        options = {"preload": False, "resultTypes": ["violations"]}
        report = Axe().run(page, options=options)
        if report.violations_count:
            findings.axe.append((place, width, report.generate_report()))
        too_wide = page.evaluate(
            "document.documentElement.scrollWidth - window.innerWidth"
        )
        if too_wide > 0:
            findings.overflow.append((place, width, too_wide))
        if width == 1280:
            findings.cut_code += page.evaluate(
                """[...document.querySelectorAll("article pre")]
                .filter(pre => pre.scrollWidth > pre.clientWidth + 1)
                .map(pre => pre.textContent.slice(0, 200))"""
            )
        findings.looked_at += 1
    findings.elsewhere += page.elsewhere
    findings.errors += [(place, error) for error in page.errors]


@pytest.fixture(scope="module")
def findings(browser, book):
    found = Findings()
    for name in page_names(book):
        for mode in MODES:
            page = open_page(browser, book, name, mode)
            look_at(page, name, mode, found)
            page.context.close()
    return found


def test_every_page_was_looked_at(findings, book):
    expected = len(page_names(book)) * len(MODES) * len(WIDTHS)
    assert findings.looked_at == expected > 20


def test_pages_ask_nothing_of_any_other_host(findings):
    assert findings.elsewhere == []


def test_pages_report_no_error(findings):
    assert findings.errors == []


def test_every_formula_is_typeset(findings):
    assert findings.formulas == []
    assert findings.formulas_seen > 50


def test_axe_finds_nothing(findings):
    assert findings.axe == [], findings.axe[0][2]


def test_no_page_is_wider_than_the_window(findings):
    assert findings.overflow == []


def test_code_fits_the_column_at_1280(findings):
    assert findings.cut_code == []


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


def test_the_gates_of_this_file_can_fail(browser, tmp_path):
    """A page with one fault of each kind, and each is found."""
    (tmp_path / "bad.html").write_text(
        """<html data-theme="light"><head></head><body><article>
        <img src="https://example.org/x.png"><span class="math">x</span>
        <pre style="width: 50px; overflow: auto">a long line of code</pre>
        <div style="width: 3000px">wide</div>
        <script>undefinedFunction()</script></article></body></html>"""
    )
    found = Findings()
    page = open_page(browser, tmp_path, "bad.html")
    look_at(page, "bad.html", "light", found)
    page.context.close()
    assert found.elsewhere
    assert found.errors
    assert found.formulas
    assert found.axe
    assert found.overflow
    assert found.cut_code
