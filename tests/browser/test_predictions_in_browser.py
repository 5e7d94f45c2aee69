"""Predictions in a browser: each kind, answered in each way."""

import pytest

from tests.axe import faults_by_axe
from tests.browser.predictions_page import DARK, asked_in, commit, visit

__all__ = ["visit"]


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
            "none",
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


def test_none_of_them_is_an_answer_that_one_gives(visit):
    page = visit()
    asked = asked_in(page, "entries")
    commit_button = asked.locator("button[data-commit]")
    commit_button.click()
    assert "none of them" in asked.locator(".result").inner_text()
    assert asked.get_attribute("data-answered") == "false"
    none = asked.get_by_role("button", name="none of them")
    entry = asked.get_by_role("button", name="x0", exact=True)
    none.click()
    entry.click()  # either, not both
    assert none.get_attribute("aria-pressed") == "false"
    none.click()
    assert entry.get_attribute("aria-pressed") == "false"
    commit_button.click()
    assert asked.locator(".result").inner_text().startswith("Right.")
    assert none.get_attribute("data-answer") == "true"


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
    page.keyboard.press("Tab")  # past "none of them"
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
    assert faults_by_axe(page) == ""
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
