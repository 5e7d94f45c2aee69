"""What is said of wrong attempts at the exercises of chapter 2."""

import math

import numpy as np
import pytest

from nnfs_course.exercises.catalogue import ALL
from nnfs_course.exercises.diagnosis import diagnose
from nnfs_course.exercises.feedback import Outcome
from nnfs_course.exercises.known import known, make_cases, results_of
from nnfs_course.exercises.patterns import about_mask
from tests.exercises.said import is_told_the_step_after_a_mask, said


def times(factor):
    return lambda inputs, dvalues: factor * (inputs.T @ dvalues)


@pytest.mark.parametrize("factor", [1e-3, 2.5, -7, 1e3])
def test_a_factor_of_usual_size_is_told(factor):
    text = said("dense-dweights", times(factor))
    assert f"{factor:.4g} times the right one" in text


@pytest.mark.parametrize("factor", [1e-30, 9e-4, 1.1e3, -1e12])
def test_a_factor_out_of_all_size_is_not_told(factor):
    text = said("dense-dweights", times(factor))
    assert "times the right one" not in text


@pytest.mark.parametrize(
    ("name", "attempt"),
    [
        ("relu-mask", lambda inputs, dvalues: inputs > 0),
        ("relu-mask", lambda inputs, dvalues: (inputs > 0).astype(float)),
        ("relu-mask", lambda inputs, dvalues: (inputs >= 0) * 1),
    ],
)
def test_a_mask_alone_says_which_step_is_missing(name, attempt):
    is_told_the_step_after_a_mask(name, attempt)


def test_zeros_and_ones_in_wrong_places_are_no_mask():
    ways = known(ALL["relu-mask"], 0)
    for attempt, is_mask in (
        (lambda inputs, dvalues: inputs > 0, True),
        (lambda inputs, dvalues: inputs <= 0, False),
    ):
        got = results_of(attempt, ALL["relu-mask"], ways.cases)
        assert bool(about_mask(ways, got)) is is_mask


def with_number(bad):
    """The gradient of the layer, plus a number made in a wrong way."""
    return lambda dvalues, weights: dvalues @ weights.T + bad(weights[0, 0])


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (lambda w: np.log(0 * w), "logarithm of 0"),
        (lambda w: np.log(-abs(w)), "logarithm of a negative number"),
        (lambda w: np.sqrt(-abs(w)), "root of a negative number"),
        (lambda w: w / (0 * w), "divided by 0"),
        (lambda w: 0 * w / (0 * w), "0 was divided by 0"),
        (lambda w: np.exp(1e4 + w), "exponential of a large number"),
        (lambda w: (1e200 * w) ** 3, "too large for a float"),
        (lambda w: np.inf * (0 * w), "infinity met a 0"),
        (lambda w: (-abs(w)) ** 0.5, "power that is no whole number"),
    ],
)
def test_what_is_not_finite_names_its_cause(bad, why):
    text = said("dense-dinputs", with_number(bad))
    assert why in text
    assert "{" not in text  # one cause of the table, the case in words


def test_the_first_cause_is_named_and_not_what_follows_from_it():
    text = said(
        "dense-dinputs", with_number(lambda w: 0 * np.log(0 * w) - np.inf)
    )
    assert "logarithm of 0" in text


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (lambda w: float(w) / 0.0, "divided by 0"),
        (lambda w: math.log(0.0), "numbers above 0"),
        (lambda w: math.sqrt(-1.0), "none below 0"),
        (lambda w: math.exp(1e4), "too large for a float"),
        (lambda w: 10.0**400, "too large for a float"),
        (lambda w: np.ones(3)[int(3 + 0 * w)], "An array knows its own sizes"),
        (lambda w: 1 if w * np.ones(2) > 0 else 0, "Decide entry by entry"),
        (lambda w: made_elsewhere(w), "made in another cell"),  # noqa: F821
    ],
)
def test_python_s_own_errors_are_explained(bad, why):
    assert why in said("dense-dinputs", with_number(bad))


@pytest.mark.parametrize(
    ("attempt", "words"),
    [
        (lambda inputs, dvalues: (inputs.T @ dvalues)[None], "are right"),
        (lambda inputs, dvalues: (inputs.T @ dvalues).ravel(), "are right"),
        (lambda inputs, dvalues: dvalues.T @ inputs + 1, "must have shape"),
    ],
)
def test_a_wrong_shape_says_whether_the_numbers_are_right(attempt, words):
    feedback = diagnose(ALL["dense-dweights"], attempt)
    assert feedback.outcome is Outcome.WRONG_SHAPE
    assert words in feedback.paragraphs[0]


@pytest.mark.parametrize(
    ("name", "attempt", "words"),
    [
        (
            "dense-dbiases",
            lambda dvalues: abs(dvalues.sum(axis=0, keepdims=True)),
            "some have the wrong sign",
        ),
        (
            "relu-mask",
            lambda inputs, dvalues: np.where(inputs > 0, dvalues, 7 * dvalues),
            "Only numbers that should be 0 are wrong",
        ),
        (
            "relu-mask",
            lambda inputs, dvalues: (
                np.where(inputs > 0, dvalues, 0.0)
                * (np.arange(dvalues.size).reshape(dvalues.shape) % 4 != 1)
            ),
            "Only numbers that you set to 0 are wrong",
        ),
        (
            "dense-dweights",
            lambda inputs, dvalues: (
                inputs.T @ dvalues + 0.3 * (inputs.shape == (1, 2))
            ),
            "cases your result is right",
        ),
    ],
)
def test_what_the_wrong_numbers_share_is_told(name, attempt, words):
    assert words in said(name, attempt)


def test_the_place_and_both_numbers_of_the_largest_error_are_true():
    exercise = ALL["dense-dinputs"]

    def attempt(dvalues, weights):
        right = dvalues @ weights.T
        right[0, -1] += 0.25
        if len(right) > 2:
            right[2, 0] -= 7
        return right

    case = make_cases(exercise, 0)[0]
    truth = case["dvalues"] @ case["weights"].T
    text, _ = diagnose(exercise, attempt).paragraphs
    assert "`dinputs[2, 0]`" in text
    assert f"yours is {truth[2, 0] - 7:.4g}" in text
    assert f"finite differences say {truth[2, 0]:.4g}." in text
