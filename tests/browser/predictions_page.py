"""A page with one prediction of each kind, and what two of them hide."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from nnfs_course.page.question import Choice
from nnfs_course.quizzes.contents import contents, with_id
from nnfs_course.quizzes.prediction import (
    PredictChoice,
    PredictEntries,
    PredictNumber,
    PredictSign,
)
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
        picked = ["none of them"] if answer == "none" else answer.split()
        for entry in picked:
            asked.get_by_role("button", name=entry, exact=True).click()
    else:
        asked.get_by_label(answer, exact=True).check()
    asked.locator("button[data-commit]").click()
    expect(asked).to_have_attribute("data-answered", "true")
    return asked.locator(".result")
