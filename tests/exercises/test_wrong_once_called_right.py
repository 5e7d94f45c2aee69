"""Functions that are wrong in rare inputs only, and were once called right."""

import numpy as np
import pytest

from nnfs_course import finite_differences
from nnfs_course.exercises.catalogue import ALL
from nnfs_course.exercises.diagnosis import Outcome, diagnose

SEEDS = range(20)


def size(analytic, numeric):
    return np.maximum(np.abs(analytic), np.abs(numeric))


def error(analytic, numeric):
    """The right one, for each entry; NaN where both are 0."""
    return np.abs(analytic - numeric) / size(analytic, numeric)


def one_maximum(logits, targets):
    """Wrong where a row lies far below another one."""
    top = logits.max()
    sums = np.exp(logits - top).sum(axis=1)
    true = logits[np.arange(len(targets)), targets]
    return (np.log(sums) + top - true).mean()


def without_signs(analytic, numeric):
    """Wrong for two gradients that point in opposite directions."""
    difference = np.abs(np.abs(analytic) - np.abs(numeric))
    bounded = np.maximum(size(analytic, numeric), 1e-300)
    return (difference / bounded).max()


def default_limit(function, x, gradient):
    """Wrong for an entry that is off by 4e-5, which is allowed."""
    numeric = finite_differences(function, x.astype(np.float64), h=1e-5)
    return (~np.isclose(gradient, numeric)).sum()


WRONG = [
    ("fused-loss", one_maximum),
    # sizes far below 1
    (
        "relative-error",
        lambda a, n: (np.abs(a - n) / (size(a, n) + 1e-8)).max(),
    ),
    # nothing but zeros
    ("relative-error", lambda a, n: np.nanmax(error(a, n))),
    # one of the two is 0
    ("relative-error", lambda a, n: np.where(a == 0, 0, error(a, n)).max()),
    ("relative-error", lambda a, n: np.where(n == 0, 0, error(a, n)).max()),
    # both are negative
    (
        "relative-error",
        lambda a, n: (
            np.abs(a - n) / np.maximum(np.maximum(a, n), 1e-300)
        ).max(),
    ),
    ("relative-error", without_signs),
    ("wrong-entries", default_limit),
    # a slope below 0
    ("complex-step", lambda f, x, h: abs(f(x + 1j * h).imag) / h),
    # an image that holds neither 0 nor 1
    (
        "adversarial-step",
        lambda image, gradient, epsilon: np.clip(
            image + epsilon * np.sign(gradient), image.min(), image.max()
        ),
    ),
]


@pytest.mark.parametrize(("name", "attempt"), WRONG)
def test_a_function_that_is_rarely_wrong_is_not_called_right(name, attempt):
    for seed in SEEDS:
        feedback = diagnose(ALL[name], attempt, seed)
        assert feedback.outcome is not Outcome.RIGHT, feedback
