"""Every way in which one place of a function can be wrong.

A mutant is the function with one token or one small piece of its text
changed: an operator, a constant, an axis, a name, an argument, a call. Helpers
of the same module that the function calls are changed too, one at a time.
"""

from __future__ import annotations

import ast
import inspect
import itertools
import textwrap
from collections import Counter
from collections.abc import Callable, Iterator
from types import FunctionType

from tests.mutants.pieces import alternatives


def mutants(function: Callable) -> Iterator[tuple[str, Callable]]:
    """(what was changed, the changed function), for each single change.

    >>> from calendar import isleap
    >>> text, not_leap = list(mutants(isleap))[2]
    >>> text.split(" -> ")[1]
    'year % 100 != 0 or year % 400 == 0'
    >>> isleap(2001), not_leap(2001)
    (False, True)
    """
    for helper in helpers(function):
        for text, tree in changed_trees(helper):
            namespace = copied_globals(function)
            exec(
                compile(tree, f"<a mutant of {helper.__name__}>", "exec"),
                namespace,
            )
            where = "" if helper is function else f"{helper.__name__}: "
            yield where + text, namespace[function.__name__]


def helpers(function: Callable) -> list[FunctionType]:
    """The function, and those of its module that it calls, itself first."""
    found, waiting = [], [function]
    while waiting:
        one = waiting.pop(0)
        if one in found:
            continue
        found.append(one)
        waiting += [
            other
            for node in ast.walk(tree_of(one))
            if isinstance(node, ast.Name)
            and isinstance(other := one.__globals__.get(node.id), FunctionType)
            and other.__module__ == function.__module__
            and other.__name__ == node.id  # no lambda: it has no text
        ]
    return found


def copied_globals(function: Callable) -> dict:
    """New globals, in which the helpers call each other and not the old."""
    namespace = dict(function.__globals__)
    for helper in helpers(function):
        copy = FunctionType(
            helper.__code__,
            namespace,
            helper.__name__,
            helper.__defaults__,
            helper.__closure__,
        )
        copy.__kwdefaults__ = helper.__kwdefaults__
        namespace[helper.__name__] = copy
    return namespace


def tree_of(function: Callable) -> ast.Module:
    return ast.parse(textwrap.dedent(inspect.getsource(function)))


def changed_trees(function: Callable) -> Iterator[tuple[str, ast.Module]]:
    """Each change as a text and as the changed code, none of them twice."""
    tree = tree_of(function)
    (definition,) = tree.body
    definition.decorator_list = []
    names = local_names(definition)
    seen, texts = {ast.unparse(tree)}, Counter()
    for owner, place, node in places(definition):
        before = ast.unparse(shown(owner, node))
        for new in alternatives(node, owner, names):
            put(owner, place, new)
            text = ast.unparse(tree)
            if text not in seen:
                seen.add(text)
                after = ast.unparse(shown(owner, new))
                words = f"{before} -> {after}".replace("\n", "; ")
                texts[words] += 1
                if texts[words] > 1:
                    words += f" ({texts[words]})"
                yield words, ast.parse(text)
            put(owner, place, node)


def shown(owner: ast.AST, node: ast.AST) -> ast.AST:
    """What to print of a change: the piece with what stands around it."""
    around = isinstance(owner, ast.expr | ast.keyword)
    return owner if around else node


def places(definition: ast.FunctionDef):
    """(owner, place in it, node) for every node of the body and defaults."""
    waiting = [definition]
    while waiting:
        owner = waiting.pop(0)
        for field, value in ast.iter_fields(owner):
            if owner is definition and field not in ("body", "args"):
                continue
            several = value if isinstance(value, list) else [value]
            for k, node in enumerate(several):
                if isinstance(node, ast.AST):
                    at = (field, k) if value is several else (field, None)
                    yield owner, at, node
                    waiting.append(node)


def put(owner: ast.AST, place: tuple, node: ast.AST) -> None:
    field, k = place
    if k is None:
        setattr(owner, field, node)
    else:
        getattr(owner, field)[k] = node


def local_names(definition: ast.FunctionDef) -> list[str]:
    """Parameters and everything that is assigned, in order."""
    parameters = (a.arg for a in definition.args.args)
    assigned = (
        node.id
        for node in ast.walk(definition)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    )
    return list(dict.fromkeys(itertools.chain(parameters, assigned)))
