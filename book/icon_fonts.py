"""The icon fonts, cut to the icons that the book's style sheet names."""

from __future__ import annotations

from pathlib import Path

import tinycss2
from cut_font import cut_font

FONTS = "vendor/fontawesome/webfonts"


def cut_fonts(app, exception):
    """After style_sheet.py, which keeps the icons of the pages only."""
    if exception or app.builder.format != "html":
        return
    static = Path(app.outdir) / "_static"
    codes = icons((static / "book.css").read_text(encoding="utf-8"))
    for path in (static / FONTS).glob("*.woff2"):
        cut_font(path, codes, []).save(path)


def icons(sheet: str) -> set[int]:
    """The signs of all strings in a style sheet: variables hold some, too."""
    waiting, found = tinycss2.parse_component_value_list(sheet), set()
    while waiting:
        token = waiting.pop()
        if token.type == "string" and not token.value.startswith("data:"):
            found.update(map(ord, token.value))
        for part in ("content", "arguments"):
            waiting += getattr(token, part, None) or []
    return found
