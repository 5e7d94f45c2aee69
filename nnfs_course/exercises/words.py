"""How cases, places and names are written in a message."""

from __future__ import annotations

import difflib

import numpy as np


def described(case: dict) -> str:
    """The arguments of a case: numbers as they are, arrays by their shape."""
    words = []
    for name, value in case.items():
        if callable(value):
            continue
        shape = np.shape(value)
        if shape and np.size(value) > 4:
            words.append(f"`{name}` of shape {shape}")
        else:
            short = (np.round(np.asarray(value), 4) + 0).tolist()
            words.append(f"`{name} = {short}`")
    return ", ".join(words)


def place(name: str, index) -> str:
    inside = ", ".join(str(int(i)) for i in index)
    return f"{name}[{inside}]" if inside else name


def number(value: float) -> str:
    return f"{value + 0:.4g}"  # + 0 makes 0 of -0


def listed(names) -> str:
    return ", ".join(f"`{name}`" for name in names)


def closest(name: str, names: list[str]) -> str:
    """The known name that looks most like this one, or nothing."""
    return next(iter(difflib.get_close_matches(name, names, 1, 0.4)), "")
