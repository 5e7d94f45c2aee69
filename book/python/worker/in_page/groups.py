"""What a cell needs beyond what is loaded, told from its text.

matplotlib and the widgets are loaded when a cell uses them. A chapter's first
cell only imports what uses them, and an exercise may need neither. So an import
that would need them is put off until a cell mentions its name.
"""

from __future__ import annotations

import ast
import json

GROUPS: dict[str, str] = {}  # module: the group without which it fails
LOADED: set[str] = set()
PUT_OFF: dict[str, tuple[str, str]] = {}  # name: (its import, the group)


def start(modules: str) -> None:
    """Know which modules need which group: JSON, from module to group."""
    GROUPS.update(json.loads(modules))


def parsed(source: str, show: bool, name: str = "<cell>") -> ast.Module:
    """The text of a cell; without show, its last value is left out."""
    tree = ast.parse(source, name)
    if not show and tree.body and isinstance(tree.body[-1], ast.Expr):
        tree.body.pop()
    return tree


def needed(source: str, show: bool = True) -> list[str]:
    """The groups to load before this text can run."""
    try:
        tree = parsed(source, show)
    except (SyntaxError, ValueError):
        return []  # it will not run anyway
    used = _used(tree)
    found = {PUT_OFF[name][1] for name in used & set(PUT_OFF)}
    later = {id(alias) for _, alias, _ in _can_wait(tree, used)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {_group(alias.name) for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            now = [a for a in node.names if id(a) not in later]
            found |= {_group(node.module, alias.name) for alias in now}
    return sorted(found - LOADED - {None})


def put_off(tree: ast.Module, names: dict) -> None:
    """Take out of a cell the imports that can wait, and do what has waited."""
    used = _used(tree)
    for name in used & set(PUT_OFF):
        exec(PUT_OFF.pop(name)[0], names)
    for node, alias, group in _can_wait(tree, used):
        name = alias.asname or alias.name
        text = f"from {node.module} import {alias.name} as {name}"
        PUT_OFF[name] = (text, group)
        node.names.remove(alias)
        if not node.names:
            tree.body.remove(node)


def _used(tree: ast.AST) -> set[str]:
    """The names that a cell mentions, other than to import them."""
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


def _can_wait(tree: ast.Module, used: set[str]):
    """Imports of a group not loaded yet, of names that are not used here."""
    return [
        (node, alias, group)
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
        if (group := _group(node.module, alias.name)) not in {None, *LOADED}
        and (alias.asname or alias.name) not in used
    ]


def _group(module: str, name: str = "") -> str | None:
    """The group that `import module`, or a name from there, needs."""
    parts = module.split(".")
    packages = [".".join(parts[: n + 1]) for n in range(len(parts))]
    for one in [*packages, f"{module}.{name}"]:
        if one in GROUPS:
            return GROUPS[one]
    # `from nnfs_course import plots`: the package hands it on from a room.
    inside = [m for m in GROUPS if m.startswith(f"{module}.")]
    return next((GROUPS[m] for m in inside if m.endswith(f".{name}")), None)
