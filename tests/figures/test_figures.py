"""The live figures, on the Python side."""

import gzip
import html
import json
import math

import numpy as np
import pytest
from moving_picture import FIRST, LATER, PICTURE, STEPS, moving_picture

from nnfs_course import (
    CategoricalCrossEntropy,
    Dense,
    ReLU,
    Softmax,
    SoftmaxCrossEntropy,
    Value,
    figures,
    trace,
)
from nnfs_course.figures.dense_layer import BIASES, INPUTS, WEIGHTS
from nnfs_course.figures.evaluate import evaluate
from nnfs_course.figures.first_look import curve_points
from tests.conftest import ROOT

FIGURES = {
    "one-neuron": figures.one_neuron,
    "fork": figures.fork,
    "dense-layer": figures.dense_layer,
    "cross-entropy": figures.cross_entropy,
    "softmax-jacobian": figures.softmax_jacobian,
    "fused-gradient": figures.fused_gradient,
}
each_figure = pytest.mark.parametrize("name", FIGURES)


# --- what every figure is ---


@each_figure
def test_a_figure_is_plain_data_and_its_own_name(name):
    figure = FIGURES[name]()
    assert figure.spec["name"] == name
    assert json.loads(json.dumps(figure.spec)) == figure.spec
    labels = [o["label"] for o in figure.spec["trace"] if o["label"]]
    for leaf in figure.spec["leaves"]:
        assert labels.count(leaf) == 1


@each_figure
def test_the_trace_at_its_start_gives_the_start_values(name):
    figure = FIGURES[name]()
    again = evaluate(figure.spec["trace"], figure.values)
    for operation in figure.spec["trace"]:
        if operation["label"] in figure.gradients:
            assert again[operation["label"]].data == operation["value"]


@each_figure
def test_without_javascript_a_table_shows_the_numbers(name):
    figure = FIGURES[name]()
    bundle, _ = figure._repr_mimebundle_()
    table = bundle["text/html"]
    for node, gradient in figure.gradients.items():
        row = f"<th scope='row'>{html.escape(node)}</th>"
        assert row in table
        assert f"<td>{gradient:+.4g}</td>" in table
    assert bundle["text/plain"] == f"Figure('{name}')"


def test_all_figures_stay_within_the_budget():
    kinds = (figures.Figure, figures.TrainingReplay, figures.GradientCheck)
    for part, limit in (("_esm", 30_000), ("_css", 6_000)):
        texts = {getattr(kind, part).encode() for kind in kinds}
        assert sum(len(gzip.compress(text)) for text in texts) <= limit


def test_forwards_only_says_nothing_of_gradients():
    figure = figures.one_neuron(gradients=False, w0=2)
    assert figure.values["w0"] == 2
    assert "gradient" not in figure.as_html()
    assert "<td>11</td></tr>" in figure.as_html()  # y, and no third column


def test_the_bias_reaches_past_the_corner():
    """z is 5 + b there, so it crosses 0 at b = -5."""
    figure = figures.one_neuron(b=-5)
    assert figure.gradients["b"] == 0
    assert figure.spec["leaves"]["b"]["min"] < -5


def test_the_first_look_is_a_valley_with_its_bottom_at_0():
    assert figures.first_look(w=3).gradients["w"] == 0
    assert figures.first_look().gradients["w"] == 2 * 2 * (2 * 0.5 - 6)
    assert min(y for _, y in curve_points()) == 0
    assert figures.first_look().state["predicting"]


def test_the_moving_picture_shows_the_figure_s_own_numbers():
    assert PICTURE.read_text(encoding="utf-8") == moving_picture()
    gradient = figures.first_look().gradients["w"]
    assert f">−{-gradient:g}</text>" in moving_picture()
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert str(PICTURE.relative_to(ROOT)) in readme
    assert f"the gradient of w is {gradient:g}:" in readme


def test_the_moving_picture_is_light_and_soon_at_rest():
    """What moves longer than five seconds would need a button to stop it."""
    assert FIRST + (STEPS - 1) * LATER < 5
    assert "infinite" not in moving_picture()
    assert "prefers-reduced-motion" in moving_picture()
    assert len(moving_picture()) < 16_000


# --- the same numbers as the layers ---


def test_one_neuron_equals_the_layers():
    figure = figures.one_neuron(x1=0.5, w0=1.5, b=-0.5)
    v, g = figure.values, figure.gradients
    dense, relu = Dense(3, 1, rng=0), ReLU()
    dense.weights = np.array([[v["w0"]], [v["w1"]], [v["w2"]]])
    dense.biases = np.array([[v["b"]]])
    relu.forward(dense.forward([[v["x0"], v["x1"], v["x2"]]]))
    dense.backward(relu.backward([[1.0]]))
    assert g["y"] == 1
    for i in range(3):
        assert g[f"x{i}"] == pytest.approx(dense.dinputs[0, i])
        assert g[f"w{i}"] == pytest.approx(dense.dweights[i, 0])
    assert g["b"] == pytest.approx(dense.dbiases[0, 0])


def test_the_dense_figure_equals_the_layers():
    upstream = np.random.default_rng(0).normal(size=(3, 3))
    g = figures.dense_layer(upstream).gradients
    dense, relu = Dense(4, 3, rng=0), ReLU()
    dense.weights, dense.biases = WEIGHTS, BIASES.reshape(1, 3)
    relu.forward(dense.forward(INPUTS))
    dense.backward(relu.backward(upstream))
    for letter, array in (
        ("X", dense.dinputs),
        ("W", dense.dweights),
        ("Z", relu.dinputs),
        ("A", upstream),
    ):
        for (i, j), value in np.ndenumerate(array):
            assert g[f"{letter}[{i},{j}]"] == pytest.approx(value)
    for k in range(3):
        assert g[f"b[{k}]"] == pytest.approx(dense.dbiases[0, k])


@pytest.mark.parametrize("p", [0.01, 0.7, 1.0])
def test_the_cross_entropy_figure_equals_the_loss_on_a_row_of_its_own(p):
    figure = figures.cross_entropy()
    figure.values = {"p[0]": p, "share": 0.2}
    shown = evaluate(figure.spec["trace"], figure.values)
    row = [shown[f"p[{i}]"].data for i in range(3)]
    assert sum(row) == pytest.approx(1)
    assert row[1] == pytest.approx(0.2 * (1 - p))
    loss = CategoricalCrossEntropy()
    assert shown["L"].data == pytest.approx(loss.forward([row], [0]))
    gradient = [figure.gradients[f"p[{i}]"] for i in range(3)]
    assert gradient == pytest.approx(list(loss.backward()[0]))
    assert figure.gradients["share"] == 0


def test_the_two_figures_with_softmax_equal_the_layers():
    z = np.array([[1.5, -0.5, 0.25]])
    figure = figures.fused_gradient()
    for i in range(3):
        figure.values[f"z[{i}]"] = z[0, i]
    g = figure.gradients
    softmax, loss = Softmax(), CategoricalCrossEntropy()
    loss.forward(softmax.forward(z), [0])
    fused = SoftmaxCrossEntropy()
    fused.forward(z, [0])
    for i in range(3):
        assert g[f"p[{i}]"] == pytest.approx(loss.backward()[0, i])
        assert g[f"z[{i}]"] == pytest.approx(fused.backward()[0, i])
    figure = figures.softmax_jacobian(upstream=[1, -2, 0.5])
    for i in range(3):
        figure.values[f"z[{i}]"] = z[0, i]
    expected = softmax.backward([[1, -2, 0.5]])
    for i in range(3):
        assert figure.gradients[f"z[{i}]"] == pytest.approx(expected[0, i])


def test_two_moves_close_all_gates_of_a_sample():
    """Chapter 2 tells its reader to make these two."""
    figure = figures.dense_layer()
    figure.values = {"X[1,0]": -10, "X[1,3]": -10}
    before = figure.gradients
    assert [before[f"Z[1,{k}]"] for k in range(3)] == [0, 0, 0]
    figure.values["X[1,0]"] = -9
    after = figure.gradients
    assert all(after[n] == before[n] for n in before if n[0] in "Wb")


# --- reading and setting ---


def test_values_can_be_set_one_by_one_together_and_at_the_start():
    figure = figures.one_neuron(w0=2)
    assert figure.values["w0"] == 2
    figure.values["b"] = -1.5
    figure.values = {"x0": 0, "x1": 4}
    values = dict(figure.values)
    assert values["w0"] == 2
    assert values["b"] == -1.5
    assert (values["x0"], values["x1"]) == (0, 4)
    assert len(figure.values) == 7


def test_setting_a_value_tells_the_browser():
    figure = figures.fork()
    seen = []
    figure.observe(lambda change: seen.append(change.new), "state")
    figure.values["a"] = 3
    assert seen[-1]["values"]["a"] == 3
    assert figure.gradients["a"] == 3 + 2 * 3


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"w9": 1}, "no slider 'w9'. It has: x0"),
        ({"w0": math.nan}, "must be a number, but got nan"),
        ({"w0": "1"}, "must be a number, but got '1'"),
        ({"w0": None}, "must be a number"),
        ({"w0": True}, "must be a number"),
        ({"w0": 5.5}, "between -5 and 5"),
        ({"w0": -math.inf}, "between -5 and 5"),
        ({"b": 1, "w0": 99}, "between -5 and 5"),
        ([1, 2], "must be a dict"),
    ],
)
def test_bad_values_are_refused_and_change_nothing(change, message):
    figure = figures.one_neuron()
    before = dict(figure.values)
    with pytest.raises(ValueError, match=message):
        figure.values = change
    assert dict(figure.values) == before


def test_bad_values_at_the_start_and_unknown_names():
    with pytest.raises(ValueError, match="no slider 'w7'"):
        figures.one_neuron(w7=1)
    with pytest.raises(ValueError, match="no slider 'nope'"):
        figures.fork().values["nope"]
    assert "nope" not in figures.fork().values
    assert figures.fork().values.get("nope") is None
    with pytest.raises(ValueError, match="not removed"):
        del figures.fork().values["a"]


@pytest.mark.parametrize(
    ("make", "upstream", "message"),
    [
        (figures.dense_layer, np.ones((3, 4)), r"\(3, 3\).* got \(3, 4\)"),
        (figures.dense_layer, [1, 2, 3], r"\(3, 3\).* got \(3,\)"),
        (figures.dense_layer, np.full((3, 3), np.nan), "must be a number"),
        (figures.dense_layer, np.full((3, 3), 11.0), "between -10 and 10"),
        (figures.dense_layer, [["a"] * 3] * 3, "must hold numbers"),
        (figures.softmax_jacobian, [1, 2], r"\(3,\).* got \(2,\)"),
        (figures.softmax_jacobian, [1, 2, math.nan], "must be a number"),
        (figures.softmax_jacobian, [1, 2, "x"], "must hold numbers"),
    ],
)
def test_bad_upstream_gradients(make, upstream, message):
    with pytest.raises(ValueError, match=message):
        make(upstream)


# --- evaluate ---


def test_every_primitive_is_evaluated_anew():
    a, b = Value(2, "a"), Value(3, "b")
    y = ((a * b + 1).log() + (a / b).exp() - b.relu() ** 2) * 5
    y.label = "y"
    again = evaluate(trace(y), {"a": 0.5})
    assert again["b"].data == 3
    expected = (math.log(0.5 * 3 + 1) + math.exp(0.5 / 3) - 9) * 5
    assert again["y"].data == pytest.approx(expected, rel=1e-15)
