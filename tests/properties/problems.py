"""Random layers and losses, each with inputs that it takes."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from nnfs_course import (
    CategoricalCrossEntropy,
    Dense,
    ReLU,
    Softmax,
    SoftmaxCrossEntropy,
)

LAYERS = {"Dense": Dense, "ReLU": ReLU, "Softmax": Softmax}
LOSSES = {
    "CategoricalCrossEntropy": CategoricalCrossEntropy,
    "SoftmaxCrossEntropy": SoftmaxCrossEntropy,
}
sizes = st.integers(1, 5)
moderate = st.floats(-8, 8, width=32)


def tables(rows, columns):
    return npst.arrays(np.float64, (rows, columns), elements=moderate)


def probabilities(logits):
    return Softmax().forward(logits)


@st.composite
def layer_problems(draw, name):
    """A layer, its inputs (N, I), and an upstream gradient (N, O)."""
    samples, inputs = draw(sizes), draw(sizes)
    outputs = draw(sizes) if name == "Dense" else inputs
    layer = LAYERS[name]() if name != "Dense" else Dense(inputs, outputs, rng=0)
    if name == "Dense":
        layer.weights = draw(tables(inputs, outputs))
        layer.biases = draw(tables(1, outputs))
    return layer, draw(tables(samples, inputs)), draw(tables(samples, outputs))


@st.composite
def loss_problems(draw, name):
    """A loss, what it takes (N, C), and class indices (N,)."""
    samples, classes = draw(sizes), draw(sizes)
    taken = draw(tables(samples, classes))
    if name == "CategoricalCrossEntropy":
        taken = probabilities(taken)
    indices = st.integers(0, classes - 1)
    targets = draw(st.lists(indices, min_size=samples, max_size=samples))
    return LOSSES[name](), taken, np.array(targets)


def swept(layer, inputs, dvalues) -> dict:
    """Outputs and all gradients of a layer, by name."""
    layer.forward(inputs)
    layer.backward(dvalues)
    names = ["outputs", "dinputs", *(f"d{name}" for name in layer.parameters)]
    return {name: getattr(layer, name).copy() for name in names}


def measured(loss, taken, targets):
    """The value of a loss, and its gradient."""
    value = loss.forward(taken, targets)
    return value, loss.backward().copy()


def agree(some, others, rtol=1e-12):
    """Equal up to rounding, which counts against the largest entry."""
    some, others = np.asarray(some), np.asarray(others)
    largest = np.abs(others).max(initial=0)
    np.testing.assert_allclose(some, others, rtol=rtol, atol=rtol * largest)
