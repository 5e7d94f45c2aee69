"""The layers: the notes' way, the long way, the short way."""

import numpy as np

from nnfs_course import (
    CategoricalCrossEntropy,
    Dense,
    ReLU,
    Softmax,
    SoftmaxCrossEntropy,
)

RNG = np.random.default_rng(0)
N, I, H, C = 300, 2, 64, 3  # noqa: E741 (the letters of the book)
X, TARGETS = RNG.normal(size=(N, I)), RNG.integers(C, size=N)

first, relu, last = Dense(I, H, rng=0), ReLU(), Dense(H, C, rng=0)
fused, softmax, plain = (
    SoftmaxCrossEntropy(),
    Softmax(),
    CategoricalCrossEntropy(),
)


def logits():
    return last.forward(relu.forward(first.forward(X)))


def back(dlogits):
    first.backward(relu.backward(last.backward(dlogits)))


def short_way():
    fused.forward(logits(), TARGETS)
    back(fused.backward())


def long_way():
    plain.forward(softmax.forward(logits()), TARGETS)
    back(softmax.backward(plain.backward()))


def with_jacobians():
    plain.forward(softmax.forward(logits()), TARGETS)
    dvalues = plain.backward()
    dlogits = np.empty_like(dvalues)
    for n, (s, d) in enumerate(zip(softmax.outputs, dvalues, strict=True)):
        s = s.reshape(-1, 1)
        dlogits[n] = (np.diagflat(s) - s @ s.T) @ d
    back(dlogits)


BENCHES = [
    ("300 x 2-64-3, forward and backward: fused", short_way),
    ("the same: softmax VJP, then cross-entropy", long_way),
    ("the same: one Jacobian for each sample", with_jacobians),
]
