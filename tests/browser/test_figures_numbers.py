"""The live figures: every number in the page equals NumPy's."""

import json
import math
import random

import numpy as np
import pytest

from nnfs_course import (
    CategoricalCrossEntropy,
    Dense,
    ReLU,
    Softmax,
    SoftmaxCrossEntropy,
    Value,
    trace,
)
from nnfs_course.figures.figure import HERE
from nnfs_course.graph import topological_order
from nnfs_course.page.bundle import bundle
from nnfs_course.value import sweep
from tests.figures.test_figures import FIGURES
from tests.pages import each_figure, move


def numbers(figure) -> dict:
    """{(kind, of, node): value} of all data-values; doubles must agree."""
    shown = figure.evaluate(
        """f => [...f.querySelectorAll("[data-value]")].map(
        e => [e.dataset.kind, e.dataset.of ?? "", e.dataset.node,
              e.dataset.value])"""
    )
    found = {}
    for kind, of, node, value in shown:
        key = (kind, of, node)
        assert found.setdefault(key, float(value)) == float(value), key
    return found


# --- what NumPy says ---


def of_arrays(kind, letter, array):
    return {
        (kind, "", f"{letter}[{','.join(map(str, i))}]"): float(v)
        for i, v in np.ndenumerate(array)
    }


def expect_neuron(v):
    dense, relu = Dense(3, 1, rng=0), ReLU()
    dense.weights = np.array([[v["w0"]], [v["w1"]], [v["w2"]]])
    dense.biases = np.array([[v["b"]]])
    z = dense.forward([[v["x0"], v["x1"], v["x2"]]])
    y = relu.forward(z)
    dense.backward(relu.backward([[1.0]]))
    found = {
        ("value", "", "z"): z[0, 0],
        ("value", "", "y"): y[0, 0],
        ("grad", "", "y"): 1.0,
        ("grad", "", "z"): relu.dinputs[0, 0],
        ("grad", "", "b"): dense.dbiases[0, 0],
    }
    for i in range(3):
        found["value", "", f"x{i}"] = v[f"x{i}"]
        found["value", "", f"w{i}"] = v[f"w{i}"]
        found["value", "", f"p{i}"] = v[f"x{i}"] * v[f"w{i}"]
        found["grad", "", f"p{i}"] = relu.dinputs[0, 0]
        found["grad", "", f"x{i}"] = dense.dinputs[0, i]
        found["grad", "", f"w{i}"] = dense.dweights[i, 0]
    found["value", "", "b"] = v["b"]
    return found


def expect_fork(v):
    a = v["a"]
    values = {"a": a, "3a": 3 * a, "a·a": a * a, "y": 3 * a + a * a}
    gradients = {"a": 3 + 2 * a, "3a": 1, "a·a": 1, "y": 1}
    return {("value", "", n): x for n, x in values.items()} | {
        ("grad", "", n): x for n, x in gradients.items()
    }


def expect_dense(v):
    def array(letter, *shape):
        return np.array(
            [v[f"{letter}[{','.join(map(str, i))}]"] for i in np.ndindex(shape)]
        ).reshape(shape)

    x, w, b = array("X", 3, 4), array("W", 4, 3), array("b", 3)
    g = array("G", 3, 3)
    dense, relu = Dense(4, 3, rng=0), ReLU()
    dense.weights, dense.biases = w, b.reshape(1, 3)
    z = dense.forward(x)
    a = relu.forward(z)
    dense.backward(relu.backward(g))
    found = {}
    for letter, value in (("X", x), ("W", w), ("b", b), ("Z", z), ("A", a)):
        found |= of_arrays("value", letter, value)
    for letter, value in (
        ("X", dense.dinputs),
        ("W", dense.dweights),
        ("b", dense.dbiases[0]),
        ("Z", relu.dinputs),
        ("A", g),
    ):
        found |= of_arrays("grad", letter, value)
    return found


def expect_row(v):
    p, share = v["p[0]"], v["share"]
    row = np.array([[p, (1 - p) * share, (1 - p) * (1 - share)]])
    loss = CategoricalCrossEntropy()
    return (
        {("value", "", "L"): loss.forward(row, [0])}
        | of_arrays("value", "p", row[0])
        | of_arrays("grad", "p", loss.backward()[0])
    )


def softmax_parts(v, letter, backward):
    """A softmax's row under this letter, its Jacobian, and the way back."""
    z = np.array([[v[f"z[{i}]"] for i in range(3)]])
    softmax = Softmax()
    s = softmax.forward(z)
    upstream = backward(z, s)
    found = {
        ("jacobian", f"{letter}[{i}]", f"z[{j}]"): entry
        for (i, j), entry in np.ndenumerate(softmax.jacobian()[0])
    }
    return (
        found
        | of_arrays("value", "z", z[0])
        | of_arrays("value", letter, s[0])
        | of_arrays("grad", letter, upstream[0])
        | of_arrays("grad", "z", softmax.backward(upstream)[0])
    )


def expect_fused(v):
    y = np.array([[v[f"y[{i}]"] for i in range(3)]])
    plain, fused = CategoricalCrossEntropy(), SoftmaxCrossEntropy()

    def backward(z, s):
        plain.forward(s, y)
        fused.forward(z, y)
        return plain.backward()

    found = softmax_parts(v, "p", backward)
    return (
        found
        | of_arrays("value", "y", y[0])
        | of_arrays("value", "short", fused.backward()[0])
    )


def expect_jacobian(v):
    upstream = np.array([[v[f"g[{i}]"] for i in range(3)]])
    return softmax_parts(v, "s", lambda z, s: upstream)


EXPECTED = {
    "one-neuron": expect_neuron,
    "fork": expect_fork,
    "dense-layer": expect_dense,
    "cross-entropy": expect_row,
    "softmax-jacobian": expect_jacobian,
    "fused-gradient": expect_fused,
}


def check_numbers(figure, name, values):
    expected = EXPECTED[name](values)
    shown = numbers(figure)
    assert len(shown) > 5
    for key, value in shown.items():
        assert math.isclose(
            value, expected[key], rel_tol=1e-9, abs_tol=1e-12
        ), (key, value, expected[key])


def start_values(name):
    return dict(FIGURES[name]().values)


@each_figure
def test_every_slider_anywhere_and_every_number_equals_numpy(show, name):
    page, figure = show(name)
    values = start_values(name)
    leaves = FIGURES[name]().spec["leaves"]
    check_numbers(figure, name, values)
    rng = random.Random(name)
    for round_ in range(3):
        for node in values:
            if node.startswith("y["):
                continue  # the true class is a choice, see below
            if name == "dense-layer":
                cell = node.replace("G", "A")
                kind = "grad" if node[0] == "G" else "value"
                figure.locator(
                    f'[data-kind={kind}][data-node="{cell}"]'
                ).evaluate("cell => cell.click()")
            low, high = leaves[node]["min"], leaves[node]["max"]
            # Round 0 goes to the ends, where mistakes like to sit.
            ends = [low, (low + high) / 2, high]
            value = rng.choice(ends) if round_ == 0 else rng.uniform(low, high)
            move(figure, node, value)
            values[node] = float(value)
        check_numbers(figure, name, values)
    assert page.errors == []
    assert page.elsewhere == []


def test_the_row_of_probabilities_adds_up_to_1_wherever_p_is_dragged(show):
    _, figure = show("cross-entropy")
    for p in (0.01, 0.35, 1):
        move(figure, "p[0]", p)
        shown = numbers(figure)
        row = [shown["value", "", f"p[{i}]"] for i in range(3)]
        assert row[0] == p
        assert math.isclose(sum(row), 1)


def test_only_what_the_loss_is_made_of_stands_in_the_sum(show):
    """p[0] also sets what is left for the others; no loss looks there."""
    _, figure = show("cross-entropy")
    assert figure.locator(".sentence").inner_text() == (
        "dL/dp[0] = dL/d(log p[0]) × slope of log = −1.00 × 1.43 = −1.43."
    )


@pytest.mark.parametrize("chosen", [0, 1, 2])
def test_every_true_class(show, chosen):
    name = "fused-gradient"
    _, figure = show(name)
    figure.get_by_label(str(chosen), exact=True).check()
    values = start_values(name)
    values |= {f"y[{i}]": float(i == chosen) for i in range(3)}
    check_numbers(figure, name, values)


# --- links ---


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("figure=one-neuron&w0=1.5&b=-2", {"w0": 1.5, "b": -2}),
        ("figure=one-neuron&w0=NaN", {}),
        ("figure=one-neuron&w0=1e999&b=2", {"b": 2}),
        ("figure=one-neuron&w0=-1e999", {}),
        ("figure=one-neuron&w0=99&x0=-99", {"w0": 5, "x0": -5}),
        ("figure=one-neuron&w0=", {}),
        ("figure=one-neuron&nope=3&__proto__=4&constructor=1", {}),
        ("figure=one-neuron&w0=<img src=x onerror=alert(1)>", {}),
        ("figure=one-neuron&<script>alert(1)</script>=1", {}),
        ("figure=fork&w0=3", {}),
        ("%E0%A4%A&figure=one-neuron&w0=2", {"w0": 2}),
        ("take-away", {}),
    ],
)
def test_a_link_is_clamped_or_ignored(show, link, expected):
    page, figure = show("one-neuron", link=link)
    alerts = []
    page.on("dialog", lambda dialog: alerts.append(dialog))
    check_numbers(figure, "one-neuron", start_values("one-neuron") | expected)
    assert alerts == []
    assert page.errors == []
    assert figure.locator("img, script").count() == 0


def test_a_copied_link_brings_the_numbers_back(show):
    page, figure = show("one-neuron")
    move(figure, "w1", 2.25)
    figure.get_by_role("button", name="Copy link").click()
    link = page.evaluate("location.hash")[1:]
    assert "w1=2.25" in link
    _, again = show("one-neuron", link=link)
    values = start_values("one-neuron") | {"w1": 2.25}
    check_numbers(again, "one-neuron", values)
    again.get_by_role("button", name="Reset").click()
    check_numbers(again, "one-neuron", start_values("one-neuron"))


# --- the mathematics in JavaScript ---


def random_trace(rng):
    """A Value from some twenty random operations, and its leaves."""
    made = [Value(rng.uniform(-2, 2), f"v{i}") for i in range(4)]
    for _ in range(rng.randint(5, 25)):
        a, b = rng.choice(made), rng.choice(made)
        made.append(
            rng.choice(
                [
                    lambda a, b: a + b,
                    lambda a, b: a - b,
                    lambda a, b: a * b,
                    lambda a, b: a / (b * b + 1),
                    lambda a, b: -a,
                    lambda a, b: (a * 0.1).exp(),
                    lambda a, b: (a * a + 0.5).log(),
                    lambda a, b: a.relu(),
                    lambda a, b: (a * a + 1) ** 0.5,
                    lambda a, b: a**2,
                    lambda a, b: a**0,
                ]
            )(a, b)
        )
        if abs(made[-1].data) > 1e6:
            made.pop()
    return made[-1]


def test_javascript_equals_python_on_1000_random_traces(browser):
    rng = random.Random(0)
    roots = [random_trace(rng) for _ in range(1000)]
    traces = [trace(root) for root in roots]
    page = browser.new_page()
    results = page.evaluate(
        """async ([code, traces]) => {
            const blob = new Blob([code], { type: "text/javascript" });
            const m = await import(URL.createObjectURL(blob));
            return traces.map((trace) => {
                const x = m.evaluate(trace);
                return [x, m.sweep(trace, x, trace.length - 1)];
            });
        }""",
        [bundle(HERE / "engine.js"), json.loads(json.dumps(traces))],
    )
    page.close()
    assert len(results) == 1000
    operations = set()
    for root, (values, gradients) in zip(roots, results, strict=True):
        order = topological_order(root)
        expected = sweep(order, 1.0)
        operations |= {node.op for node in order}
        for node, value, gradient in zip(order, values, gradients, strict=True):
            assert value == pytest.approx(node.data, rel=1e-12, abs=1e-300)
            assert gradient == pytest.approx(
                expected[node], rel=1e-9, abs=1e-12
            )
    assert operations == {"leaf", "add", "mul", "pow", "exp", "log", "relu"}
