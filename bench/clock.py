"""How long functions take: in turns, so that a busy moment hits them all."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

ROUNDS = 9


def seconds(functions: dict[str, Callable], each: float = 0.05) -> dict:
    """Median, fastest and slowest seconds per call of each function, by name.

    In every round each function runs for about `each` seconds. The functions
    take turns, so ratios hold even if the machine is busy for a while.
    """
    repeats = {}
    for name, function in functions.items():
        function()  # what is made at the first call only
        repeats[name] = max(1, round(each / max(_timed(function, 1), 1e-7)))
    times = {name: [] for name in functions}
    for _ in range(ROUNDS):
        for name, function in functions.items():
            count = repeats[name]
            times[name].append(_timed(function, count) / count)
    return {
        name: {
            "median": statistics.median(found),
            "fastest": min(found),
            "slowest": max(found),
        }
        for name, found in times.items()
    }


def ratio(found: dict, name: str, to: str) -> float:
    """How many times as long as another: by the fastest rounds of both."""
    return found[name]["fastest"] / found[to]["fastest"]


def _timed(function: Callable, count: int) -> float:
    start = time.perf_counter()
    for _ in range(count):
        function()
    return time.perf_counter() - start
