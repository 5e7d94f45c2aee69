"""A table of marks: yes or no for each row and column, narrow as a phone."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

YES, NO = "●", "·"


def marks(rows: Mapping[str, Sequence[bool]], *, yes: str, no: str) -> Marks:
    """A table with a mark in each place, its columns numbered from 1.

    yes and no are what the marks mean; they stand above the table.

    Raises ValueError if there is no row, or rows differ in length.

    >>> marks({"one": [True, False], "two": [False, False]}, yes="in", no="out")
    ● in, · out
         1 2
    one  ● ·
    two  · ·
    """
    lengths = {len(row) for row in rows.values()}
    if len(lengths) != 1:
        raise ValueError(
            "marks needs rows of the same length, but got the lengths "
            f"{sorted(lengths)}."
        )
    told = f"{YES} {yes}, {NO} {no}"
    return Marks(told, {name: tuple(row) for name, row in rows.items()})


@dataclass(frozen=True, repr=False)
class Marks:
    """What `marks` makes: text for a terminal, HTML for a notebook."""

    told: str
    rows: Mapping[str, tuple[bool, ...]]

    @property
    def columns(self) -> range:
        return range(1, len(next(iter(self.rows.values()))) + 1)

    def __repr__(self) -> str:
        width = max(map(len, self.rows)) + 1
        heads = " ".join(map(str, self.columns))
        lines = [
            f"{name:{width}} " + " ".join(map(_mark, row))
            for name, row in self.rows.items()
        ]
        return "\n".join([self.told, " " * (width + 1) + heads, *lines])

    def _repr_html_(self) -> str:
        close = 'style="padding: 1px 5px; text-align: center"'
        heads = "".join(
            f'<th scope="col" {close}>{k}</th>' for k in self.columns
        )
        body = "".join(
            '<tr><th scope="row" style="padding: 1px 5px; text-align: left; '
            f'font-weight: normal">{html.escape(name)}</th>'
            + "".join(f"<td {close}>{_mark(each)}</td>" for each in row)
            + "</tr>"
            for name, row in self.rows.items()
        )
        return (
            f"<table><caption>{html.escape(self.told)}</caption>"
            f"<thead><tr><td></td>{heads}</tr></thead><tbody>{body}</tbody>"
            "</table>"
        )


def _mark(each: bool) -> str:
    return YES if each else NO
