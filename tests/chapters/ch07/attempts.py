"""Attempts at the exercises of chapter 7."""

import numpy as np

from nnfs_course import finite_differences


def counting(numeric_of):
    """An attempt at wrong-entries, with its own way to measure."""
    return lambda f, x, g: (~np.isclose(numeric_of(f, x), g, rtol=1e-4)).sum()


def measured(h, dtype=np.float64, forward=False):
    def numeric_of(f, x):
        x = x.astype(dtype or x.dtype)
        steps = np.eye(len(x), dtype=x.dtype) * x.dtype.type(h)
        if forward:
            return np.array([(f(x + s) - f(x)) / h for s in steps])
        return np.array([(f(x + s) - f(x - s)) / (2 * h) for s in steps])

    return numeric_of


RIGHT = {
    "wrong-entries": [
        counting(measured(h)) for h in (1e-3, 1e-4, 1e-5, 1e-6, 1e-7)
    ],
}


def size(analytic, numeric):
    return np.maximum(np.abs(analytic), np.abs(numeric))


def error(analytic, numeric):
    """The right one, for each entry; NaN where both are 0."""
    return np.abs(analytic - numeric) / size(analytic, numeric)


def without_signs(analytic, numeric):
    """Wrong for two gradients that point in opposite directions."""
    difference = np.abs(np.abs(analytic) - np.abs(numeric))
    bounded = np.maximum(size(analytic, numeric), 1e-300)
    return (difference / bounded).max()


def default_limit(function, x, gradient):
    """Wrong for an entry that is off by 4e-5, which is allowed."""
    numeric = finite_differences(function, x.astype(np.float64), h=1e-5)
    return (~np.isclose(gradient, numeric)).sum()


RARELY_WRONG = [
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
]
