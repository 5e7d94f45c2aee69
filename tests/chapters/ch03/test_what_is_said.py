"""What is said of wrong attempts at the exercises of chapter 3."""

from dataclasses import replace

import numpy as np

from nnfs_course.exercises.catalogue import ALL
from nnfs_course.exercises.diagnosis import diagnose
from tests.exercises.said import said


def test_right_answers_in_booleans_must_still_become_numbers():
    text = said("one-hot", lambda y, n: y[:, None] == np.arange(n))
    assert "holds True and False" in text
    assert ".astype(float)" in text


def test_wrong_answers_in_booleans_are_not_helped_by_numbers():
    text = said("one-hot", lambda y, n: y[:, None] + np.arange(n) > 1)
    assert "holds True and False" in text
    assert ".astype(float)" not in text


def test_an_infinity_that_is_right_is_not_blamed():
    """A loss of infinity where a true class has probability 0."""
    zero = np.array([[1.0, 0.0]]), np.array([1])
    half = np.array([[0.5, 0.5]]), np.array([1])
    most = np.array([[0.1, 0.9]]), np.array([1])
    exercise = replace(
        ALL["cross-entropy"], cases=lambda rng: [zero, half, most], numeric=None
    )
    feedback = diagnose(
        exercise, lambda p, targets: 0.25 - np.log(p[0, targets[0]])
    )
    assert "`loss`: yours is 0.9431" in feedback.paragraphs[0]
