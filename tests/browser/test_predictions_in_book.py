"""Predictions of the built book: what they hide is hidden, and opens."""

import pytest

from nnfs_course.quizzes.contents import CHAPTERS
from tests.browser.test_quizzes_in_browser import PAGES
from tests.chapters.predictions import gives_away
from tests.pages import open_page

ASKING = [number for number, told in CHAPTERS.items() if told.predictions]

# Only what stands in the prediction's own section, and not the question.
ALONE = """asked => {
    const section = asked.closest("section");
    const others = section.querySelectorAll(":scope > section");
    for (const other of [asked, ...others]) other.style.display = "none";
    section.dataset.alone = "true";
}"""


@pytest.fixture(params=ASKING)
def chapter(browser, book, request):
    page = open_page(browser, book, PAGES[request.param])
    page.locator("[data-quiz][data-ready=true]").wait_for()
    page.locator("[data-prediction]").first.wait_for()
    yield page, CHAPTERS[request.param].predictions
    assert page.errors == []
    page.context.close()


def test_each_hides_what_follows_until_it_is_made(chapter):
    page, asked = chapter
    for prediction in asked:
        name = prediction.name
        drawn = page.locator(f'[data-prediction="{name}"]')
        hidden = page.locator(f'[data-after="{name}"] > *')
        assert hidden.count() >= 1
        for k in range(hidden.count()):
            assert not hidden.nth(k).is_visible()
        drawn.locator("button[data-show]").click()
        for k in range(hidden.count()):
            assert hidden.nth(k).is_visible()


def test_no_answer_can_be_read_or_heard_before_it_is_made(chapter):
    """What a screen reader gets of the section: text and names of all kinds.

    Figures have drawn themselves by then.
    """
    page, asked = chapter
    for prediction in asked:
        drawn = page.locator(f'[data-prediction="{prediction.name}"]')
        drawn.evaluate(ALONE)
        section = page.locator("section[data-alone=true]")
        heard = section.aria_snapshot()
        assert len(heard) > 50
        if not prediction.given:
            assert gives_away(prediction, heard) == "", prediction.name
        page.reload()
        page.locator("[data-quiz][data-ready=true]").wait_for()


def test_a_figure_that_a_link_sets_says_that_it_is_looked_for(show):
    """So a prediction opens what it stands in, whichever loads first."""
    page, _ = show("one-neuron")
    page.evaluate(
        """() => {
            addEventListener("beforematch", ({ target }) => {
                window.soughtFor = target.dataset.figure;
            });
            location.hash = "#figure=one-neuron&w0=2";
        }"""
    )
    page.wait_for_function("window.soughtFor === 'one-neuron'")
