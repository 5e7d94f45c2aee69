"""The list of all exercises, as text and as a table."""

from __future__ import annotations

import html
from dataclasses import dataclass


@dataclass(frozen=True, repr=False)
class Listing:
    """Rows of (chapter, name, title, done)."""

    rows: tuple[tuple[int, str, str, bool], ...]

    def __repr__(self) -> str:
        lines = [
            f"{'✓' if done else '·'} {chapter}  {name:<24} {title}"
            for chapter, name, title, done in self.rows
        ]
        return "\n".join([self._total(), *lines])

    def _repr_html_(self) -> str:
        """A table, with room between its columns."""
        of_one = len({row[0] for row in self.rows}) == 1
        heads = ["exercise", "what to write", "in this kernel"]
        table = [
            [
                f"<code>{html.escape(name)}</code>",
                html.escape(title),
                "✓ done" if done else "not yet",
            ]
            for _, name, title, done in self.rows
        ]
        if not of_one:  # else each row would say the same
            heads = ["chapter", *heads]
            table = [
                [str(r[0]), *t] for r, t in zip(self.rows, table, strict=True)
            ]
        body = "".join(f"<tr>{_cells('td', row)}</tr>" for row in table)
        return (
            f"<table><caption>{self._total()}</caption><thead><tr>"
            f"{_cells('th', heads)}</tr></thead><tbody>{body}</tbody></table>"
        )

    def _total(self) -> str:
        done = sum(row[-1] for row in self.rows)
        return f"{done} of {len(self.rows)} exercises done in this kernel"


def _cells(kind: str, texts: list[str]) -> str:
    style = "text-align: left; padding: 2px 16px 2px 0"
    return "".join(f"<{kind} style='{style}'>{t}</{kind}>" for t in texts)
