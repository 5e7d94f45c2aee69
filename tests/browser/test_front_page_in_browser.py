"""Where a reader begins: the list of chapters, and what opens a chapter."""

from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest

from nnfs_course.exercises import catalogue
from nnfs_course.quizzes.contents import CHAPTERS, opening_questions
from tests.browser.test_quizzes_in_browser import (
    INDEX,
    PAGES,
    reader,
    rights,
)
from tests.pages import move, open_page

__all__ = ["reader"]


@pytest.mark.parametrize(
    "chapter", [n for n, told in CHAPTERS.items() if told.opening]
)
def test_an_opening_is_counted_apart(reader, chapter):
    page = reader(PAGES[chapter])
    opening = page.locator("[data-opening]")
    assert opening.locator("fieldset").count() == 3
    for question in opening_questions(chapter):
        drawn = opening.locator(f'[data-question="{question["id"]}"]')
        drawn.locator("button").nth(rights(question).index(True)).click()
    assert opening.locator(".score").inner_text() == "3 of 3 answered."
    score = page.locator("[data-quiz] .score")
    assert score.inner_text().startswith("0 of")
    page.get_by_role("button", name="Clear this chapter").click()
    page.get_by_role("button", name="Really clear?").click()
    assert opening.locator(".score").inner_text() == "0 of 3 answered."


def test_the_answered_question_gives_way_to_the_slider(browser, book):
    page = open_page(browser, book, INDEX)
    figure = page.locator('[data-figure="first-look"][data-ready="true"]')
    gradient = figure.locator('.readout [data-kind=grad][data-node="w"]')
    assert gradient.inner_text() == "?"
    move(figure, "w", 1)  # before an answer it is asked anew
    assert gradient.inner_text() == "?"
    figure.get_by_role("button", name="the loss rises").click()
    reply = figure.locator(".reply")
    assert reply.inner_text().endswith("So turn w up.")
    assert gradient.inner_text() == "−16.00"
    move(figure, "w", 3)
    assert figure.locator(".prediction").is_hidden()
    assert gradient.inner_text() == "0.00"
    assert "at the bottom" in figure.locator(".sentence").inner_text()
    move(figure, "w", 1)  # where it was asked
    assert figure.locator(".prediction").is_hidden()
    figure.get_by_role("button", name="Reset").click()
    assert gradient.inner_text() == "?"
    assert figure.get_by_role("button", name="the loss rises").is_enabled()
    page.context.close()


def test_exercises_are_counted_as_in_their_chapters(browser, book):
    page = open_page(browser, book, INDEX)
    for number in CHAPTERS:
        row = page.locator(f'[data-quiz=progress] [data-chapter="{number}"]')
        exercises = len(catalogue.CHAPTERS.get(number, ()))
        cell = row.locator("td").nth(1)
        assert cell.inner_text().strip() == f"0 of {exercises}"
    page.context.close()


def test_the_first_page_leads_to_every_chapter(reader):
    page = reader(INDEX)
    links = page.locator("[data-quiz=progress] a")
    assert [link.inner_text() for link in links.all()] == [
        told.title for told in CHAPTERS.values()
    ]
    for link in links.all():
        target = link.evaluate("it => it.href")
        assert Path(url2pathname(urlsplit(target).path)).exists()
    text = page.locator("[data-quiz=progress]").inner_text()
    assert all(told.about in text for told in CHAPTERS.values())
