"""When two functions gave the same."""

from __future__ import annotations

import numpy as np

from nnfs_course.exercises.result import Result


def same_results(some: list[Result], others: list[Result]) -> bool:
    return all(map(agree, some, others))


def agree(a: Result, b: Result) -> bool:
    """The same numbers in the same shapes, or the same kind of failure."""
    failed = (a.error, a.problem, a.missing)
    if any(failed) or b.error or b.problem or b.missing:
        return failed == (b.error, b.problem, b.missing)
    return fits(a, b) and all(map(close, a.parts, b.parts))


def fits(a: Result, b: Result) -> bool:
    return [p.shape for p in a.parts] == [p.shape for p in b.parts]


def close(a: np.ndarray, b: np.ndarray) -> bool:
    """Equal up to rounding: six digits, or four where one is float32."""
    single = np.float32 in (a.dtype, b.dtype)
    a, b = a.astype(np.float64), b.astype(np.float64)
    digits = 1e-4 if single else 1e-6
    return np.allclose(a, b, rtol=digits, atol=digits / 10, equal_nan=True)


def scaled(got: list[Result], others: list[Result], factors) -> bool:
    """Whether got is in each case one number times the others."""
    return all(
        fits(a, b)
        and all(
            close(p, factor * q) for p, q in zip(a.parts, b.parts, strict=True)
        )
        for a, b, factor in zip(got, others, factors, strict=True)
    )
