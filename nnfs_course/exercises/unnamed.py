"""What can still be said of a function that made no known mistake.

From the coarsest to the finest: nothing returned, no numbers, results in
another order, the mask alone, a wrong shape, NaN or infinity, one constant
factor, the place of the largest error.
"""

from __future__ import annotations

import itertools

import numpy as np

from nnfs_course.exercises.agree import agree, close
from nnfs_course.exercises.causes import cause
from nnfs_course.exercises.factors import about_factor
from nnfs_course.exercises.feedback import Outcome
from nnfs_course.exercises.known import Known
from nnfs_course.exercises.patterns import (
    about_mask,
    about_wrong_ones,
    all_close,
    columns,
)
from nnfs_course.exercises.result import Result
from nnfs_course.exercises.run import run
from nnfs_course.exercises.words import described, listed, number, place


def unnamed(known: Known, got: list[Result]) -> tuple[Outcome, list[str]]:
    """The outcome and the words for a function that matches no mistake."""
    for case, result in zip(known.cases, got, strict=True):
        if result.missing:
            return Outcome.WRONG_SHAPE, [
                f"With {described(case)}, the function returned nothing. Is "
                "there a branch without `return`?"
            ]
        if result.problem:
            return Outcome.WRONG_SHAPE, [result.problem]
    if words := about_order(known, got) or about_mask(known, got):
        return Outcome.WRONG_NUMBERS, [words]
    if words := _about_shape(known, got) or about_booleans(got, right=False):
        return Outcome.WRONG_SHAPE, [words]
    if words := _about_infinity(known, got) or about_factor(known, got):
        return Outcome.WRONG_NUMBERS, [words]
    return Outcome.WRONG_NUMBERS, [
        _largest_error(known, got),
        _right_parts(known, got),
        about_wrong_ones(known, got),
    ]


def about_order(known: Known, got: list[Result]) -> str:
    names, came, right = zip(*columns(known, got), strict=True)
    for order in itertools.permutations(range(len(names))):
        if all(all_close(came[k], right[j]) for k, j in enumerate(order)):
            return (
                "The numbers are right, and they come in another order. You "
                f"return {listed(names[j] for j in order)}; the exercise asks "
                f"for {listed(names)}."
            )
    return ""


def about_booleans(got: list[Result], right: bool) -> str:
    name = next((result.booleans for result in got if result.booleans), "")
    advice = (
        "For an array, `.astype(float)` helps."
        if right
        else "So a comparison was computed last. `*` and `+` bind tighter than "
        "`>`: what is compared in your line?"
    )
    return name and (
        f"`{name}` must be made of numbers. It holds True and False. {advice}"
    )


def _about_shape(known: Known, got: list[Result]) -> str:
    for name, came, right in columns(known, got):
        for case, a, b in zip(known.cases, came, right, strict=True):
            if a.shape == b.shape:
                continue
            words = (
                f"With {described(case)}, `{name}` must have shape {b.shape}, "
                f"but yours has {a.shape}."
            )
            if all(x.size == y.size for x, y in zip(came, right, strict=True)):
                pairs = list(zip(came, right, strict=True))
                if all(close(x.reshape(y.shape), y) for x, y in pairs):
                    words += " The numbers in it are right."
                elif all(
                    x.T.shape == y.shape and close(x.T, y) for x, y in pairs
                ):
                    words += " It is the right result, lying on its side."
            return words
    return ""


def _about_infinity(known: Known, got: list[Result]) -> str:
    for case, result, right in zip(known.cases, got, known.truth, strict=True):
        for name, a, b in zip(
            known.exercise.parts, result.parts, right.parts, strict=True
        ):
            wrong = ~np.isfinite(a) & np.isfinite(b)
            if not wrong.any():
                continue
            index = tuple(np.argwhere(wrong)[0])
            what = "NaN" if np.isnan(a[index]) else "infinite"
            words = f"With {described(case)}, `{place(name, index)}` is {what}"
            if why := cause(result.warned):
                where = f" in the line `{result.line}`" if result.line else ""
                return f"{words}: {why}{where}."
            return (
                f"{words}. Is something divided by 0, or is an exponential "
                "too large?"
            )
    return ""


def _largest_error(known: Known, got: list[Result]) -> str:
    """The place of the largest error, in the first case that has one."""
    case, result, right = next(
        (c, g, t)
        for c, g, t in zip(known.cases, got, known.truth, strict=True)
        if not agree(g, t)
    )
    exercise, source = known.exercise, "it should be"
    if exercise.numeric:
        numeric = run(exercise.numeric, case, exercise.parts)
        if _nearly(numeric, right):  # at a corner they need not agree
            source = "finite differences say"
    with np.errstate(invalid="ignore"):
        errors = [
            np.where(a == b, 0.0, np.abs(a - b))
            for a, b in zip(result.parts, right.parts, strict=True)
        ]
    worst = int(np.argmax([e.max() for e in errors]))
    index = np.unravel_index(errors[worst].argmax(), errors[worst].shape)
    mine, real = result.parts[worst][index], right.parts[worst][index]
    return (
        f"This mistake is not one I know. With {described(case)}, the largest "
        f"error is at `{place(exercise.parts[worst], index)}`: yours is "
        f"{number(mine)}, {source} {number(real)}."
    )


def _nearly(a: Result, b: Result) -> bool:
    return all(
        np.allclose(p, q, rtol=1e-3, atol=1e-4)
        for p, q in zip(a.parts, b.parts, strict=True)
    )


def _right_parts(known: Known, got: list[Result]) -> str:
    """Of several results: which are right in all cases, and which are not."""
    fine = [
        n for n, came, right in columns(known, got) if all_close(came, right)
    ]
    wrong = [name for name in known.exercise.parts if name not in fine]
    if not fine:
        return ""
    return f"Right in all cases: {listed(fine)}. Not right: {listed(wrong)}."
