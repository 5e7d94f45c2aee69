"""The table of chapters on the page for teachers, made of the chapters.

Where a page says MARK, there stands a row for each chapter that is there.
"""

from __future__ import annotations

import re
from pathlib import Path

import nbformat

from nnfs_course.exercises import catalogue
from nnfs_course.quizzes.contents import CHAPTERS

MARK = "(The built page has a table here, which `book/chapter_table.py` makes.)"
HEAD = """\
| chapter | minutes | builds on | exercises | mistakes known by name |
|---|---|---|---|---|
"""


def connect(app):
    app.connect("source-read", insert_table)


def insert_table(app, docname, source):
    if MARK in source[0]:
        app.env.note_reread()  # it changes when a chapter does
        source[0] = source[0].replace(MARK, table(Path(app.srcdir)))


def table(root: Path) -> str:
    pages = sorted((root / "chapters").glob("[0-9][0-9]-*.ipynb"))
    return HEAD + "".join(row(page) for page in pages)


def row(page: Path) -> str:
    """Of a chapter: from its notebook, its quiz file, its exercises."""
    number = int(page.stem[:2])
    exercises = catalogue.CHAPTERS[number]
    cells = (
        f"{number}. {CHAPTERS[number].title}",
        CHAPTERS[number].minutes,
        ", ".join(str(n) for n in needed(page) if n in CHAPTERS),
        len(exercises),
        sum(len(exercise.mistakes) for exercise in exercises),
    )
    return f"| {' | '.join(map(str, cells))} |\n"


def needed(page: Path) -> list[int]:
    """The chapters that this one says, at its beginning, it needs."""
    opening = nbformat.read(page, as_version=4).cells[0].source
    said = re.search(r"^\*\*You need\*\*.*$", opening, re.MULTILINE)
    names = re.findall(r"\{doc\}`(?:[^`<]*<)?(\d\d)-", said[0] if said else "")
    return [int(number) for number in names]
