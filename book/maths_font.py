"""The maths font of the pages: of STIX Two Math, the signs that they use.

Without such a font brackets, roots and sums do not grow with what they hold.
"""

from __future__ import annotations

import html
import importlib.util
import re
import unicodedata
from pathlib import Path

from fontTools import subset

FORMULA = re.compile(r"<math.*?</math>", re.DOTALL)
NOT_DRAWN = re.compile(r"<annotation.*?</annotation>|<[^>]+>", re.DOTALL)
# A letter that stands alone is drawn as its sign in one of these two blocks.
ITALIC = (*range(0x1D434, 0x1D468), *range(0x1D6E2, 0x1D71C), ord("ℎ"))


def write_font(app, exception):
    if exception or app.builder.format != "html":
        return
    folder = Path(app.outdir)
    pages = [path.read_text(encoding="utf-8") for path in pages_in(folder)]
    font = cut_font({ord(sign) for page in pages for sign in signs(page)})
    font.save(folder / "_static" / "maths.woff2")


def pages_in(folder: Path) -> list[Path]:
    return [folder / "index.html", *(folder / "chapters").rglob("*.html")]


def signs(page: str) -> set[str]:
    """The signs of a page's formulas, and how its letters look in italics.

    A root is an element, so its sign is not in the text.
    """
    drawn = "".join(NOT_DRAWN.sub("", part) for part in FORMULA.findall(page))
    used = set(html.unescape(drawn))
    return used | {"√"} | {
        chr(code)
        for code in ITALIC
        if unicodedata.normalize("NFKC", chr(code)) in used
    }


def cut_font(codes: set[int]):
    """The font with these signs, and the larger forms of each."""
    # The package is found and never imported: only its font is used.
    package = Path(importlib.util.find_spec("ziamath").origin).parent
    options = subset.Options()
    # A sign's form as an exponent, and a v that does not look like an upsilon.
    options.layout_features = ["ssty", "ss02"]
    options.hinting = False
    options.name_IDs = [0, 13, 14]  # whose it is, and its licence
    font = subset.load_font(
        package / "fonts" / "STIXTwoMath-Regular.ttf", options
    )
    cut = subset.Subsetter(options)
    cut.populate(unicodes=codes)
    cut.subset(font)
    narrow_roots(font)
    font.flavor = "woff2"
    return font


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
