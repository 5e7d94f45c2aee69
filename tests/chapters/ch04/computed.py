"""What chapter 4 asks for, computed."""

import numpy as np
import pytest

from nnfs_course import (
    Softmax,
)
from tests.quizzes.computed import ordering, prediction


def softmax_of(*logits: float) -> np.ndarray:
    return Softmax().forward([logits])[0]


@prediction("the-next-share")
def _():
    s = softmax_of(1, 2, 3, 4)
    np.testing.assert_allclose(s[1:] / s[:-1], s[1] / s[0])
    return s[1] / s[0]


@prediction("shifted-logits")
def _():
    np.testing.assert_allclose(softmax_of(1, 2, 3, 4), softmax_of(2, 3, 4, 5))
    return "they are the same"


@prediction("infinite-exponentials")
def _():
    with np.errstate(over="ignore", invalid="ignore"):
        large = np.exp(np.array([1000.0, 999.0]))
        return "{} and {}".format(*(large / large.sum()))


@prediction("another-logit")
def _():
    return softmax_of(0.1, 0.2 + 1e-3, 0.3)[0] - softmax_of(0.1, 0.2, 0.3)[0]


@prediction("nudged-exponential")
def _():
    assert np.exp(2) == pytest.approx(7.389, abs=5e-4)
    return np.exp(2.01) - np.exp(2)


@prediction("a-row-of-the-jacobian")
def _():
    softmax = Softmax()
    softmax.forward(np.log([[0.7, 0.1, 0.2]]))
    return softmax.jacobian()[0, 0].sum().round(12)


@prediction("equal-upstream")
def _():
    softmax = Softmax()
    softmax.forward([[1.95, 0.0, 0.69]])
    np.testing.assert_allclose(softmax.backward([[2, 2, 2]]), 0, atol=1e-15)
    return "0 everywhere"


@prediction("a-jacobian-of-words")
def _():
    float_bytes = np.dtype(float).itemsize
    assert float_bytes * 1_000**2 / 1e6 == 8
    return float_bytes * 50_000**2 / 1e6


@ordering("softmax-there-and-back")
def _():
    rng, softmax = np.random.default_rng(0), Softmax()
    logits, dvalues = rng.normal(size=(5, 3)), rng.normal(size=(5, 3))
    s = softmax.forward(logits)
    given = {"logits": logits, "dvalues": dvalues}
    return given, {"s": s, "dlogits": softmax.backward(dvalues)}
