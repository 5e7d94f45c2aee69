"""Mutants of references of chapter 1 that compute the same, and why."""

from __future__ import annotations

# name of the exercise -> {the mutant: why no input can tell it}
EQUIVALENT: dict[str, dict[str, str]] = {
    "neuron-relu": {
        "upstream if z > 0 else 0.0 -> upstream if z >= 0 else 0.0": (
            "a variant: at the corner the gradient may pass"
        ),
    },
    "neuron-backward": {
        "upstream if z > 0 else 0.0 -> upstream if z >= 0 else 0.0": (
            "a variant: at the corner the gradient may pass"
        ),
    },
    "step": {"len(w) -> len(gradient)": "the two lists are equally long"},
}
