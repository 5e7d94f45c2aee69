"""Which known mistake, or which two of them, gave what the attempt gave?

A known mistake must give the same as the reader's function in *every* case,
shapes and errors included.
"""

from __future__ import annotations

import itertools
import time

from nnfs_course.exercises.agree import agree, same_results, scaled
from nnfs_course.exercises.edits import together
from nnfs_course.exercises.exercise import Mistake
from nnfs_course.exercises.factors import usual_factors
from nnfs_course.exercises.known import Known
from nnfs_course.exercises.result import Result
from nnfs_course.exercises.run import run
from nnfs_course.exercises.unnamed import about_order

SECONDS = 1.0  # for trying pairs


def recognise(
    known: Known, got: list[Result]
) -> tuple[str, str, tuple[str, ...]] | None:
    """The name of what was done wrong, its idea and its words, or None.

    One mistake; else a usual factor (-1, N, 1/N) on all of it; else the only
    two edits that together give this; else one mistake with a usual factor.
    """
    if all(result.error for result in got):
        return None  # an error alone says too little
    for mistake, theirs in known.mistakes:
        if same_results(got, theirs):
            words = (mistake.did, mistake.tempting, mistake.giveaway)
            return mistake.name, mistake.idea, words
    if not all(result.parts for result in got) or about_order(known, got):
        return None
    for factor in usual_factors(known):
        if scaled(got, known.truth, factor.values):
            return factor.name, factor.idea, (factor.alone,)
    if pair := _pair(known, got):
        a, b = pair
        return (
            f"{a.name} + {b.name}",
            a.idea,
            (
                f"Two things: {a.did}",
                f"And: {b.did}",
                a.giveaway,
                b.giveaway,
            ),
        )
    for factor in usual_factors(known):
        for mistake, theirs in known.mistakes:
            if scaled(got, theirs, factor.values):
                return (
                    f"{mistake.name} + {factor.name}",
                    mistake.idea,
                    (
                        f"Two things: {mistake.did}",
                        f"And {factor.on_top}",
                        mistake.giveaway,
                    ),
                )
    return None


def _pair(known: Known, got: list[Result]) -> tuple[Mistake, Mistake] | None:
    """The only two edits that together give this, if time is enough."""
    exercise, found = known.exercise, []
    end = time.monotonic() + SECONDS
    edits = [m for m in known.mistakes if not callable(m[0].wrong)]
    for (a, of_a), (b, of_b) in itertools.combinations(edits, 2):
        if time.monotonic() > end or len(found) > 1:
            return None
        both = together(exercise.reference, a.wrong, b.wrong)
        if both and all(
            agree(run(both, case, exercise.parts), result)
            for case, result in zip(known.cases, got, strict=True)
        ):
            if _undo(known.truth, got, of_a, of_b):
                return None
            found.append((a, b))
    return found[0] if len(found) == 1 else None


def _undo(truth, got, of_a, of_b) -> bool:
    """Whether two mistakes undo each other in most cases. That is another way,
    right but for the edges, and two blames would contradict each other."""
    undone = [
        agree(result, right) and not (agree(a, right) or agree(b, right))
        for right, result, a, b in zip(truth, got, of_a, of_b, strict=True)
    ]
    return 2 * sum(undone) > len(undone)
