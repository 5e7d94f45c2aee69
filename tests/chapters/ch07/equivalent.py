"""Mutants of references of chapter 7 that compute the same, and why."""

from __future__ import annotations

# name of the exercise -> {the mutant: why no input can tell it}
EQUIVALENT: dict[str, dict[str, str]] = {
    "relative-error": {
        **dict.fromkeys(
            (
                "np.abs(analytic - numeric) -> np.abs(numeric - analytic)",
                "np.abs(analytic) -> np.abs(-analytic)",
                "np.abs(analytic) -> np.abs(abs(analytic))",
                "np.abs(numeric) -> np.abs(-numeric)",
                "np.abs(numeric) -> np.abs(abs(numeric))",
                "np.maximum(a, n) -> np.maximum(abs(a), n)",
                "np.maximum(a, n) -> np.maximum(a, abs(n))",
                "difference / safe -> abs(difference) / safe",
                "difference / safe -> difference / abs(safe)",
            ),
            "an absolute value has no sign to lose",
        ),
        **dict.fromkeys(
            (
                "(np.abs(analytic), np.abs(numeric)) -> "
                "(np.abs(numeric), np.abs(analytic))",
                "np.maximum(a, n) -> np.maximum(n, a)",
            ),
            "the larger one of the same two",
        ),
        **dict.fromkeys(
            (
                "size == 0 -> -size == 0",
                "np.where(size == 0, 1.0, size) -> "
                "np.where(size <= 0, 1.0, size)",
            ),
            "a size is never negative, so only 0 is found",
        ),
        "np.where(size == 0, 1.0, size) -> np.where(size == 0, 2.0, size)": (
            "there the difference is 0, and 0 / 2 is 0 as well"
        ),
        "size == 0 -> difference == 0": (
            "where both are equal, the error is 0 with any divisor"
        ),
    },
    "wrong-entries": {
        **dict.fromkeys(
            (
                "np.abs(gradient - numeric) -> np.abs(numeric - gradient)",
                "np.abs(gradient) -> np.abs(-gradient)",
                "np.abs(gradient) -> np.abs(abs(gradient))",
                "np.abs(numeric) -> np.abs(-numeric)",
                "np.abs(numeric) -> np.abs(abs(numeric))",
                "difference > 1e-08 + 0.0001 * size -> "
                "abs(difference) > 1e-08 + 0.0001 * size",
            ),
            "an absolute value has no sign to lose",
        ),
        **dict.fromkeys(
            (
                "np.abs(gradient) -> np.abs(difference)",
                "np.abs(gradient) -> np.abs(h)",
                "np.abs(gradient) -> np.abs(numeric)",
                "np.abs(gradient) -> np.abs(step)",
                "np.abs(numeric) -> np.abs(difference)",
                "np.abs(numeric) -> np.abs(gradient)",
                "np.abs(numeric) -> np.abs(h)",
                "np.abs(numeric) -> np.abs(step)",
                *(
                    "np.maximum(np.abs(gradient), np.abs(numeric)) -> " + other
                    for other in (
                        "np.abs(gradient)",
                        "np.abs(numeric)",
                        "np.maximum(gradient, np.abs(numeric))",
                        "np.maximum(np.abs(gradient), numeric)",
                        "np.maximum(np.abs(numeric), np.abs(gradient))",
                        "np.minimum(np.abs(gradient), np.abs(numeric))",
                    )
                ),
            ),
            "at the limit the two sizes agree to 4 digits, and what is "
            "measured by differences cannot tell which one was taken",
        ),
        "(difference > 1e-08 + 0.0001 * size).sum -> "
        "(difference >= 1e-08 + 0.0001 * size).sum": (
            "no measured number hits the limit exactly"
        ),
        "(x.astype(np.float64), 1e-05) -> (x.astype(np.float64), 2e-05)": (
            "another good h: the learner chooses it"
        ),
        **dict.fromkeys(
            (
                "len(x) -> len(gradient)",
                "len(x) -> len(numeric)",
                "np.zeros_like(x) -> np.zeros_like(gradient)",
                "np.zeros_like(x) -> np.zeros_like(gradient) (2)",
                "np.zeros_like(x) -> np.zeros_like(numeric) (2)",
            ),
            "they have the shape of x; float32 can hold h and a slope, it is "
            "x that it cannot move",
        ),
        "np.zeros_like(x) -> np.ones_like(x)": "each entry is set in the loop",
    },
}
