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
        rows = "".join(
            f"<tr><td>{chapter}</td><td><code>{html.escape(name)}</code></td>"
            f"<td style='text-align: left'>{html.escape(title)}</td>"
            f"<td>{'✓ done' if done else 'not yet'}</td></tr>"
            for chapter, name, title, done in self.rows
        )
        return (
            f"<table><caption>{self._total()}</caption><thead><tr>"
            "<th>chapter</th><th>exercise</th><th>what to write</th>"
            f"<th>in this kernel</th></tr></thead><tbody>{rows}</tbody></table>"
        )

    def _total(self) -> str:
        done = sum(row[-1] for row in self.rows)
        return f"{done} of {len(self.rows)} exercises done in this kernel"
