"""Checks of settings: a size, a rate, a seed.

Like `shapes`, but for the settings of a layer, an optimizer or a training run.
"""

from __future__ import annotations

import math

import numpy as np

from nnfs_course.checks.numbers import as_float, is_number, is_whole, shown

LARGEST = 2**31 - 1  # of anything to be counted: no memory holds more rows


def whole_number(name: str, value) -> int:
    """value as an int, if it is a whole number above 0 and no bool.

    >>> whole_number("epochs", 3)
    3
    """
    if not is_whole(value) or value < 1:
        raise ValueError(
            f"{name} must be a whole number above 0, but got {shown(value)}."
        )
    if value > LARGEST:
        raise ValueError(
            f"{name} must be at most {LARGEST}, but got {shown(value)}."
        )
    return int(value)


def sizes(**named: int) -> tuple[int, ...]:
    """Several whole numbers above 0, as a shape.

    >>> sizes(n_inputs=2, n_neurons=3)
    (2, 3)
    """
    return tuple(whole_number(name, value) for name, value in named.items())


def float_type(dtype) -> np.dtype:
    """dtype, if it is float32 or float64."""
    try:
        known = np.dtype(dtype)
    except (TypeError, ValueError, SyntaxError):  # it reads text as Python
        known = None
    if known not in (np.float32, np.float64):
        raise ValueError(
            f"dtype must be float32 or float64, but got {shown(dtype)}."
        )
    return known


def number(name: str, value, allowed, words: str) -> float:
    """value as a float, if it is finite, no bool, and `allowed(value)`.

    words say what is allowed.

    >>> number("decay", 0, lambda decay: decay >= 0, "0 or above")
    0.0
    """
    if is_number(value):
        finite = as_float(value, name)
        if math.isfinite(finite) and allowed(finite):
            return finite
    raise ValueError(
        f"{name} must be a number {words}, but got {shown(value)}."
    )


def generator(rng) -> np.random.Generator:
    """A random generator from a seed, or the one that is given.

    >>> generator(0).integers(10, size=3)
    array([8, 6, 5])
    """
    if rng is None:
        raise ValueError(
            "rng must be a seed or a numpy.random.Generator, but got None: "
            "random numbers that nobody can repeat cannot be checked."
        )
    try:
        return np.random.default_rng(rng)
    except (TypeError, ValueError):
        raise ValueError(
            "rng must be a seed (a whole number, 0 or above) or a "
            f"numpy.random.Generator, but got {shown(rng)}."
        ) from None
