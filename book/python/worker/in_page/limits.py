"""What a page's Python cannot do says so, in one sentence.

And what a cell replaced inside of NumPy or Python is put back: other cells,
and the exercises, need it.
"""

from __future__ import annotations

import builtins
import importlib
import logging
import socket
import subprocess
import threading
import warnings

INPUT = (
    "input() cannot ask in a page. Give the value in the code instead, "
    'like x = "7".'
)
NETWORK = (
    "A page's Python has no network, so that the book works without one. "
    "Use what the cell makes itself, or run the notebook in Jupyter."
)
PROGRAMS = "A page's Python cannot start other programs."
THREADS = "A page's Python has one thread only."


class NotInThePage(OSError, RuntimeError):
    """Something that works in a notebook and cannot work in a page.

    Libraries that can do without it expect one of these errors.
    """


def _refuse(sentence: str):
    def refuse(*args, **kwargs):
        raise NotInThePage(sentence)

    return refuse


def install() -> None:
    builtins.input = _refuse(INPUT)
    socket.socket.connect = socket.socket.connect_ex = _refuse(NETWORK)
    socket.getaddrinfo = socket.gethostbyname = _refuse(NETWORK)
    subprocess.Popen.__init__ = _refuse(PROGRAMS)
    threading.Thread.start = _refuse(THREADS)
    # What these two tell of is a thread that they can do without.
    warnings.filterwarnings("ignore", "tqdm:disabling monitor")
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    _remember()


GUARDED = ("builtins", "math", "numpy", "numpy.random", "numpy.linalg")
_kept: dict[str, dict] = {}


def _remember() -> None:
    for name in GUARDED:
        _kept[name] = dict(vars(importlib.import_module(name)))


def put_back() -> list[str]:
    """The names that were replaced in these modules since the start."""
    changed = []
    for name, kept in _kept.items():
        now = vars(importlib.import_module(name))
        for key, value in kept.items():
            if key != "_" and now.get(key) is not value:
                now[key] = value
                changed.append(f"{name}.{key}")
    return changed
