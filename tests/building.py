"""Build the book for the tests: once, while tests that do not need it run.

The first of the parallel workers starts the build; all wait for its result.
"""

from __future__ import annotations

import atexit
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUTPUT = ROOT / "_build" / "test"
# Its name is the same for all workers of a run, and another for the next run.
RUN = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
RESULT = OUTPUT / f"{RUN}.json"
MINUTES = 15  # far more than it takes


def build_book(source: Path, output: Path) -> subprocess.CompletedProcess:
    """A strict build (-n -W) from a cold start: no cache, no older pages."""
    shutil.rmtree(output, ignore_errors=True)
    command = [Path(sys.executable).with_name("jupyter-book"), "build", source]
    options = ["--path-output", output, "-n", "-W", "--keep-going"]
    return subprocess.run(command + options, capture_output=True, text=True)


def start_if_needed(items) -> None:
    """Start the build if one of these tests asks for the book."""
    is_first = os.environ.get("PYTEST_XDIST_WORKER", "gw0") == "gw0"
    if is_first and any(needs_book(item) for item in items):
        build = subprocess.Popen(
            [sys.executable, "-m", "tests.building", RESULT],
            cwd=ROOT,
            start_new_session=True,
        )
        atexit.register(stop, build)


def needs_book(item) -> bool:
    return "book" in getattr(item, "fixturenames", ())


def stop(build: subprocess.Popen) -> None:
    """A run that is broken off leaves no build behind."""
    if build.poll() is None:
        os.killpg(build.pid, signal.SIGTERM)


def wait_for_book() -> Path:
    """The folder of the built pages."""
    until = time.monotonic() + 60 * MINUTES
    while not RESULT.exists():
        assert time.monotonic() < until, f"No book after {MINUTES} minutes."
        time.sleep(0.2)
    code, said = json.loads(RESULT.read_text())
    assert code == 0, said
    return OUTPUT / "_build" / "html"


if __name__ == "__main__":
    done = build_book(ROOT, OUTPUT)
    said = done.stdout[-2000:] + done.stderr[-6000:]
    result = Path(sys.argv[1])
    whole = result.with_suffix(".new")
    whole.write_text(json.dumps([done.returncode, said]))
    whole.rename(result)  # at once: nobody reads half of it
