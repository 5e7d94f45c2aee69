"""What is said of wrong attempts at the exercises of chapter 6."""

from dataclasses import replace

from nnfs_course.exercises import recognise
from nnfs_course.exercises.catalogue import ALL
from nnfs_course.exercises.diagnosis import diagnose
from nnfs_course.exercises.edits import together
from nnfs_course.exercises.exercise import Mistake
from nnfs_course.exercises.feedback import Outcome


def edit(name, wrong):
    return Mistake(name, wrong, f"did {name}.", "tempting.", f"shows {name}.")


PLUS = edit("plus", {"weights - ": "weights + ", "biases - ": "biases + "})
TWICE = edit("twice", {"rate * ": "2 * rate * "})
TWIN = edit("twin", {"weights - ": "weights - -", "biases - ": "biases - -"})


def test_a_pair_is_named_if_it_is_the_only_one():
    exercise = replace(ALL["sgd-step"], mistakes=(PLUS, TWICE))
    both = together(exercise.reference, PLUS.wrong, TWICE.wrong)
    feedback = diagnose(exercise, both)
    assert feedback.mistake == "plus + twice"
    assert feedback.outcome is Outcome.WRONG_NUMBERS
    assert feedback.paragraphs == (
        "Two things: did plus.",
        "And: did twice.",
        "shows plus.",
        "shows twice.",
    )
    exercise = replace(exercise, mistakes=(PLUS, TWIN, TWICE))
    assert diagnose(exercise, both).mistake is None


def test_pairs_that_touch_the_same_text_are_no_pair():
    assert together(ALL["sgd-step"].reference, PLUS.wrong, TWIN.wrong) is None


def test_no_pair_is_named_when_time_is_short(monkeypatch):
    exercise = replace(ALL["sgd-step"], mistakes=(PLUS, TWICE))
    both = together(exercise.reference, PLUS.wrong, TWICE.wrong)
    monkeypatch.setattr(recognise, "SECONDS", -1.0)
    assert diagnose(exercise, both).mistake is None
