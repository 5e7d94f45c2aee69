"""Arithmetic of single numbers that has no result: refused, with the cause."""

from __future__ import annotations

from nnfs_course.checks.numbers import as_float, is_number, shown


def exponent_for(base: float, exponent) -> float:
    """exponent as a float, if base ** exponent is a real number.

    >>> exponent_for(-2.0, 3)
    3.0
    """
    n = as_float(exponent, "The exponent")
    if base == 0 and n < 0:
        raise ValueError(
            f"{base!r} ** {n!r} is a division by zero. Is a denominator 0?"
        )
    if base < 0 and not n.is_integer():
        raise ValueError(f"{base!r} ** {n!r} is not a real number.")
    return n


def base_for_value(base) -> float:
    """base as a float, if base ** Value has a derivative.

    >>> base_for_value(2)
    2.0
    """
    number = as_float(base, "The base")
    if number <= 0:
        raise ValueError(
            f"{shown(base)} ** Value needs a base above 0, because the "
            "derivative holds ln(base)."
        )
    return number


def has_logarithm(number: float) -> None:
    """ValueError is raised if number is 0 or below."""
    if number <= 0:
        raise ValueError(
            f"log({number!r}): the logarithm needs a number above 0. Is this a "
            "probability that became 0? Then compute the loss from the logits "
            "instead."
        )


def as_upstream(upstream) -> float:
    """upstream as a float, if it is a number, and not NaN.

    >>> as_upstream(1)
    1.0
    """
    if not is_number(upstream) or upstream != upstream:
        raise ValueError(
            "The upstream gradient must be a number, but got "
            f"{shown(upstream)}."
        )
    return as_float(upstream, "The upstream gradient")
