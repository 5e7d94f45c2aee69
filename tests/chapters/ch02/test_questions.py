"""What the quiz of chapter 2 claims, computed."""

import numpy as np

from nnfs_course import (
    ReLU,
)
from tests.quizzes.questions import question_with, right, run


def test_chapter_2_mask():
    question = question_with(2, "What does this print")
    relu = ReLU()
    relu.forward(np.array([[-1.0, 0.0, 2.0]]))
    gradient = relu.backward(np.array([[5.0, 6.0, 7.0]]))
    assert right(question).text == str(gradient)


def test_chapter_2_lines():
    rng = np.random.default_rng(0)
    inputs, weights, dvalues = rng.normal(size=(3, 3, 3))
    given = {"inputs": inputs, "weights": weights, "dvalues": dvalues}
    question = question_with(2, "3 inputs and 3 neurons")
    slope = dvalues @ weights.T
    wrong, mended = (
        run(question, given)["dinputs"],
        run(question, given, mend="dinputs = dvalues @ weights.T")["dinputs"],
    )
    assert wrong.shape == mended.shape
    assert not np.allclose(wrong, slope)
    np.testing.assert_allclose(mended, slope)

    question = question_with(2, "followed by ReLU")
    given["biases"] = np.zeros((1, 3))
    z = inputs @ weights
    assert not np.allclose(
        run(question, given)["dweights"], inputs.T @ (dvalues * (z > 0))
    )
