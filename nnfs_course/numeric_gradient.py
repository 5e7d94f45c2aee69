"""Two ways to get a gradient without knowing how: move a number and look.

Both are slow, one run of the function or two for each number. And both share
no idea with backpropagation, which makes them good witnesses.
"""

from __future__ import annotations

import numpy as np

from nnfs_course.checks import settings, shapes
from nnfs_course.checks.numbers import as_float, is_number, shown


def finite_differences(function, x, h: float = 1e-6) -> np.ndarray:
    """The gradient of a function of an array, by central differences::

        step        = max(h, 1e-8 * abs(x[i]))
        right, left = x[i] + step, x[i] - step
        gradient[i] = (function(right at i) - function(left at i))
                      / (right - left)

    function takes an array like x and returns one number. x stays as it is.
    Good to about 9 digits. Raises ValueError if x is not made of numbers, h is
    not above 0, or function gives anything but one number.

    >>> finite_differences(lambda x: (x**2).sum(), [1.0, 3.0]).round(6)
    array([2., 6.])
    """
    moved = _checked(function, x, h).copy()
    gradient = np.empty_like(moved)
    for i in shapes.places(moved):
        center = moved[i]
        step = step_at(center, h)
        right, left = center + step, center - step
        moved[i] = right
        above = _one_number(function(moved.copy()))
        moved[i] = left
        below = _one_number(function(moved.copy()))
        moved[i] = center
        gradient[i] = (above - below) / (right - left)
    return gradient


def step_at(x, h: float):
    """How far to move x: h, or a unit in its eighth digit if that is more.

    A float has 16 digits, so a step of 1e-6 beside 1e10 would be lost. The
    eighth leaves eight for the difference, and large numbers still move little.
    """
    return np.maximum(h, 1e-8 * np.abs(x))


def complex_step(function, x, h: float = 1e-30) -> np.ndarray:
    """The gradient of a smooth function of an array, to full precision::

        gradient[i] = imaginary part of function(x + ih at i) / h

    Nothing is subtracted, so nothing cancels, and h can be tiny. function must
    be made of smooth operations that work on complex numbers: no abs, no
    maximum. Source: Squire and Trapp (1998). Raises ValueError if x is not
    made of numbers, h is not above 0, or the result is not complex.

    >>> complex_step(lambda x: (x**2).sum(), [1.0, 3.0])
    array([2., 6.])
    """
    x = _checked(function, x, h)
    gradient = np.empty_like(x)
    for i in shapes.places(x):
        moved = x.astype(complex)
        moved[i] += 1j * h
        result = function(moved)
        if not np.iscomplexobj(result) or np.ndim(result) > 0:
            raise ValueError(
                "complex_step needs a function that stays complex and gives "
                f"one number, but got {shown(result)}. Does it take the real "
                "part, or convert to float?"
            )
        gradient[i] = result.imag / h
    return gradient


def _checked(function, x, h: float) -> np.ndarray:
    if not callable(function):
        raise ValueError(
            "function must be a function of an array, but got "
            f"{shown(function)}."
        )
    as_step(h)
    return as_float64(x)


def as_step(h) -> float:
    """h as a float, if it is a step: finite and above 0."""
    return settings.number("The step h", h, lambda h: h > 0, "above 0")


def _one_number(result) -> float:
    if isinstance(result, np.ndarray) and result.ndim == 0:
        result = result[()]
    if not is_number(result):
        raise ValueError(
            "The function must give one number, but gave "
            f"{shown(result)}. Is a sum missing?"
        )
    return as_float(result, "What the function gave")


def as_float64(x) -> np.ndarray:
    """x as float64. Whoever has float32 must decide to convert it."""
    x = shapes.as_floats("x", x)
    if x.dtype == np.float32:
        raise ValueError(
            "Finite differences of float32 numbers are mostly rounding error, "
            "with no digit to trust. Convert to float64 first."
        )
    return x
