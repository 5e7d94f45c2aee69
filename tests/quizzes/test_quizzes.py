"""Quizzes: what Python sends, and the plain HTML beside it."""

import gzip
import json
import math
import re
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from nnfs_course.exercises import check, session
from nnfs_course.exercises.catalogue import ALL
from nnfs_course.page.question import Choice, Question
from nnfs_course.quizzes import opening, progress, quiz
from nnfs_course.quizzes.contents import CHAPTERS, contents, with_id
from nnfs_course.quizzes.widget import Quiz
from tests.chapters import rules
from tests.conftest import CHAPTERS as NOTEBOOKS
from tests.conftest import ROOT, read_notebook


def identity(question):
    return with_id(question)["id"]


FIRST = min(CHAPTERS)
every_chapter = pytest.mark.parametrize("chapter", CHAPTERS)


def test_every_numbered_notebook_has_a_quiz_under_its_own_title():
    titles = {
        int(path.stem[:2]): read_notebook(path).cells[0].source.splitlines()[0]
        for path in NOTEBOOKS
        if path.stem[0].isdigit()
    }
    assert titles == {n: f"# {told.title}" for n, told in CHAPTERS.items()}


@pytest.mark.parametrize(
    "path", [path for path in NOTEBOOKS if path.stem[0].isdigit()]
)
def test_the_overview_has_the_minutes_of_the_chapter(path):
    (said,) = re.findall(
        r"^\*\*Time:\*\*\D*(\d+)",
        rules.prose(read_notebook(path)),
        re.MULTILINE,
    )
    assert CHAPTERS[int(path.stem[:2])].minutes == int(said)


def test_questions_keep_their_own_identity():
    questions = [q for told in CHAPTERS.values() for q in told.questions]
    assert len({identity(q) for q in questions}) == len(questions)
    one = Question("Why?", (Choice("a", "b", right=True), Choice("c", "d")))
    other = Question("Why?", (Choice("a", "b", right=True), Choice("c", "e")))
    assert identity(one) == identity(one) != identity(other)
    assert identity(one) != with_id(one, where="opening 2")["id"]


# --- nothing but the answer gives the answer away ---


def asked_in(chapters) -> list[Question]:
    return [q for told in chapters for q in told.questions + told.opening]


def share_of(questions) -> float:
    """How many right answers a blind guess would find."""
    return sum(1 / len(question.choices) for question in questions)


def picked(questions, pick) -> int:
    """How many right answers this rule finds: one choice of each question.

    Where two choices are as long as each other, the rule picks none.
    """
    found = 0
    for question in questions:
        lengths = [len(choice.text) for choice in question.choices]
        length = pick(lengths)
        place = lengths.index(length)
        found += lengths.count(length) == 1 and question.choices[place].right
    return found


@every_chapter
@pytest.mark.parametrize("pick", [max, min])
def test_the_length_of_a_choice_says_nothing(chapter, pick):
    """Always the longest, or the shortest, finds one more than chance does."""
    questions = asked_in([CHAPTERS[chapter]])
    assert picked(questions, pick) <= math.ceil(share_of(questions)) + 1


def test_over_the_book_the_right_answer_has_no_favourite_place():
    """Each of the first four places has its share, up to a third."""
    questions = asked_in(CHAPTERS.values())
    for place in range(4):
        there = [q for q in questions if len(q.choices) > place]
        right = sum(question.choices[place].right for question in there)
        assert right == pytest.approx(share_of(there), rel=1 / 3), place + 1


@pytest.mark.parametrize("right", [0, 2])
def test_a_question_has_exactly_one_right_choice(right):
    choices = tuple(Choice(str(n), "why", right=n < right) for n in range(3))
    with pytest.raises(ValueError, match=f"{right} of them right"):
        Question("Which?", choices)


def test_one_choice_is_no_choice():
    with pytest.raises(ValueError, match="at least two choices"):
        Question("Which?", (Choice("a", "b", right=True),))


def test_a_chapter_without_an_opening_says_so(monkeypatch):
    told = replace(CHAPTERS[FIRST], opening=())
    monkeypatch.setitem(CHAPTERS, FIRST, told)
    with pytest.raises(ValueError, match="has no opening"):
        opening(FIRST)


@pytest.mark.parametrize(
    "chapter", [n for n, told in CHAPTERS.items() if told.opening]
)
def test_an_opening_asks_three_questions_from_earlier_chapters(chapter):
    asked = CHAPTERS[chapter].opening
    assert len(asked) == 3
    earlier = {question.chapter for question in asked}
    assert chapter - 1 in earlier
    assert max(earlier) < chapter
    assert chapter < 3 or len(earlier) > 1
    shown = BeautifulSoup(opening(chapter).as_html(), "html.parser")
    assert len(shown.select("details")) == 3


@every_chapter
def test_without_javascript_the_answers_are_folded(chapter):
    soup = BeautifulSoup(quiz(chapter).as_html(), "html.parser")
    questions = contents(chapter)["questions"]
    assert len(soup.select("details")) == len(questions)
    for folded in soup.select("details"):
        folded.extract()
    shown = soup.get_text()
    for question in questions:
        assert question["text"].replace("`", "") in shown
        for choice in question["choices"]:
            assert choice["why"].replace("`", "") not in shown


def test_progress_without_javascript_says_what_there_is():
    soup = BeautifulSoup(progress().as_html(), "html.parser")
    rows = soup.select("tbody tr")
    assert len(rows) == len(CHAPTERS)
    for row, (number, told) in zip(rows, CHAPTERS.items(), strict=True):
        assert told.about in row.get_text()
        assert (ROOT / "chapters" / row.a["href"]).exists()
        asked = [len(told.questions), len(told.predictions)]
        assert [int(row.select("td")[k].text) for k in (2, 4)] == asked
        assert row.td.text == str(number)


def test_the_first_page_lists_no_chapter_by_hand():
    """A new chapter needs no edit there."""
    index = read_notebook(ROOT / "chapters" / "index.ipynb")
    text = "\n".join(cell.source for cell in index.cells)
    links = re.findall(r"`[^`<]*<?(\d\d-[\w-]+)>?`", text)
    assert len(links) <= 1  # where to begin


@pytest.mark.parametrize("chapter", [0, 99, "1", None, True, 1.5])
def test_a_chapter_that_is_not_there(chapter):
    with pytest.raises(ValueError, match="quizzes for the chapters 1 to"):
        quiz(chapter)


def test_the_widget_brings_its_html_and_text():
    widget = quiz(FIRST)
    data, _ = widget._repr_mimebundle_()
    assert data["text/plain"] == repr(widget)
    assert data["text/html"] == widget.as_html()
    json.dumps(widget.content)  # what the browser gets


def test_an_exercise_that_is_right_is_ticked_in_every_quiz():
    before, overview = quiz(FIRST), progress()
    name = next(iter(ALL))
    check(name, ALL[name].reference)
    try:
        assert session.done() == [name]
        for widget in (before, overview, quiz(FIRST)):
            assert widget.done == [name]
    finally:
        session._done.clear()


def test_a_solution_of_the_book_ticks_nothing():
    widget = quiz(FIRST)
    name = next(iter(ALL))
    check(name, ALL[name].reference, count=False)
    assert widget.done == []


@pytest.mark.parametrize(("part", "limit"), [("_esm", 7000), ("_css", 1800)])
def test_the_quiz_is_small(part, limit):
    assert len(gzip.compress(getattr(Quiz, part).encode(), 9)) < limit
