"""Run a function that may do anything, and keep what came of it.

Whatever the reader's function does, nothing is raised here: an error, a wrong
kind of result or a changed argument becomes a note in the Result. Only the
end of its time and an interrupt go through, since they end the whole check.
"""

from __future__ import annotations

import contextlib
import copy
import io
import linecache
import warnings
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from nnfs_course.exercises.guard import TimeUp
from nnfs_course.exercises.result import Result, result_of


def run(
    function: Callable, arguments: dict, parts: tuple[str, ...], quiet=True
) -> Result:
    """Call function with copies of the arguments; name what it returns.

    quiet drops what the function prints.
    """
    given = copy.deepcopy(arguments)
    silent = contextlib.redirect_stdout(io.StringIO())
    try:
        with (
            warnings.catch_warnings(record=True) as caught,
            np.errstate(all="warn", under="ignore"),
            silent if quiet else contextlib.nullcontext(),
        ):
            warnings.simplefilter("default")
            result = result_of(function(*given.values()), parts)
    except (TimeUp, KeyboardInterrupt):
        raise
    except BaseException as error:
        name = type(error).__name__
        return Result(error=name, said=_said(error), line=_line_of(error))
    changed = [k for k in arguments if not same(arguments[k], given[k])]
    if changed:
        rounded = all(_nearly(arguments[k], given[k]) for k in changed)
        result = replace(result, changed=changed[0], rounded=rounded)
    for warning in caught:
        if " encountered in " in (text := str(warning.message)):
            line = _reader_s_line(warning.filename, warning.lineno)
            return replace(result, warned=text, line=line)
    return result


def same(before, after) -> bool:
    """Whether an argument stayed as it was."""
    if callable(before):
        return before is after
    try:
        return np.array_equal(np.asarray(before), np.asarray(after))
    except Exception:  # the function put something strange into a list
        return False


def _nearly(before, after) -> bool:
    """Whether an argument is again what it was, but for rounding."""
    try:
        return np.allclose(before, after, rtol=1e-12, atol=1e-12)
    except Exception:  # another shape, or no numbers
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
        line = _reader_s_line(name, step.tb_lineno) or line
        step = step.tb_next
    return line


def _reader_s_line(file: str, number: int) -> str:
    """The line, if it stands in a cell and not in a file."""
    in_cell = "ipykernel" in file or file.startswith("<")
    return linecache.getline(file, number).strip() if in_cell else ""
