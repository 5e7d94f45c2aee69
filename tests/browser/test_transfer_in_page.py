"""A mistake is named, mended, and asked about elsewhere: in the page."""

import pytest
from playwright.sync_api import expect

from nnfs_course.exercises.ideas import IDEAS
from nnfs_course.page.choices import as_html
from tests.axe import faults_by_axe

LAYERS = "02-a-layer-of-neurons"
ATTEMPT = """def my_dense_dinputs(dvalues, weights):
    return {}


check("dense-dinputs", my_dense_dinputs)"""
WRONG = ATTEMPT.format("dvalues @ weights")
RIGHT = ATTEMPT.format("dvalues @ weights.T")


@pytest.fixture(scope="module")
def mended(shared_chapter):
    """The chapter after a named mistake was mended; its cell, the question.

    The tests close what they open. The last one runs the cell again."""
    page = shared_chapter(LAYERS)
    number = page.number_of("dense-dinputs")
    assert page.run(number, WRONG) == "done"
    verdict = page.cell(number).locator("[data-exercise=dense-dinputs]")
    assert verdict.get_attribute("data-mistake") == "not-transposed"
    assert verdict.locator("[data-transfer]").count() == 0
    assert page.run(number, RIGHT) == "done"
    assert verdict.get_attribute("data-outcome") == "right"
    return page, number, verdict.locator("[data-transfer]")


def test_the_keyboard_is_enough(mended):
    page, number, question = mended
    keys = page.page.keyboard
    page.cell(number).locator("[data-editor]").focus()
    for _ in range(20):
        keys.press("Tab")
        inside = "document.activeElement.closest('[data-transfer]') !== null"
        if page.page.evaluate(inside):
            break
    first, second = (question.locator("summary").nth(k) for k in (0, 1))
    expect(first).to_be_focused()
    outline = "it => getComputedStyle(it).outlineStyle"
    assert first.evaluate(outline) != "none"
    keys.press("Tab")
    expect(second).to_be_focused()
    keys.press("Enter")
    reason = question.locator("details > p").nth(1)
    expect(reason).to_be_visible()
    keys.press("Space")
    expect(reason).to_be_hidden()


def test_accessible_and_not_too_wide(mended):
    page, _, question = mended
    opened = "all => all.forEach(it => it.open = !it.open)"
    question.locator("details").evaluate_all(opened)
    for mode in ("light", "dark"):
        page.to_mode(mode)
        assert faults_by_axe(page.page, "[data-transfer]") == ""
    page.page.set_viewport_size({"width": 390, "height": 900})
    assert question.evaluate("it => it.scrollWidth <= it.clientWidth")
    for choice in question.locator("summary").all():
        assert choice.bounding_box()["height"] >= 24
    page.page.set_viewport_size({"width": 1280, "height": 900})
    question.locator("details").evaluate_all(opened)


def test_each_choice_answers_when_it_is_chosen(mended):
    page, number, question = mended
    expect(question).to_have_count(1)
    expect(question).to_contain_text("The same idea, elsewhere")
    reasons = question.locator("details > p")
    choices = question.locator("summary")
    assert choices.count() == reasons.count() == 4
    for reason in reasons.all():
        expect(reason).to_be_hidden()
    assert "Right." not in question.inner_text()

    choices.nth(1).click()
    expect(reasons.nth(1)).to_contain_text("Not so. The sums are right")
    expect(reasons.nth(3)).to_be_hidden()
    choices.nth(3).click()
    expect(reasons.nth(3)).to_contain_text("Right. Products meet products")

    assert page.run(number) == "done"  # once is enough
    expect(question).to_have_count(0)


def test_right_at_once_is_asked_nothing(chapter):
    page = chapter(LAYERS)
    number = page.number_of("dense-dinputs")
    page.run(number, RIGHT)
    expect(page.cell(number).locator("[data-outcome=right]")).to_have_count(1)
    expect(page.cell(number).locator("[data-transfer]")).to_have_count(0)


def test_it_answers_where_no_script_runs(browser):
    """As in a notebook that shows plain HTML and nothing else."""
    (question, *_) = IDEAS["transpose"]
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.set_content(as_html(question))
    reasons = page.locator("details > p")
    for k, choice in enumerate(question.choices):
        expect(reasons.nth(k)).to_be_hidden()
        page.locator("summary").nth(k).click()
        expect(reasons.nth(k)).to_be_visible()
        said = "Right." if choice.right else "Not so."
        expect(reasons.nth(k)).to_contain_text(said)
    context.close()
