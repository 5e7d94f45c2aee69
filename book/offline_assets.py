"""MathJax comes from a file; the theme's 1.5 MB icon script is emptied.

Its style sheet draws the same icons.
"""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path

MATHJAX = (
    "tex-chtml.js",
    "output/chtml/fonts/woff-v2",
)  # 1.5 MB of the package's 24


def finish_assets(app, exception):
    if exception or app.builder.format != "html":
        return
    static = Path(app.outdir) / "_static"
    # The package's name has hyphens, so it is found and never imported: it is
    # only data.
    package = Path(
        importlib.util.find_spec("sphinx-mathjax-offline").origin
    ).parent
    for name in MATHJAX:
        source, target = (
            package / "static" / "mathjax" / name,
            static / "mathjax" / name,
        )
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, dirs_exist_ok=True)
        else:
            shutil.copyfile(source, target)
    icons = static / "scripts" / "fontawesome.js"
    if icons.exists():
        icons.write_text("")
        icons.with_suffix(".js.map").unlink(missing_ok=True)
