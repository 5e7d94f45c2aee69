"""What an attempt at an exercise of chapter 1 may do while it is called."""

import pytest

from nnfs_course.exercises import check, mishaps
from nnfs_course.exercises.feedback import Outcome
from nnfs_course.exercises.guard import has_clock

needs_clock = pytest.mark.skipif(not has_clock(), reason="no alarm here")


@needs_clock
def test_a_loop_in_a_later_case_names_that_case(monkeypatch):
    monkeypatch.setattr(mishaps, "SECONDS", 0.2)

    def attempt(z, upstream):
        while z <= 0:
            pass
        return upstream

    assert "`z = -" in check("neuron-relu", attempt).paragraphs[0]


def test_a_changed_argument_is_told_beside_a_missing_return():
    def attempt(w, gradient, rate):
        w.append(0.0)

    feedback = check("step", attempt)
    assert feedback.outcome is Outcome.WRONG_SHAPE
    text = " ".join(feedback.paragraphs)
    assert "`return` is missing" in text
    assert "changes its argument `w`" in text
