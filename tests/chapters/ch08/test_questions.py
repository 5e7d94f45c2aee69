"""What the quiz of chapter 8 claims, computed."""

import numpy as np

from nnfs_course import (
    CategoricalCrossEntropy,
    Dense,
    SoftmaxCrossEntropy,
    digits,
    finite_differences,
)
from nnfs_course.quizzes.contents import CHAPTERS
from tests.quizzes.questions import question_with, right


def test_chapter_8_lines():
    question = question_with(8, "measure honestly")
    first, wrong, *_ = [c.text for c in question.choices]
    assert wrong == right(question).text
    names = {"np": np, "digits": digits}
    exec(f"{first}\n{wrong}", names)
    data = names["data"]
    assert any((names["x"] == data.held_out_inputs[0]).all(axis=1))
    assert not any((data.inputs == data.held_out_inputs[0]).all(axis=1))


def test_chapter_8_same_hits_all_sure_ten_times_the_loss():
    """Nine sure hits and one miss: what the one miss costs makes the loss."""
    question = question_with(8, "same held-out images right")
    assert "p is above 0.9 for each" in question.text
    assert right(question).text == "It is very sure of its wrong answers."
    hit, least = 0.95, 0.9
    assert -np.log(least) < 0.11  # so right answers cannot make the loss
    losses, hits = [], []
    for doubt in [0.4, 1e-10]:
        p = np.tile([hit, 1 - hit], (10, 1))
        p[0] = [doubt, 1 - doubt]
        losses.append(CategoricalCrossEntropy().forward(p, np.zeros(10, int)))
        hits.append((p.argmax(axis=1) == 0).mean())
    assert hits == [0.9, 0.9]
    assert losses[1] > 10 * losses[0]


def test_chapter_8_opening():
    nudges, logit, shape = CHAPTERS[8].opening
    calls = []
    finite_differences(lambda x: calls.append(1) or x.sum(), np.zeros(64))
    assert right(nudges).text == f"{len(calls)} times"
    loss = SoftmaxCrossEntropy()
    loss.forward(np.log([[0.9, 0.1]]), [0])
    assert right(logit).text == f"{loss.backward()[0, 0]:.1f}"
    layer = Dense(64, 128, rng=0)
    dvalues = np.ones_like(layer.forward(np.zeros((1, 64))))
    assert right(shape).text == str(dvalues.shape)
    assert layer.backward(dvalues).shape == (1, 64)
