"""show_source: the tested code itself, on the page.

A chapter never retypes the package, so prose and code cannot drift apart.
"""

from __future__ import annotations

import ast
import inspect
import textwrap

from nnfs_course.checks.numbers import shown


def show_source(thing) -> None:
    """Display the source of a class, method or function, highlighted.

    It works in a notebook and in the book, in light and in dark mode. A class
    is shown without its docstrings: they stand in the reference.

    Raises
    ------
    ValueError
        If thing has no Python source: a number, an instance, compiled code.
    """
    from IPython.display import Markdown, display  # only a notebook needs it

    try:
        if inspect.ismodule(thing):
            raise TypeError
        source = textwrap.dedent(inspect.getsource(thing)).rstrip()
        if inspect.isclass(thing):
            source = _without_docstrings(source)
    except (TypeError, OSError):
        raise ValueError(
            "show_source needs a class, method or function written in Python, "
            f"but got {shown(thing)}. For an instance, pass its class."
        ) from None
    display(Markdown(f"```python\n{source}\n```"))


def _without_docstrings(source: str) -> str:
    lines = source.splitlines()
    for node in ast.walk(ast.parse(source)):
        documented = isinstance(node, (ast.ClassDef, ast.FunctionDef))
        if documented and ast.get_docstring(node) is not None:
            text = node.body[0]
            end = text.end_lineno
            if isinstance(node, ast.ClassDef) and lines[end : end + 1] == [""]:
                end += 1  # the empty line below a class's docstring goes, too
            for k in range(text.lineno - 1, end):
                lines[k] = None
    return "\n".join(line for line in lines if line is not None)
