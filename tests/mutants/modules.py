"""Every way in which one place of a whole file can be wrong.

The changes are those of `pieces`, without names put for each other. Left alone
is what computes nothing: types, docstrings, imports, and the words of an error
(that it is raised is changed: the line is taken out).
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.mutants.mutate import put, shown
from tests.mutants.pieces import alternatives

DEFINES = (ast.FunctionDef, ast.ClassDef)
KEPT = (*DEFINES, ast.Import, ast.ImportFrom, ast.Pass)
NOT_LOOKED_INTO = {
    "annotation",
    "returns",
    "decorator_list",
    "bases",
    "exc",
    "cause",
}


class Mutant(NamedTuple):
    name: str  # "Class.method: before -> after", unique in its file
    function: str  # "Class.method", the outermost; empty outside of all
    tree: ast.Module  # of the whole file; only until the next one is asked for


def mutants_of(path: Path) -> Iterator[Mutant]:
    """Each single change of a file."""
    tree = ast.parse(path.read_text())
    texts = Counter()
    for owner, place, node, function in places(tree):
        before = ast.unparse(shown(owner, node)).replace("\n", "; ")
        seen = {before}
        for new in alternatives(node, owner, []):
            put(owner, place, new)
            after = ast.unparse(shown(owner, new)).replace("\n", "; ")
            if after not in seen:
                seen.add(after)
                name = f"{function or 'file'}: {before} -> {after}"
                texts[name] += 1
                if texts[name] > 1:
                    name += f" ({texts[name]})"
                yield Mutant(name, function, tree)
            put(owner, place, node)


def places(tree: ast.Module):
    """(owner, place in it, node, function) for all that may be changed."""
    waiting = [(tree, "", "")]
    while waiting:
        owner, scope, function = waiting.pop(0)
        for field, value in ast.iter_fields(owner):
            if field in NOT_LOOKED_INTO:
                continue
            several = value if isinstance(value, list) else [value]
            for k, node in enumerate(several):
                if not isinstance(node, ast.AST):
                    continue
                within = (scope, function)
                if isinstance(node, DEFINES):
                    name = f"{scope}.{node.name}" if scope else node.name
                    is_class = isinstance(node, ast.ClassDef)
                    within = (name, function or ("" if is_class else name))
                elif not isinstance(node, KEPT):
                    at = (field, k) if value is several else (field, None)
                    yield owner, at, node, function
                waiting.append((node, *within))
