"""Orderings in a browser: by hand and by keyboard, right and wrong."""

import pytest
from playwright.sync_api import expect

from nnfs_course.page.question import Choice
from nnfs_course.quizzes.contents import contents, with_id
from nnfs_course.quizzes.ordering import Distractor, Ordering
from tests.axe import faults_by_axe
from tests.browser.small_page import open_small_page, write_page

ASKED = Ordering(
    name="any",
    text="Build it.",
    lines=("dz = dy * {mask}", "dw = x * dz", "db = dz", "w = w - dw"),
    gaps={
        "mask": (
            Choice("(dy > 0)", "The gate looked at z."),
            Choice("(z > 0)", "Right.", right=True),
        )
    },
    distractors=(
        Distractor("dw = x * dy", "The gate is forgotten", "It may be closed."),
        Distractor("w = w + dw", "Uphill", "It adds where it must subtract."),
    ),
    notice="Notice that db may come anywhere after dz.",
)
DARK = "[data-theme=dark] { color-scheme: dark; background: #121212 }"


@pytest.fixture
def page(browser, tmp_path):
    told = with_id(ASKED)
    quiz = {**contents(1), "orderings": [told["id"]], "exercises": []}
    body = '<h1>Page</h1><div id="any"></div><div id="quiz"></div>'
    write_page(tmp_path, [("ordering", told), ("quiz", quiz)], body)
    opened = open_small_page(browser, tmp_path)
    yield opened
    assert opened.errors == []
    opened.context.close()


def take(page, *numbers):
    for number in numbers:
        page.locator(f'.lines button[data-line="{number}"]').click()


def program(page):
    rows = page.locator(".program li")
    return [int(r.get_attribute("data-line")) for r in rows.all()]


def fill(page, text):
    page.locator("select").select_option(label=text)


def check(page) -> str:
    page.locator("button[data-check]").click()
    return page.locator(".result").inner_text()


FIRST = "Line {} is the first wrong one. "


@pytest.mark.parametrize(
    ("lines", "gap", "told"),
    [
        ((), None, "Lines still missing: 4."),
        ((0,), "(z > 0)", "Right so far. Lines still missing: 3."),
        ((0,), None, FIRST.format(1) + "It has a gap that is not filled."),
        ((0,), "(dy > 0)", FIRST.format(1) + "The gate looked at z."),
        (
            (0, 4, 2),
            "(z > 0)",
            FIRST.format(2) + "The gate is forgotten. It may be closed.",
        ),
        (
            (1, 0),
            "(z > 0)",
            FIRST.format(1) + "It needs dz, and that is not there yet.",
        ),
        ((0, 1, 2, 3, 5), "(z > 0)", FIRST.format(5)),
    ],
)
def test_the_first_wrong_line_is_named_with_its_reason(page, lines, gap, told):
    take(page, *lines)
    if gap:
        fill(page, gap)
    assert check(page).startswith(told)
    marked = page.locator('.program [data-answer="false"]')
    assert marked.count() == ("first wrong" in told)


@pytest.mark.parametrize("lines", [(0, 1, 2, 3), (0, 2, 1, 3), (0, 1, 3, 2)])
def test_every_order_that_computes_the_same_is_right(page, lines):
    take(page, *lines)
    fill(page, "(z > 0)")
    assert check(page) == "Right. Notice that db may come anywhere after dz."
    expect(page.locator("[data-ordering]")).to_have_attribute(
        "data-solved", "true"
    )
    assert program(page) == list(lines)
    assert page.locator("[data-ordering] button:visible").count() == 0
    assert page.locator("select").is_disabled()


def test_it_stays_solved_until_the_chapter_is_cleared(page):
    take(page, 0, 2, 1, 3)
    fill(page, "(z > 0)")
    check(page)
    page.wait_for_timeout(300)  # Chromium stores a moment later
    page.reload()
    page.locator("html[data-done=true]").wait_for()
    assert program(page) == [0, 1, 2, 3]
    page.get_by_role("button", name="Clear this chapter").click()
    page.get_by_role("button", name="Really clear?").click()
    assert program(page) == []
    assert page.locator("[data-ordering] .lines button").count() == 6


def test_to_be_shown_does_not_solve_it(page):
    take(page, 4, 3)
    page.locator("button[data-show]").click()
    assert program(page) == [0, 1, 2, 3]
    assert page.locator("select").input_value() == "1"
    solved = page.locator("[data-ordering]").get_attribute("data-solved")
    assert solved == "false"
    assert page.locator(".result").inner_text().startswith("Notice")


def test_the_keyboard_is_enough(page):
    """The focus stays on the line that moves, and never falls off the page."""
    focused = "document.activeElement"
    page.locator('.lines button[data-line="1"]').focus()
    page.keyboard.press("Enter")
    page.locator('.lines button[data-line="0"]').focus()
    page.keyboard.press("Space")
    assert program(page) == [1, 0]
    page.locator('.program [data-line="0"] [data-move=up]').focus()
    page.keyboard.press("Enter")
    assert program(page) == [0, 1]
    assert page.evaluate(f"{focused}.dataset.move") == "down"  # up has ended
    assert page.evaluate(f"{focused}.closest('li').dataset.line") == "0"
    page.keyboard.press("Enter")
    assert program(page) == [1, 0]
    page.locator('.program [data-line="1"] [data-move=out]').focus()
    page.keyboard.press("Enter")
    assert program(page) == [0]
    assert page.evaluate(f"{focused}.dataset.line") == "1"
    for _ in range(5):
        page.keyboard.press("Enter")
    assert page.locator("[data-ordering] .lines button").count() == 0
    assert page.evaluate(f"{focused}.dataset.check") == ""


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_is_too_wide(page, mode):
    page.evaluate("mode => document.documentElement.dataset.theme = mode", mode)
    page.add_style_tag(content=DARK)
    page.set_viewport_size({"width": 390, "height": 900})
    for step in (lambda: take(page, 0, 4, 1), lambda: check(page)):
        step()
        assert faults_by_axe(page) == ""
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
