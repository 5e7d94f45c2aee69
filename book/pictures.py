"""Pictures: their size stands in the page, they load when they come near, and
256 colours are enough for a plot."""

from __future__ import annotations

import io
import re
from pathlib import Path

from PIL import Image

PICTURE = re.compile(r'<img (?=[^>]*src="[./]*_images/([^"]+)")')


def connect(app):
    app.connect("html-page-context", say_sizes)
    app.connect("build-finished", shrink_pictures)


def say_sizes(app, pagename, templatename, context, doctree):
    """With its size known, a picture that arrives moves no text."""
    sources = {name: source for source, name in app.builder.images.items()}

    def with_size(found):
        name = found[1]
        if name not in sources or name.endswith(".svg"):
            return found[0]
        with Image.open(Path(app.srcdir) / sources[name]) as picture:
            width, height = picture.size
        return f'<img width="{width}" height="{height}" loading="lazy" '

    if context.get("body"):
        context["body"] = PICTURE.sub(with_size, context["body"])


def shrink_pictures(app, exception):
    if exception or app.builder.format != "html":
        return
    for path in (Path(app.outdir) / "_images").glob("*.png"):
        before = path.read_bytes()
        after = shrink(before)
        if len(after) < len(before):
            path.write_bytes(after)


def shrink(data: bytes) -> bytes:
    """The picture with a palette of its own. One that has one, or that lets
    something shine through, stays as it is."""
    picture = Image.open(io.BytesIO(data))
    if picture.mode == "P" or picture.convert("RGBA").getextrema()[3][0] < 255:
        return data
    colours = picture.convert("RGB").quantize(
        256, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE
    )
    packed = io.BytesIO()
    colours.save(packed, "PNG", optimize=True)
    return packed.getvalue()
