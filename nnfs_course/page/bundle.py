"""Many JavaScript modules as one text, which is what a widget ships.

The files are real ES modules with relative imports; an editor and a browser
read them as they are. A page opened from disk cannot import the files beside
it, so they are joined here: each file once, before the one that needs it.
"""

from __future__ import annotations

import re
from pathlib import Path

IMPORT = re.compile(r'^import (?:[^;"]*? from )?"([^"]+)";\n', re.MULTILINE)
EXPORT = re.compile(
    r"^export (?=(?:async )?(?:function|class|const|let)\b)", re.M
)
TOP_LEVEL_NAME = re.compile(
    r"^(?:export )?(?:async )?(?:function|class|const|let) (\w+)", re.M
)


def bundle(entry: Path) -> str:
    """The module in this file, with all that it imports, as one text.

    All files then share one scope. So names at their top level must differ,
    imports keep names (no `as`), and only the entry's exports remain. Raises
    ValueError if an import is not a relative path to a file, or if two files
    use one name.
    """
    *parts, last = modules(entry).values()
    return "".join([EXPORT.sub("", part) for part in parts] + [last])


def modules(entry: Path) -> dict[Path, str]:
    """The text of a file and of all that it imports, without the imports."""
    texts: dict[Path, str] = {}
    _collect(entry.resolve(), texts)
    _check_names(texts)
    return texts


def _collect(path: Path, texts: dict[Path, str]) -> None:
    """The text of a file into texts, after those of what it imports."""
    if path in texts:
        return
    source = path.read_text(encoding="utf-8")
    for name in IMPORT.findall(source):
        imported = (path.parent / name).resolve()
        if not name.startswith(".") or not imported.is_file():
            raise ValueError(
                f"{path.name} imports {name!r}, which is no file beside it."
            )
        _collect(imported, texts)
    texts[path] = IMPORT.sub("", source)


def _check_names(texts: dict[Path, str]) -> None:
    """Files that share a scope must not use one name twice."""
    owner: dict[str, Path] = {}
    for path, text in texts.items():
        for name in TOP_LEVEL_NAME.findall(text):
            other = owner.setdefault(name, path)
            if other != path:
                raise ValueError(
                    f"{other.name} and {path.name} both have a {name!r} at "
                    "their top level. Joined, they share one scope: rename it."
                )
