"""The layers: against the best known way, and against the machine's limit."""

from __future__ import annotations

import numpy as np

from bench.clock import seconds
from nnfs_course import (
    CategoricalCrossEntropy,
    Dense,
    Softmax,
    SoftmaxCrossEntropy,
)

RNG = np.random.default_rng(0)


def dense_and_peak(samples=30_000, inputs=512, neurons=512) -> dict:
    """Dense forward and backward, and its three matrix products alone."""
    x = RNG.standard_normal((samples, inputs), dtype=np.float32)
    dvalues = RNG.standard_normal((samples, neurons), dtype=np.float32)
    layer = Dense(inputs, neurons, rng=0, dtype=np.float32)
    weights = layer.weights

    def dense():
        layer.forward(x)
        layer.backward(dvalues)

    def products():
        return x @ weights, dvalues @ weights.T, x.T @ dvalues

    return seconds({"Dense": dense, "its products alone": products})


def softmax_backward(samples=3000, classes=3) -> dict:
    """Softmax.backward against ways to write the same product by hand."""
    logits = RNG.standard_normal((samples, classes))
    d = RNG.standard_normal((samples, classes))
    softmax = Softmax()
    s = np.ascontiguousarray(softmax.forward(logits))
    ones = np.ones((classes, 1))

    def jacobians():
        rows = zip(s, d, strict=True)
        return np.array([(np.diag(p) - np.outer(p, p)) @ v for p, v in rows])

    return seconds(
        {
            "Softmax.backward": lambda: softmax.backward(d),
            "sum": lambda: s * (d - (d * s).sum(axis=1, keepdims=True)),
            "vecdot": lambda: s * (d - np.vecdot(d, s)[:, None]),
            "einsum": lambda: s * (d - np.einsum("nc,nc->n", d, s)[:, None]),
            "product with ones": lambda: s * (d - (d * s) @ ones),
            "a Jacobian for each sample": jacobians,
        }
    )


def fused_and_long_way(samples=300, classes=3) -> dict:
    """Backward of both in one, and of softmax after cross-entropy."""
    logits = RNG.standard_normal((samples, classes))
    targets = RNG.integers(classes, size=samples)
    fused, softmax = SoftmaxCrossEntropy(), Softmax()
    plain = CategoricalCrossEntropy()
    fused.forward(logits, targets)
    plain.forward(softmax.forward(logits), targets)
    return seconds(
        {
            "fused": fused.backward,
            "long way": lambda: softmax.backward(plain.backward()),
        }
    )
