"""The labelled equations of chapter 8, each side computed."""

import numpy as np

from nnfs_course import (
    Dense,
    Network,
    SoftmaxCrossEntropy,
)
from nnfs_course.exercises.chapters.ch08_handwritten_digits import ADVERSARIAL
from tests.oracles.equations import (
    I,
    O,
    equal,
    equation,
)


@equation(
    "eq-adversarial",
    r"x' = x + \epsilon \, "
    r"\mathrm{sign}\!\left(\frac{\partial L}{\partial x}\right)",
)
def adversarial():
    """No other small step of this length makes the loss grow as much."""
    rng = np.random.default_rng(8)
    network = Network([Dense(I, O, rng=rng)], SoftmaxCrossEntropy())
    x, targets = rng.uniform(0.2, 0.8, (1, I)), np.array([1])
    before = network.forward(x, targets)
    slope = network.backward(dinputs=True)
    epsilon = 1e-6
    moved = ADVERSARIAL.reference(x, slope, epsilon)
    equal(moved, x + epsilon * np.sign(slope))
    growth = (network.forward(moved, targets) - before) / epsilon
    np.testing.assert_allclose(growth, np.abs(slope).sum(), rtol=1e-4)
    for _ in range(20):
        other = x + epsilon * rng.uniform(-1, 1, x.shape)
        assert network.forward(other, targets) - before < growth * epsilon
