"""What the checks of the labelled equations share."""

from __future__ import annotations

import numpy as np

CHECKS = {}
N, I, O = 5, 3, 4  # noqa: E741 (the letters of the book)
RNG = np.random.default_rng(1)


def equation(label: str, latex: str):
    def register(check):
        assert label not in CHECKS, f"two checks for {label}"
        CHECKS[label] = (" ".join(latex.split()), check)
        return check

    return register


def slope(f, x: float, h: float = 1e-6) -> float:
    """df/dx by central differences."""
    return (f(x + h) - f(x - h)) / (2 * h)


def equal(a, b):
    np.testing.assert_allclose(a, b, rtol=1e-7, atol=1e-9)


def numeric(f, array):
    """The gradient of f(array), entry by entry, by central differences."""
    gradient = np.empty_like(array)
    for i in np.ndindex(array.shape):

        def at(value, i=i):
            moved = array.copy()
            moved[i] = value
            return f(moved)

        gradient[i] = slope(at, array[i])
    return gradient


def rows_of_probabilities():
    e = np.exp(RNG.normal(size=(N, O)))
    return e / e.sum(axis=1, keepdims=True)


def one_hot_rows():
    return np.eye(O)[RNG.integers(O, size=N)]


def mean_cross_entropy(p, y):
    return -(y * np.log(p)).sum() / N


def softmax_of(z):
    e = np.exp(z)
    return e / e.sum(axis=-1, keepdims=True)


def logits_of_one_sample():
    return RNG.normal(size=O)


def numeric_jacobian(z):
    return np.array(
        [numeric(lambda z, i=i: softmax_of(z)[i], z) for i in range(len(z))]
    )
