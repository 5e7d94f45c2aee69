"""What is said of wrong attempts at the exercises of chapter 7."""

import pytest

from nnfs_course import finite_differences
from nnfs_course.exercises.catalogue import ALL
from nnfs_course.exercises.diagnosis import diagnose
from tests.chapters.ch07.attempts import counting, measured


@pytest.mark.parametrize(
    ("numeric_of", "name"),
    [
        *((measured(10.0**-k), "h-too-small") for k in range(8, 17)),
        *((measured(h), "h-too-large") for h in (1.0, 0.5, 0.1, 0.01)),
        (measured(1e-3, forward=True), "h-too-large"),
        (measured(1e-12, forward=True), "h-too-small"),
        *((measured(10.0**-k, None), "float32") for k in range(3, 8)),
    ],
)
def test_rounding_mistakes_have_a_name_whatever_the_step(numeric_of, name):
    """Their numbers differ from step to step, what they accept does not."""
    feedback = diagnose(ALL["wrong-entries"], counting(numeric_of))
    assert feedback.mistake == name


def test_finite_differences_refuse_float32_and_the_checker_says_so():
    attempt = counting(finite_differences)
    feedback = diagnose(ALL["wrong-entries"], attempt)
    assert feedback.heading == "Stopped with an error"
    assert "Convert to float64 first" in feedback.paragraphs[0]
