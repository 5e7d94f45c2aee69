"""Files that the theme brings and no page asks for."""

from __future__ import annotations

import shutil
from pathlib import Path

LEFT_OUT = (
    "**/*.map",
    "**/*.ttf",  # each stands there as .woff2, too
    "*webpack-macros.html",
    "scripts/fontawesome.js*",  # 1.5 MB; the icon fonts draw the same
    "images/logo_[dj]*",  # of services that the book has no button for
    "searchtools.js",  # book/search_index.py instead
)


def leave_out(app, exception):
    if exception or app.builder.format != "html":
        return
    static = Path(app.outdir) / "_static"
    for pattern in LEFT_OUT:
        for path in static.glob(pattern):
            path.unlink()
    shutil.rmtree(static / "locales", ignore_errors=True)
