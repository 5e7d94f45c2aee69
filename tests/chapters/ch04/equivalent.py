"""Mutants of references of chapter 4 that compute the same, and why."""

from __future__ import annotations

# name of the exercise -> {the mutant: why no input can tell it}
EQUIVALENT: dict[str, dict[str, str]] = {
    "softmax": {
        "e / e.sum(axis=1, keepdims=True) "
        "-> abs(e) / e.sum(axis=1, keepdims=True)": (
            "an exponential is never negative"
        ),
    },
}
