"""Cells that are written by `make notebooks`, so that they stand once.

The first code cell of every notebook, which fetches the course in Colab, comes
from `colab_cell.txt`. The hints below an exercise come from the exercise. Both
are stored in the notebooks: a page, GitHub and paper show them without Python.
"""

from __future__ import annotations

import re
from pathlib import Path

from nbformat.v4 import new_code_cell, new_markdown_cell

from nnfs_course.exercises.catalogue import ALL

COLAB = Path(__file__).with_name("colab_cell.txt").read_text("utf-8").strip()
METADATA = {
    "kernelspec": {
        "display_name": "Python 3",
        "language": "python",
        "name": "python3",
    },
    "language_info": {"name": "python"},
}
STUB = re.compile(r'^check\("([\w-]+)", \w+\)$', re.MULTILINE)
FIRST_HINT = "<details>\n<summary>Hint 1 of 3</summary>"


def write_once_told(notebook) -> None:
    """Put the cells that this file makes where they belong, in place."""
    cells = []
    for cell in notebook.cells:
        if cell.source.startswith(FIRST_HINT):
            continue  # written anew below its stub
        if cell.cell_type == "code" and is_for_colab(cell.source):
            cell.source = COLAB
        cells.append(cell)
        if name := exercise_of(cell):
            cells.append(hints_cell(ALL[name].hints))
    notebook.cells = cells


def number_cells(notebook) -> None:
    """Names that follow from the place, so that none is random."""
    for number, cell in enumerate(notebook.cells, start=1):
        cell.id = f"cell-{number:02}"


def is_for_colab(source: str) -> bool:
    return 'find_spec("nnfs_course")' in source


def exercise_of(cell) -> str | None:
    """Which exercise this cell is the stub of, if it is one."""
    found = STUB.search(cell.source) if cell.cell_type == "code" else None
    return found[1] if found and found[1] in ALL else None


def colab_cell():
    return new_code_cell(
        COLAB,
        metadata={
            "tags": ["hide-cell"],
            "mystnb": {
                "code_prompt_show": "Show the cell that makes this notebook "
                "work in Google Colab",
                "code_prompt_hide": "Hide the cell for Google Colab",
            },
        },
    )


def hints_cell(hints: tuple[str, ...]):
    """All hints of an exercise, each folded."""
    return new_markdown_cell(
        "\n\n".join(
            f"<details>\n<summary>Hint {number} of {len(hints)}</summary>"
            f"\n\n{text}\n\n</details>"
            for number, text in enumerate(hints, 1)
        )
    )
