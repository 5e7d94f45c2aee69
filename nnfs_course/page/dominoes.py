"""Shapes as pictures: arrays drawn as grids, and how they fit together.

`dominoes("dvalues (N, 3) @ weights.T (3, 4) = dinputs (N, 4)")` draws three
grids. What meets is tinted: a row and a column, and the entry they make.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

LETTERS = {"N": 3}  # so many samples are drawn for N
SIDE, GAP = 13, 2
LINE = "display: flex; align-items: center; gap: 6px 14px"
TINT = "#9a6cf0"  # to be seen on white and on black

ARRAY = re.compile(r"([\w.]+) \((N|\d+), (\d+|N)\)")
SIGN = re.compile(r" ([@≠+*=▸]) ")
MEET = ("@", "≠")


@dataclass(frozen=True)
class Array:
    """A name and a shape; a size is a number, or a letter such as N."""

    name: str
    rows: str
    columns: str

    def __str__(self) -> str:
        return f"{self.name} ({self.rows}, {self.columns})"


@dataclass(frozen=True, repr=False)
class Dominoes:
    """A row of shapes. It prints as its text, and draws itself in a page."""

    text: str
    parts: tuple[Array | str, ...]

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        drawn, sign = "", ""
        for part, lit in zip(self.parts, _lit(self.parts), strict=True):
            if isinstance(part, str):
                sign = f'<span style="font-size: 1.3em">{part}</span>'
                continue
            drawn += f'<span style="{LINE}">{sign}{_drawn(part, *lit)}</span>'
        return (
            f'<div style="{LINE}; flex-wrap: wrap; margin: 4px 0">{drawn}</div>'
        )


def dominoes(text: str) -> Dominoes:
    """Draw shapes: "X (N, 4) @ W (4, 3) + b (1, 3) = Z (N, 3)".

    Arrays have a name and two sizes. Between them stand `@`, `+`, `*`, `=`,
    `≠` for an `@` that does not fit, or `▸` for any other step.

    Raises ValueError if the text is built in another way, or if the two sizes
    that meet at an `@` differ, or at a `≠` do not.

    >>> dominoes("inputs (N, 4) @ weights (4, 3) = outputs (N, 3)")
    inputs (N, 4) @ weights (4, 3) = outputs (N, 3)
    """
    parts: list[Array | str] = []
    for k, piece in enumerate(SIGN.split(text)):
        found = ARRAY.fullmatch(piece)
        if k % 2 == 0 and not found:
            raise ValueError(
                "dominoes needs arrays like 'inputs (N, 4)' with signs like "
                f"' @ ' between them, but got {piece!r} in {text!r}."
            )
        parts.append(Array(*found.groups()) if found else piece)
    for left, sign, right in zip(parts, parts[1:], parts[2:], strict=False):
        if sign in MEET and (left.columns == right.rows) != (sign == "@"):
            raise ValueError(
                f"{left} {sign} {right} is not so: {left.columns} columns "
                f"meet {right.rows} rows."
            )
    return Dominoes(text, tuple(parts))


def _lit(parts) -> list[tuple[bool, bool]]:
    """For each part: is its first row tinted, is its first column?

    At an `@` these are the row and the column that meet, elsewhere the entry
    that they make (both), or in a step from many rows to one the column.
    """
    lit = []
    for k, part in enumerate(parts):
        before, after = ("", *parts)[k], (*parts, "")[k + 1]
        one_row = after == "▸" and parts[k + 2].rows == "1" != part.rows
        row, column = after in MEET, before in MEET or one_row
        lit.append((row, column) if row or column else (True, True))
    return lit


def _drawn(array: Array, row: bool, column: bool) -> str:
    rows, columns = (
        LETTERS.get(size) or int(size) for size in (array.rows, array.columns)
    )
    step = SIDE + GAP
    both = row and column
    cells = ""
    for i in range(rows):
        for j in range(columns):
            tinted = (
                (i == j == 0)
                if both
                else (row and i == 0) or (column and j == 0)
            )
            look = f'fill="{TINT}"' if tinted else 'fill="none"'
            cells += (
                f'<rect x="{j * step + 1}" y="{i * step + 1}" width="{SIDE}" '
                f'height="{SIDE}" rx="2" stroke="currentColor" '
                f'stroke-opacity="0.6" {look}/>'
            )
    width, height = columns * step + 1, rows * step + 1
    name = html.escape(array.name)
    return (
        '<span style="display: inline-block; text-align: center">'
        f'<svg width="{width}" height="{height}" aria-hidden="true" '
        f'style="display: block; margin: 0 auto 2px">{cells}</svg>'
        f"<code>{name}</code> ({array.rows}, {array.columns})</span>"
    )
