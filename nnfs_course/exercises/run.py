"""Run a function that may do anything, and keep what came of it.

Whatever the reader's function does, nothing is raised here: an error, a wrong
kind of result or a changed argument becomes a note in the Result.
"""

from __future__ import annotations

import contextlib
import copy
import inspect
import io
import linecache
import warnings
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Result:
    """What a function gave back. Only one of parts, error, missing, problem."""

    parts: tuple[np.ndarray, ...] = ()
    error: str = ""  # the type of an error, as "ValueError"
    said: str = ""  # its message
    line: str = ""  # the reader's own line that raised it
    missing: str = ""  # what is still "..." or None
    problem: str = ""  # what is no array of numbers, and why
    changed: str = ""  # the argument that the function changed


def run(
    function: Callable, arguments: dict, parts: tuple[str, ...], quiet=True
) -> Result:
    """Call function with copies of the arguments; name what it returns.

    quiet drops what the function prints.
    """
    given = copy.deepcopy(arguments)
    kept = copy.deepcopy(arguments)
    silent = contextlib.redirect_stdout(io.StringIO())
    try:
        with (
            warnings.catch_warnings(),
            np.errstate(all="ignore"),
            silent if quiet else contextlib.nullcontext(),
        ):
            warnings.simplefilter("ignore")
            returned = function(*given.values())
            result = _as_parts(returned, parts)
    except (Exception, SystemExit) as error:
        name = type(error).__name__
        return Result(error=name, said=_said(error), line=_line_of(error))
    changed = [k for k in kept if not _same(kept[k], given[k])]
    if changed:
        return Result(result.parts, problem=result.problem, changed=changed[0])
    return result


def _as_parts(returned, names: tuple[str, ...]) -> Result:
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
        wanted = ", ".join(f"`{name}`" for name in names)
        return Result(
            problem=f"The function must return {len(names)} things, {wanted}, "
            f"in this order and separated by commas, but it returned {came}."
        )
    arrays = []
    for name, value in zip(names, returned, strict=True):
        if value is None or value is ...:
            return Result(missing=f"`{name}`")
        array = _as_numbers(value)
        if isinstance(array, str):
            return Result(problem=f"`{name}` must be made of numbers. {array}")
        arrays.append(array)
    return Result(tuple(arrays))


def _as_numbers(value) -> np.ndarray | str:
    """value as a new float array, or a sentence that says why it is none."""
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
    if array.dtype.kind == "b":
        return "It holds True and False. For an array, `.astype(float)` helps."
    if array.dtype.kind == "c":
        return "It is complex. Which part of it is wanted?"
    if array.dtype.kind not in "iuf":
        return f"It holds entries of type {_entry_type(array)}."
    if array.dtype == np.float16:
        return "It is float16, too coarse to tell right from nearly right."
    return array if array.dtype == np.float32 else array.astype(np.float64)


def _entry_type(array: np.ndarray) -> str:
    if array.dtype != object:
        return str(array.dtype)
    return type(array.flat[0]).__name__ if array.size else "object"


def _same(before, after) -> bool:
    if callable(before):
        return True
    try:
        return np.array_equal(np.asarray(before), np.asarray(after))
    except Exception:  # the function put something strange into a list
        return False


def _said(error: BaseException) -> str:
    try:
        return str(error).split("\n")[0][:200]
    except Exception:  # an error that cannot even say what it is
        return "(no message)"


def _line_of(error: BaseException) -> str:
    """The last line of a notebook cell on the way to the error."""
    line, step = "", error.__traceback__
    while step is not None:
        name = step.tb_frame.f_code.co_filename
        if "ipykernel" in name or name.startswith("<"):
            line = linecache.getline(name, step.tb_lineno).strip()
        step = step.tb_next
    return line
