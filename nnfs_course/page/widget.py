"""Widget: what every live part of a page is, on the Python side.

A kind of widget names its JavaScript and its styles. Pages carry them as one
text each, without comments and indentation, because each page holds a copy.
"""

from __future__ import annotations

import re
from pathlib import Path

import anywidget

from nnfs_course.page.bundle import bundle

SHARED_STYLES = Path(__file__).parent / "js" / "page.css"
COMMENT_OR_INDENT = re.compile(
    r"^[ ]*/\*(?:(?!\*/).)*\*/[ ]*\n|^[ ]*//[^\n]*\n|^\s*\n|^[ ]+"
    r"|(?<=[;,]) +// [^\n\"'`]*$",  # after code, where no text can be meant
    re.DOTALL | re.MULTILINE,
)


def script(entry: Path) -> str:
    """The module in this file with all that it imports, as a page carries it.

    Raises ValueError if it imports something else than files beside it.
    """
    return stripped(bundle(entry))


def styles(own: Path) -> str:
    """The styles that all widgets share, and those in this file."""
    return stripped(
        SHARED_STYLES.read_text(encoding="utf-8")
        + own.read_text(encoding="utf-8")
    )


def stripped(text: str) -> str:
    """JavaScript or CSS without indentation and comments.

    >>> stripped("/* one\\n   two */\\n  let a; // goes\\n  // goes\\n")
    'let a;\\n'
    >>> stripped("let a = '; // stays'\\n")
    "let a = '; // stays'\\n"
    """
    return COMMENT_OR_INDENT.sub("", text)


class Widget(anywidget.AnyWidget):
    """A widget that brings plain HTML, for places without JavaScript."""

    def as_html(self) -> str:
        """What GitHub, nbviewer and paper show instead of the widget."""
        raise NotImplementedError

    def _repr_mimebundle_(self, **kwargs):
        shown = super()._repr_mimebundle_(**kwargs)
        data, metadata = shown if isinstance(shown, tuple) else (shown, {})
        data = dict(data or {})
        data["text/plain"] = repr(self)
        data["text/html"] = self.as_html()
        return data, metadata
