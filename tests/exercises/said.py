"""What a learner is told, as one text."""

from __future__ import annotations

from nnfs_course.exercises.catalogue import ALL
from nnfs_course.exercises.diagnosis import diagnose
from nnfs_course.exercises.feedback import Outcome


def words(name, attempt) -> str:
    return " ".join(diagnose(ALL[name], attempt).paragraphs)


def said(name, attempt) -> str:
    """Of an attempt that is wrong."""
    feedback = diagnose(ALL[name], attempt)
    assert feedback.outcome in (Outcome.WRONG_NUMBERS, Outcome.WRONG_SHAPE)
    return " ".join(feedback.paragraphs)
