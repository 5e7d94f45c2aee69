"""The course as a group of its own: what chapters import, and what runs it.

The package is taken as it lies there, whatever it is made of. Beside it: the
Python of `worker/`, the script of the worker itself, and the digits' data.
"""

from __future__ import annotations

import ast
import importlib.resources
import io
import json
import zipfile
from pathlib import Path

from python import lock

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
SUFFIXES = {".py", ".js", ".css", ".json"}
DIGITS = "digits.csv.gz"
# Which modules come with which group, by their first name.
PROVIDED = {
    "matplotlib": "matplotlib",
    "PIL": "matplotlib",
    "ipywidgets": "widgets",
    "anywidget": "widgets",
    "traitlets": "widgets",
}


def course_files() -> dict[str, bytes]:
    """The files of the group "course"."""
    package, worker = ROOT / "nnfs_course", HERE / "worker"
    digits = importlib.resources.files("sklearn.datasets.data") / DIGITS
    return {
        "worker.js": (HERE / "js" / "worker.js").read_bytes(),
        "course.zip": _zipped(package, ROOT),
        "worker.zip": _zipped(worker, worker),
        DIGITS: digits.read_bytes(),
        "groups.json": json.dumps(needed_groups(package)).encode(),
        **{
            name: json.dumps(content).encode()
            for name, content in lock.lock_files().items()
        },
    }


def _zipped(folder: Path, root: Path) -> bytes:
    """The sources below a folder; the same sources give the same bytes."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for path in sorted(folder.rglob("*")):
            if path.suffix in SUFFIXES and path.is_file():
                name = path.relative_to(root).as_posix()
                archive.writestr(zipfile.ZipInfo(name), path.read_bytes())
    return content.getvalue()


def needed_groups(package: Path) -> dict[str, str]:
    """For each module that cannot be imported without a group: that group.

    A chapter's first cell imports `plots` and `figures`, and an exercise needs
    neither. So the page's Python puts such imports off, by this list.
    """
    imports = {
        _module_name(path, package.parent): _imports(path)
        for path in package.rglob("*.py")
    }
    found = dict(PROVIDED)
    changed = True
    while changed:
        changed = False
        for module, names in imports.items():
            # A module's package is imported before the module itself.
            asked = [*names, module.rpartition(".")[0]]
            group = next((g for n in asked if (g := group_of(n, found))), None)
            if group and module not in found:
                found[module] = group
                changed = True
    return found


def group_of(module: str, groups: dict[str, str]) -> str | None:
    """The group that a module, or a package that it is in, needs."""
    parts = module.split(".")
    names = (".".join(parts[:n]) for n in range(1, len(parts) + 1))
    return next((groups[name] for name in names if name in groups), None)


def _module_name(path: Path, root: Path) -> str:
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports(path: Path) -> list[str]:
    """What a file imports when it is imported itself."""
    found = []
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found.append(node.module)
            found += [f"{node.module}.{alias.name}" for alias in node.names]
    return found
