"""Arrays by name: what a network and an optimizer hand to each other."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from nnfs_course.checks import shapes
from nnfs_course.checks.numbers import shown


def as_named(what: str, arrays, like=None) -> dict[str, np.ndarray]:
    """arrays as a new dict of new arrays, all of them finite numbers.

    With like, another dict of arrays, they must have its names and shapes, and
    they get its order and dtypes. what is the word for messages.

    >>> as_named("parameters", {"w": [1, 2]})
    {'w': array([1., 2.])}
    """
    if not isinstance(arrays, Mapping) or not arrays:
        raise ValueError(
            f"{what} must be a dict of name to array, like "
            f'{{"layer0.weights": ...}}, but got {shown(arrays)}.'
        )
    like = dict.fromkeys(arrays) if like is None else like
    if set(arrays) != set(like):
        missing = sorted(set(like) - set(arrays))
        unknown = sorted(set(arrays) - set(like), key=str)
        raise ValueError(
            f"{what} must have the names {list(like)}, but {missing} are "
            f"missing and {shown(unknown)} are unknown. Do they belong to "
            "another network?"
        )
    with np.errstate(over="ignore"):  # a float64 too large for float32
        return {
            name: _checked(f"{what}[{name!r}]", arrays[name], like[name])
            for name in like
        }


def all_finite(what: str, arrays: dict[str, np.ndarray]) -> None:
    """NotFinite is raised if an array holds a NaN or an infinity."""
    for name, array in arrays.items():
        shapes.all_finite(f"{what}[{name!r}]", array)


def _checked(name: str, array, like) -> np.ndarray:
    array = shapes.as_floats(name, array)
    like = array if like is None else like
    if array.shape != like.shape:
        raise ValueError(
            f"{name} must have shape {like.shape}, but got {array.shape}. "
            "A gradient has the shape of its parameter; nothing is broadcast."
        )
    return shapes.all_finite(name, array.astype(like.dtype))
