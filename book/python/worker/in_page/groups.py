"""What a cell needs beyond what is loaded, told from its text.

matplotlib and the widgets are loaded when a cell uses them. Many cells only
import what uses them, so such a module of the course is postponed: it loads
when it is first asked for anything, and then its group is there.
"""

from __future__ import annotations

import ast
import json
import sys
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import PathFinder
from types import ModuleType

GROUPS: dict[str, str] = {}  # module: the group without which it fails
LOADED: set[str] = set()


class PostponedModule(ModuleType):
    """Runs its file when it is asked for a name for the first time."""

    def __getattr__(self, name: str):
        if name.startswith("__"):
            raise AttributeError(name)
        loader = self.__spec__.loader.real
        self.__class__ = ModuleType
        try:
            loader.exec_module(self)
        except BaseException:
            self.__class__ = PostponedModule  # another time, perhaps
            raise
        self.__spec__.loader = self.__loader__ = loader
        return getattr(self, name)


class PostponingLoader(Loader):
    def __init__(self, real: Loader):
        self.real = real

    def create_module(self, spec):
        return PostponedModule(spec.name)

    def exec_module(self, module):
        """Later."""


class Postponed(MetaPathFinder):
    """Finds modules of the course whose group is not loaded yet."""

    def find_spec(self, name, path=None, target=None):
        if "." not in name or GROUPS.get(name) in {None, *LOADED}:
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec and spec.loader:
            spec.loader = PostponingLoader(spec.loader)
        return spec


def needed(source: str, names: dict) -> list[str]:
    """The groups to load before this text runs with these names."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return []  # it will not run anyway
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {group_of(alias.name) for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(group_of(node.module))
        elif isinstance(node, ast.Name):
            found.add(_group_of_value(names.get(node.id)))
    # A cell that imports a postponed module may use it below.
    found |= _imported_and_used(tree)
    return sorted(found - LOADED - {None})


def group_of(module: str) -> str | None:
    """The group that a module, or a package that it is in, needs."""
    parts = module.split(".")
    names = (".".join(parts[:n]) for n in range(1, len(parts) + 1))
    return next((GROUPS[name] for name in names if name in GROUPS), None)


def _group_of_value(value) -> str | None:
    """The group of a name's value, where that is a module still postponed."""
    return group_of(value.__name__) if type(value) is PostponedModule else None


def _imported_and_used(tree: ast.AST) -> set[str | None]:
    used = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name)}
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                if (alias.asname or alias.name) in used:
                    found.add(_group_of_import(node.module, alias.name))
    return found


def _group_of_import(module: str, name: str) -> str | None:
    if group := group_of(f"{module}.{name}"):
        return group
    # `from nnfs_course import plots`: a name of the package's own.
    ends = [m for m in GROUPS if m.rpartition(".")[2] == name]
    inside = [m for m in ends if m.startswith(module + ".")]
    return GROUPS[inside[0]] if inside else None


def start(modules: str) -> None:
    """Postpone these modules: JSON, from a module to its group."""
    GROUPS.update(json.loads(modules))
    sys.meta_path.insert(0, Postponed())
