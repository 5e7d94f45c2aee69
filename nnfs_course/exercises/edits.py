"""A mistake as an edit: the reference with a few tokens of its text replaced.

Most wrong functions differ from the right one in one place. Written as an
edit, a mistake shows that place and nothing else, and two mistakes can be made
at once.
"""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
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
    source = textwrap.dedent(inspect.getsource(reference))
    (function,) = ast.parse(source).body
    lines = source.splitlines(keepends=True)
    start = function.body[0].lineno - 1
    head, body = "".join(lines[:start]), "".join(lines[start:])
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
        exec(
            compile(text, f"<{reference.__name__}, edited>", "exec"), namespace
        )
    except SyntaxError as error:
        raise ValueError(
            f"After the edit, this is no Python:\n{text}"
        ) from error
    return namespace[reference.__name__]
