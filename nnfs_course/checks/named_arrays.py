"""Arrays by name: what a network and an optimizer hand to each other.

Joined, they are one vector. So a step downhill is a line of algebra for all
parameters at once, and one look at the vector finds a NaN anywhere.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from nnfs_course.checks import shapes
from nnfs_course.checks.numbers import shown


def has_names(arrays) -> bool:
    """Whether arrays is a dict, or the like, and all its names are text."""
    return isinstance(arrays, Mapping) and all(
        isinstance(name, str) for name in arrays
    )


def as_named(what: str, arrays, like=None) -> dict[str, np.ndarray]:
    """arrays as a new dict of new arrays, all of them floats.

    With like, another dict of arrays, they must have its names and shapes, and
    they get its order and dtypes. what is the word for messages.

    >>> as_named("parameters", {"w": [1, 2]})
    {'w': array([1., 2.])}
    """
    if not has_names(arrays) or not arrays:
        raise ValueError(
            f"{what} must be a dict of name to array, like "
            f'{{"layer0.weights": ...}}, but got {shown(arrays)}.'
        )
    like = dict.fromkeys(arrays) if like is None else like
    if set(arrays) != set(like):
        missing = sorted(set(like) - set(arrays))
        unknown = sorted(set(arrays) - set(like))
        raise ValueError(
            f"{what} must have the names {shown([*like], 200)}, but "
            f"{shown(missing, 200)} are missing and {shown(unknown)} are "
            "unknown. Do they belong to another network?"
        )
    with np.errstate(over="ignore"):  # a float64 too large for float32
        return {
            name: _checked(f"{what}[{shown(name)}]", arrays[name], like[name])
            for name in like
        }


def joined(arrays: dict[str, np.ndarray]) -> np.ndarray:
    """All numbers, one array after the other: one vector.

    >>> joined({"w": np.array([[1.0, 2.0]]), "b": np.array([3.0])})
    array([1., 2., 3.])
    """
    return np.concatenate([array.ravel() for array in arrays.values()])


def in_parts(vector: np.ndarray, like: dict) -> dict[str, np.ndarray]:
    """`joined`, backwards: arrays with the names, shapes and dtypes of like.

    >>> w, b = np.zeros((1, 2)), np.zeros(1)
    >>> in_parts(np.array([1.0, 2.0, 3.0]), like={"w": w, "b": b})
    {'w': array([[1., 2.]]), 'b': array([3.])}
    """
    parts, start = {}, 0
    for name, array in like.items():
        part = vector[start : start + array.size].reshape(array.shape)
        parts[name] = part.astype(array.dtype, copy=False)
        start += array.size
    return parts


def all_finite(what: str, arrays: dict[str, np.ndarray]) -> None:
    """NotFinite is raised if an array holds a NaN or an infinity."""
    if not np.isfinite(joined(arrays)).all():
        for name, array in arrays.items():
            shapes.all_finite(f"{what}[{shown(name)}]", array)


def _checked(name: str, array, like) -> np.ndarray:
    array = shapes.as_floats(name, array)
    like = array if like is None else like
    if array.shape != like.shape:
        raise ValueError(
            f"{name} must have shape {like.shape}, but got {array.shape}. "
            "A gradient has the shape of its parameter; nothing is broadcast."
        )
    return array.astype(like.dtype)
