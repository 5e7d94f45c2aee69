"""What the page for teachers says about the chapters is what they say."""

import re

import pytest

from nnfs_course.exercises import catalogue
from nnfs_course.exercises.feedback import Outcome
from nnfs_course.quizzes.contents import CHAPTERS as TOLD
from tests.conftest import CHAPTERS, ROOT, read_notebook

PAGE = (ROOT / "chapters" / "reference" / "teaching.md").read_text("utf-8")


def row_of(path) -> str:
    """The row of a chapter, made of its notebook, its quiz, its exercises."""
    number = int(path.stem[:2])
    opening = read_notebook(path).cells[0].source
    (needs,) = re.findall(r"^\*\*You need\*\*.*$", opening, re.MULTILINE)
    earlier = re.findall(r"\{doc\}`(\d\d)-", needs)
    exercises = catalogue.CHAPTERS[number]
    mistakes = sum(len(exercise.mistakes) for exercise in exercises)
    told = TOLD[number]
    needed = ", ".join(str(int(each)) for each in earlier)
    row = [f"{number}. {told.title}", told.minutes, needed]
    cells = " | ".join(map(str, [*row, len(exercises), mistakes]))
    return f"| {cells} |".replace("|  |", "| |")


@pytest.mark.parametrize(
    "path",
    [path for path in CHAPTERS if path.stem[0].isdigit()],
    ids=lambda path: path.stem,
)
def test_the_table_says_what_the_chapter_says(path):
    assert row_of(path) in PAGE.splitlines(), "To mend it: put this row there"


def test_the_outcomes_are_those_of_the_checker():
    said = re.findall(r'`"([a-z ]+)"`', PAGE)
    assert set(said) <= {outcome.value for outcome in Outcome}
    assert len(said) == 4
