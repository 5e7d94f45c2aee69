"""The licences of what the pages hold, in a file that travels with it."""

from __future__ import annotations

import zipfile
from pathlib import Path

from python.fetch import PINNED

NAMES = ("LICENSE", "LICENCE", "COPYING", "NOTICE")
FILE = "licences.txt"
NOTICE = f"""What the files in this folder hold

Pyodide {PINNED["version"]}: Mozilla Public License 2.0,
https://www.mozilla.org/MPL/2.0/. Its source: https://github.com/pyodide/pyodide

CPython {PINNED["python"]}, which Pyodide compiles: Copyright Python Software
Foundation, under the PSF License. Its text stands below, as the licence of
typing_extensions.

The handwritten digits: Alpaydin and Kaynak (1998), CC BY 4.0; the copy of
scikit-learn, Copyright the scikit-learn developers, BSD 3-Clause.

The course: MIT. Every other package: its own text, below.
"""


def write(paths: dict[str, Path], folder: Path) -> None:
    """Write the notice, and what each wheel says."""
    parts = [NOTICE]
    wheels = [name for name in sorted(paths) if name.endswith(".whl")]
    for name in wheels:
        with zipfile.ZipFile(paths[name]) as wheel:
            for member in wheel.namelist():
                if member.rsplit("/", 1)[-1].upper().startswith(NAMES):
                    text = wheel.read(member).decode("utf-8", "replace")
                    parts.append(f"{'=' * 78}\n{member}\n\n{text}")
    (folder / FILE).write_text("\n".join(parts), encoding="utf-8")


def name_in_footer(app, pagename, templatename, context, doctree):
    """The footer names them beside the book's own, where there is Python."""
    if (Path(app.outdir) / "_static" / "python" / FILE).exists():
        link = context["pathto"](f"_static/python/{FILE}", 1)
        context["theme_extra_footer"] += (
            f' Python in the page: <a href="{link}">its own licences</a>.'
        )
