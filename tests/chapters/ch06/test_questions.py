"""What the quiz of chapter 6 claims, computed."""

import numpy as np
import pytest

from tests.quizzes.questions import question_with, right, run


def test_chapter_6_first_loss_and_first_step():
    assert f"{np.log(10):.1f}" in right(question_with(6, "10 classes")).why
    gradient = np.array([100.0, 0.01])
    m_hat, v_hat = gradient, gradient**2  # the hats undo 1 - beta
    step = m_hat / (np.sqrt(v_hat) + 1e-7)
    np.testing.assert_allclose(step, 1, rtol=1e-4)


def test_chapter_6_lines():
    question = question_with(6, "Adam's step")
    beta_1, beta_2 = 0.9, 0.999
    names = {
        "m": 0.0,
        "v": 0.0,
        "w": 0.0,
        "gradient": 5.0,
        "beta_1": beta_1,
        "beta_2": beta_2,
        "rate": 0.1,
        "epsilon": 1e-7,
    }
    moves = []
    for t in range(1, 4):
        before = names["w"]
        names = run(question, {**names, "t": t})
        moves.append(abs(names["w"] - before))
    assert moves[0] == pytest.approx(0.1)
    assert moves[2] < moves[1] < 0.09
    assert names["m"] > 5
    assert names["v"] > 25
