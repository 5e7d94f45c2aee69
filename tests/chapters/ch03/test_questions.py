"""What the quiz of chapter 3 claims, computed."""

import numpy as np
import pytest

from nnfs_course import (
    CategoricalCrossEntropy,
    Softmax,
)
from tests.quizzes.questions import question_with, right, run


def test_chapter_3_numbers():
    loss = CategoricalCrossEntropy()
    first, second = (
        loss.forward(np.array([row]), np.array([0]))
        for row in ([0.5, 0.5, 0.0], [0.5, 0.25, 0.25])
    )
    assert first == second == pytest.approx(-np.log(0.5))
    assert f"{np.log(10):.1f}" in right(question_with(3, "falls from")).text
    loss.forward(np.full((4, 2), 0.5), np.zeros(4, dtype=int))
    gradient = loss.backward()[1, 0]
    assert right(question_with(3, "Four samples")).text == f"{gradient}"
    assert 16 < -np.log(1e-7) < 16.2


def test_chapter_3_line():
    rng = np.random.default_rng(0)
    p = Softmax().forward(rng.normal(size=(5, 3)))
    y = rng.integers(3, size=5)
    question = question_with(3, "class indices. There is no")
    true_loss = CategoricalCrossEntropy().forward(p, y)
    assert run(question, {"p": p, "y": y})["loss"] > 2 * true_loss
    mended = run(question, {"p": p, "y": y}, mend="true_p = p[range(n), y]")
    assert mended["loss"] == pytest.approx(true_loss)
