"""Mutants of references of chapter 2 that compute the same, and why."""

from __future__ import annotations

# name of the exercise -> {the mutant: why no input can tell it}
EQUIVALENT: dict[str, dict[str, str]] = {
    "relu-mask": {
        "dvalues * (inputs > 0) -> dvalues * (inputs >= 0)": (
            "a variant: at the corner the gradient may pass"
        ),
    },
    "layer-backward": {
        "dvalues * (z > 0) -> dvalues * (z >= 0)": (
            "a variant: at the corner the gradient may pass"
        ),
    },
}
