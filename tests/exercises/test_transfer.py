"""When the question of a mended mistake comes, and how it is shown."""

import pytest

from nnfs_course.exercises import check
from nnfs_course.exercises.catalogue import ALL
from nnfs_course.exercises.feedback import Outcome
from nnfs_course.exercises.ideas import IDEAS
from nnfs_course.page.choices import as_html
from nnfs_course.page.question import Choice, Question
from tests.exercises.folded import Folded

# --- when ---


@pytest.mark.parametrize("name", ALL)
def test_a_mended_mistake_is_followed_by_a_question_on_its_idea(name):
    exercise = ALL[name]
    mistake = exercise.mistakes[0]
    wrong = check(name, exercise.wrong(mistake))
    assert (wrong.mistake, wrong.question) == (mistake.name, None)
    mended = check(name, exercise.reference)
    assert mended.outcome is Outcome.RIGHT
    assert mended.mistake is None
    assert mended.question == IDEAS[mistake.idea][0]


# --- how ---


def test_a_sign_of_html_in_a_question_is_only_a_sign():
    choices = Choice("`a < b`", "<b>less</b>"), Choice("c", "d", right=True)
    page = as_html(Question("Is `<i>` code?", choices, code="a <u> b"))
    shown = Folded(page)
    assert "Is <i> code?" in shown.seen
    assert "a <u> b" in shown.seen
    assert shown.summaries == ["a < b", "c"]
    assert "<b>less</b>" in shown.folded
