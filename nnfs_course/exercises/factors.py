"""One factor between the result and something else, the same everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from nnfs_course.exercises.agree import scaled
from nnfs_course.exercises.known import Known
from nnfs_course.exercises.result import Result


class Factor(NamedTuple):
    name: str
    values: list[float]  # for each case
    alone: str  # what to say if nothing else is wrong
    on_top: str  # what to say beside another mistake
    idea: str


def usual_factors(known: Known) -> Iterator[Factor]:
    """-1, N and 1/N, as far as they can be told from 1."""
    cases = known.cases
    yield Factor(
        "wrong sign",
        [-1.0] * len(cases),
        "Every number has the wrong sign and the right size.",
        "the sign of every number is turned around.",
        "new-minus-old",
    )
    if not (samples := known.exercise.samples):
        return
    counts = [samples(*case.values()) for case in cases]
    if set(counts) != {1}:
        yield Factor(
            "times N",
            counts,
            "Every number is N times too large, N being the number of "
            "samples. Where does the 1/N of the mean enter?",
            "every number is N times too large, N being the number of samples.",
            "one-over-n",
        )
        yield Factor(
            "divided by N",
            [1 / n for n in counts],
            "Every number is N times too small, N being the number of "
            "samples. There is a 1/N too many: it enters once, in the loss.",
            "every number is N times too small, N being the number of samples.",
            "one-over-n",
        )


def about_factor(known: Known, got: list[Result]) -> str:
    """The factor between the result and the truth, if it is no usual one."""
    factor = next(
        (
            float(a @ b / (b @ b))
            for a, b in zip(
                map(_flat, got), map(_flat, known.truth), strict=True
            )
            if b.any() and np.isfinite(b).all()
        ),
        0.0,
    )
    usual = 0.999e-3 < abs(factor) < 1.001e3  # with room for rounding
    if usual and scaled(got, known.truth, [factor] * len(got)):
        return (
            f"Every number is {factor:.4g} times the right one, in all cases. "
            "One constant factor is too many or missing."
        )
    return ""


def _flat(result: Result) -> np.ndarray:
    return np.concatenate([part.ravel() for part in result.parts])
