"""Run a cell as a notebook would: statements, then show the last value."""

from __future__ import annotations

import ast
import linecache
import sys
import types

from in_page import errors, groups, limits, outputs

MAIN = types.ModuleType("__main__")
NAMES = MAIN.__dict__


def start() -> None:
    """Make this Python ready for cells."""
    sys.modules["__main__"] = MAIN
    NAMES["display"] = outputs.display
    sys.stdout, sys.stderr = outputs.STDOUT, outputs.STDERR
    limits.install()


def run(source: str, cell: str, show: bool = True) -> dict:
    """Run the text of a cell, and send what it shows to the page.

    Without show, its last value is neither shown nor computed: that is enough
    for other cells. Returns whether it went well, and the line of an error in
    this cell. It never raises: whatever a cell does, the next one can run.
    """
    outputs.STDOUT.start()
    outputs.STDERR.start()
    name = f"<cell {cell}>"
    lines = source.splitlines(keepends=True)
    linecache.cache[name] = (len(source), None, lines, name)
    failed = None
    try:
        _execute(source, name, show)
        _show_plots()
    except BaseException as error:  # SystemExit and KeyboardInterrupt, too
        failed = errors.report(error, cell)
    outputs.flush()
    if changed := limits.put_back():
        outputs.send({"type": "note", "text": _put_back(changed)})
    return {"ok": failed is None, "line": failed and failed["line"]}


def _execute(source: str, name: str, show: bool) -> None:
    tree = groups.parsed(source, show, name)
    groups.put_off(tree, NAMES)
    last = None
    hidden = source.rstrip().endswith(";")  # as in a notebook
    if tree.body and isinstance(tree.body[-1], ast.Expr) and not hidden:
        last = ast.Expression(tree.body.pop().value)
    exec(compile(tree, name, "exec"), NAMES)
    if last is not None:
        value = eval(compile(last, name, "eval"), NAMES)
        if value is not None:
            NAMES["_"] = value
            outputs.display(value)


def _show_plots() -> None:
    if "matplotlib.pyplot" in sys.modules:
        from in_page import inline

        inline.show()


def _put_back(changed: list[str]) -> str:
    names = ", ".join(changed[:3]) + (" and more" if changed[3:] else "")
    return (
        f"This cell replaced {names}. The original is back, because other "
        "cells need it. Choose a name of your own instead."
    )
