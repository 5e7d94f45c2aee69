"""Mutants of references that compute the same, each with the reason.

A mutant that matches a declared variant (another convention) stands here too.
"""

from __future__ import annotations

# name of the exercise -> {the mutant: why no input can tell it}
EQUIVALENT: dict[str, dict[str, str]] = {
    # chapter 1
    "nudge": {},
    "neuron-relu": {
        "upstream if z > 0 else 0.0 -> upstream if z >= 0 else 0.0": (
            "a variant: at the corner the gradient may pass"
        ),
    },
    "neuron-products": {},
    "fork": {},
    "neuron-backward": {
        "upstream if z > 0 else 0.0 -> upstream if z >= 0 else 0.0": (
            "a variant: at the corner the gradient may pass"
        ),
    },
    "step": {"len(w) -> len(gradient)": "the two lists are equally long"},
    # chapter 2
    "dense-dinputs": {},
    "dense-dweights": {},
    "dense-dbiases": {},
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
    "square-layer": {},
    # chapter 3
    "one-hot": {},
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
    # chapter 4
    "softmax": {
        "e / e.sum(axis=1, keepdims=True) "
        "-> abs(e) / e.sum(axis=1, keepdims=True)": (
            "an exponential is never negative"
        ),
    },
    "softmax-jacobian": {},
    "softmax-backward": {},
    # chapter 5
    "fused-gradient": {},
    "fused-loss": {},
    "network-backward": {},
    "gradient-check": {},
    # chapter 6
    "sgd-step": {},
    "momentum-step": {},
    "decayed-rates": {},
    "adam-step": {},
    "training-loop": {},
    # chapter 7
    "relative-error": {},
    "wrong-entries": {},
    "complex-step": {},
    # chapter 8
    "accuracy": {},
    "confusion-matrix": {},
    "adversarial-step": {},
}
