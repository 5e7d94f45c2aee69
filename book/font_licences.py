"""The licences of the fonts that the pages carry, in a file beside them."""

from __future__ import annotations

from pathlib import Path

import matplotlib
from fontTools.ttLib import TTFont

FILE = "_static/fonts.txt"
NOTICE = """\
The fonts of these pages, cut to the signs that they show

{fonts}
Their licence is the SIL Open Font License, Version 1.1. Its text stands below.
The icons that Font Awesome Free draws are also under CC BY 4.0,
https://creativecommons.org/licenses/by/4.0/: see
https://fontawesome.com/license/free

{line}
{licence}"""
MARK = "SIL OPEN FONT LICENSE Version 1.1"


def connect(app):
    app.connect("html-page-context", name_in_footer, priority=900)
    app.connect("build-finished", write, priority=950)  # they are cut by then


def write(app, exception):
    if exception or app.builder.format != "html":
        return
    folder = Path(app.outdir)
    fonts = sorted((folder / "_static").rglob("*.woff2"))
    lines = [f"{path.name}: {owner(path)}\n" for path in fonts]
    text = NOTICE.format(fonts="".join(lines), line="-" * 78, licence=licence())
    (folder / FILE).write_text(text, encoding="utf-8")


def owner(path: Path) -> str:
    """What the font itself says: whose it is."""
    return TTFont(path)["name"].getDebugName(0)


def licence() -> str:
    """The licence's text, which matplotlib carries with its own fonts."""
    path = Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "LICENSE_STIX"
    _, mark, text = path.read_text("utf-8").partition(MARK)
    if not mark:
        raise RuntimeError(f"No {MARK} in {path}")
    return mark + text


def name_in_footer(app, pagename, templatename, context, doctree):
    link = context["pathto"](FILE, 1)
    context["theme_extra_footer"] += (
        f' Fonts: <a href="{link}">SIL Open Font License</a>.'
    )
