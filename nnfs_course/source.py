"""show_source: the tested code itself, on the page, so that prose and package cannot drift apart."""

from __future__ import annotations

import inspect
import textwrap


def show_source(thing) -> None:
    """Display the source of a class, method or function, highlighted, in a notebook or the book.

    Raises
    ------
    ValueError
        If thing has no Python source: a number, an instance, a function compiled from C.
    """
    from IPython.display import Markdown, display  # only a notebook needs it

    try:
        source = textwrap.dedent(inspect.getsource(thing)).rstrip()
    except (TypeError, OSError):
        raise ValueError(
            f"show_source needs a class, method or function written in Python, but got {thing!r}. "
            "For an instance, pass its class: show_source(type(instance))."
        ) from None
    display(Markdown(f"```python\n{source}\n```"))
