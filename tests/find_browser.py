"""Find a browser for the tests: installed, Playwright's own, or from apt."""

from __future__ import annotations

import os
import shutil
import subprocess

INSTALLED = (
    "chromium-headless-shell",  # no windows: it opens a page in half the time
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
FLAGS = [
    "--no-sandbox",  # root, as in CI's containers, cannot have the sandbox
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-sync",
    "--no-first-run",
]


def find_browser(playwright) -> str | None:
    """The path of a browser, or None."""
    for name in INSTALLED:
        if path := shutil.which(name):
            return path
    own = playwright.chromium.executable_path
    if os.path.exists(own):
        return own
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if is_root and shutil.which("apt-get"):
        print(
            "\nNo browser found: installing Debian's chromium ...", flush=True
        )
        subprocess.run(["apt-get", "update", "-qq"])
        for name in ("chromium-headless-shell", "chromium"):
            subprocess.run(["apt-get", "install", "-y", "-qq", name])
            if path := shutil.which(name):
                return path
    return None
