"""Predictions in a browser: each kind, and what they hide until then."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from nnfs_course.quizzes.contents import contents, with_id
from nnfs_course.quizzes.prediction import (
    PredictChoice,
    PredictEntries,
    PredictNumber,
    PredictSign,
)
from nnfs_course.quizzes.question import Choice
from tests.browser.small_page import open_small_page, write_page

ASKED = [
    PredictNumber(
        name="number",
        text="How far does `y` move?",
        answer=-0.25,
        places=2,
        means={0.25: "Downhill, not up.", 1: "Too far.", 2: "Farther."},
        why="A quarter, and down.",
        other="Nudge it.",
    ),
    PredictSign(
        name="sign",
        text="What does `y` do?",
        answer=-2,
        labels=("It falls", "It stays", "It rises"),
        means={0: "The gate is open.", 1: "It has the other sign."},
        why="The gradient is negative.",
    ),
    PredictChoice(
        name="choice",
        text="Which product?",
        choices=(
            Choice("`a @ b`", "Shapes do not fit."),
            Choice("`b @ a`", "Neither do these."),
            Choice("`a @ b.T`", "Rows meet rows.", right=True),
            Choice("`a.T @ b`", "Columns meet columns."),
        ),
    ),
    PredictEntries(
        name="entries",
        text="Which gradients are not 0?",
        matrix=(("x0", "x1"), ("w0", "b")),
        answer=(),
        means={
            ((1, 1),): "The bias stands before the gate.",
            ((0, 0), (0, 1)): "The inputs do, too.",
            ((0, 0), (0, 1), (1, 0), (1, 1)): "The gate is closed.",
        },
        why="A closed gate stops all of them.",
        other="Everything passes through the same gate.",
    ),
]
DARK = "[data-theme=dark] { color-scheme: dark; background: #121212 }"
BODY = """
<h1>Before</h1><a id="go" href="#inside">go</a>
<div id="number"></div>
<div data-after="number"><h2 id="inside">Inside</h2><p>It is minus a quarter.
</p><button>inside</button></div>
<p>Between</p><div data-after="number"><p>More of it</p></div>
<div id="sign"></div><div id="choice"></div><div id="entries"></div>
<div data-after="entries"><p id="deep">All zero</p></div><div id="quiz"></div>
"""


@pytest.fixture
def visit(browser, tmp_path):
    quiz = {**contents(1), "predictions": [with_id(a)["id"] for a in ASKED]}
    widgets = [("prediction", with_id(asked)) for asked in ASKED]
    write_page(tmp_path, [*widgets, ("quiz", quiz)], BODY)
    contexts = []

    def open_it(link="", **options):
        page = open_small_page(browser, tmp_path, link, **options)
        contexts.append(page.context)
        return page

    yield open_it
    for context in contexts:
        context.close()


def asked_in(page, name):
    return page.locator(f'[data-prediction="{name}"]')


def commit(page, name, answer):
    asked = asked_in(page, name)
    if name == "number":
        asked.locator("input").fill(answer)
    elif name == "entries":
        for entry in answer.split():
            asked.get_by_role("button", name=entry, exact=True).click()
    else:
        asked.get_by_label(answer, exact=True).check()
    asked.locator("button[data-commit]").click()
    expect(asked).to_have_attribute("data-answered", "true")
    return asked.locator(".result")


@pytest.mark.parametrize(
    ("name", "answer", "told"),
    [
        ("number", "-0.25", "Right. It is -0.25. A quarter, and down."),
        ("number", "−0,249", "Right. It is -0.25. A quarter, and down."),
        (
            "number",
            ".25",
            "Not so. You said .25. Downhill, not up."
            "It is -0.25. A quarter, and down.",
        ),
        (
            "number",
            "7",
            "Not so. You said 7. Nudge it.It is -0.25. A quarter, and down.",
        ),
        (
            "sign",
            "It falls",
            "Right. It is “It falls”. The gradient is negative.",
        ),
        (
            "sign",
            "It rises",
            "Not so. You said “It rises”. It has the other sign."
            "It is “It falls”. The gradient is negative.",
        ),
        ("choice", "a @ b.T", "Right. It is “a @ b.T”. Rows meet rows."),
        (
            "choice",
            "a.T @ b",
            "Not so. You said “a.T @ b”. Columns meet columns."
            "It is “a @ b.T”. Rows meet rows.",
        ),
        (
            "entries",
            "",
            "Right. It is none. A closed gate stops all of them.",
        ),
        (
            "entries",
            "x1 x0",
            "Not so. You said x0, x1. The inputs do, too."
            "It is none. A closed gate stops all of them.",
        ),
        (
            "entries",
            "w0",
            "Not so. You said w0. Everything passes through the same gate."
            "It is none. A closed gate stops all of them.",
        ),
    ],
)
def test_each_answer_is_met_with_what_it_means(visit, name, answer, told):
    page = visit()
    result = commit(page, name, answer)
    assert result.text_content() == told
    assert result.evaluate("it => it === document.activeElement")
    assert page.errors == []


def test_no_number_is_no_answer(visit):
    asked = asked_in(visit(), "number")
    for text in ("", "three", "1/3", "-"):
        asked.locator("input").fill(text)
        asked.locator("button[data-commit]").click()
        assert "number first" in asked.locator(".result").inner_text()
        assert asked.get_attribute("data-answered") == "false"


def test_nothing_picked_is_no_answer(visit):
    asked = asked_in(visit(), "choice")
    asked.locator("button[data-commit]").click()
    assert asked.locator(".result").inner_text() == "Pick one first."
    assert asked.get_attribute("data-answered") == "false"


def is_hidden(page, name="number"):
    hidden = page.locator(f'[data-after="{name}"]')
    inside = hidden.locator("p")
    return not any(inside.nth(k).is_visible() for k in range(inside.count()))


def read_by_machine(page) -> str:
    session = page.context.new_cdp_session(page)
    return json.dumps(session.send("Accessibility.getFullAXTree"))


def test_what_follows_is_hidden_from_eyes_keyboard_and_screen_reader(visit):
    page = visit()
    assert is_hidden(page)
    tree = read_by_machine(page)
    assert "How far does" in tree
    assert "Between" in tree
    assert "minus a quarter" not in tree
    assert "quarter, and down" not in tree
    for _ in range(12):
        page.keyboard.press("Tab")
        focused = page.evaluate("document.activeElement.textContent")
        assert focused != "inside"
    commit(page, "number", "1")
    assert not is_hidden(page)
    assert is_hidden(page, "entries")  # each hides its own
    assert "minus a quarter" in read_by_machine(page)


def test_to_be_shown_is_not_to_answer(visit):
    page = visit()
    asked = asked_in(page, "number")
    asked.locator("button[data-show]").click()
    assert not is_hidden(page)
    assert asked.get_attribute("data-answered") == "false"
    told = asked.locator(".result").text_content()
    assert told == "It is -0.25. A quarter, and down."
    assert asked.locator("button:visible").count() == 0
    expect(page.locator(".score")).to_contain_text("0 of 4 predictions made.")


def test_an_answer_stays_and_goes_with_its_chapter(visit):
    page = visit()
    commit(page, "number", "1")
    commit(page, "entries", "w0 b")
    page.wait_for_timeout(300)  # Chromium stores a moment later
    page.reload()
    page.locator("html[data-done=true]").wait_for()
    assert not is_hidden(page)
    assert "You said 1." in asked_in(page, "number").inner_text()
    pressed = asked_in(page, "entries").locator("[aria-pressed=true]")
    assert pressed.all_inner_texts() == ["w0", "b"]
    expect(page.locator(".score")).to_contain_text("2 of 4 predictions made.")
    page.get_by_role("button", name="Clear this chapter").click()
    page.get_by_role("button", name="Really clear?").click()
    assert is_hidden(page)
    asked = asked_in(page, "number")
    assert asked.get_attribute("data-answered") == "false"
    assert asked.locator(".result").inner_text() == ""
    assert asked.locator("input").input_value() == ""
    commit(page, "number", "2")  # and can be asked again


def test_a_link_to_what_is_hidden_opens_it(visit):
    page = visit()
    page.locator("#go").click()
    expect(page.locator("#inside")).to_be_in_viewport()
    assert not is_hidden(page)
    assert is_hidden(page, "entries")
    assert asked_in(page, "number").get_attribute("data-answered") == "false"
    assert page.locator("[data-after=number] button").is_visible()


def test_a_page_that_is_opened_at_a_hidden_place_opens_it(visit):
    page = visit("#deep")
    expect(page.locator("#deep")).to_be_visible()
    assert is_hidden(page)


def test_the_browser_s_own_search_opens_what_it_finds(visit):
    """It announces what it found by this event, and then scrolls there."""
    page = visit()
    hidden = page.locator("[data-after=number]").first
    assert hidden.get_attribute("hidden") == "until-found"
    hidden.dispatch_event("beforematch")
    assert not is_hidden(page)
    assert hidden.get_attribute("hidden") is None


def test_a_figure_that_a_link_sets_is_shown(visit):
    page = visit()
    page.locator("#deep").evaluate("it => it.dataset.figure = 'some'")
    page.evaluate("location.hash = '#figure=some&w0=2'")
    expect(page.locator("#deep")).to_be_visible()


def test_on_paper_and_without_scripts_the_answer_follows(visit, browser):
    page = visit()
    page.emulate_media(media="print")
    assert page.locator("#inside").is_visible()
    assert asked_in(page, "number").locator("legend").is_visible()
    assert not asked_in(page, "number").locator("button").first.is_visible()
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(page.url)
    assert plain.locator("#inside").is_visible()
    context.close()


def test_the_keyboard_is_enough(visit):
    page = visit()
    asked_in(page, "number").locator("input").focus()
    page.keyboard.type("0.25")
    page.keyboard.press("Enter")
    assert "Downhill" in asked_in(page, "number").inner_text()
    asked_in(page, "sign").locator("input").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert "The gate is open." in asked_in(page, "sign").inner_text()
    asked_in(page, "entries").locator("button").nth(3).focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert "before the gate" in asked_in(page, "entries").inner_text()


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("answered", [False, True])
def test_axe_finds_nothing_and_nothing_is_too_wide(visit, mode, answered):
    page = visit(mode=mode)
    page.evaluate("mode => document.documentElement.dataset.theme = mode", mode)
    page.add_style_tag(content=DARK)
    page.set_viewport_size({"width": 390, "height": 900})
    if answered:
        wrong = {"number": "7", "sign": "It rises", "entries": "w0 b"}
        for name, answer in wrong.items():
            commit(page, name, answer)
        commit(page, "choice", "a @ b")
    report = Axe().run(page, options={"resultTypes": ["violations"]})
    assert report.violations_count == 0, report.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
