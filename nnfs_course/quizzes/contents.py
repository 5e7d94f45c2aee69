"""What stands in the quizzes: for each chapter its title and questions."""

from __future__ import annotations

import json
import zlib

from nnfs_course.exercises import catalogue
from nnfs_course.page.chapters import chapter_modules
from nnfs_course.quizzes import chapters
from nnfs_course.quizzes.question import Question

CHAPTERS: dict[int, tuple[str, tuple[Question, ...]]] = {
    number: (module.TITLE, module.QUESTIONS)
    for number, module in chapter_modules(chapters).items()
}


def contents(chapter: int) -> dict:
    """A chapter's questions and exercises, as the browser gets them."""
    title, questions = CHAPTERS[chapter]
    return {
        "chapter": chapter,
        "title": title,
        "questions": [
            {"id": identity(question), **question.as_dict()}
            for question in questions
        ],
        "exercises": [
            {"name": exercise.name, "title": exercise.title}
            for exercise in catalogue.CHAPTERS.get(chapter, ())
        ],
    }


def identity(question: Question) -> str:
    """A short name for a question, made of its own text.

    Answers are remembered under it. A question that is changed gets another
    one, and counts as not answered.
    """
    text = json.dumps(question.as_dict())
    return f"{zlib.crc32(text.encode()):08x}"
