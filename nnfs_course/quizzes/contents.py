"""What there is to answer: for each chapter its questions, by kind."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from types import ModuleType

from nnfs_course.exercises import catalogue
from nnfs_course.page.chapters import chapter_modules
from nnfs_course.page.question import Question
from nnfs_course.quizzes import chapters
from nnfs_course.quizzes.ordering import Ordering
from nnfs_course.quizzes.prediction import Prediction


@dataclass(frozen=True)
class Chapter:
    """What a chapter's file says. Only openings, predictions and orderings
    can be missing."""

    title: str
    minutes: int  # as its notebook says
    about: str
    page: str  # the notebook's name, without its ending
    questions: tuple[Question, ...]
    opening: tuple[Question, ...]
    predictions: tuple[Prediction, ...]
    orderings: tuple[Ordering, ...]


def _read(module: ModuleType) -> Chapter:
    stem = module.__name__.rpartition(".")[2]
    return Chapter(
        module.TITLE,
        module.MINUTES,
        module.ABOUT,
        stem.removeprefix("ch").replace("_", "-"),
        module.QUESTIONS,
        getattr(module, "OPENING", ()),
        getattr(module, "PREDICTIONS", ()),
        getattr(module, "ORDERINGS", ()),
    )


CHAPTERS: dict[int, Chapter] = {
    number: _read(module)
    for number, module in chapter_modules(chapters).items()
}


def _by_name(items: list) -> dict:
    found = {item.name: item for item in items}
    if len(found) < len(items):
        names = [item.name for item in items]
        twice = sorted({name for name in names if names.count(name) > 1})
        raise ValueError(f"A name must be used once only: {twice}.")
    return found


PREDICTIONS: dict[str, Prediction] = _by_name(
    [each for chapter in CHAPTERS.values() for each in chapter.predictions]
)
ORDERINGS: dict[str, Ordering] = _by_name(
    [each for chapter in CHAPTERS.values() for each in chapter.orderings]
)


def with_id(item: Question | Prediction | Ordering, *, where: str = "") -> dict:
    """A question as the browser gets it, with a short name made of its text.

    Answers are remembered under that name. A question that is changed gets
    another one, and counts as not answered. The same question asked elsewhere
    is another one, too.
    """
    asked = item.as_dict()
    text = where + json.dumps(asked)
    return {"id": f"{zlib.crc32(text.encode()):08x}", **asked}


def opening_questions(number: int) -> list[dict]:
    """The questions from earlier chapters that a chapter opens with."""
    where = f"opening {number}"
    return [with_id(q, where=where) for q in CHAPTERS[number].opening]


def contents(number: int) -> dict:
    """What a chapter asks for: its quiz, and what else is counted with it."""
    chapter = CHAPTERS[number]
    return {
        "chapter": number,
        "title": chapter.title,
        "about": f"{chapter.about} About {chapter.minutes} minutes.",
        "page": chapter.page,
        "questions": [with_id(question) for question in chapter.questions],
        "opening": [question["id"] for question in opening_questions(number)],
        "predictions": [with_id(each)["id"] for each in chapter.predictions],
        "orderings": [with_id(each)["id"] for each in chapter.orderings],
        "exercises": [
            {"name": exercise.name, "title": exercise.title}
            for exercise in catalogue.CHAPTERS.get(number, ())
        ],
    }
