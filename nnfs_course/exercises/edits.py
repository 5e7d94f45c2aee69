"""A mistake as an edit: the reference with a few tokens of its text replaced.

Most wrong functions differ from the right one in one place. Written as an
edit, a mistake shows that place and nothing else, and two mistakes can be made
at once.
"""

from __future__ import annotations

import ast
import functools
import inspect
import re
import textwrap
import warnings
from collections.abc import Callable, Mapping


def edited(reference: Callable, edits: Mapping[str, str]) -> Callable:
    """The reference, with each old text of its body replaced by the new one.

    All occurrences are replaced, and all edits at the same time, so two names
    can be exchanged. Arguments keep their names. Raises ValueError if an old
    text is absent, or if what comes out is not Python.

    >>> from calendar import isleap
    >>> isleap(1900), edited(isleap, {"and": "or"})(1900)
    (False, True)
    """
    head, body = _text(reference)
    for old in edits:
        if not old or old not in body:
            raise ValueError(
                f"{reference.__name__} does not contain {old!r}, so there is "
                f"nothing to replace. Its body is:\n{body}"
            )
    longest_first = sorted(edits, key=len, reverse=True)
    pattern = "|".join(map(re.escape, longest_first))
    text = head + re.sub(pattern, lambda found: edits[found[0]], body)
    namespace = dict(reference.__globals__)
    try:
        with warnings.catch_warnings():  # an edit may well look strange
            warnings.simplefilter("ignore", SyntaxWarning)
            code = compile(text, f"<{reference.__name__}, edited>", "exec")
    except SyntaxError as error:
        raise ValueError(
            f"After the edit, this is no Python:\n{text}"
        ) from error
    exec(code, namespace)
    return namespace[reference.__name__]


def together(
    reference: Callable, some: Mapping[str, str], others: Mapping[str, str]
) -> Callable | None:
    """The reference with both edits; None if they touch the same text."""
    _, body = _text(reference)
    if _touched(body, some) & _touched(body, others):
        return None
    try:
        return edited(reference, {**some, **others})
    except ValueError:  # together they are no Python
        return None


def _touched(body: str, edits: Mapping[str, str]) -> set[int]:
    """The places in the text that the edits replace."""
    return {
        place
        for old in edits
        for found in re.finditer(re.escape(old), body)
        for place in range(*found.span())
    }


@functools.cache
def _text(function: Callable) -> tuple[str, str]:
    """The first line or lines of a function, and its body."""
    source = textwrap.dedent(inspect.getsource(function))
    (tree,) = ast.parse(source).body
    lines = source.splitlines(keepends=True)
    start = tree.body[0].lineno - 1
    return "".join(lines[:start]), "".join(lines[start:])
