"""Predictions: each answer is computed, none can be seen before it is made."""

import json
import re

import numpy as np
import pytest
from bs4 import BeautifulSoup

from nnfs_course import Dense, ReLU, Value, check_layer
from nnfs_course.figures.dense_layer import BIASES, INPUTS, UPSTREAM, WEIGHTS
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


def neuron(w2: float) -> float:
    x, w = (1.0, -2.0, 3.0), (-3.0, -1.0, w2)
    z = sum((Value(a) * Value(b) for a, b in zip(x, w, strict=True)), Value(1))
    return z.relu().data


@prediction("nudge-w2")
def _():
    return neuron(2.0 + 0.01) - neuron(2.0)


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
