"""Mutants of references of chapter 5 that compute the same, and why."""

from __future__ import annotations

# name of the exercise -> {the mutant: why no input can tell it}
EQUIVALENT: dict[str, dict[str, str]] = {
    "fused-gradient": {
        "len(p) -> len(y)": "both have one row for each sample",
        "len(p) -> len(targets)": "there is one target for each sample",
    },
    "fused-loss": {
        "len(logits) -> len(targets)": "there is one target for each sample"
    },
    "network-backward": {
        **dict.fromkeys(
            (
                "len(p) -> len(a)",
                "len(p) -> len(e)",
                "len(p) -> len(inputs)",
                "len(p) -> len(logits)",
                "len(p) -> len(y)",
                "len(p) -> len(targets)",
                "len(p) -> len(z)",
            ),
            "all of them have one row for each sample",
        ),
        **dict.fromkeys(
            (
                "p.shape -> biases2.shape",
                "p.shape -> e.shape",
                "p.shape -> logits.shape",
                "p.shape -> weights2.shape",
            ),
            "all of them have one column for each class",
        ),
        "np.maximum(z, 0) -> np.maximum(0, z)": "the larger of the same two",
        "z > 0 -> a > 0": "the ReLU gives something positive just where z is",
        "da * (z > 0) -> da * (z >= 0)": "a declared variant of the slope at 0",
        "a @ weights2 -> abs(a) @ weights2": "a ReLU gives nothing negative",
        "e / e.sum(axis=1, keepdims=True) -> "
        "abs(e) / e.sum(axis=1, keepdims=True)": "an exponential is positive",
    },
    "gradient-check": {
        "np.zeros_like(x) -> np.ones_like(x)": "each entry is set in the loop",
        **dict.fromkeys(
            (
                "np.zeros_like(x) -> np.zeros_like(gradient) (2)",
                "x.shape -> gradient.shape",
            ),
            "the gradient has the shape of x",
        ),
    },
}
