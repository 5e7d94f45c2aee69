"""An error of a cell: its last lines, the reader's line, and a sentence."""

from __future__ import annotations

import builtins
import linecache
import re
import sys
import traceback
import urllib.error

from in_page import outputs
from in_page.limits import NETWORK, NotInThePage

CELL = re.compile(r"<cell (\w+)>")
OURS = re.compile(r"^<frozen|/in_page/")  # of no interest to the reader
TOO_BIG = re.compile(r"array is too big|Maximum allowed")  # in 32 bits
COMMAND = re.compile(r"\s*[%!]")
AVAILABLE = "NumPy, matplotlib, the course and Python's own library"


def describe(error: BaseException, cell: str) -> dict:
    """The message for the page. line is the last line of this cell that ran
    on the way to the error, if there is one."""
    steps = _steps(error)
    lines = [line for name, line, _ in steps if name == f"<cell {cell}>"]
    parts = [_place(name, line, function) for name, line, function in steps]
    last = "".join(traceback.format_exception_only(error)).rstrip()
    if isinstance(error, NotInThePage):
        parts, last = parts[:1], str(error)
    elif isinstance(error, SyntaxError) and last.startswith("  File"):
        title, rest = parts[0].split("\n")[0], last.split("\n")[1:]
        parts, last = [title], "\n".join(rest)  # with ^ under the place
    return {
        "type": "error",
        "name": type(error).__name__,
        "line": lines[-1] if lines else None,
        "text": "\n".join([*_shortened(parts), last]),
        "advice": advice(error),
    }


def _steps(error: BaseException) -> list[tuple[str, int, str]]:
    """File, line and function on the way, from the first cell on."""
    steps = [
        (frame.f_code.co_filename, line, frame.f_code.co_name)
        for frame, line in traceback.walk_tb(error.__traceback__)
        if not OURS.search(frame.f_code.co_filename)
    ]
    while steps and not CELL.fullmatch(steps[0][0]):
        steps.pop(0)
    if isinstance(error, SyntaxError) and CELL.fullmatch(error.filename or ""):
        steps = [(error.filename, error.lineno or 1, "<module>")]
    return steps


def _place(name: str, line: int, function: str) -> str:
    """One step: the lines around it in a cell, one line for a library."""
    inside = "" if function == "<module>" else f", in {function}"
    found = CELL.fullmatch(name)
    if not found:
        return f"{name.split('site-packages/')[-1]}, line {line}{inside}"
    total = len(linecache.getlines(name))
    shown = range(max(1, line - 2), min(total, line + 1) + 1)
    rows = [
        f"{'--->' if n == line else '    '} {n:3} "
        + linecache.getline(name, n).rstrip("\n")
        for n in shown
    ]
    cell = f"Cell {found[1]}" if found[1].isdigit() else "Your cell"
    return "\n".join([f"{cell}, line {line}{inside}", *rows])


def _shortened(parts: list[str]) -> list[str]:
    """The first step, and the last three."""
    if len(parts) <= 5:
        return parts
    return [parts[0], f"... {len(parts) - 4} more steps ...", *parts[-3:]]


def advice(error: BaseException) -> str:
    """A sentence for what a page cannot do, or ''."""
    if isinstance(error, ModuleNotFoundError):
        return (
            f"{error.name} is not in this page, and a page cannot install it. "
            f"Here are {AVAILABLE}. For more, run the notebook in Jupyter."
        )
    if isinstance(error, MemoryError) or TOO_BIG.match(str(error)):
        return (
            "That needs more memory than a page's Python can have: 2 GB for "
            "one array, 4 GB for all. Try it smaller."
        )
    if isinstance(error, urllib.error.URLError):
        return NETWORK
    if isinstance(error, FileNotFoundError):
        return (
            "A page's Python sees none of the files on your computer. It has "
            "a folder of its own, which is empty at the start and is forgotten "
            "when you leave the page."
        )
    if isinstance(error, SystemExit):
        return "The cell asked Python to end. In a page, Python goes on."
    if isinstance(error, RecursionError):
        return "A function calls itself without end."
    if isinstance(error, SyntaxError) and re.match(
        r"\s*[%!]", error.text or ""
    ):
        return (
            "Lines that begin with % or ! are commands of Jupyter. "
            "In a page there is only Python."
        )
    if isinstance(error, TypeError) and "not callable" in str(error):
        return _hidden()
    if isinstance(error, NameError):
        return "Was this name made in another cell? Then run that cell first."
    return ""


def _hidden() -> str:
    """Names of the reader's that hide one of Python's own."""
    names = sys.modules["__main__"].__dict__
    hidden = [name for name in names if hasattr(builtins, name)]
    hidden = [name for name in hidden if not name.startswith("__")]
    if not hidden:
        return ""
    return (
        f"{hidden[0]} is a name of your own now, and hides Python's. "
        f"`del {hidden[0]}` brings Python's back."
    )


def report(error: BaseException, cell: str) -> dict:
    """Send the error to the page."""
    outputs.flush()
    message = describe(error, cell)
    outputs.send(message)
    return message
