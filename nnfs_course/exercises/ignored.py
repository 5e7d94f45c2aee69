"""Arguments that the result should depend on and does not."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import numpy as np

from nnfs_course.exercises.agree import agree
from nnfs_course.exercises.guard import TimeUp, within
from nnfs_course.exercises.known import Known
from nnfs_course.exercises.result import Result
from nnfs_course.exercises.run import run, same
from nnfs_course.exercises.words import listed

SECONDS = 1.0  # for running the attempt again
TRIED = 4  # values for each argument and case


def about_ignored(known: Known, got: list[Result], attempt: Callable) -> str:
    """The arguments that the result should depend on and does not."""
    try:
        ignored = within(
            SECONDS,
            lambda: [
                name
                for name in known.exercise.arguments
                if _is_ignored(name, known, got, attempt)
            ],
        )
    except (TimeUp, KeyboardInterrupt):
        return ""
    if not ignored:
        return ""
    do = "does" if len(ignored) == 1 else "do"
    return (
        f"Your result does not change when {listed(ignored)} {do}, and it "
        "should."
    )


def _is_ignored(name, known: Known, got, attempt) -> bool:
    """Whether this argument moves the truth and never the attempt's result."""
    parts, matters = known.exercise.parts, False
    for k, case in enumerate(known.cases):
        for value in _other_values(name, case, known.others):
            moved = {**case, name: value}
            truth = run(known.exercise.reference, moved, parts)
            if truth.error or agree(truth, known.truth[k]):
                continue
            matters = True
            if not agree(run(attempt, moved, parts), got[k]):
                return False
    return matters


def _other_values(name: str, case: dict, others: list[dict]) -> list:
    """Some values that this argument has elsewhere, of the same shape."""
    mine = case[name]
    values = (other[name] for other in others)
    fitting = (
        value
        for value in values
        if np.shape(value) == np.shape(mine) and not same(value, mine)
    )
    return list(itertools.islice(fitting, TRIED))
