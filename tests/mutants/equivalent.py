"""Mutants of references that compute the same, each with the reason.

A mutant that matches a declared variant (another convention) stands here too.
"""

from __future__ import annotations

# name of the exercise -> {the mutant: why no input can tell it}
EQUIVALENT: dict[str, dict[str, str]] = {
    # chapter 1
    "nudge": {},
    "neuron-relu": {},
    "neuron-products": {},
    "fork": {},
    "neuron-backward": {},
    "step": {},
    # chapter 2
    "dense-dinputs": {},
    "dense-dweights": {},
    "dense-dbiases": {},
    "relu-mask": {},
    "layer-backward": {},
    "square-layer": {},
    # chapter 3
    "one-hot": {},
    "class-indices": {},
    "cross-entropy": {},
    "cross-entropy-gradient": {},
    # chapter 4
    "softmax": {},
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
