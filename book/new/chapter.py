"""A new chapter, with all its files: `make new-chapter NAME=its-name`.

It is whole and runs. What is yours to write says FILL IN, and a test names
every such line until you have.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import nbformat
from exercise import ROOT, add_exercise, check_name, tell
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from notebook_cells import METADATA, colab_cell

TEMPLATES = Path(__file__).parent
OPENS = """\
# {title}

:::{{admonition}} In this chapter
:class: goals
**You will be able to**

- FILL IN,
- FILL IN.

**You need** FILL IN.

**Time:** about 60 minutes, FILL IN of them for the exercises.
:::

FILL IN: the text. One new idea at a time."""
CLOSES = "## Take-away\n\n- FILL IN: three to five sentences to keep."
ASKS = """\
## Exercises

FILL IN: a sentence about them. `exercises({number})` lists them."""
QUIZ = """\
## Quiz

Pick an answer, and hear why. Wrong ones have a reason too, so pick as many as \
you like."""


def add_chapter(name: str, root: Path = ROOT) -> list[Path]:
    """Write its files and its line in _toc.yml; return their paths.

    Raises ValueError for a name that is no name or is taken, and where
    _toc.yml does not list the chapter before. Nothing is written then.
    """
    check_name(name)
    pages = sorted((root / "chapters").glob("[0-9][0-9]-*.ipynb"))
    if any(page.stem[3:] == name for page in pages):
        raise ValueError(f"There is a chapter of the name {name}.")
    number = int(pages[-1].stem[:2]) + 1
    title = name.replace("-", " ").capitalize()
    module = f"ch{number:02}_{name.replace('-', '_')}.py"
    package = root / "nnfs_course"
    page = root / "chapters" / f"{number:02}-{name}.ipynb"
    quiz = package / "quizzes" / "chapters" / module
    exercises = package / "exercises" / "chapters" / module

    toc = add_to_toc(page.stem, pages[-1].stem, root)  # it may refuse
    words = {"title": title, "number": number}
    quiz.write_text(
        (TEMPLATES / "quiz.txt").read_text("utf-8").format(**words), "utf-8"
    )
    exercises.write_text(
        f'"""The exercises of chapter {number}: FILL IN."""\n\n'
        "from nnfs_course.exercises.exercise import Exercise, Mistake\n\n"
        "EXERCISES = ()\n",
        "utf-8",
    )
    nbformat.write(empty_notebook(title, number), page)
    for which in ("first", "second", "third"):
        add_exercise(number, f"{name}-{which}", root)
    return [page, exercises, quiz, toc]


def empty_notebook(title: str, number: int):
    sources = (
        OPENS.format(title=title),
        None,
        "print(1 + 1)  # FILL IN: code",
        CLOSES,
        ASKS.format(number=number),
        "from nnfs_course.exercises import check, exercises, hint\n\n"
        f"exercises({number})",
        QUIZ,
        f"from nnfs_course.quizzes import quiz\n\nquiz({number})",
    )
    cells = [
        colab_cell()
        if source is None
        else new_markdown_cell(source)
        if re.match("# |## ", source)
        else new_code_cell(source)
        for source in sources
    ]
    return new_notebook(cells=cells, metadata=METADATA)


def add_to_toc(stem: str, after: str, root: Path) -> Path:
    """The chapter's line, below that of the chapter before it."""
    toc = root / "_toc.yml"
    line = f"      - file: chapters/{after}\n"
    text = toc.read_text("utf-8")
    if line not in text:
        raise ValueError(f"_toc.yml has no line for chapters/{after}.")
    toc.write_text(
        text.replace(line, line + line.replace(after, stem)), "utf-8"
    )
    return toc


if __name__ == "__main__":
    try:
        files = add_chapter(*sys.argv[1:])
    except ValueError as error:
        sys.exit(str(error))
    tell(files, f"{files[0].stem} index")
