"""Why a number is not finite, and what Python's own errors mean."""

from __future__ import annotations

import re
from collections.abc import Mapping

# What NumPy warned of -> what happened, the first that fits.
CAUSES = {
    "divide by zero encountered in log": "the logarithm of 0 was taken",
    "invalid value encountered in log": "the logarithm of a negative number "
    "was taken",
    "invalid value encountered in sqrt": "the root of a negative number was "
    "taken",
    "invalid value encountered in (scalar )?power": "a negative number was "
    "raised to a power that is no whole number",
    "divide by zero": "something was divided by 0",
    "overflow encountered in exp": "the exponential of a large number was "
    "taken, and it is too large for a float",
    "overflow": "a number became too large for a float",
    "invalid value encountered in .*divide": "0 was divided by 0, or infinity "
    "by infinity",
    "invalid value": "an infinity met a 0 or another infinity",
}

# What an error says -> what it means.
MEANING = {
    "division by zero": "So something was divided by 0.",
    "division or modulo by zero": "So something was divided by 0.",
    "math domain error|expected a (positive|nonnegative) input": "A logarithm "
    "takes only numbers above 0, and a square root none below 0.",
    "math range error|[Rr]esult too large|out of range'": "So a number became "
    "too large for a float.",
    "matmul: .* core dimension": "So `@` met a left side with other columns "
    "than the right side has rows.",
    "could not be broadcast": "So the shapes do not fit entry by entry.",
    "truth value of an array": "An array has many truths, one for each entry. "
    "Decide entry by entry: with a mask, `np.where` or `np.maximum`.",
    "is out of bounds for axis": "So there are fewer entries than the line "
    "counts on. An array knows its own sizes: `len(...)` and `.shape`.",
    "name '.*' is not defined": "Was this name made in another cell? Then run "
    "that cell first.",
    "multiply sequence|type.*'list'": "So a list met an operator for "
    "numbers: take its numbers one by one.",
}


def cause(warned: str) -> str:
    return _first(CAUSES, warned)


def meaning(said: str, here: Mapping[str, str]) -> str:
    """What an error means: in this exercise, or anywhere."""
    return _first({**here, **MEANING}, said)


def _first(table: Mapping[str, str], text: str) -> str:
    return next((w for part, w in table.items() if re.search(part, text)), "")
