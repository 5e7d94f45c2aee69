"""The book: how long it takes to import, build and run; what it weighs."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from playwright.sync_api import sync_playwright

from tests.cells import Chapter
from tests.find_browser import FLAGS, find_browser

ROOT = Path(__file__).parent.parent
HTML = ROOT / "_build" / "html"
# One step of training, in the page and here.
STEP = """
import time
import numpy as np
from nnfs_course import Dense, Network, ReLU, SoftmaxCrossEntropy, spiral
inputs, targets = spiral(100, 3, seed=0)
layers = [Dense(2, 64, rng=0), ReLU(), Dense(64, 3, rng=1)]
network = Network(layers, SoftmaxCrossEntropy())
def step():
    network.forward(inputs, targets)
    network.backward()
step()
times = []
for _ in range(200):
    start = time.perf_counter()
    step()
    times.append(time.perf_counter() - start)
print(min(times))
"""


def imports(runs: int = 7) -> dict[str, float]:
    """Fastest seconds of a new Python that imports, less an empty one."""
    fastest = dict.fromkeys(("pass", "import numpy", "import nnfs_course"), 9e9)
    for _ in range(runs):
        for line, before in fastest.items():
            took = _run([sys.executable, "-c", line])
            fastest[line] = min(before, took)
    empty = fastest.pop("pass")
    return {line: took - empty for line, took in fastest.items()}


def builds() -> dict[str, float]:
    """Seconds of `jupyter-book build`: from nothing, and again."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "book"
        shutil.copytree(
            ROOT,
            copy,
            ignore=shutil.ignore_patterns("_build", ".venv", ".git", ".*cache"),
        )
        tool = Path(sys.executable).with_name("jupyter-book")
        build = [str(tool), "build", str(copy), "--quiet"]
        return {name: _run(build) for name in ("cold", "warm")}


def notebooks() -> dict[str, float]:
    """Seconds of each notebook, run top to bottom, kernel included."""
    found = {}
    for path in sorted(ROOT.glob("chapters/[0-9]*.ipynb")):
        client = NotebookClient(
            nbformat.read(path, as_version=4),
            resources={"metadata": {"path": path.parent}},
        )
        start = time.perf_counter()
        client.execute()
        found[path.stem] = time.perf_counter() - start
    return found


def in_the_page() -> dict[str, float]:
    """Seconds for a step of training, in the page's Python and in this one."""
    here = subprocess.run(
        [sys.executable, "-c", STEP],
        check=True,
        capture_output=True,
        text=True,
        env=os.environ,
    )
    with sync_playwright() as playwright:
        path = find_browser(playwright)
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        chapter = Chapter(browser, HTML, "06-training")
        chapter.run(text=STEP, seconds=120)
        there = re.search(r"\d\S+", chapter.output()).group()
        browser.close()
    return {"in the page": float(there), "native": float(here.stdout)}


def weights() -> dict[str, int]:
    """Bytes of each page's own HTML file."""
    return {
        path.relative_to(HTML).as_posix(): path.stat().st_size
        for path in sorted(HTML.rglob("*.html"))
        if path.name not in ("search.html", "genindex.html")
    }


def _run(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(
        command,
        check=True,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return time.perf_counter() - start
