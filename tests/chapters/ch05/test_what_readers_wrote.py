"""Attempts of readers at chapter 5, once answered with the wrong words."""

import numpy as np
import pytest

from nnfs_course.exercises.catalogue import ALL
from nnfs_course.exercises.diagnosis import CHANGES, diagnose
from tests.exercises.said import words


def through_softmax(p, dp):
    return p * (dp - (dp * p).sum(axis=1, keepdims=True))


def the_long_way(p, targets):
    y = np.eye(p.shape[1])[targets]
    return through_softmax(p, -y / p / len(p))


def the_long_way_by_index(p, targets):
    dp, rows = np.zeros_like(p), np.arange(len(p))
    dp[rows, targets] = -1 / p[rows, targets] / len(p)
    return through_softmax(p, dp)


@pytest.mark.parametrize(
    ("attempt", "where"),
    [
        (the_long_way, "until a probability is 0"),
        (the_long_way_by_index, "until a true class has p = 0"),
    ],
)
def test_the_long_way_is_told_as_one_thing(attempt, where):
    text = words("fused-gradient", attempt)
    assert where in text
    assert "Two things" not in text
    assert "Softmax is missing" not in text


def nudged_in_place(f, x, h):
    gradient = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        x[i] += h
        upper = f(x)
        x[i] -= 2 * h
        lower = f(x)
        x[i] += h
        gradient[i] = (upper - lower) / (2 * h)
    return gradient


def moved_a_little(f, x, h):
    gradient = ALL["gradient-check"].reference(f, x, h)
    x += 1e-9
    return gradient


def test_an_argument_put_back_but_for_rounding_is_told_so():
    feedback = diagnose(ALL["gradient-check"], nudged_in_place)
    assert feedback.mistake == CHANGES
    text = " ".join(feedback.paragraphs)
    assert "back, but for rounding" in text
    assert "print the array" not in text
    assert "but for rounding" not in words("gradient-check", moved_a_little)


def test_rounding_is_told_beside_another_mistake():
    text = words("gradient-check", lambda f, x, h: nudged_in_place(f, x, h) + 1)
    assert "puts its argument `x` back, but for rounding" in text
