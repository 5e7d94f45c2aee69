"""Attempts that each chapter knows: right in another way, or rarely wrong."""

import pytest

from nnfs_course.exercises.catalogue import ALL
from nnfs_course.exercises.diagnosis import diagnose
from nnfs_course.exercises.feedback import Outcome
from nnfs_course.exercises.ideas import IDEAS
from nnfs_course.exercises.sizes import IDEA, NAME
from tests.chapters import own

SEEDS = range(20)
ATTEMPTS = own.of_each("attempts").values()


def of_all(kind):
    return [each for told in ATTEMPTS for each in getattr(told, kind, ())]


@pytest.mark.parametrize(
    ("name", "attempt"),
    [
        (name, way)
        for told in ATTEMPTS
        for name, ways in getattr(told, "RIGHT", {}).items()
        for way in ways
    ],
)
def test_other_right_ways_are_right(name, attempt):
    for seed in SEEDS:
        feedback = diagnose(ALL[name], attempt, seed)
        assert feedback.outcome is Outcome.RIGHT, feedback


@pytest.mark.parametrize(("name", "attempt"), of_all("RARELY_WRONG"))
def test_a_function_that_is_rarely_wrong_is_not_called_right(name, attempt):
    for seed in SEEDS:
        feedback = diagnose(ALL[name], attempt, seed)
        assert feedback.outcome is not Outcome.RIGHT, feedback


@pytest.mark.parametrize(("name", "attempt", "place"), of_all("NAMELESS"))
def test_what_no_two_known_mistakes_explain_has_no_name(name, attempt, place):
    feedback = diagnose(ALL[name], attempt)
    assert feedback.outcome is Outcome.WRONG_NUMBERS
    assert feedback.mistake is None
    text, *_, way_in = feedback.paragraphs
    assert way_in == f'A way in: `hint("{name}")`.'
    assert "not one I know" in text
    assert place in text
    assert "finite differences say" in text


@pytest.mark.parametrize(("name", "attempt", "sizes"), of_all("SIZES"))
def test_a_size_of_the_example_is_named(name, attempt, sizes):
    feedback = diagnose(ALL[name], attempt)
    assert (feedback.mistake, feedback.idea) == (NAME, IDEA)
    assert "You wrote 3 where a size" in " ".join(feedback.paragraphs)
    assert feedback.paragraphs[-1].endswith(sizes)
    assert IDEAS[IDEA]


@pytest.mark.parametrize(("name", "attempt"), of_all("NO_SIZE"))
def test_sizes_are_blamed_only_if_they_mend_it(name, attempt):
    assert diagnose(ALL[name], attempt).mistake != NAME
