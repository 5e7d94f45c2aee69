"""What the quiz of chapter 7 claims, computed."""

import numpy as np
import pytest

from nnfs_course import (
    SoftmaxCrossEntropy,
    complex_step,
)
from tests.quizzes.questions import question_with, right, run


def central(function, x, h):
    return (function(x + h) - function(x - h)) / (2 * h)


def test_chapter_7_steps():
    def error(h):
        return abs(central(np.exp, 1.0, h) - np.e)

    assert error(1e-5) < 1e-10 * np.e  # ten digits
    assert "1e-3" in right(question_with(7, "h = 1e-13")).why
    assert 5e-4 < np.finfo(float).eps / 1e-13 < 5e-3
    assert error(1e-13) > 1e6 * error(1e-5)
    assert right(question_with(7, "a tenth of h")).text == "To a hundredth."
    assert error(1e-2) / error(1e-3) == pytest.approx(100, rel=0.01)


def test_chapter_7_line():
    question = question_with(7, "The first entry is right")

    def function(x):
        return (x**3).sum() + x.prod()

    def gradient(mend=None):
        names = {"moved": np.array([1.0, 2.0, 3.0]), "gradient": np.zeros(3)}
        names |= {"function": function, "unit": np.eye(3), "h": 1e-3}
        for i in range(3):
            run(question, {**names, "i": i}, mend=mend)
        return names["gradient"]

    true = np.array([3.0 + 6, 12 + 3, 27 + 2])
    off = np.abs(gradient() - true)
    assert off[0] < 1e-5
    assert (off[1:] > 1e-3).all()
    assert (off < 0.1).all()
    mended = gradient("moved = moved - h * unit[i]")
    np.testing.assert_allclose(mended, true, atol=1e-5)


def test_chapter_7_corner():
    def relu(z):
        return np.maximum(z, 0)

    assert "0.0000003, and h is 0.000001" in question_with(7, "ReLU").text
    assert central(relu, 3e-7, 1e-6) != pytest.approx(1, abs=0.1)
    assert central(relu, 3e-7, 1e-7) == pytest.approx(1)


def test_chapter_7_sum_for_mean():
    logits, targets = np.zeros((6, 3)), np.array([0, 1, 2, 0, 1, 1])
    loss = SoftmaxCrossEntropy()
    mean = loss.forward(logits, targets)
    dlogits = len(logits) * loss.backward()  # of the sum
    assert "N times that" in right(question_with(7, "takes the sum")).why
    assert mean == pytest.approx(np.log(3))
    np.testing.assert_allclose(dlogits.sum(axis=1), 0, atol=1e-12)


def test_chapter_7_complex_step():
    assert right(question_with(7, "complex step")).text.startswith("0,")
    assert np.imag(np.abs(-2.0 + 1e-20j)) == 0
    with pytest.raises(ValueError, match="stays complex"):
        complex_step(lambda x: np.abs(x).sum(), [-2.0])
