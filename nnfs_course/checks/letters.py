"""Shapes said in letters: weights (I, O), biases (1, O).

A letter stands for a size. Where it occurs again, it must be the same size.
"""

from __future__ import annotations

from functools import cache

import numpy as np


def sizes_of(shapes: dict[str, str], arrays: dict[str, np.ndarray]) -> dict:
    """The size behind each letter.

    Raises ValueError if an array has another number of axes than its shape
    says, or if two sizes with the same letter differ.

    >>> shapes = {"weights": "(I, O)", "biases": "(1, O)"}
    >>> arrays = {"weights": np.ones((2, 3)), "biases": np.ones((1, 3))}
    >>> sizes_of(shapes, arrays)
    {'I': 2, 'O': 3}
    """
    sizes = {"1": 1}
    for name, shape in shapes.items():
        letters = _letters(shape)
        given = arrays[name].shape
        fits = len(given) == len(letters) and given == tuple(
            sizes.setdefault(letter, size)
            for letter, size in zip(letters, given, strict=True)
        )
        if not fits:
            expected = " and ".join(f"{n} {s}" for n, s in shapes.items())
            got = " and ".join(f"{n} {a.shape}" for n, a in arrays.items())
            raise ValueError(
                f"The shapes must be {expected}, equal letters being equal "
                f"sizes, but got {got}. Is one of them transposed or flat?"
            )
    del sizes["1"]
    return sizes


@cache
def _letters(shape: str) -> list[str]:
    return shape.strip("()").split(", ")
