"""What to say of calls that went wrong, whatever the exercise.

Nothing returned, stopped by an error or by the clock, arguments changed, NumPy
replaced.
"""

from __future__ import annotations

from nnfs_course.exercises.causes import meaning
from nnfs_course.exercises.feedback import Feedback, Outcome
from nnfs_course.exercises.guard import TimeUp, has_clock
from nnfs_course.exercises.known import Known
from nnfs_course.exercises.result import Result
from nnfs_course.exercises.words import described, listed

ROUNDED = (
    "but for rounding: what is added and taken away again may leave the last "
    "digit changed. Keep the old number, and put that back."
)
SECONDS = 5.0  # for all that the attempt does


def about_missing(what: str) -> str:
    if what == "...":
        return "Replace the three dots with your code, and run the cell again."
    if what == "None":
        return (
            "The function returned None. If you have written it already, its "
            "`return` is missing."
        )
    return f"{what} is still missing: it is None or three dots."


def about_errors(ways: Known, got: list[Result]) -> list[str]:
    """The first error that the function stopped with, if it did."""
    for case, result in zip(ways.cases, got, strict=True):
        if result.error:
            where = f", in the line `{result.line}`" if result.line else ""
            return [
                f"With {described(case)}, the function stopped with "
                f"{result.error}{where}: {result.said}",
                meaning(result.said, ways.exercise.errors),
            ]
    return []


def stopped(ways: Known, got: list[Result], stop: BaseException) -> Feedback:
    """The note of a function that did not come to an end by itself."""
    case = ways.cases[min(len(got), len(ways.cases) - 1)]
    if isinstance(stop, TimeUp):
        heading = f"Stopped after {SECONDS:.0f} seconds"
        words = "Is there a loop that never ends?"
    else:
        heading = "Interrupted"
        words = "You stopped it."
        if not has_clock():
            words += " Nothing else can stop an endless loop here."
    return Feedback.of(
        ways.exercise.name,
        Outcome.WRONG_SHAPE,
        f"With {described(case)}, the function had not come to an end. {words}",
        heading=heading,
    )


def changed_argument(got: list[Result]) -> str:
    return next((result.changed for result in got if result.changed), "")


def only_rounded(got: list[Result]) -> bool:
    """Whether every argument that was changed is put back, nearly."""
    return all(result.rounded for result in got if result.changed)


def about_changed(got: list[Result]) -> str:
    if not (changed := changed_argument(got)):
        return ""
    if only_rounded(got):
        return f"It puts its argument `{changed}` back, {ROUNDED}"
    return (
        f"It also changes its argument `{changed}`, which is the caller's. "
        "Compute something new, and return that."
    )


def about_replaced(replaced: list[str]) -> str:
    if not replaced:
        return ""
    return (
        f"Something else had been put in the place of {listed(replaced)}. It "
        "is now again what it was, and the right numbers were computed with "
        "that."
    )
