"""Lookup: figures that show what Python has computed before, looked up.

The page gets the numbers as data, and computes none of its own.
"""

from __future__ import annotations

from pathlib import Path

import traitlets

from nnfs_course.page.widget import Widget, script, styles

HERE = Path(__file__).parent / "js"


class Lookup(Widget):
    """What such figures share: one module, for js/ tells them by their name."""

    _esm = script(HERE / "lookup.js")
    _css = styles(HERE / "lookup.css")

    spec = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)
