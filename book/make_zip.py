"""make zip: the built book as two files, without and with Python in the page.

Each is opened by a double click on index.html, wherever it was unpacked.
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

from names import file_name
from python import in_pages

BUILD = Path(__file__).resolve().parent.parent / "_build"
FOLDER = file_name()
PYTHON = "_static/python/"
# For Sphinx, for other sites, and for hosts.
LEFT_OUT = ("_sources/", "_static/cards/", ".buildinfo", "objects.inv")
LEFT_OUT += ("404.html", "sitemap.xml", ".nojekyll")
MOST = {
    f"{file_name()}.zip": 4e6,
    f"{file_name()}-with-python.zip": 26e6,
}


def write_zip(book: Path, path: Path, *, python: bool) -> int:
    """Write the pages below a folder of the book's name; its size in bytes.

    Without Python the page's script is the one that says where else the
    cells run.
    """
    if not (book / "index.html").exists():
        raise RuntimeError(f"No book in {book}. Build it first: make book")
    if python and not (book / PYTHON).exists():
        raise RuntimeError(
            f"No {PYTHON} in {book}: this book was built where the files of "
            "Python in the page could not be had. Build it with a network."
        )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for source in sorted(p for p in book.rglob("*") if p.is_file()):
            name = source.relative_to(book).as_posix()
            if name.startswith(LEFT_OUT):
                continue
            if not python and name.startswith(PYTHON):
                continue
            content = source.read_bytes()
            if not python and name == "_static/page.js":
                content = in_pages.page_script(None).encode()
            if not python and name.endswith(".html"):
                content = without_licences(content)
            file.writestr(f"{FOLDER}/{name}", content)
    return path.stat().st_size


def without_licences(page: bytes) -> bytes:
    """The footer names the licences of the Python that is not there."""
    start = page.find(b" Python in the page: <a ")
    if start < 0:
        return page
    end = page.index(b"</a>.", start) + len(b"</a>.")
    return page[:start] + page[end:]


def main() -> int:
    for name, most in MOST.items():
        path = BUILD / name
        try:
            size = write_zip(
                BUILD / "html", path, python=name.endswith("-with-python.zip")
            )
        except RuntimeError as problem:
            print(problem, file=sys.stderr)
            return 1
        print(f"{path}: {size / 1e6:.1f} MB")
        if size > most:
            print(f"More than {most / 1e6:.0f} MB.", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
