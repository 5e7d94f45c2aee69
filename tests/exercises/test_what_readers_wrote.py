"""Attempts of readers that were once answered with words that lead away."""

import numpy as np
import pytest

from nnfs_course.exercises.catalogue import ALL
from nnfs_course.exercises.diagnosis import CHANGES, diagnose
from nnfs_course.exercises.ideas import IDEAS
from nnfs_course.exercises.sizes import IDEA, NAME


def words(name, attempt):
    return " ".join(diagnose(ALL[name], attempt).paragraphs)


# --- the long way to the gradient of the logits ---


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


# --- one mistake, one name ---


@pytest.mark.parametrize(
    "attempt",
    [
        lambda inputs, dvalues: dvalues * inputs > 0,
        lambda inputs, dvalues: (dvalues * inputs > 0).astype(float),
    ],
)
def test_a_mask_without_brackets_is_named(attempt):
    feedback = diagnose(ALL["relu-mask"], attempt)
    assert feedback.mistake == "brackets-forgotten"
    assert "astype" not in " ".join(feedback.paragraphs)


def test_a_flat_array_has_no_other_side():
    text = words("softmax-jacobian", lambda s: np.diag(s) - s @ s.T)
    assert "its `.T` is the same flat array" in text


def efficient_adam(w, m, v, gradient, t, rate, beta_1, beta_2, epsilon):
    """Algorithm 1 of Kingma and Ba in the order that section 2 gives."""
    m = beta_1 * m + (1 - beta_1) * gradient
    v = beta_2 * v + (1 - beta_2) * gradient**2
    rate = rate * np.sqrt(1 - beta_2**t) / (1 - beta_1**t)
    return w - rate * m / (np.sqrt(v) + epsilon), m, v


def test_the_efficient_order_of_adam_is_named():
    feedback = diagnose(ALL["adam-step"], efficient_adam)
    assert feedback.mistake == "epsilon-not-corrected"


# --- an argument that is put back, nearly ---


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


# --- names ---


def test_the_imaginary_unit_is_told_where_it_is_wanted():
    text = words(
        "complex-step",
        lambda function, x, h: function(x + i * h).imag / h,  # noqa: F821
    )
    assert "i is written `1j`" in text
    text = words("step", lambda w, gradient, rate: w[i])  # noqa: F821
    assert "1j" not in text
    assert "made in another cell" in text


# --- sizes of the chapter's example ---


def picked(p, targets):
    return -np.log(p[np.arange(3), targets]).mean()


def picked_and_divided(p, targets):
    return -np.log(p[np.arange(3), targets]).sum() / 3


def both_sizes(p, targets):
    y = np.eye(3)[targets]
    return (p - y) / 3


def other_names(a, b):
    return (a - np.eye(a.shape[1])[b]) / 3


def in_a_loop(probabilities, dvalues):
    dinputs = np.zeros_like(dvalues)
    for n in range(3):
        s = probabilities[n]
        dinputs[n] = (np.diag(s) - np.outer(s, s)) @ dvalues[n]
    return dinputs


def of_given_classes(y, n_classes):
    return np.eye(3)[y]


def another_mistake_too(p, targets):
    return p[np.arange(3), targets].mean()


@pytest.mark.parametrize(
    ("name", "attempt", "sizes"),
    [
        ("cross-entropy", picked, "`len(p)`."),
        ("cross-entropy", picked_and_divided, "`len(p)`."),
        ("fused-gradient", both_sizes, "`p.shape[1]`, `len(p)`."),
        ("softmax-backward", in_a_loop, "`len(probabilities)`."),
        ("one-hot", of_given_classes, "`n_classes`."),
    ],
)
def test_a_size_of_the_example_is_named(name, attempt, sizes):
    feedback = diagnose(ALL[name], attempt)
    assert (feedback.mistake, feedback.idea) == (NAME, IDEA)
    assert "You wrote 3 where a size" in " ".join(feedback.paragraphs)
    assert feedback.paragraphs[-1].endswith(sizes)
    assert IDEAS[IDEA]


@pytest.mark.parametrize(
    ("name", "attempt"),
    [
        ("cross-entropy", another_mistake_too),
        ("fused-gradient", other_names),
        ("step", lambda w, gradient, rate: [3 * n for n in w]),
    ],
)
def test_sizes_are_blamed_only_if_they_mend_it(name, attempt):
    assert diagnose(ALL[name], attempt).mistake != NAME
