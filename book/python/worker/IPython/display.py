"""`display`, and things to give to it."""

from __future__ import annotations

from in_page.outputs import display, send

__all__ = ["HTML", "SVG", "Image", "Markdown", "clear_output", "display"]


class _Text:
    def __init__(self, data: str):
        self.data = data


class Markdown(_Text):
    def _repr_markdown_(self):
        return self.data


class HTML(_Text):
    def _repr_html_(self):
        return self.data


class SVG(_Text):
    def _repr_svg_(self):
        return self.data


class Latex(_Text):
    def _repr_latex_(self):
        return self.data


class Image(_Text):
    """A PNG, given as bytes."""

    def _repr_png_(self):
        return self.data


def clear_output(wait: bool = False) -> None:
    """Remove what the cell has shown so far."""
    send({"type": "clear"})
