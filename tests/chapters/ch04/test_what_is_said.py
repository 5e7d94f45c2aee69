"""What is said of wrong attempts at the exercises of chapter 4."""

import pytest

from nnfs_course.exercises.catalogue import ALL
from nnfs_course.exercises.diagnosis import diagnose
from nnfs_course.exercises.feedback import Outcome


@pytest.mark.parametrize(
    ("factor", "words"),
    [
        (lambda n: -1, "wrong sign"),
        (lambda n: n, "N times too large"),
        (lambda n: 1 / n, "N times too small"),
        (lambda n: 2.5, "2.5 times the right one"),
    ],
)
def test_a_constant_factor_is_named(factor, words):
    exercise = ALL["softmax-backward"]

    def attempt(probabilities, dvalues):
        right = exercise.reference(probabilities, dvalues)
        return factor(len(right)) * right

    feedback = diagnose(exercise, attempt)
    assert words in feedback.paragraphs[0]
    assert feedback.outcome is Outcome.WRONG_NUMBERS
