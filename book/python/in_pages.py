"""The page's scripts and the packs that they read, written beside the pages."""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path

from nnfs_course.page.bundle import bundle
from python import cells, course, fetch, licences, scripts

JS = Path(__file__).parent / "js"
NO_PACKS = "const PACKS = null;"
COMMENT_OR_INDENT = r"^\s*(?:/\*.*?\*/|//[^\n]*)\n|^[ ]+"


def connect(app):
    app.add_node(
        cells.RunnableCell,
        html=(cells.visit, cells.depart),
        override=True,
    )
    app.connect("doctree-read", cells.number_cells)
    app.connect("builder-inited", write_scripts)
    app.connect("html-page-context", licences.name_in_footer)
    # Before the copy buttons: it makes a cell that gets one, too.
    app.add_js_file("page.js", loading_method="defer", priority=400)


def write_scripts(app):
    """Write `page.js`, and the packs where Python can be had."""
    if app.builder.format != "html":
        return
    static = Path(app.outdir) / "_static"
    static.mkdir(parents=True, exist_ok=True)
    packs = write_packs(static / "python")
    (static / "page.js").write_text(page_script(packs), encoding="utf-8")


def write_packs(folder: Path) -> dict | None:
    """The packs by name; None, and a line on stderr, without Python."""
    try:
        paths = fetch.find_files()
    except fetch.Unavailable as problem:
        print(f"The pages will not run Python: {problem}", file=sys.stderr)
        shutil.rmtree(folder, ignore_errors=True)
        return None
    groups = {
        group: {name: paths[name].read_bytes() for name in names}
        for group, names in fetch.PINNED["groups"].items()
    }
    groups["course"] = course.course_files()
    packs = {
        group: scripts.write_scripts(group, files, folder)
        for group, files in groups.items()
    }
    licences.write(paths, folder)
    return packs


def page_script(packs: dict | None) -> str:
    """The scripts of `js/` as one classic script: a page opened from disk
    cannot import modules. Without comments and indentation."""
    text = bundle(JS / "page.js")
    text = re.sub(COMMENT_OR_INDENT, "", text, flags=re.DOTALL | re.MULTILINE)
    text = text.replace(NO_PACKS, f"const PACKS = {json.dumps(packs)};")
    return f"(() => {{\n{text}}})();\n"
