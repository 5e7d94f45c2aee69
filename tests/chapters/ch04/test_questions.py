"""What the quiz of chapter 4 claims, computed."""

import numpy as np

from nnfs_course import (
    Softmax,
)
from tests.quizzes.questions import question_with, right, run


def test_chapter_4_numbers():
    p = np.array([0.7, 0.2, 0.1])
    softmax = Softmax()
    nudged = softmax.forward(np.log(p[None]) + np.array([0.01, 0, 0]))[0]
    text = right(question_with(4, "nudge the")).text
    assert f"falls by about {p[1] - nudged[1]:.4f}" in text


def test_chapter_4_line():
    z = np.random.default_rng(0).normal(size=(5, 3))
    question = question_with(4, "softmax for a batch")
    assert not np.allclose(run(question, {"z": z})["p"].sum(axis=1), 1)
    mended = run(
        question, {"z": z}, mend="total = e.sum(axis=1, keepdims=True)"
    )
    np.testing.assert_allclose(mended["p"], Softmax().forward(z))
