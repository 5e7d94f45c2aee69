"""What a notebook calls: each shows one thing to answer, or all of them."""

from __future__ import annotations

import difflib
from collections.abc import Mapping

from nnfs_course.checks.numbers import is_whole, shown
from nnfs_course.quizzes import plain
from nnfs_course.quizzes.contents import (
    CHAPTERS,
    ORDERINGS,
    PREDICTIONS,
    contents,
    opening_questions,
    with_id,
)
from nnfs_course.quizzes.widget import Quiz


def quiz(chapter: int) -> Quiz:
    """The quiz of a chapter: pick an answer, and hear why.

    Raises ValueError if no chapter has this number.

    >>> quiz(1).kind
    'quiz'
    """
    _known_chapter(chapter)
    content = contents(chapter)
    asked = content["questions"]
    text = f"Quiz of chapter {chapter}: {len(asked)} questions"
    return Quiz("quiz", content, text=text, plain=plain.questions(asked))


def opening(chapter: int) -> Quiz:
    """Questions from earlier chapters, to answer before this one begins.

    Raises ValueError if the chapter has none, or no chapter has this number.
    """
    _known_chapter(chapter)
    asked = opening_questions(chapter)
    if not asked:
        raise ValueError(f"Chapter {chapter} has no opening questions.")
    text = f"Opening of chapter {chapter}: {len(asked)} questions"
    content = {"chapter": chapter, "questions": asked}
    return Quiz("opening", content, text=text, plain=plain.questions(asked))


def predict(name: str) -> Quiz:
    """A prediction: commit to an answer before you see it.

    Raises ValueError if no prediction has this name.
    """
    asked = with_id(_named(name, PREDICTIONS, "prediction"))
    text = f"Predict: {asked['text']}"
    return Quiz("prediction", asked, text=text, plain=plain.prediction(asked))


def order(name: str) -> Quiz:
    """Lines of a program to put in order, with gaps to fill.

    Raises ValueError if no ordering has this name.
    """
    asked = with_id(_named(name, ORDERINGS, "ordering"))
    text = f"Put in order: {asked['text']}"
    return Quiz("ordering", asked, text=text, plain=plain.ordering(asked))


def progress() -> Quiz:
    """An overview of all chapters: what has been answered and done."""
    content = [contents(chapter) for chapter in CHAPTERS]
    text = f"Progress in {len(content)} chapters"
    return Quiz("progress", content, text=text, plain=plain.progress(content))


def _known_chapter(chapter: int) -> None:
    if not is_whole(chapter) or chapter not in CHAPTERS:
        raise ValueError(
            f"There are quizzes for the chapters {min(CHAPTERS)} to "
            f"{max(CHAPTERS)}, but got {shown(chapter)}."
        )


def _named(name: str, known: Mapping, what: str):
    if isinstance(name, str) and name in known:
        return known[name]
    near = difflib.get_close_matches(shown(name), known, n=1)
    hint = f" Did you mean {near[0]!r}?" if near else ""
    raise ValueError(f"There is no {what} named {shown(name)}.{hint}")
