"""What chapter 5 asks for, computed."""

import numpy as np

from nnfs_course import (
    CategoricalCrossEntropy,
    Dense,
    Softmax,
    SoftmaxCrossEntropy,
    figures,
)
from tests.quizzes.computed import ordering, prediction


def long_way(logits, targets) -> np.ndarray:
    softmax, loss = Softmax(), CategoricalCrossEntropy()
    loss.forward(softmax.forward(logits), targets)
    return softmax.backward(loss.backward())


WANTED = np.log([[0.7, 0.1, 0.2], [0.1, 0.5, 0.4], [0.02, 0.9, 0.08]])


@prediction("the-true-logit")
def _():
    return long_way(WANTED, [0, 1, 1])[0, 0]


@prediction("zeros-in-dlogits")
def _():
    return np.argwhere(np.abs(long_way(WANTED, [0, 1, 1])) < 1e-12)


@prediction("a-new-row")
def _():
    return long_way(np.log([[0.25, 0.6, 0.15]]), [0])[0, 0]


@prediction("another-true-class")
def _():
    figure = figures.fused_gradient()
    figure.values = {"y[0]": 0, "y[1]": 1}
    return figure.gradients["z[1]"]


@prediction("sure-and-wrong")
def _():
    gradient = long_way([[1000.0, -1000.0]], [1])[0] + 0.0
    return "no change at all: {:.0f} and {:.0f}".format(*gradient)


@prediction("the-true-loss")
def _():
    return SoftmaxCrossEntropy().forward([[1000.0, -1000.0]], [1])


@ordering("last-layer")
def _():
    rng, dense = np.random.default_rng(0), Dense(3, 4, rng=0)
    inputs, targets = rng.normal(size=(5, 3)), rng.integers(4, size=5)
    loss, softmax = SoftmaxCrossEntropy(), Softmax()
    loss.forward(dense.forward(inputs), targets)
    dense.backward(loss.backward())
    given = {
        "N": 5,
        "inputs": inputs,
        "targets": targets,
        "weights": dense.weights,
        "biases": dense.biases,
        "softmax": softmax.forward,
        "softmax_backward": lambda p, dvalues: softmax.backward(dvalues),
    }
    results = {
        "p": loss.outputs,
        "dlogits": loss.dinputs,
        "dweights": dense.dweights,
        "dinputs": dense.dinputs,
    }
    return given, results
