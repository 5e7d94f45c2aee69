"""Which mistake was made? From a function to one of four outcomes.

In this order: not started; an error; the right answer; a known mistake; then
what is left, from the coarsest to the finest: a wrong shape, NaN or infinity,
one constant factor, and the place of the largest error.

A known mistake must give the same as the reader's function in *every* case,
shapes and errors included. So two mistakes at once match none, and the reader
hears an honest "not one I know".
"""

from __future__ import annotations

import difflib
import inspect
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from nnfs_course.exercises.exercise import Exercise, Mistake
from nnfs_course.exercises.run import Result, run
from nnfs_course.page.note import GREEN, GREY, RED, Note


class Outcome(StrEnum):
    NOT_STARTED = "not started"
    WRONG_SHAPE = "wrong shape"
    WRONG_NUMBERS = "wrong numbers"
    RIGHT = "right"


LOOKS = {
    Outcome.NOT_STARTED: ("○", GREY),
    Outcome.WRONG_SHAPE: ("✗", RED),
    Outcome.WRONG_NUMBERS: ("✗", RED),
    Outcome.RIGHT: ("✓", GREEN),
}


STOPPED = "Stopped with an error"


@dataclass(frozen=True, repr=False)
class Feedback(Note):
    """The note of one check: its outcome, and the mistake's name if known."""

    outcome: Outcome = Outcome.NOT_STARTED
    mistake: str | None = None

    @classmethod
    def of(
        cls,
        about: str,
        outcome: Outcome,
        *paragraphs: str,
        mistake=None,
        heading="",
    ):
        sign, colour = LOOKS[outcome]
        heading = heading or outcome.value.capitalize()
        return cls(heading, paragraphs, sign, colour, about, outcome, mistake)


def diagnose(exercise: Exercise, attempt, seed: int = 0) -> Feedback:
    """Run attempt beside the reference and the mistakes. It never raises."""

    def feedback(outcome, *paragraphs, **more):
        return Feedback.of(exercise.name, outcome, *paragraphs, **more)

    if attempt is None or attempt is ...:
        return feedback(Outcome.NOT_STARTED, "There is no function yet.")
    if complaint := _call_problem(exercise, attempt):
        return feedback(Outcome.WRONG_SHAPE, complaint)

    cases = make_cases(exercise, seed)
    got = [
        run(attempt, case, exercise.parts, quiet=k > 0)
        for k, case in enumerate(cases)
    ]
    if all(result.missing for result in got):
        return feedback(Outcome.NOT_STARTED, _about_missing(got[0].missing))

    truth = results_of(exercise.reference, exercise, cases)
    if same_results(got, truth):
        return _right_or_nearly(exercise, got, feedback, ())
    for variant in exercise.variants:
        if same_results(got, results_of(variant.function, exercise, cases)):
            return _right_or_nearly(exercise, got, feedback, (variant.remark,))
    if exercise.unchanged and same_results(
        got, results_of(exercise.unchanged, exercise, cases)
    ):
        return feedback(
            Outcome.NOT_STARTED,
            "It still computes what it did when you got it. Change a line.",
        )
    if mistake := recognise(exercise, got, cases):
        same_shapes = all(map(_fits, got, truth))
        return feedback(
            Outcome.WRONG_NUMBERS if same_shapes else Outcome.WRONG_SHAPE,
            *_about_errors(cases, got),
            mistake.did,
            mistake.tempting,
            mistake.giveaway,
            mistake=mistake.name,
            heading=STOPPED if got[0].error else "",
        )
    if errors := _about_errors(cases, got):
        return feedback(Outcome.WRONG_SHAPE, *errors, heading=STOPPED)
    return feedback(*_unnamed(exercise, cases, got, truth))


def recognise(
    exercise: Exercise, got: list[Result], cases: list[dict]
) -> Mistake | None:
    """The mistake that gives what the reader's function gave, in all cases."""
    if all(result.error for result in got):
        return None  # an error alone says too little
    for mistake in exercise.mistakes:
        if same_results(
            got, results_of(exercise.wrong(mistake), exercise, cases)
        ):
            return mistake
    return None


def results_of(function: Callable, exercise: Exercise, cases: list[dict]):
    return [run(function, case, exercise.parts) for case in cases]


def make_cases(exercise: Exercise, seed: int) -> list[dict]:
    cases = exercise.cases(np.random.default_rng(seed))
    names = exercise.arguments
    return [dict(zip(names, case, strict=True)) for case in cases]


# --- before anything runs ---


def _call_problem(exercise: Exercise, attempt) -> str:
    if not callable(attempt):
        return (
            f"`check` needs your function itself, but got a "
            f"{type(attempt).__name__}. Write its name without parentheses "
            "behind it."
        )
    wanted = exercise.arguments
    try:
        inspect.signature(attempt).bind(*wanted)
    except TypeError:
        return (
            f"The function is called with {len(wanted)} "
            f"{'argument' if len(wanted) == 1 else 'arguments'}, "
            f"{_listed(wanted)}, but yours takes others. Put back the first "
            "line of the exercise."
        )
    except ValueError:  # compiled functions may have no signature
        pass
    return ""


def _about_missing(what: str) -> str:
    if what == "...":
        return "Replace the three dots with your code, and run the cell again."
    if what == "None":
        return (
            "The function returned None. If you have written it already, its "
            "`return` is missing."
        )
    return f"{what} is still missing: it is None or three dots."


# --- agreement ---


def same_results(some: list[Result], others: list[Result]) -> bool:
    return all(map(_agree, some, others))


def _agree(a: Result, b: Result) -> bool:
    """The same numbers in the same shapes, or the same kind of failure."""
    if a.error or b.error:
        return a.error == b.error
    if a.problem or b.problem:
        return a.problem == b.problem
    return _fits(a, b) and all(map(_close, a.parts, b.parts))


def _fits(a: Result, b: Result) -> bool:
    return [p.shape for p in a.parts] == [p.shape for p in b.parts]


def _close(a: np.ndarray, b: np.ndarray) -> bool:
    """Equal up to rounding: six digits, or four where one is float32."""
    single = np.float32 in (a.dtype, b.dtype)
    a, b = a.astype(np.float64), b.astype(np.float64)
    digits = 1e-4 if single else 1e-6
    return np.allclose(a, b, rtol=digits, atol=digits / 10, equal_nan=True)


def _nearly(a: Result, b: Result) -> bool:
    return all(
        np.allclose(p, q, rtol=1e-3, atol=1e-4)
        for p, q in zip(a.parts, b.parts, strict=True)
    )


def _right_or_nearly(exercise, got, feedback, remarks) -> Feedback:
    """Right numbers are right only if the arguments stayed as they were."""
    for result in got:
        if result.changed:
            return feedback(
                Outcome.WRONG_NUMBERS,
                f"The result is right, but the function changes its argument "
                f"`{result.changed}`.",
                "It is tempting, because the array lies there and saves a new "
                "one. But it is the caller's array. The next one who reads it "
                "finds other numbers than were put there.",
                "What gives it away: print the array before and after the "
                "call. Work on a copy, or compute a new array.",
                mistake="changes-its-argument",
                heading="Argument changed",
            )
    return feedback(Outcome.RIGHT, *remarks, exercise.notice)


# --- no known mistake ---


def _unnamed(exercise, cases, got, truth):
    """The outcome and the words for a function that matches no mistake."""
    for case, result in zip(cases, got, strict=True):
        if result.missing:
            return (
                Outcome.WRONG_SHAPE,
                f"With {_described(case)}, the function returned nothing. Is "
                "there a branch without `return`?",
            )
        if result.problem:
            return Outcome.WRONG_SHAPE, result.problem
    for case, result, right in zip(cases, got, truth, strict=True):
        for name, a, b in zip(
            exercise.parts, result.parts, right.parts, strict=True
        ):
            if a.shape != b.shape:
                return (
                    Outcome.WRONG_SHAPE,
                    f"With {_described(case)}, `{name}` must have shape "
                    f"{b.shape}, but yours has {a.shape}.",
                )
    for case, result in zip(cases, got, strict=True):
        for name, a in zip(exercise.parts, result.parts, strict=True):
            if not np.isfinite(a).all():
                place = _place(name, np.argwhere(~np.isfinite(a))[0])
                return (
                    Outcome.WRONG_NUMBERS,
                    f"With {_described(case)}, `{place}` is not a finite "
                    "number. Is something divided by 0, or is an exponential "
                    "too large?",
                )
    if factor := _factor(exercise, cases, got, truth):
        return Outcome.WRONG_NUMBERS, factor
    return (
        Outcome.WRONG_NUMBERS,
        _largest_error(exercise, cases, got, truth),
        *_right_parts(exercise, got, truth),
        f'A way in: `hint("{exercise.name}")`.',
    )


def _about_errors(cases: list[dict], got: list[Result]) -> list[str]:
    """The first error that the function stopped with, if it did."""
    for case, result in zip(cases, got, strict=True):
        if result.error:
            where = f", in the line `{result.line}`" if result.line else ""
            return [
                f"With {_described(case)}, the function stopped with "
                f"{result.error}{where}: {result.said}"
            ]
    return []


def _factor(exercise, cases, got, truth) -> str:
    """One factor between the result and the truth, the same in all cases."""
    ones = [1.0] * len(cases)
    counts = ones
    if exercise.samples:
        counts = [exercise.samples(*case.values()) for case in cases]
    for factors, words in (
        ([-1.0] * len(cases), SIGN),
        (counts, N_TIMES),
        ([1 / n for n in counts], ONE_NTH),
    ):
        if factors != ones and _scaled(got, truth, factors):
            return words
    a, b = _flat(got[0]), _flat(truth[0])
    factor = float(a @ b / (b @ b)) if b.any() else 0.0
    if factor and _scaled(got, truth, [factor] * len(cases)):
        return (
            f"Every number is {factor:.4g} times the right one, in all cases. "
            "One constant factor is too many or missing."
        )
    return ""


SIGN = "Every number has the wrong sign and the right size."
N_TIMES = (
    "Every number is N times too large, N being the number of samples. Where "
    "does the 1/N of the mean enter?"
)
ONE_NTH = (
    "Every number is N times too small, N being the number of samples. There "
    "is a 1/N too many: it enters once, in the loss."
)


def _flat(result: Result) -> np.ndarray:
    return np.concatenate([part.ravel() for part in result.parts])


def _scaled(got, truth, factors) -> bool:
    return all(
        _close(a, factor * b)
        for result, right, factor in zip(got, truth, factors, strict=True)
        for a, b in zip(result.parts, right.parts, strict=True)
    )


def _largest_error(exercise, cases, got, truth) -> str:
    """The place of the largest error, in the first case that has one."""
    case, result, right = next(
        (c, g, t)
        for c, g, t in zip(cases, got, truth, strict=True)
        if not _agree(g, t)
    )
    source = "it should be"
    if exercise.numeric:
        numeric = run(exercise.numeric, case, exercise.parts)
        if _nearly(numeric, right):  # at a corner they need not agree
            source = "finite differences say"
    errors = [
        np.abs(a - b) for a, b in zip(result.parts, right.parts, strict=True)
    ]
    worst = int(np.argmax([e.max() for e in errors]))
    index = np.unravel_index(errors[worst].argmax(), errors[worst].shape)
    mine, real = result.parts[worst][index], right.parts[worst][index]
    place = _place(exercise.parts[worst], index)
    return (
        "This mistake is not one I know. With "
        f"{_described(case)}, the largest error is at `{place}`: yours is "
        f"{mine:.4g}, {source} {real:.4g}."
    )


def _right_parts(exercise, got, truth) -> list[str]:
    """Of several results: which are right in all cases, and which are not."""
    right = [
        all(
            _close(result.parts[k], wanted.parts[k])
            for result, wanted in zip(got, truth, strict=True)
        )
        for k in range(len(exercise.parts))
    ]
    if not any(right):
        return []
    names = list(zip(exercise.parts, right, strict=True))
    fine = _listed(name for name, ok in names if ok)
    wrong = _listed(name for name, ok in names if not ok)
    return [f"Right in all cases: {fine}. Not right: {wrong}."]


def _place(name: str, index) -> str:
    inside = ", ".join(str(int(i)) for i in index)
    return f"{name}[{inside}]" if inside else name


def _described(case: dict) -> str:
    """The arguments of a case: numbers as they are, arrays by their shape."""
    words = []
    for name, value in case.items():
        if callable(value):
            continue
        shape = np.shape(value)
        if shape and np.size(value) > 4:
            words.append(f"`{name}` of shape {shape}")
        else:
            words.append(f"`{name} = {_short(value)}`")
    return ", ".join(words)


def _short(value) -> str:
    array = np.round(np.asarray(value), 4) + 0
    return str(array.tolist())


def _listed(names) -> str:
    return ", ".join(f"`{name}`" for name in names)


def closest(name: str, names: list[str]) -> str:
    """The known name that looks most like this one, or nothing."""
    return next(iter(difflib.get_close_matches(name, names, 1, 0.4)), "")
