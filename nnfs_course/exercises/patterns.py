"""What the numbers have in common: the mask alone, or those that are wrong."""

from __future__ import annotations

import numpy as np

from nnfs_course.exercises.agree import agree, close
from nnfs_course.exercises.known import Known
from nnfs_course.exercises.result import Result


def columns(known: Known, results: list[Result]):
    """Of each part: its name, what came and what is right, in all cases."""
    for k, name in enumerate(known.exercise.parts):
        yield (
            name,
            [result.parts[k] for result in results],
            [right.parts[k] for right in known.truth],
        )


def all_close(some, others) -> bool:
    return all(
        a.shape == b.shape and close(a, b)
        for a, b in zip(some, others, strict=True)
    )


def about_mask(known: Known, got: list[Result]) -> str:
    for name, came, right in columns(known, got):
        if any(a.shape != b.shape for a, b in zip(came, right, strict=True)):
            continue
        mask, truth = _flat(came), _flat(right)
        chooses = set(mask) == {0, 1} and not truth[mask == 0].any()
        if chooses and not set(truth) <= {0, 1}:
            return (
                f"`{name}` holds only 0 and 1, or False and True: it is the "
                "mask. It says which numbers pass. One step is missing: it has "
                "to be multiplied by them."
            )
    return ""


def about_wrong_ones(known: Known, got: list[Result]) -> str:
    """What all wrong numbers share, where the shapes are right."""
    mine = _flat(part for result in got for part in result.parts)
    right = _flat(part for result in known.truth for part in result.parts)
    fine = np.isclose(mine, right, rtol=1e-4, atol=1e-5)
    if np.allclose(abs(mine), abs(right), rtol=1e-4, atol=1e-5):
        return "Every number has the right size, and some have the wrong sign."
    if fine.any() and fine[right != 0].all():
        return "Only numbers that should be 0 are wrong."
    if mine.any() and fine[mine != 0].all():
        return "Only numbers that you set to 0 are wrong."
    cases = sum(map(agree, got, known.truth))
    if 2 * cases >= len(got):
        return (
            f"In {cases} of {len(got)} cases your result is right. So what is "
            "special in this one?"
        )
    return ""


def _flat(arrays) -> np.ndarray:
    return np.concatenate([array.ravel() for array in arrays])
