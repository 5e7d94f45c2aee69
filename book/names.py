"""What the course is called, and its version: told to all that say them.

    python book/names.py

The name stands in `_config.yml`, as `title`; the version in `pyproject.toml`.
This writes both into the headings of README.md and of the front page, and into
CITATION.cff, which cannot ask for them. The pages ask for them themselves.
"""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import nbformat
import yaml

ROOT = Path(__file__).resolve().parent.parent
CITATION = """\
# Written by book/names.py: change _config.yml and pyproject.toml, and run it.
cff-version: 1.2.0
message: If you use this course, please cite it as below.
type: software
title: {title}
version: {version}
abstract: {description}
authors:
  - name: {author}
license: [MIT, CC-BY-4.0]
"""


def names(root: Path = ROOT) -> dict[str, str]:
    """title and author of the course; version and description."""
    config = yaml.safe_load((root / "_config.yml").read_text("utf-8"))
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    told = {key: config[key] for key in ("title", "author")}
    return told | {
        key: project["project"][key] for key in ("version", "description")
    }


def file_name(root: Path = ROOT) -> str:
    """The title as the name of a file: letters, digits and hyphens."""
    words = re.findall(r"\w+", names(root)["title"].lower())
    return "-".join(words) or "book"


def write_names(root: Path = ROOT) -> None:
    told = names(root)
    quoted = {key: json.dumps(value) for key, value in told.items()}
    (root / "CITATION.cff").write_text(CITATION.format(**quoted), "utf-8")

    readme = root / "README.md"
    _, _, rest = readme.read_text("utf-8").partition("\n")
    readme.write_text(f"# {told['title']}\n{rest}", "utf-8")

    index = root / "chapters" / "index.ipynb"
    notebook = nbformat.read(index, as_version=4)
    _, _, rest = notebook.cells[0].source.partition("\n")
    notebook.cells[0].source = f"# {told['title']}\n{rest}"
    nbformat.write(notebook, index)


def tell_pages(app, config):
    """Version and name for the pages and for what links to them."""
    told = names(Path(app.srcdir))
    config.project = told["title"]
    config.version = config.release = told["version"]


if __name__ == "__main__":
    write_names()
