"""What every known way gives, computed before an attempt can disturb it."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from nnfs_course.exercises.exercise import Exercise, Mistake, Variant
from nnfs_course.exercises.result import Result
from nnfs_course.exercises.run import run


@dataclass(frozen=True)
class Known:
    """The cases of one check, and beside them the results of each way."""

    exercise: Exercise
    cases: list[dict]
    others: list[dict]  # these, and the like with other random numbers
    truth: list[Result]
    variants: list[tuple[Variant, list[Result]]]
    unchanged: list[Result]
    mistakes: list[tuple[Mistake, list[Result]]]


@functools.lru_cache(32)
def known(exercise: Exercise, seed: int) -> Known:
    cases = make_cases(exercise, seed)

    def results(function):
        return results_of(function, exercise, cases)

    return Known(
        exercise,
        cases,
        make_cases(exercise, seed + 1) + cases,
        results(exercise.reference),
        [(v, results(v.function)) for v in exercise.variants],
        results(exercise.unchanged) if exercise.unchanged else [],
        [(m, results(exercise.wrong(m))) for m in exercise.mistakes],
    )


def make_cases(exercise: Exercise, seed: int) -> list[dict]:
    cases = exercise.cases(np.random.default_rng(seed))
    names = exercise.arguments
    return [dict(zip(names, case, strict=True)) for case in cases]


def results_of(function: Callable, exercise: Exercise, cases: list[dict]):
    return [run(function, case, exercise.parts) for case in cases]
