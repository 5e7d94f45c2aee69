"""Attempts of readers at chapter 2, once answered with the wrong words."""

import pytest

from nnfs_course.exercises.catalogue import ALL
from nnfs_course.exercises.diagnosis import diagnose


@pytest.mark.parametrize(
    "attempt",
    [
        lambda inputs, dvalues: dvalues * inputs > 0,
        lambda inputs, dvalues: (dvalues * inputs > 0).astype(float),
    ],
)
def test_a_mask_without_brackets_is_named(attempt):
    feedback = diagnose(ALL["relu-mask"], attempt)
    assert feedback.mistake == "brackets-forgotten"
    assert "astype" not in " ".join(feedback.paragraphs)
