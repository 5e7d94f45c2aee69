"""The icon fonts, cut to the icons that the book's style sheet names."""

from __future__ import annotations

import re
from pathlib import Path

import tinycss2
from cut_font import cut_font

FONTS = "vendor/fontawesome/webfonts"
ICON = re.compile(r"(?:--fa|content):\s*")


def cut_fonts(app, exception):
    """After style_sheet.py, which keeps the icons of the pages only."""
    if exception or app.builder.format != "html":
        return
    static = Path(app.outdir) / "_static"
    codes = icons((static / "book.css").read_text(encoding="utf-8"))
    for path in (static / FONTS).glob("*.woff2"):
        cut_font(path, codes, []).save(path)


def icons(sheet: str) -> set[int]:
    """The signs that a style sheet draws."""
    found = set()
    for match in ICON.finditer(sheet):
        sign = tinycss2.parse_one_component_value(
            re.match(r'"(?:\\.|[^"\\])*"|[^;}]*', sheet[match.end() :])[0]
        )
        found |= set(map(ord, getattr(sign, "value", None) or ""))
    return found
