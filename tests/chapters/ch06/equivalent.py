"""Mutants of references of chapter 6 that compute the same, and why."""

from __future__ import annotations

# name of the exercise -> {the mutant: why no input can tell it}
EQUIVALENT: dict[str, dict[str, str]] = {
    "decayed-rates": {
        "decay * finished -> decay * abs(finished)": "a count is never negative"
    },
    "adam-step": {
        **dict.fromkeys(
            (
                "gradient ** 2 -> (-gradient) ** 2",
                "gradient ** 2 -> abs(gradient) ** 2",
            ),
            "the sign is lost in the square",
        ),
        **dict.fromkeys(
            (
                "beta_2 * v -> beta_2 * abs(v)",
                "v / (1 - beta_2 ** t) -> abs(v) / (1 - beta_2 ** t)",
                "(w - rate * m_hat / (np.sqrt(v_hat) + epsilon), m, v) -> "
                "(w - rate * m_hat / (np.sqrt(v_hat) + epsilon), m, abs(v))",
            ),
            "v is a mean of squares, so it is never negative",
        ),
    },
}
