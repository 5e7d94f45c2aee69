"""What chapter 3 asks for, computed."""

import numpy as np
import pytest

from nnfs_course import (
    CategoricalCrossEntropy,
    Value,
)
from nnfs_course.graph import topological_order
from tests.quizzes.computed import prediction


def surprise(p: float) -> Value:
    return -Value(p, "p").log()


def slope(result: Value) -> float:
    """d(result)/dp."""
    result.backward()
    (p,) = (node for node in topological_order(result) if node.label == "p")
    return p.grad


@prediction("one-hot-places")
def _():
    return zip(*np.eye(3)[[0, 1, 2, 1, 0]].nonzero(), strict=True)


@prediction("table-of-two")
def _():
    with pytest.raises(IndexError, match="index 2 is out of bounds"):
        np.eye(2)[[0, 2]]
    return "an error, for there is no row 2"


@prediction("a-third-step")
def _():
    assert surprise(0.1).data == pytest.approx(2.303, abs=5e-4)
    assert surprise(0.01).data == pytest.approx(4.605, abs=5e-4)
    return surprise(0.001).data


@prediction("a-wrong-class")
def _():
    loss = CategoricalCrossEntropy()
    loss.forward([[0.7, 0.1, 0.2]], [0])
    return loss.backward()[0, 1]


@prediction("slope-of-log")
def _():
    return -slope(surprise(0.1))


@prediction("slope-at-a-twentieth")
def _():
    return slope(surprise(0.05))


@prediction("a-batch-copied")
def _():
    p, targets = np.array([[0.7, 0.1, 0.2], [0.1, 0.5, 0.4]]), [0, 1]
    loss = CategoricalCrossEntropy()
    sums = []
    for copies in (1, 10):
        loss.forward(np.tile(p, (copies, 1)), np.tile(targets, copies))
        sums.append(loss.backward().sum(axis=0))
    np.testing.assert_allclose(sums[0], sums[1])
    return "it does not change"
