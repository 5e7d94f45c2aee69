"""Which chapters there are: told by the files, and by nothing else."""

from __future__ import annotations

import importlib
import pkgutil
import re
from types import ModuleType


def chapter_modules(folder: ModuleType) -> dict[int, ModuleType]:
    """The modules of a folder that are named like ch02_..., by number.

    >>> from nnfs_course.quizzes import chapters
    >>> chapter_modules(chapters)[2].TITLE
    'A layer of neurons'
    """
    names = [module.name for module in pkgutil.iter_modules(folder.__path__)]
    numbered = {
        int(found[1]): importlib.import_module(f"{folder.__name__}.{name}")
        for name in names
        if (found := re.match(r"ch(\d+)_", name))
    }
    return dict(sorted(numbered.items()))
