"""make bench: how fast it is, on this machine; under ten minutes.

Writes bench/result.json and the page chapters/reference/speed.md. Numbers
differ from machine to machine; look at ratios.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tqdm import tqdm

from bench import (
    book,
    figures,
    layers,
    lighthouse,
    machine,
    speed_page,
    step,
    value,
)
from bench.lessons import LESSONS

RESULT = Path(__file__).with_name("result.json")

PARTS = {
    "lessons": lambda: [lesson.measured() for lesson in LESSONS],
    "steps": lambda: {f"{n} x {h}": step.measured(n, h) for n, h in step.SIZES},
    "growth": lambda: {str(n): step.measured(n, h) for n, h in step.GROWTH},
    "dense": layers.dense_and_peak,
    "softmax": layers.softmax_backward,
    "fused": layers.fused_and_long_way,
    "value": value.measured,
    "imports": book.imports,
    "page": book.in_the_page,
    "repaints": figures.measured,
    "notebooks": book.notebooks,
    "builds": book.builds,
    "weights": book.weights,
    "lighthouse": lighthouse.measured,
}


def main() -> None:
    if not book.HTML.exists():
        sys.exit("Build the book first (make book): its pages are measured.")
    found = {"machine": machine.described()}
    for name, measure in tqdm(PARTS.items(), unit="part"):
        found[name] = measure()
    RESULT.write_text(json.dumps(found, indent=1) + "\n")
    speed_page.write(found)
    print(f"Written: {RESULT} and {speed_page.PAGE}")


if __name__ == "__main__":
    main()
