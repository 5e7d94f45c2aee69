"""What a function gave back, as named arrays of numbers or as a sentence."""

from __future__ import annotations

import inspect
from dataclasses import dataclass

import numpy as np

from nnfs_course.exercises.words import listed


@dataclass(frozen=True)
class Result:
    """What came of one call. Of parts, error, missing and problem only one."""

    parts: tuple[np.ndarray, ...] = ()
    error: str = ""  # the type of an error, as "ValueError"
    said: str = ""  # its message
    missing: str = ""  # what is still "..." or None
    problem: str = ""  # what is no array of numbers, and why
    booleans: str = ""  # the part that holds True and False
    changed: str = ""  # the argument that the function changed
    rounded: bool = False  # it was put back, but for rounding
    warned: str = ""  # the first warning of NumPy, as "overflow …"
    line: str = ""  # the reader's own line that raised or warned


def result_of(returned, names: tuple[str, ...]) -> Result:
    """The parts of what was returned, or what is wrong with it."""
    if inspect.iscoroutine(returned):
        returned.close()
    if returned is None or returned is ...:
        return Result(missing="None" if returned is None else "...")
    if len(names) == 1:
        returned = (returned,)
    elif not isinstance(returned, (tuple, list)) or len(returned) != len(names):
        came = (
            f"{len(returned)} things"
            if isinstance(returned, (tuple, list))
            else f"one {type(returned).__name__}"
        )
        return Result(
            problem=f"The function must return {len(names)} things, "
            f"{listed(names)}, in this order and separated by commas, but it "
            f"returned {came}."
        )
    arrays, booleans = [], ""
    for name, value in zip(names, returned, strict=True):
        if value is None or value is ...:
            return Result(missing=f"`{name}`")
        array = _as_numbers(value)
        if isinstance(array, str):
            return Result(problem=f"`{name}` must be made of numbers. {array}")
        if array.dtype.kind == "b":
            booleans = booleans or name
            array = array.astype(np.float64)
        arrays.append(array)
    return Result(tuple(arrays), booleans=booleans)


def _as_numbers(value) -> np.ndarray | str:
    """value as a new array, or a sentence that says why it is none."""
    if isinstance(value, (set, dict, str, bytes)) or callable(value):
        return f"It is a {type(value).__name__}."
    if inspect.isgenerator(value) or hasattr(value, "__next__"):
        return (
            f"It is a {type(value).__name__}, which makes numbers only when "
            "asked. Put square brackets or `list(...)` around it."
        )
    try:
        array = np.array(value)
    except ValueError:
        return "Its rows differ in length."
    if array.dtype.kind == "c":
        return "It is complex. Which part of it is wanted?"
    if array.dtype.kind not in "biuf":
        return f"It holds entries of type {_entry_type(array)}."
    if array.dtype == np.float16:
        return "It is float16, too coarse to tell right from nearly right."
    keep = array.dtype == np.float32 or array.dtype.kind == "b"
    return array if keep else array.astype(np.float64)


def _entry_type(array: np.ndarray) -> str:
    if array.dtype != object:
        return str(array.dtype)
    return type(array.flat[0]).__name__ if array.size else "object"
