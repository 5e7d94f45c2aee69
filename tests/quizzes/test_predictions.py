"""Predictions: each answer is computed, none can be seen before it is made."""

import itertools
import json

import numpy as np
import pytest
from bs4 import BeautifulSoup

from nnfs_course import (
    CategoricalCrossEntropy,
    Softmax,
    SoftmaxCrossEntropy,
    Value,
    figures,
)
from nnfs_course.graph import topological_order
from nnfs_course.quizzes import predict
from nnfs_course.quizzes.contents import CHAPTERS, PREDICTIONS
from nnfs_course.quizzes.prediction import (
    PredictChoice,
    PredictEntries,
    PredictNumber,
    PredictSign,
)
from nnfs_course.quizzes.question import Choice
from tests.chapters.predictions import prediction_problems
from tests.conftest import CHAPTERS as NOTEBOOKS
from tests.conftest import read_notebook

COMPUTED = {}


def prediction(name: str):
    """The function computes the answer of this prediction."""

    def register(compute):
        assert name not in COMPUTED, f"{name} is computed twice"
        COMPUTED[name] = compute
        return compute

    return register


# --- chapter 1 ---

NAMES = ("x0", "x1", "x2", "w0", "w1", "w2", "b")


def neuron(**changed: float) -> dict[str, Value]:
    """The numbers of the neuron, and its output `y` after one sweep back."""
    numbers = dict(zip(NAMES, (1, -2, 3, -3, -1, 2, 1), strict=True))
    v = {name: Value(n) for name, n in (numbers | changed).items()}
    z = v["x0"] * v["w0"] + v["x1"] * v["w1"] + v["x2"] * v["w2"] + v["b"]
    v["y"] = z.relu()
    v["y"].backward()
    return v


@prediction("bias-down")
def _():
    low = figures.one_neuron().spec["leaves"]["b"]["min"]
    path = [neuron(b=1 - k / 10)["y"].data for k in range(int((1 - low) * 10))]
    stays = path[-1] == 0 == path[-20]
    falls = all(a >= b for a, b in itertools.pairwise(path)) and path[0] == 6
    assert stays
    assert falls
    return "It falls, comes to 0, and stays there."


@prediction("nudge-w2")
def _():
    return neuron(w2=2.01)["y"].data - neuron()["y"].data


@prediction("one-more-factor")
def _():
    v = neuron()
    (10 * v["y"]).backward()
    return v["w2"].grad


@prediction("own-upstream")
def _():
    v = neuron()
    products = [v[f"x{i}"] * v[f"w{i}"] for i in range(3)]
    sum((products[i] * (i + 1) for i in range(3)), Value(0)).backward()
    return v["w2"].grad


@prediction("fork-sum")
def _():
    a = Value(2)
    (3 * a + a * a).backward()
    return a.grad


@prediction("overwritten")
def _():
    a = Value(2)
    order = topological_order(3 * a + a * a)
    gradient = {node: 0.0 for node in order} | {order[-1]: 1.0}
    for node in reversed(order):
        for p, local in zip(node.parents, node.local_derivatives, strict=True):
            gradient[p] = gradient[node] * local
    assert gradient[a] in (3, 2)
    return "Only the share that arrives last."


@prediction("one-step")
def _():
    v = neuron()
    moved = {
        name: v[name].data - 0.001 * v[name].grad
        for name in ("w0", "w1", "w2", "b")
    }
    return v["y"].data - neuron(**moved)["y"].data


@prediction("where-it-ends")
def _():
    v = neuron()
    falls = sum(v[name].grad ** 2 for name in ("w0", "w1", "w2", "b"))
    return v["y"].data / falls


@prediction("which-live")
def _():
    v = neuron(b=-6)
    return [(0, k) for k, name in enumerate(NAMES) if v[name].grad != 0]


# --- chapter 3 ---


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


# --- chapter 4 ---


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


# --- chapter 5 ---


def long_way(logits, targets) -> np.ndarray:
    softmax, loss = Softmax(), CategoricalCrossEntropy()
    loss.forward(softmax.forward(logits), targets)
    return softmax.backward(loss.backward())


WANTED = np.log([[0.7, 0.1, 0.2], [0.1, 0.5, 0.4], [0.02, 0.9, 0.08]])


@prediction("the-true-logit")
def _():
    return long_way(WANTED, [0, 1, 1])[0, 0]


@prediction("zeros-in-dlogits")
def _():
    return np.argwhere(np.abs(long_way(WANTED, [0, 1, 1])) < 1e-12)


@prediction("a-new-row")
def _():
    return long_way(np.log([[0.25, 0.6, 0.15]]), [0])[0, 0]


@prediction("another-true-class")
def _():
    figure = figures.fused_gradient()
    figure.values = {"y[0]": 0, "y[1]": 1}
    return figure.gradients["z[1]"]


@prediction("sure-and-wrong")
def _():
    gradient = long_way([[1000.0, -1000.0]], [1])[0] + 0.0
    return "no change at all: {:.0f} and {:.0f}".format(*gradient)


@prediction("the-true-loss")
def _():
    return SoftmaxCrossEntropy().forward([[1000.0, -1000.0]], [1])


# --- all of them ---


def test_every_prediction_is_computed_and_nothing_else():
    assert COMPUTED.keys() == PREDICTIONS.keys()


@pytest.mark.parametrize("name", PREDICTIONS)
def test_the_answer_is_what_comes_out(name):
    asked = PREDICTIONS[name]
    assert asked.key(COMPUTED[name]()) == asked.key(asked.answer)


@pytest.mark.parametrize(
    "path", [path for path in NOTEBOOKS if path.stem[0].isdigit()]
)
def test_no_answer_can_be_seen_before_it_is_made(path):
    told = CHAPTERS[int(path.stem[:2])].predictions
    by_name = {asked.name: asked for asked in told}
    assert prediction_problems(read_notebook(path), by_name) == []


@pytest.mark.parametrize("name", PREDICTIONS)
def test_every_answer_has_something_said_to_it(name):
    asked = PREDICTIONS[name].as_dict()
    said = [asked["why"], *asked["means"].values()]
    if asked["kind"] != "choice":
        said.append(asked["other"])
    assert len(set(said)) == len(said)
    for text in [asked["text"], *said]:
        assert len(text) >= 25, text
        assert text.count("`") % 2 == 0, text
        assert not set("$\\") & set(text), text
        assert text == " ".join(text.split()), text


@pytest.mark.parametrize("name", PREDICTIONS)
def test_without_javascript_the_answer_is_folded(name):
    widget = predict(name)
    soup = BeautifulSoup(widget.as_html(), "html.parser")
    soup.details.extract()
    assert PREDICTIONS[name].text.replace("`", "") in soup.get_text()
    for text in widget.content["means"].values():
        assert text.replace("`", "") not in soup.get_text()
    json.dumps(widget.content)


def test_a_name_that_is_not_there():
    with pytest.raises(ValueError, match="Did you mean 'nudge-w2'"):
        predict("nudge-w3")
    with pytest.raises(ValueError, match="no prediction named None"):
        predict(None)


# --- the kinds ---

SAID = {"name": "any", "text": "?", "why": "!", "other": "?"}
CELLS = (("1", "2"), ("3", "4"))


def number(**changed):
    means = {1: "a", 2: "b", 3: "c"}
    return PredictNumber(**{**SAID, "answer": 0.5, "means": means, **changed})


def choice(*right):
    choices = tuple(Choice(c, c, right=c in right) for c in "abcd")
    return PredictChoice(name="any", text="?", choices=choices)


def entries(matrix=CELLS, answer=((0, 1),)):
    means = {(): "none", ((0, 0),): "a", ((1, 0), (0, 0)): "b"}
    return PredictEntries(**SAID, matrix=matrix, answer=answer, means=means)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: number(means={1: "a", 2: "b"}), "at least 3 foreseen"),
        (lambda: number(means={1: "a", 1.2: "b", 3: "c"}), "unlike each"),
        (lambda: number(tolerance=0.6), "1 counts as right"),
        (lambda: number(answer=float("nan")), "needs a number"),
        (lambda: choice(), "exactly one right"),
        (lambda: choice("a", "b"), "exactly one right"),
        (lambda: entries(answer=((2, 0),)), r"has no \[2, 0\]"),
        (lambda: entries(answer=((0, -1),)), r"has no \[0, -1\]"),
        (
            lambda: PredictSign(
                name="any", text="?", answer=-3, why="!", means={-1: "", 0: ""}
            ),
            "unlike each other and the right one",
        ),
    ],
)
def test_a_prediction_that_cannot_be_asked_is_refused(make, message):
    with pytest.raises(ValueError, match=message):
        make()


def test_answers_that_count_as_one_have_one_key():
    asked = number(places=1)
    assert asked.key(0.5) == asked.key(0.5000001) == "0.5"
    assert asked.key(-0.01) == "0.0"
    assert asked.within == pytest.approx(0.05)
    picked = entries()
    assert picked.key([(1, 1), (0, 0)]) == picked.key([(0, 0), (1, 1)])
    assert picked.key([]) == "none"
    assert choice("c").answer == "c"
    assert choice("c").key("c") == "2"


def test_an_entry_is_called_by_its_name_or_its_place():
    assert entries().names["1,0"] == "[1, 0]"
    named = entries(matrix=(("w0", "b"), ("x0", "x1")))
    assert named.names["1,0"] == "x0"
