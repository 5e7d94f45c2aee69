"""What chapter 2 asks for, computed."""

import re

import numpy as np

from nnfs_course import (
    Dense,
    ReLU,
    check_layer,
)
from nnfs_course.figures.dense_layer import BIASES, INPUTS, UPSTREAM, WEIGHTS
from nnfs_course.quizzes.contents import PREDICTIONS
from tests.quizzes.computed import ordering, prediction


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


@ordering("dense-relu-step")
def _():
    rng = np.random.default_rng(0)
    inputs, dvalues = rng.normal(size=(5, 3)), rng.normal(size=(5, 4))
    dense, relu, rate = Dense(3, 4, rng=rng), ReLU(), 0.1
    weights, biases = rng.normal(size=(3, 4)), rng.normal(size=(1, 4))
    dense.weights, dense.biases = weights, biases
    z = dense.forward(inputs)
    relu.forward(z)
    dense.backward(relu.backward(dvalues))
    given = {"inputs": inputs, "dvalues": dvalues, "z": z, "rate": rate}
    results = {
        "dinputs": dense.dinputs,
        "dweights": dense.dweights,
        "dbiases": dense.dbiases,
        "weights": weights - rate * dense.dweights,
        "biases": biases - rate * dense.dbiases,
    }
    return {**given, "weights": weights, "biases": biases}, results
