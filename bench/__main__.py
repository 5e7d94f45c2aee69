"""make bench: how long the course's own code takes, on this machine.

Each line is the median of several runs, with the fastest and the slowest. The
numbers differ from machine to machine; look at ratios.
"""

from __future__ import annotations

import statistics
import sys
import time

from bench import figures, layers, training, value

BENCHES = [*value.BENCHES, *layers.BENCHES, *training.BENCHES]


def measure(function, runs: int = 7) -> list[float]:
    """Seconds per call, sorted; each run repeats until it lasts 20 ms."""
    function()
    start = time.perf_counter()
    function()
    repeats = max(1, round(0.02 / max(time.perf_counter() - start, 1e-9)))
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        for _ in range(repeats):
            function()
        seconds.append((time.perf_counter() - start) / repeats)
    return sorted(seconds)


def main() -> None:
    print(f"Python {sys.version.split()[0]}. Milliseconds per call:")
    print(f"{'':50} {'median':>10} {'fastest':>10} {'slowest':>10}")
    for name, function in BENCHES:
        seconds = measure(function)
        figures_of = (statistics.median(seconds), seconds[0], seconds[-1])
        print(f"{name:50}", *(f"{1000 * s:10.4f}" for s in figures_of))
    print()
    figures.main()


if __name__ == "__main__":
    main()
