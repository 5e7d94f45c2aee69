"""What is said of wrong attempts at the exercises of chapter 1."""

import pytest

from nnfs_course.exercises.catalogue import ALL
from nnfs_course.exercises.diagnosis import diagnose
from nnfs_course.exercises.feedback import Outcome
from tests.exercises.said import said


@pytest.mark.parametrize(
    ("name", "attempt"),
    [
        ("neuron-relu", lambda z, upstream: z > 0),
        ("neuron-relu", lambda z, upstream: 1.0 if z > 0 else 0.0),
    ],
)
def test_a_mask_alone_says_which_step_is_missing(name, attempt):
    feedback = diagnose(ALL[name], attempt)
    assert feedback.outcome is Outcome.WRONG_NUMBERS
    text = " ".join(feedback.paragraphs)
    assert feedback.mistake or "it has to be multiplied by them" in text
    assert "must be made of numbers" not in text


def test_an_argument_without_effect_is_told():
    text = said("fork", lambda a, c, upstream: 3.21 * a + c)
    assert "does not change when `upstream` does" in text
    text = said("fork", lambda a, c, upstream: 3.21)
    assert "does not change when `a`, `c`, `upstream` do" in text
    text = said("fork", lambda a, c, upstream: 3.21 * a + c - upstream)
    assert "does not change" not in text
