"""Quizzes in the built book: from disk, network cut, no kernel."""

import json
import re

import pytest
from playwright.sync_api import expect

from nnfs_course.page.bundle import bundle
from nnfs_course.quizzes.contents import CHAPTERS, contents
from nnfs_course.quizzes.widget import HERE
from tests.conftest import CHAPTERS as NOTEBOOKS
from tests.pages import open_page

PAGES = {
    int(path.stem[:2]): f"chapters/{path.stem}.html"
    for path in NOTEBOOKS
    if path.stem[0].isdigit()
}
INDEX = "chapters/index.html"


@pytest.fixture
def reader(browser, book):
    """Opens pages as one reader does, whose browser remembers."""
    first = open_page(browser, book, INDEX)

    def visit(name):
        # Chromium hands over what a page stored a moment after the click,
        # and the next page may ask for it first. No reader leaves that fast.
        first.wait_for_timeout(300)
        first.goto((book / name).as_uri())
        first.locator("[data-quiz][data-ready=true]").wait_for()
        return first

    yield visit
    assert first.errors == []
    assert first.elsewhere == []
    first.context.close()


def rights(question):
    return [choice["right"] for choice in question["choices"]]


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_choice_of_every_question_says_why(reader, chapter):
    page = reader(PAGES[chapter])
    questions = contents(chapter)["questions"]
    for question in questions:
        drawn = page.locator(f'[data-question="{question["id"]}"]')
        wrong = "Not this one. " if question["lines"] else "Not so. "
        assert drawn.locator("button").count() == len(question["choices"])
        for place, choice in enumerate(question["choices"]):
            row = drawn.locator("li").nth(place)
            assert row.locator(".why").inner_text() == ""
            row.locator("button").click()
            verdict = "Right. " if choice["right"] else wrong
            told = verdict + choice["why"].replace("`", "")
            assert row.locator(".why").inner_text() == told
    total = len(questions)
    at_once = sum(rights(question)[0] for question in questions)
    score = page.locator("[data-quiz] .score").inner_text()
    told = f"{total} of {total} questions answered, {at_once} at the first try."
    assert score.startswith(told)


def test_the_theme_paints_nothing_beside_an_unanswered_choice(reader):
    page = reader(PAGES[1])
    colour = page.locator(".nnfs-quiz .tick").first.evaluate(
        "it => getComputedStyle(it).backgroundColor"
    )
    assert colour == "rgba(0, 0, 0, 0)"


def test_answers_stay_and_can_be_cleared(reader):
    page = reader(PAGES[1])
    question = contents(1)["questions"][0]
    wrong, right = rights(question).index(False), rights(question).index(True)
    buttons = page.locator("[data-question]").first.locator("button")
    buttons.nth(wrong).click()
    assert page.locator("[data-quiz] .score").inner_text().startswith("0 of")
    buttons.nth(right).click()
    page.locator("[data-exercise]").first.check()

    page = reader(PAGES[1])  # opened again
    expect(page.locator("[data-quiz] .score")).to_have_text(re.compile("^1 of"))
    assert (
        ", 0 at the first try"
        in page.locator("[data-quiz] .score").inner_text()
    )
    assert page.locator("[data-exercise]").first.is_checked()
    buttons = page.locator("[data-question]").first.locator("button")
    assert buttons.nth(wrong).get_attribute("data-answer") == "false"

    page = reader(INDEX)  # and seen on the first page
    row = page.locator('[data-quiz=progress] [data-chapter="1"]')
    total = len(contents(1)["questions"])
    assert row.locator("td").nth(0).inner_text().strip() == f"1 of {total}"
    assert row.locator("td").nth(1).inner_text().strip().startswith("1 of")

    page = reader(PAGES[2])  # another chapter's answers are its own
    assert page.locator("[data-quiz] .score").inner_text().startswith("0 of")

    page = reader(PAGES[1])
    clear = page.get_by_role("button", name="Clear this chapter")
    clear.click()
    assert (
        page.locator("[data-quiz] .score").inner_text().startswith("1 of")
    )  # asks first
    page.get_by_role("button", name="Really clear?").click()
    assert page.locator("[data-quiz] .score").inner_text().startswith("0 of")
    assert not page.locator("[data-exercise]").first.is_checked()
    saved = json.loads(page.evaluate("localStorage.getItem('nnfs-course')"))
    assert saved == {"picks": {}, "answers": {}, "done": {}}


def test_the_keyboard_is_enough(reader):
    page = reader(PAGES[1])
    first = page.locator("[data-question]").first.locator("button").first
    first.focus()
    page.keyboard.press("Enter")
    assert first.get_attribute("aria-pressed") == "true"
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    second = page.locator("[data-question]").first.locator("button").nth(1)
    assert second.get_attribute("aria-pressed") == "true"


def test_everything_can_be_cleared_from_the_first_page(reader):
    page = reader(PAGES[2])
    page.locator("[data-exercise]").first.check()
    page = reader(INDEX)
    page.get_by_role("button", name="Clear everything").click()
    page.get_by_role("button", name="Really clear?").click()
    done = page.locator('[data-chapter="2"] td').nth(1).inner_text()
    assert done.strip().startswith("0 of")


@pytest.mark.parametrize(
    "saved",
    [
        "no JSON",
        "null",
        "[]",
        '{"picks": 3, "done": "x"}',
        '{"picks": {"a": "b"}, "done": {"neuron-relu": 1}}',
    ],
)
def test_what_others_saved_under_our_key_does_no_harm(reader, saved):
    page = reader(PAGES[1])
    page.evaluate("text => localStorage.setItem('nnfs-course', text)", saved)
    page = reader(PAGES[1])
    assert page.locator("[data-quiz] .score").inner_text().startswith("0 of")
    page.locator("[data-exercise]").first.check()
    assert page.locator("[data-exercise]").first.is_checked()


def test_where_storage_is_forbidden_the_page_remembers(browser, book):
    page = open_page(browser, book, INDEX)
    page.add_init_script(
        """for (const name of ["getItem", "setItem"]) {
            const real = Storage.prototype[name];
            Storage.prototype[name] = function (key, ...rest) {
                if (key === "nnfs-course") throw new DOMException("denied");
                return real.call(this, key, ...rest);
            };
        }"""
    )
    page.goto((book / PAGES[1]).as_uri())
    page.locator("[data-quiz][data-ready=true]").wait_for()
    page.locator("[data-exercise]").first.check()
    page.locator("[data-question] button").first.click()
    assert page.locator("[data-exercise]").first.is_checked()
    assert page.locator(".why").first.inner_text() != ""
    assert page.errors == []
    page.context.close()


@pytest.fixture
def module(browser, tmp_path):
    """answers.js as a module: returns a function that evaluates in it."""
    page = browser.new_page()
    page.goto("about:blank")
    source = bundle(HERE / "answers.js")
    page.evaluate(
        """async source => {
            const blob = new Blob([source], { type: "text/javascript" });
            window.quiz = await import(URL.createObjectURL(blob));
        }""",
        source,
    )
    yield lambda code, argument=None: page.evaluate(code, argument)
    page.close()


def test_the_pure_functions(module):
    question = {"choices": [{"right": False}, {"right": True}]}
    grade = "([q, picks]) => window.quiz.grade(q, picks)"
    for picks, answered, at_once in [
        ([], False, False),
        ([0], False, False),
        ([0, 1], True, False),
        ([1], True, True),
        ([7], False, False),
    ]:
        assert module(grade, [question, picks]) == {
            "answered": answered,
            "atOnce": at_once,
        }
    parse = "text => window.quiz.parseSaved(text)"
    nothing = {"picks": {}, "answers": {}, "done": {}}
    assert module(parse, None) == nothing
    saved = {"picks": {"a": [1]}, "answers": {"b": ""}, "done": {"c": True}}
    other = {"picks": {"x": [0.5]}, "answers": {"y": 1}, "done": {"z": 2}}
    text = json.dumps({part: saved[part] | other[part] for part in saved})
    assert module(parse, text) == saved
    for part, wrong in other.items():
        assert module(parse, json.dumps({part: wrong})) == nothing
