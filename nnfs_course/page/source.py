"""show_source: the tested code itself, on the page.

A chapter never retypes the package, so prose and code cannot drift apart.
"""

from __future__ import annotations

import inspect
import textwrap


def show_source(thing) -> None:
    """Display the source of a class, method or function, highlighted.

    It works in a notebook and in the book, in light and in dark mode.

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
    except (TypeError, OSError):
        raise ValueError(
            "show_source needs a class, method or function written in Python, "
            f"but got {thing!r}. For an instance, pass its class."
        ) from None
    display(Markdown(f"```python\n{source}\n```"))
