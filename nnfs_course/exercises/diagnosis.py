"""Which mistake was made? From a function to one of four outcomes.

In this order: not started; an error; the right answer; a known mistake, or two
at once; then what is left to say of an unknown one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from nnfs_course.exercises import calling, mishaps
from nnfs_course.exercises.agree import fits, same_results
from nnfs_course.exercises.exercise import Exercise
from nnfs_course.exercises.feedback import Feedback, Outcome
from nnfs_course.exercises.guard import TimeUp, put_back, undoing, within
from nnfs_course.exercises.ignored import about_ignored
from nnfs_course.exercises.known import Known, known
from nnfs_course.exercises.recognise import recognise
from nnfs_course.exercises.result import Result
from nnfs_course.exercises.run import run
from nnfs_course.exercises.sizes import about_sizes
from nnfs_course.exercises.unnamed import about_booleans, unnamed

STOPPED = "Stopped with an error"
CHANGES = "changes-its-argument"


def diagnose(exercise: Exercise, attempt, seed: int = 0) -> Feedback:
    """Run attempt beside the reference and the mistakes. It never raises.

    What the right and the wrong ways give is computed first, so that nothing
    the attempt does can change it. Where there is a clock (not on Windows,
    nor outside the main thread), the attempt gets 5 seconds for all cases.
    """
    if attempt is None or attempt is ...:
        return Feedback.of(
            exercise.name, Outcome.NOT_STARTED, "There is no function yet."
        )
    wanted = exercise.arguments
    if words := calling.complaint(attempt, wanted):
        return Feedback.of(exercise.name, Outcome.WRONG_SHAPE, words)

    replaced = put_back()
    ways = known(exercise, seed)
    function = undoing(calling.in_order(attempt, wanted), replaced)
    got: list[Result] = []

    def try_all_cases():
        for case in ways.cases:
            first = not got  # it may print, for looking
            got.append(run(function, case, exercise.parts, quiet=not first))

    try:
        within(mishaps.SECONDS, try_all_cases)
        with np.errstate(all="ignore"):
            feedback = _judged(ways, got, function, attempt)
    except (TimeUp, KeyboardInterrupt) as stop:
        feedback = mishaps.stopped(ways, got, stop)
    also = [mishaps.about_replaced(replaced)]
    if feedback.outcome in (Outcome.WRONG_SHAPE, Outcome.WRONG_NUMBERS):
        also.append(calling.order_told(attempt, wanted))
        if feedback.mistake != CHANGES:
            also.append(mishaps.about_changed(got))
        if not feedback.mistake:
            also.append(f'A way in: `hint("{exercise.name}")`.')
    said = (*feedback.paragraphs, *filter(None, also))
    return replace(feedback, paragraphs=said)


def _judged(
    ways: Known, got: list[Result], function: Callable, attempt: Callable
) -> Feedback:
    """function is the attempt, as it is called; attempt has its source."""
    exercise = ways.exercise

    def feedback(outcome, *paragraphs, **more):
        return Feedback.of(exercise.name, outcome, *paragraphs, **more)

    if all(result.missing for result in got):
        started = any(result.changed for result in got)
        outcome = Outcome.WRONG_SHAPE if started else Outcome.NOT_STARTED
        return feedback(outcome, mishaps.about_missing(got[0].missing))
    if same_results(got, ways.truth):
        return _right_or_nearly(feedback, got, exercise.notice)
    for variant, theirs in ways.variants:
        if same_results(got, theirs):
            words = variant.remark, exercise.notice
            return _right_or_nearly(feedback, got, *words)
    if ways.unchanged and same_results(got, ways.unchanged):
        return feedback(
            Outcome.NOT_STARTED,
            "It still computes what it did when you got it. Change a line.",
        )
    errors = mishaps.about_errors(ways, got)
    if found := recognise(ways, got) or about_sizes(ways, attempt):
        name, idea, words = found
        same_shapes = all(map(fits, got, ways.truth))
        return feedback(
            Outcome.WRONG_NUMBERS if same_shapes else Outcome.WRONG_SHAPE,
            *errors,
            *words,
            mistake=name,
            idea=idea,
            heading=STOPPED if got[0].error else "",
        )
    if errors:
        return feedback(Outcome.WRONG_SHAPE, *errors, heading=STOPPED)
    outcome, words = unnamed(ways, got)
    if outcome is Outcome.WRONG_NUMBERS:
        words.append(about_ignored(ways, got, function))
    return feedback(outcome, *words)


def _right_or_nearly(feedback, got: list[Result], *remarks: str) -> Feedback:
    """Right numbers are right if they are numbers, and nothing was changed."""
    if words := about_booleans(got, right=True):
        return feedback(Outcome.WRONG_SHAPE, words)
    if changed := mishaps.changed_argument(got):
        words = (
            "The result is right, but the function changes its argument "
            f"`{changed}`.",
            "It is tempting, because the array lies there and saves a new "
            "one. But it is the caller's array. The next one who reads it "
            "finds other numbers than were put there.",
            "What gives it away: print the array before and after the "
            "call. Work on a copy, or compute a new array.",
        )
        if mishaps.only_rounded(got):
            words = (
                "The result is right, and the function puts its argument "
                f"`{changed}` back, {mishaps.ROUNDED}",
            )
        return feedback(
            Outcome.WRONG_NUMBERS,
            *words,
            mistake=CHANGES,
            idea="alias",
            heading="Argument changed",
        )
    return feedback(Outcome.RIGHT, *remarks)
