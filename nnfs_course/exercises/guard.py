"""What an attempt must not do to the kernel: run for ever, or change NumPy."""

from __future__ import annotations

import builtins
import math
import signal
import time
from collections.abc import Callable

import numpy as np

# --- a clock ---


class TimeUp(BaseException):
    """No Exception, so that `except Exception` in an attempt misses it."""


def within(seconds: float, work: Callable):
    """work(), or TimeUp after so many seconds.

    The clock is the system's alarm. Windows, threads other than the main one
    and Python in a page have none: there, work runs as long as it likes.
    """
    earlier = _start(seconds)
    if earlier is None:
        return work()
    handler, left, interval = earlier
    began = time.monotonic()
    try:
        return work()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, handler)
        if left:  # someone else's alarm was set: let it go on
            left = max(left - (time.monotonic() - began), 1e-3)
            signal.setitimer(signal.ITIMER_REAL, left, interval)


def has_clock() -> bool:
    """Whether `within` can end anything here."""
    try:
        return within(60, lambda: signal.getitimer(signal.ITIMER_REAL)[0] > 0)
    except Exception:
        return False


def _start(seconds: float) -> tuple | None:
    """Set the alarm. What was set before, or None where there is no alarm."""
    try:
        handler = signal.signal(signal.SIGALRM, _ring)
    except Exception:
        return None
    handler = signal.SIG_DFL if handler is None else handler
    try:  # again and again: an attempt may catch it once
        return handler, *signal.setitimer(signal.ITIMER_REAL, seconds, 0.2)
    except Exception:
        signal.signal(signal.SIGALRM, handler)
        return None


def _ring(number, frame) -> None:
    if frame is None or frame.f_globals is not globals():
        raise TimeUp


# --- NumPy as it was ---

# Shells exchange other builtins, such as `input`, and may do so.
_COUNTING = (
    "abs all any divmod enumerate float int len list map max min pow range "
    "reversed round sorted sum tuple zip"
)
_MODULES = {"np.": np, "np.linalg.": np.linalg, "math.": math, "": builtins}
_ORIGINALS = [
    (prefix + name, module, name, value)
    for prefix, module in _MODULES.items()
    for name, value in vars(module).items()
    if (prefix and callable(value)) or name in _COUNTING.split()
]


def put_back() -> list[str]:
    """Undo what was done to NumPy, `math` and the builtins; say what it was."""
    replaced = []
    for words, module, name, value in _ORIGINALS:
        if vars(module).get(name) is not value:
            setattr(module, name, value)
            replaced.append(words)
    return replaced


def undoing(function: Callable, replaced: list[str]) -> Callable:
    """function, followed by put_back; what was replaced goes into the list."""

    def guarded(*arguments):
        try:
            return function(*arguments)
        finally:
            replaced.extend(n for n in put_back() if n not in replaced)

    return guarded
