"""Predictions: each answer is computed, none can be seen before it is made."""

import functools
import itertools
import json
import re

import numpy as np
import pytest
from bs4 import BeautifulSoup

from nnfs_course import (
    SGD,
    Adam,
    CategoricalCrossEntropy,
    Dense,
    Network,
    ReLU,
    Softmax,
    SoftmaxCrossEntropy,
    Value,
    check_layer,
    compare_gradients,
    figures,
    finite_differences,
    spiral,
    train,
)
from nnfs_course.figures.dense_layer import BIASES, INPUTS, UPSTREAM, WEIGHTS
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
from tests.quizzes import reading_digits

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


# --- chapter 6 ---

POINTS, TARGETS = spiral(100, 3, seed=0)


def trained(optimizer, epochs, *, first_factor=1.0):
    """The chapter's network and how it got on."""
    rng = np.random.default_rng(0)
    layers = [Dense(2, 64, rng=rng), ReLU(), Dense(64, 3, rng=rng)]
    layers[0].weights = layers[0].weights * first_factor
    network = Network(layers, SoftmaxCrossEntropy())
    history = train(
        network,
        POINTS,
        TARGETS,
        optimizer=optimizer,
        epochs=epochs,
        progress=False,
    )
    return network, history


def fires(network):
    z = network.layers[0].forward(POINTS)
    return (z > 0).any(axis=0).sum()


@prediction("must-be-wrong")
def _():
    there = TARGETS[(POINTS == 0).all(axis=1)]
    return len(there) - np.bincount(there).max()


@prediction("first-loss")
def _():
    return trained(SGD(1.0), 1)[1].loss[0]


@prediction("first-step")
def _():
    before, after = trained(SGD(0.1), 2)[1].loss
    millionths = 1e6 * (before - after)
    return "It falls by some millionths." if 1 < millionths < 9 else "?"


@prediction("velocity")
def _():
    sgd, w = SGD(1.0, momentum=0.9), {"w": np.zeros(1)}
    for _ in range(2):
        w = sgd.step(w, {"w": [1.0]})
    return sgd.velocity["w"][0]


@prediction("without-hats")
def _():
    adam = Adam(0.1)
    adam.step({"w": np.zeros(1)}, {"w": [5.0]})
    rates = adam.m["w"] / np.sqrt(adam.v["w"])
    return f"About {'three' if 2.5 < rates[0] < 3.5 else '?'} rates long."


@prediction("rate-ten")
def _():
    network, history = trained(SGD(10.0, momentum=0.9), 300)
    assert max(history.loss) > 2 * history.loss[0]
    if min(history.loss[-200:]) > history.loss[0] and fires(network) == 0:
        return "It jumps above its start and does not come back."
    return "?"


@prediction("rate-seven")
def _():
    loss = trained(SGD(7.0), 300)[1].loss
    return "It ends above its first loss." if loss[-1] > loss[0] else "?"


@prediction("last-to-learn")
def _():
    network, _ = trained(Adam(0.1, decay=3e-3), 1000)
    right = network.predict(POINTS) == TARGETS
    far = np.hypot(*POINTS.T)
    parts = {
        "The middle, where the arms meet.": far < 0.2,
        "The outer ends of the arms, which are far away.": far > 0.8,
    }
    return min(parts, key=lambda part: right[parts[part]].mean())


@prediction("sixteenth-digit")
def _():
    one, other = (
        trained(
            SGD(0.7, momentum=0.9, decay=1e-3), 3000, first_factor=1 + factor
        )[1]
        for factor in (0, 1e-15)
    )
    assert min(one.accuracy[-1], other.accuracy[-1]) > 0.8
    gap = np.abs(np.array(one.loss) - other.loss).max()
    return (
        "So far that one sees it in the plot of the loss."
        if gap > 0.01
        else "?"
    )


# --- chapter 7 ---


@functools.cache
def museum() -> dict:
    """The names of chapter 7, made by its own cells, without its pictures."""
    (path,) = (path for path in NOTEBOOKS if path.stem.startswith("07"))
    names = {"np": np, "finite_differences": finite_differences}
    names["compare_gradients"] = compare_gradients
    for cell in read_notebook(path).cells:
        first = cell.source.partition("(")[0]
        if cell.cell_type == "code" and first in (
            "def train_by_hand",
            "def softmax",
            "def softmax_twice",
            "RNG = np.random.default_rng",
        ):
            exec(cell.source, names)
    return names


@prediction("mask-lost")
def _():
    loss = museum()["train_by_hand"](POINTS, TARGETS, masked=False)
    right = museum()["train_by_hand"](POINTS, TARGETS, masked=True)
    fell = (loss[0] - loss[-1]) / (right[0] - right[-1])
    return (
        "It falls, much as with the right gradient." if 0.5 < fell < 2 else "?"
    )


def error_of_exp(h: float) -> float:
    return abs((np.exp(1 + h) - np.exp(1 - h)) / (2 * h) - np.e)


@prediction("smaller-h")
def _():
    worse = error_of_exp(1e-12) > 1000 * error_of_exp(1e-5)
    return "No, it is far worse." if worse else "?"


@prediction("tenth-of-h")
def _():
    return error_of_exp(1e-2) / error_of_exp(1e-3)


@prediction("lost-entry")
def _():
    right = np.ones(10_000)
    wrong = right * (np.arange(10_000) != 7)
    return np.linalg.norm(right - wrong) / np.linalg.norm(right)


@prediction("at-the-corner")
def _():
    relu, h = ReLU(), 1e-6
    below, above = relu.forward([[-h, h]])[0]
    return (above - below) / (2 * h)


@prediction("complex-abs")
def _():
    return np.imag(np.abs(-2 + 1e-20j)) / 1e-20


@prediction("past-all-eight")
def _():
    names, found = museum(), []
    labels = PREDICTIONS["past-all-eight"].matrix
    with np.errstate(all="ignore"):  # wrong networks may overflow
        for (row, column), name in np.ndenumerate(labels):
            exhibit = functools.partial(names["exhibit"], str(name))
            if all(fine(exhibit()) for fine in names["CHECKS"].values()):
                found.append((row, column))
    return found


# --- chapter 8 ---


@prediction("place-in-row")
def _():
    return np.arange(64).reshape(8, 8)[2, 3]


@prediction("first-loss-of-ten")
def _():
    inputs, targets = reading_digits.DATA[:2]
    return reading_digits.untrained().forward(inputs, targets)


prediction("held-out-line")(reading_digits.held_out_line)
prediction("eight-hardest")(reading_digits.eight_hardest)
prediction("corner-weights")(reading_digits.corner_weights)
prediction("strongest-pixel")(reading_digits.strongest_pixel)
prediction("uphill-tenth")(reading_digits.uphill_tenth)


# --- chapter 2 ---


def chosen(name: str, fits) -> str:
    """The only choice, without its backticks, for which fits(text) is true."""
    texts = [choice.text for choice in PREDICTIONS[name].choices]
    (found,) = (text for text in texts if fits(text.strip("`")))
    return found


def different(before, after) -> list[tuple[int, int]]:
    return list(zip(*np.nonzero(before != after), strict=True))


def dense_gradients(inputs=INPUTS, upstream=UPSTREAM):
    """What arrives at a dense layer and a ReLU, on the way back."""
    dense, relu = Dense(4, 3, rng=0), ReLU()
    dense.weights, dense.biases = WEIGHTS, BIASES.reshape(1, 3)
    relu.forward(dense.forward(inputs))
    dense.backward(relu.backward(upstream))
    return dense, relu


@prediction("array-index")
def _():
    return np.array([[1, 2, 3], [4, 5, 6]])[1, 0]


@prediction("row-meets-column")
def _():
    return np.array([1, -2, 3]) @ np.array([1, -1, 2])


@prediction("shortcut")
def _():
    def shortcut(dvalues):
        return WEIGHTS.T.sum(axis=0) * dvalues[0]

    ones, others = np.ones(3), np.array([1.0, 2.0, 3.0])
    right, factors = WEIGHTS @ others, {"double": 2, "six times": 6}

    def happens(text):
        if "do not change" in text:
            return np.array_equal(shortcut(others), shortcut(ones))
        if "as the numbers of the long way" in text:
            return np.allclose(shortcut(others), right)
        (factor,) = (factors[word] for word in factors if word in text)
        return np.allclose(shortcut(others), factor * shortcut(ones))

    return chosen("shortcut", happens)


@prediction("product-for-dinputs")
def _():
    names = {"dvalues": np.ones((5, 3)), "weights": np.ones((4, 3))}

    def fits(product):
        try:
            return eval(product, names).shape == (5, 4)
        except ValueError:
            return False

    return chosen("product-for-dinputs", fits)


@prediction("one-sample-moves")
def _():
    moved = UPSTREAM.copy()
    moved[1, 0] += 0.1
    return different(UPSTREAM @ WEIGHTS.T, moved @ WEIGHTS.T)


@prediction("one-weight")
def _():
    return (INPUTS.T @ UPSTREAM)[0, 1]


@prediction("over-what")
def _():
    ways = {
        "row.": UPSTREAM.sum(axis=1),
        "column.": UPSTREAM.sum(axis=0),
        "numbers.": UPSTREAM.sum(),
        "sample.": UPSTREAM[-1],
    }
    dense = Dense(4, 3, rng=0)
    dense.forward(INPUTS)
    dense.backward(UPSTREAM)

    def fits(text):
        way = ways[text.split()[-1]]
        return np.allclose(way, dense.dbiases)

    return chosen("over-what", fits)


@prediction("closed-gates")
def _():
    dense, relu = dense_gradients()
    asked = PREDICTIONS["closed-gates"].matrix
    shown = np.array([[float(entry) for entry in row] for row in asked])
    np.testing.assert_allclose(shown, dense.outputs, atol=5e-4)
    return different(relu.dinputs, UPSTREAM)


@prediction("whose-slope")
def _():
    def has_slope_a(text):
        expression = compile(text.removesuffix(" itself"), "choice", "eval")

        def slope(a, h=1e-5):
            high, low = (eval(expression, {"a": x}) for x in (a + h, a - h))
            return (high - low) / (2 * h)

        return all(abs(slope(a) - a) < 1e-6 for a in (0.7, 3.0, -2.0))

    return chosen(
        "whose-slope", lambda text: has_slope_a(text.replace("`", ""))
    )


@prediction("one-input-moves")
def _():
    moved = INPUTS.copy()
    moved[1, 0] += 0.01
    before, after = dense_gradients(), dense_gradients(moved)
    gates = [relu.outputs > 0 for _, relu in (before, after)]
    assert np.array_equal(*gates)
    return different(before[0].dweights, after[0].dweights)


@prediction("how-many-disagree")
def _():
    class Forgetful(Dense):
        def backward(self, dvalues):
            super().backward(dvalues)
            self.dbiases = dvalues.mean(axis=0, keepdims=True)
            return self.dinputs

    said = str(check_layer(Forgetful(4, 3, rng=0), INPUTS, rng=1))
    found, total = re.match(r"(\d+) of (\d+) gradients disagree", said).groups()
    assert total in PREDICTIONS["how-many-disagree"].text
    return int(found)


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
