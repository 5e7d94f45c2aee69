"""One style sheet for all pages, of the rules that some page can use.

The theme and its extensions bring ten, and most of their rules are for what
this book does not have. used_styles.py says which ones.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from pathlib import Path

import tinycss2
from used_styles import Used

ROOT = Path(__file__).resolve().parent.parent
THEME = ("styles/theme.css", "styles/pydata-sphinx-theme.css")
SHEET = "book.css"
LINK = re.compile(rf"{re.escape(SHEET)}(\?v=\w+)?")
# Whose style sheets they were. Their own notices go with their comments.
NOTICE = """\
/*! Parts of: Sphinx and PyData, BSD. Bootstrap, sphinx-book-theme, MyST-NB and
sphinx-design, MIT. Font Awesome Free: icons CC BY 4.0, fonts SIL OFL 1.1, code
MIT. STIX Two Math: SIL OFL 1.1. The book's own: MIT. */
"""
ELSEWHERE = re.compile(r"[a-z]+:|#|/")
LINE_BREAK = re.compile(r"\s*\n\s*")


def connect(app):
    app.connect("html-page-context", note_sheets, priority=950)
    # Late: the theme writes the colours of code then, too.
    app.connect("build-finished", write_sheet, priority=800)


def note_sheets(app, pagename, templatename, context, doctree):
    names = [str(getattr(s, "filename", s)) for s in context["css_files"]]
    app.builder.sheets = [
        *THEME,
        *(name.removeprefix("_static/").split("?")[0] for name in names),
    ]


def write_sheet(app, exception):
    """After each build that wrote a page: then Sphinx has put the single
    sheets there anew. They become one."""
    sheets = getattr(app.builder, "sheets", None)
    if exception or app.builder.format != "html" or not sheets:
        return
    folder = Path(app.outdir)
    pages = {
        path: path.read_text(encoding="utf-8") for path in pages_in(folder)
    }
    used = Used(pages.values(), scripts_in(folder))
    static = folder / "_static"
    rules = [rule for name in sheets for rule in rules_of(static, name)]
    text = NOTICE + LINE_BREAK.sub(" ", tinycss2.serialize(used.keep(rules)))
    (static / SHEET).write_text(text, encoding="utf-8")
    for name in [*sheets, "basic.css"]:
        (static / name).unlink(missing_ok=True)
    # Its address changes with it, so no browser keeps an old one.
    stamp = hashlib.sha256(text.encode()).hexdigest()[:8]
    for path, page in pages.items():
        path.write_text(LINK.sub(f"{SHEET}?v={stamp}", page), encoding="utf-8")


def pages_in(folder: Path) -> list[Path]:
    return [*folder.glob("*.html"), *(folder / "chapters").rglob("*.html")]


def scripts_in(folder: Path) -> list[str]:
    """All code that may write markup: in the page, and in the page's Python."""
    scripts = [
        *(folder / "_static").glob("*.js"),
        *(folder / "_static" / "scripts").glob("*.js"),
        *(ROOT / "nnfs_course").rglob("*.py"),
        *(ROOT / "nnfs_course").rglob("*.js"),
        *(ROOT / "book" / "python" / "worker").rglob("*.py"),
    ]
    return [path.read_text(encoding="utf-8") for path in scripts]


def rules_of(static: Path, name: str) -> list:
    """The rules of a sheet and of those that it imports, in their order."""
    rules = []
    text = (static / name).read_text(encoding="utf-8")
    for rule in tinycss2.parse_stylesheet(text, True, True):
        folder = posixpath.dirname(name)
        if rule.type == "at-rule" and rule.at_keyword == "import":
            (imported,) = filter(address_of, rule.prelude)
            rules += rules_of(
                static, posixpath.join(folder, address_of(imported).value)
            )
        elif not (rule.type == "at-rule" and rule.at_keyword == "charset"):
            move_addresses(rule, folder)
            rules.append(rule)
    return rules


def address_of(node):
    """The token that holds the address in url(x), url("x") or "x"."""
    if node.type == "function" and node.lower_name == "url":
        return node.arguments[0]
    return node if node.type in ("url", "string") else None


def move_addresses(node, folder: str):
    """Addresses in a sheet of this folder, as seen from `_static`."""
    address = address_of(node) if node.type != "string" else None
    if address and not ELSEWHERE.match(address.value):
        value = posixpath.join(folder, address.value)
        address.value = posixpath.normpath(value)
        form = 'url("{}")' if address is node else '"{}"'
        address.representation = form.format(address.value)
    for part in ("prelude", "content", "arguments"):
        for child in getattr(node, part, None) or ():
            move_addresses(child, folder)
