"""What the quizzes ask and claim: form of the questions, truth of numbers."""

import re

import numpy as np
import pytest

from nnfs_course import (
    CategoricalCrossEntropy,
    Dense,
    ReLU,
    Softmax,
    SoftmaxCrossEntropy,
    Value,
    complex_step,
    digits,
    finite_differences,
)
from nnfs_course.quizzes.contents import CHAPTERS

every_question = pytest.mark.parametrize(
    "question",
    [
        pytest.param(question, id=f"chapter {chapter}, {number}")
        for chapter, told in CHAPTERS.items()
        for number, question in enumerate(told.questions + told.opening, 1)
    ],
)
every_chapter = pytest.mark.parametrize("chapter", CHAPTERS)


@every_chapter
def test_a_chapter_asks_enough_and_about_code(chapter):
    questions = CHAPTERS[chapter].questions
    assert len(questions) >= 5
    assert any(question.lines for question in questions)


@every_chapter
def test_the_right_choice_has_no_favourite_place(chapter):
    places = [
        [choice.right for choice in question.choices].index(True)
        for question in CHAPTERS[chapter].questions
    ]
    assert len(set(places)) >= 3
    assert max(map(places.count, places)) <= len(places) / 2


@every_question
def test_every_choice_says_why_in_its_own_words(question):
    whys = [choice.why for choice in question.choices]
    assert len(set(whys)) == len(whys)
    assert len({choice.text for choice in question.choices}) == len(whys)
    assert all(len(why) >= 30 for why in whys)
    assert len(whys) >= 3
    # The quiz itself says "Right." before it.
    assert not any(why.startswith(("Right", "Yes")) for why in whys)


@every_question
def test_the_longest_choice_is_not_a_giveaway(question):
    """A right choice far longer than all others is found by its length."""
    if question.lines:
        return
    lengths = [len(choice.text) for choice in question.choices]
    right = [choice.right for choice in question.choices].index(True)
    others = lengths[:right] + lengths[right + 1 :]
    assert lengths[right] <= 2.2 * max(others)


@every_question
def test_code_is_marked_and_nothing_is_tex(question):
    texts = [question.text, *(choice.why for choice in question.choices)]
    if not question.lines:
        texts += [choice.text for choice in question.choices]
    for text in texts:
        assert text.count("`") % 2 == 0, text
        assert not set("$\\") & set(text), text
        assert text == " ".join(text.split()), text


@every_question
def test_code_compiles_and_is_not_too_wide(question):
    code = question.code
    if question.lines:
        code = "\n".join(choice.text for choice in question.choices)
    compile(code, "quiz", "exec")
    assert all(len(line) <= 68 for line in code.splitlines())


# What the choices claim, computed.


def question_with(chapter, words):
    (question,) = (q for q in CHAPTERS[chapter].questions if words in q.text)
    return question


def right(question):
    (choice,) = (c for c in question.choices if c.right)
    return choice


def run(question, names, *, mend=None):
    """Run the lines of a program, the wrong one mended or as it stands."""
    lines = [c.text for c in question.choices]
    if mend is not None:
        lines[lines.index(right(question).text)] = mend
    names = {"np": np, **names}
    exec("\n".join(lines), names)
    return names


def test_chapter_1_product_and_fork():
    x, w = Value(5.0), Value(-2.0)
    (x * w * 10).backward()
    assert right(question_with(1, "A product is")).text == f"{w.grad:.0f}"
    x = Value(3.0)
    (x * x + 5 * x).backward()
    assert right(question_with(1, "used three times")).text == f"{x.grad:.0f}"


def test_chapter_1_line():
    question = question_with(1, "one step downhill")
    given = {"x": 2.0, "w": 3.0, "b": 1.0}
    x, w, b = Value(2.0), Value(3.0), Value(1.0)
    (x * w + b).relu().backward()
    assert run(question, given)["dw"] != w.grad
    assert run(question, given, mend="dw = dz * x")["dw"] == w.grad


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
