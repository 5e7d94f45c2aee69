"""Mutants of references of chapter 3 that compute the same, and why."""

from __future__ import annotations

# name of the exercise -> {the mutant: why no input can tell it}
EQUIVALENT: dict[str, dict[str, str]] = {
    "class-indices": {
        "targets if targets.ndim == 1 else targets.argmax(axis=1) "
        "-> targets if targets.ndim <= 1 else targets.argmax(axis=1)": (
            "targets have one dimension or two, never none"
        ),
    },
    "cross-entropy": {
        "len(p) -> len(targets)": "there is one target for each row of p",
        "np.log(true_p) -> np.log(abs(true_p))": (
            "a probability is never negative"
        ),
    },
    "cross-entropy-gradient": {
        "len(p) -> len(targets)": "there is one target for each row of p",
        "len(p) -> len(y)": "there is one target for each row of p",
    },
}
