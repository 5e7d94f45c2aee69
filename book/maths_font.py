"""The maths font of the pages: of STIX Two Math, the signs that they use.

Without such a font brackets, roots and sums do not grow with what they hold.
"""

from __future__ import annotations

import html
import importlib.util
import re
import unicodedata
from pathlib import Path

from cut_font import cut_font
from style_sheet import pages_in

FORMULA = re.compile(r"<math.*?</math>", re.DOTALL)
NOT_DRAWN = re.compile(r"<annotation.*?</annotation>|<[^>]+>", re.DOTALL)
# A letter that stands alone is drawn as its sign in one of these two blocks.
ITALIC = (*range(0x1D434, 0x1D468), *range(0x1D6E2, 0x1D71C), ord("ℎ"))
# A sign's form as an exponent, and a v that does not look like an upsilon.
FEATURES = ["ssty", "ss02"]


def write_font(app, exception):
    if exception or app.builder.format != "html":
        return
    folder = Path(app.outdir)
    pages = [path.read_text(encoding="utf-8") for path in pages_in(folder)]
    codes = {ord(sign) for page in pages for sign in signs(page)}
    font = cut_font(full_font(), codes, FEATURES)
    narrow_roots(font)
    font.save(folder / "_static" / "maths.woff2")


def full_font() -> Path:
    """The package that has it is found and never imported: it is only data."""
    package = Path(importlib.util.find_spec("ziamath").origin).parent
    return package / "fonts" / "STIXTwoMath-Regular.ttf"


def signs(page: str) -> set[str]:
    """The signs of a page's formulas, and how its letters look in italics.

    A root is an element, so its sign is not in the text.
    """
    drawn = "".join(NOT_DRAWN.sub("", part) for part in FORMULA.findall(page))
    used = set(html.unescape(drawn))
    return (
        used
        | {"√"}
        | {
            chr(code)
            for code in ITALIC
            if unicodedata.normalize("NFKC", chr(code)) in used
        }
    )


def narrow_roots(font):
    """All sizes of the root sign become as wide as the smallest.

    Browsers leave room for the widest of them, whichever they draw, so there
    was a gap behind every root.
    """
    smallest = font.getBestCmap()[ord("√")]
    variants = font["MATH"].table.MathVariants
    place = variants.VertGlyphCoverage.glyphs.index(smallest)
    sizes = variants.VertGlyphConstruction[place]
    names = {size.VariantGlyph for size in sizes.MathGlyphVariantRecord}
    names |= {part.glyph for part in sizes.GlyphAssembly.PartRecords}
    width, _ = font["hmtx"][smallest]
    for name in names - {smallest}:
        wide, left = font["hmtx"][name]
        font["hmtx"][name] = (width, round(left * width / wide))
        font["glyf"][name].coordinates.scale((width / wide, 1))
        font["glyf"][name].coordinates.toInt()
        font["glyf"][name].recalcBounds(font["glyf"])
