"""Mutants of references of chapter 8 that compute the same, and why."""

from __future__ import annotations

# name of the exercise -> {the mutant: why no input can tell it}
EQUIVALENT: dict[str, dict[str, str]] = {
    "accuracy": {
        "answers == targets -> abs(answers) == targets": (
            "the place in a row is never negative"
        ),
    },
    "confusion-matrix": {
        **dict.fromkeys(
            (
                "(target, prediction) -> (abs(target), prediction)",
                "(target, prediction) -> (target, abs(prediction))",
                "counts -> abs(counts)",
            ),
            "class indices and counts are never negative",
        ),
        "np.zeros((classes, classes), dtype=int) -> "
        "np.zeros((classes, classes))": "the same counts, as floats",
    },
    "adversarial-step": {
        "np.clip(image + epsilon * np.sign(gradient), 0, 1) -> "
        "np.clip(0, image + epsilon * np.sign(gradient), 1)": (
            "0 is raised to the image and lowered to 1: the same clip"
        ),
    },
}
