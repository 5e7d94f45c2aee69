"""The checker: what it takes for right, and which mistakes it tells apart."""

import functools
import inspect

import numpy as np
import pytest

from nnfs_course.exercises.agree import fits, same_results
from nnfs_course.exercises.catalogue import ALL, CHAPTERS
from nnfs_course.exercises.diagnosis import diagnose
from nnfs_course.exercises.feedback import Outcome
from nnfs_course.exercises.known import make_cases, results_of

SEEDS = range(20)
EXERCISES = list(ALL.values())
MISTAKES = [(e, m) for e in EXERCISES for m in e.mistakes]

each_exercise = pytest.mark.parametrize(
    "exercise", EXERCISES, ids=[e.name for e in EXERCISES]
)
each_mistake = pytest.mark.parametrize(
    ("exercise", "mistake"),
    MISTAKES,
    ids=[f"{e.name}-{m.name}" for e, m in MISTAKES],
)


def converted(function, convert):
    """The same function, with every array that it returns converted."""

    def changed(*arguments):
        returned = function(*arguments)
        if isinstance(returned, tuple):
            return tuple(map(convert, returned))
        return convert(returned)

    return changed


def as_lists(value):
    return np.asarray(value).tolist()


def as_float32(value):
    return np.asarray(value, np.float32)


def test_there_are_enough_exercises_and_mistakes():
    assert len(MISTAKES) >= 40
    for in_chapter in CHAPTERS.values():
        assert len(in_chapter) >= 3
    for exercise in EXERCISES:
        names = [m.name for m in exercise.mistakes]
        assert len(set(names)) == len(names) >= 2


@each_exercise
@pytest.mark.parametrize("convert", [lambda x: x, as_lists, as_float32])
def test_the_reference_is_right_for_every_seed(exercise, convert):
    attempt = converted(exercise.reference, convert)
    for seed in SEEDS:
        feedback = diagnose(exercise, attempt, seed)
        assert feedback.outcome is Outcome.RIGHT, feedback
        assert exercise.notice in feedback.paragraphs


@each_exercise
def test_another_convention_is_right_and_gets_a_remark(exercise):
    for variant in exercise.variants:
        for seed in SEEDS:
            feedback = diagnose(exercise, variant.function, seed)
            assert feedback.outcome is Outcome.RIGHT
            assert feedback.paragraphs[:2] == (variant.remark, exercise.notice)


@each_mistake
def test_a_mistake_can_be_called_like_the_reference(exercise, mistake):
    """Else it would be an error of its own, recognised as itself only."""
    inspect.signature(exercise.wrong(mistake)).bind(*exercise.arguments)


@each_mistake
def test_a_mistake_has_its_three_sentences(exercise, mistake):
    for words in (mistake.did, mistake.tempting, mistake.giveaway):
        assert words.endswith((".", "?", ")")), words


@functools.cache
def results_by_name(exercise_name, seed):
    """What each known way gives in every case: right ones and mistakes."""
    exercise = ALL[exercise_name]
    cases = make_cases(exercise, seed)
    ways = {
        "the reference": exercise.reference,
        **{v.remark: v.function for v in exercise.variants},
        **{m.name: exercise.wrong(m) for m in exercise.mistakes},
    }
    return {name: results_of(f, exercise, cases) for name, f in ways.items()}


@each_mistake
def test_a_mistake_is_recognised_as_itself_and_as_nothing_else(
    exercise, mistake
):
    for seed in SEEDS:
        results = results_by_name(exercise.name, seed)
        mine = results[mistake.name]
        for name, theirs in results.items():
            assert same_results(mine, theirs) == (name == mistake.name), name
    for seed in SEEDS[:3]:  # it computes all of them anew
        feedback = diagnose(exercise, exercise.wrong(mistake), seed)
        assert feedback.mistake == mistake.name
        results = results_by_name(exercise.name, seed)
        same_shapes = all(
            map(fits, results[mistake.name], results["the reference"])
        )
        assert feedback.outcome is (
            Outcome.WRONG_NUMBERS if same_shapes else Outcome.WRONG_SHAPE
        )
        assert mistake.did in feedback.paragraphs


@each_mistake
def test_a_mistake_in_float32_or_in_lists_is_still_that_mistake(
    exercise, mistake
):
    for convert in (as_float32, as_lists):
        attempt = converted(exercise.wrong(mistake), convert)
        assert diagnose(exercise, attempt).mistake == mistake.name


def has_a_corner(case):
    numbers = [np.asarray(value) for value in case.values()]
    return any(np.any(n == 0) for n in numbers if n.dtype.kind == "f")


@pytest.mark.parametrize("name", [e.name for e in EXERCISES if e.numeric])
def test_finite_differences_say_what_the_reference_says(name):
    """Away from the corners, where they need not agree."""
    exercise = ALL[name]
    agreed = 0
    for seed in SEEDS:
        cases = make_cases(exercise, seed)
        for case in cases:
            truth = results_of(exercise.reference, exercise, [case])[0]
            numeric = results_of(exercise.numeric, exercise, [case])[0]
            if has_a_corner(case):
                continue
            agreed += 1
            for a, b in zip(truth.parts, numeric.parts, strict=True):
                np.testing.assert_allclose(a, b, rtol=1e-5, atol=1e-6)
    assert agreed >= 40


# --- two mistakes at once ---


def numeric(x):
    return np.asarray(x, float)


@each_mistake
def test_a_mistake_with_a_second_one_on_top_has_no_name(exercise, mistake):
    """A multiple of a wrong answer: honest words, and no name."""
    attempt = converted(exercise.wrong(mistake), lambda x: -0.7 * numeric(x))
    feedback = diagnose(exercise, attempt)
    assert feedback.mistake is None
    assert feedback.outcome is not Outcome.RIGHT


# --- other right ways ---
