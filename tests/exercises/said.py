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


def is_told_the_step_after_a_mask(name, attempt):
    """Where the attempt is the mask alone."""
    feedback = diagnose(ALL[name], attempt)
    assert feedback.outcome is Outcome.WRONG_NUMBERS
    text = " ".join(feedback.paragraphs)
    assert feedback.mistake or "it has to be multiplied by them" in text
    assert "must be made of numbers" not in text
