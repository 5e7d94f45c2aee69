"""Each code cell of a page gets its number in the notebook, and its role.

The page's scripts find a cell by `data-cell`, and `data-role` says after which
others it runs: "imports" at once; "exercise" and "question" after these and
after the cells whose functions they call; "code" after all such cells above.
`data-check` names the exercise that the reader is to solve there.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Collection

from docutils import nodes

COLAB = 'find_spec("nnfs_course")'
CHECK = re.compile(r'^check\("([\w-]+)", my_\w+\)$', re.MULTILINE)


class RunnableCell(nodes.container):
    """A code cell, with what the page must know of it."""


def number_cells(app, doctree):
    """Number the code cells that can run. Those whose code is not shown are
    counted, and so is the one for Colab."""
    found = [
        node
        for node in doctree.findall(nodes.container)
        if node.get("nb_element") == "cell_code"
    ]
    askers = set()  # functions that ask the reader something
    for number, node in enumerate(found, start=1):
        if node.children[0].get("nb_element") != "cell_code_source":
            continue  # its code is not shown, so it cannot be run either
        source = node.children[0].astext()
        if COLAB in source:
            _remove(node)
            continue
        cell = RunnableCell(node.rawsource, *node.children, **node.attributes)
        askers |= quiz_functions(source)
        cell["page"] = {"data-cell": number, **role(source, askers)}
        node.replace_self(cell)


def _remove(node):
    """A cell, and the sentence before it that tells what it is for."""
    parent, place = node.parent, node.parent.index(node)
    before = parent[place - 1]
    parent.remove(node)
    if isinstance(before, nodes.paragraph) and "Colab" in before.astext():
        parent.remove(before)


def role(source: str, askers: Collection[str] = ()) -> dict[str, str]:
    """The role of a cell, told from its code.

    >>> role("import numpy as np")
    {'data-role': 'imports'}
    >>> role('def my_nudge(f):\\n    return ...\\n\\ncheck("nudge", my_nudge)')
    {'data-role': 'exercise', 'data-check': 'nudge'}
    """
    if found := CHECK.search(source):
        return {"data-role": "exercise", "data-check": found[1]}
    body = ast.parse(source).body
    calls = [name for node in body if (name := _called(node))]
    if "check" in calls:
        return {"data-role": "exercise"}  # a solution
    if set(calls) & set(askers):
        return {"data-role": "question"}
    imports = [isinstance(n, (ast.Import, ast.ImportFrom)) for n in body]
    others = [n for n, is_one in zip(body, imports, strict=True) if not is_one]
    if any(imports) and all(isinstance(n, ast.Expr) for n in others):
        return {"data-role": "imports"}
    return {"data-role": "code"}


def quiz_functions(source: str) -> set[str]:
    """What a cell imports from the quizzes."""
    return {
        alias.name
        for node in ast.parse(source).body
        if isinstance(node, ast.ImportFrom)
        and node.module == "nnfs_course.quizzes"
        for alias in node.names
    }


def _called(node: ast.stmt) -> str | None:
    """The function that a statement calls, if that is all it does."""
    call = node.value if isinstance(node, ast.Expr) else None
    function = call.func if isinstance(call, ast.Call) else None
    return function.id if isinstance(function, ast.Name) else None


def visit(translator, node):
    tag = translator.starttag(
        node, "div", CLASS="docutils container", **node["page"]
    )
    translator.body.append(tag)


def depart(translator, node):
    translator.body.append("</div>\n")
