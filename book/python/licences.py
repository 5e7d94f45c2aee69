"""The licences of what the pages hold, in a file that travels with it."""

from __future__ import annotations

import zipfile
from pathlib import Path

NAMES = ("LICENSE", "LICENCE", "COPYING", "NOTICE")


def write(paths: dict[str, Path], folder: Path) -> None:
    """`licences.txt`: what the wheels say, one after another."""
    parts = []
    for name, path in sorted(paths.items()):
        if not name.endswith(".whl"):
            continue
        with zipfile.ZipFile(path) as wheel:
            for member in wheel.namelist():
                if member.rsplit("/", 1)[-1].upper().startswith(NAMES):
                    text = wheel.read(member).decode("utf-8", "replace")
                    parts.append(f"{'=' * 78}\n{member}\n\n{text}")
    (folder / "licences.txt").write_text("\n".join(parts), encoding="utf-8")
