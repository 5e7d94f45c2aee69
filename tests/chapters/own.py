"""What the tests know of one chapter alone: the folders ch01, ch02, ...

A chapter that is left out takes its folder along. What is true of several
chapters, or of all, stands elsewhere and asks which chapters there are.
"""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

HERE = Path(__file__).parent


def folders() -> dict[int, Path]:
    return {int(p.name[2:]): p for p in sorted(HERE.glob("ch[0-9][0-9]"))}


def of_each(part: str) -> dict[int, ModuleType]:
    """The files of this name, imported, by the number of their chapter."""
    return {
        number: importlib.import_module(f"{__package__}.{folder.name}.{part}")
        for number, folder in folders().items()
        if (folder / f"{part}.py").exists()
    }
