"""A note to the reader: text for a terminal, HTML for a notebook.

The HTML brings a coloured edge and takes its ink from the page, so it can be
read in light and in dark mode.
"""

from __future__ import annotations

import html
import re
import textwrap
from dataclasses import dataclass

GREEN, RED, GREY, BLUE = "#2e9e5b", "#d9534f", "#8a949e", "#4a90d9"


@dataclass(frozen=True, repr=False)
class Note:
    """A heading and some paragraphs. Text in `backticks` is shown as code."""

    heading: str
    paragraphs: tuple[str, ...]
    sign: str
    colour: str
    about: str = ""  # the exercise

    def __repr__(self) -> str:
        title = f"{self.sign} {self.heading}"
        if self.about:
            title += f": {self.about}"
        wrapped = [
            textwrap.fill(p, 76, break_on_hyphens=False)
            for p in self.paragraphs
        ]
        return "\n".join([title, *wrapped])

    def _repr_html_(self) -> str:
        about = f" <code>{html.escape(self.about)}</code>" if self.about else ""
        body = "".join(f"<p>{as_html(p)}</p>" for p in self.paragraphs)
        return (
            f'<div style="border-left: 4px solid {self.colour}; '
            'padding: 2px 14px; margin: 4px 0; color: inherit">'
            f"<p><strong>{self.sign} {html.escape(self.heading)}</strong>"
            f"{about}</p>{body}</div>"
        )


def as_html(text: str) -> str:
    """Text as HTML, with `code` in its own element.

    >>> as_html("`a < b` is true")
    '<code>a &lt; b</code> is true'
    """
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", html.escape(text, False))
