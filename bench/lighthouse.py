"""Lighthouse's four scores for the built pages.

Lighthouse comes from npm, so this needs Node, a Chromium, and `make book`.
Without one of them there are none. Pages are served with gzip, as hosts do.
Lighthouse imitates a phone four times slower than this machine: when the
machine has other work to do, the first score falls.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from bench.book import HTML
from tests.find_browser import find_browser
from tests.serve import Packed, served

PAGES = ("chapters/index.html", "chapters/06-training.html")
LIGHTHOUSE = "lighthouse@12.8.2"


def scores(address: str, device: str) -> dict[str, int]:
    """Lighthouse's scores, 0 to 100, by their names."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = ["npx", "--yes", LIGHTHOUSE, address, "--quiet"]
        command += ["--output=json", f"--output-path={report}"]
        command += ["--chrome-flags=--headless --no-sandbox"]
        if device == "desktop":
            command.append("--preset=desktop")
        subprocess.run(command, check=True, capture_output=True)
        told = json.loads(report.read_text(encoding="utf-8"))
    kinds = told["categories"].values()
    return {kind["title"]: round(100 * kind["score"]) for kind in kinds}


def measured() -> dict[str, dict[str, int]]:
    """The scores of some pages, on a phone and on a desktop."""
    with sync_playwright() as playwright:
        browser = find_browser(playwright)
    if not (browser and shutil.which("npx")):
        return {}
    os.environ.setdefault("CHROME_PATH", browser)
    try:
        with served(HTML, Packed) as root:
            return {
                f"{page}, {device}": scores(f"{root}/{page}", device)
                for page in PAGES
                for device in ("phone", "desktop")
            }
    except (subprocess.CalledProcessError, OSError):
        return {}  # npm could not be reached
