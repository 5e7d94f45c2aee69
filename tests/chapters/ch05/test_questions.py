"""What the quiz of chapter 5 claims, computed."""

import re

import numpy as np

from nnfs_course import (
    Softmax,
    SoftmaxCrossEntropy,
)
from tests.quizzes.questions import question_with, right, run


def test_chapter_5_numbers():
    loss = SoftmaxCrossEntropy()
    loss.forward(np.log([[0.7, 0.2, 0.1]]), np.array([1]))
    stated = re.findall(r"-?[\d.]+", right(question_with(5, "One sample")).text)
    np.testing.assert_allclose(loss.backward()[0], np.array(stated, float))
    far = loss.forward(np.array([[1000.0, 0.0]]), np.array([1]))
    assert far == 1000
    assert "gives 1000" in right(question_with(5, "logits are")).text


def test_chapter_5_lines():
    rng = np.random.default_rng(0)
    p = Softmax().forward(rng.normal(size=(5, 3)))
    y = rng.integers(3, size=5)
    question = question_with(5, "fused backward pass")
    for mend, changed in ((None, True), ("g = p.copy()", False)):
        stored = p.copy()
        run(question, {"p": stored, "y": y}, mend=mend)
        assert np.array_equal(stored, p) != changed

    question = question_with(5, "network of two layers")
    x, z1 = rng.normal(size=(2, 5, 4))
    given = {
        "x": x,
        "z1": z1,
        "a1": np.maximum(0, z1),
        "w2": rng.normal(size=(4, 3)),
        "p": p,
        "y": np.eye(3)[y],
        "n": 5,
    }
    wrong = run(question, given)["dw1"]
    mended = run(question, given, mend="dz1 = da1 * (z1 > 0)")["dw1"]
    assert wrong.shape == mended.shape
    assert not np.allclose(wrong, mended)
