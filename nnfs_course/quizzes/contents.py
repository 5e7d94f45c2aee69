"""What stands in the quizzes: for each chapter its title and questions."""

from __future__ import annotations

import json
import zlib

from nnfs_course.exercises.session import ALL
from nnfs_course.quizzes import (
    chapter_1,
    chapter_2,
    chapter_3,
    chapter_4,
    chapter_5,
    chapter_6,
    chapter_7,
    chapter_8,
)
from nnfs_course.quizzes.question import Question

CHAPTERS: dict[int, tuple[str, tuple[Question, ...]]] = {
    1: ("One neuron", chapter_1.QUESTIONS),
    2: ("A layer of neurons", chapter_2.QUESTIONS),
    3: ("Cross-entropy", chapter_3.QUESTIONS),
    4: ("Softmax and its Jacobian", chapter_4.QUESTIONS),
    5: ("The fused gradient", chapter_5.QUESTIONS),
    6: ("Training", chapter_6.QUESTIONS),
    7: ("When gradients lie", chapter_7.QUESTIONS),
    8: ("Handwritten digits", chapter_8.QUESTIONS),
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
            for exercise in ALL.values()
            if exercise.chapter == chapter
        ],
    }


def identity(question: Question) -> str:
    """A short name for a question, made of its own text.

    Answers are remembered under it. A question that is changed gets another
    one, and counts as not answered.
    """
    text = json.dumps(question.as_dict())
    return f"{zlib.crc32(text.encode()):08x}"
