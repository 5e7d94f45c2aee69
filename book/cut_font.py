"""A font with only the signs that the pages show, small enough to travel."""

from __future__ import annotations

import logging
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

logging.getLogger("fontTools").setLevel(logging.WARNING)


def cut_font(path: Path, codes: set[int], features: list[str]) -> TTFont:
    """The font of `path` with the signs of these codes, for `.woff2`."""
    options = subset.Options()
    options.layout_features = features
    options.hinting = False
    options.name_IDs = [0, 13, 14]  # whose it is, and its licence
    font = subset.load_font(path, options)
    cut = subset.Subsetter(options)
    cut.populate(unicodes=codes)
    cut.subset(font)
    font.flavor = "woff2"
    return font
