"""The live figures in the built book: from disk, with the network cut."""

import json
import math
import random

import numpy as np
import pytest
from axe_playwright_python.sync_playwright import Axe

from nnfs_course import (
    CategoricalCrossEntropy,
    Dense,
    ReLU,
    Softmax,
    SoftmaxCrossEntropy,
    Value,
    trace,
)
from nnfs_course.figures.widget import HERE
from nnfs_course.value import sweep, topological_order
from tests.test_pages_in_browser import open_page

PAGES = {
    "one-neuron": "chapters/01-one-neuron.html",
    "fork": "chapters/01-one-neuron.html",
    "dense-layer": "chapters/02-a-layer-of-neurons.html",
    "cross-entropy": "chapters/03-cross-entropy.html",
    "softmax-jacobian": "chapters/04-softmax-jacobian.html",
    "fused-gradient": "chapters/05-fused-gradient.html",
}
each_figure = pytest.mark.parametrize("name", PAGES)


@pytest.fixture
def show(browser, book):
    """Open the page of a figure; give the page and the figure."""
    contexts = []

    def open_figure(name, mode="light", width=1280, link=""):
        place = PAGES[name] + (link and f"#{link}")
        page = open_page(browser, book, place, mode)
        contexts.append(page.context)
        page.set_viewport_size({"width": width, "height": 900})
        figure = page.locator(f'[data-figure="{name}"][data-ready="true"]')
        figure.wait_for()
        return page, figure

    yield open_figure
    for context in contexts:
        context.close()


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


def move(figure, node, value):
    """Move a slider as a hand does: set it, and fire its event."""
    figure.locator(f'input[type=range][data-node="{node}"]').evaluate(
        """(input, value) => {
            input.value = value;
            input.dispatchEvent(new Event("input", { bubbles: true }));
        }""",
        str(value),
    )


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
    dense.backward(relu.backward([[v["upstream"]]]))
    found = {
        ("value", "", "z"): z[0, 0],
        ("value", "", "y"): y[0, 0],
        ("grad", "", "y"): v["upstream"],
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


def softmax_parts(v, upstream):
    z = np.array([[v[f"z[{i}]"] for i in range(3)]])
    softmax = Softmax()
    s = softmax.forward(z)
    found = of_arrays("value", "z", z[0]) | of_arrays("value", "s", s[0])
    jacobian = softmax.jacobian()[0]
    for i, j in np.ndindex(3, 3):
        found["jacobian", f"s[{i}]", f"z[{j}]"] = jacobian[i, j]
    if upstream is None:
        y = np.array([[v[f"y[{i}]"] for i in range(3)]])
        plain, fused = CategoricalCrossEntropy(), SoftmaxCrossEntropy()
        found["value", "", "L"] = plain.forward(s, y)
        upstream = plain.backward()
        fused.forward(z, y)
        found |= of_arrays("value", "y", y[0])
        found |= of_arrays("value", "short", fused.backward()[0])
        np.testing.assert_allclose(
            softmax.backward(upstream), fused.backward(), atol=1e-12
        )
    found |= of_arrays("grad", "s", upstream[0])
    return found | of_arrays("grad", "z", softmax.backward(upstream)[0])


def expect_classes(v):
    return softmax_parts(v, None)


def expect_jacobian(v):
    return softmax_parts(v, np.array([[v[f"g[{i}]"] for i in range(3)]]))


EXPECTED = {
    "one-neuron": expect_neuron,
    "fork": expect_fork,
    "dense-layer": expect_dense,
    "cross-entropy": expect_classes,
    "softmax-jacobian": expect_jacobian,
    "fused-gradient": expect_classes,
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
    from tests.test_figures import FIGURES

    return dict(FIGURES[name]().values)


@each_figure
def test_every_slider_anywhere_and_every_number_equals_numpy(show, name):
    page, figure = show(name)
    values = start_values(name)
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
            limit = 10 if name == "dense-layer" else 5
            # Round 0 goes to the ends, where mistakes like to sit.
            ends = [-limit, 0, limit]
            value = (
                rng.choice(ends) if round_ == 0 else rng.uniform(-limit, limit)
            )
            move(figure, node, value)
            values[node] = float(value)
        check_numbers(figure, name, values)
    assert page.errors == []
    assert page.elsewhere == []


@pytest.mark.parametrize("name", ["cross-entropy", "fused-gradient"])
@pytest.mark.parametrize("chosen", [0, 1, 2])
def test_every_true_class(show, name, chosen):
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
        [(HERE / "figure.js").read_text(), json.loads(json.dumps(traces))],
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


# --- stepping, explaining, predicting ---


def sentence(figure):
    return figure.locator(".sentence").inner_text()


def test_the_backward_pass_step_by_step(show):
    _, figure = show("one-neuron")
    step = figure.get_by_role("button", name="Next")
    step.click()
    assert sentence(figure) == "The backward pass starts here: dL/dy = +1.00."
    grad = figure.locator('svg.wide [data-kind=grad][data-node="z"]')
    assert grad.inner_html() == "?"
    step.click()
    assert sentence(figure).startswith("Step 1 of 11. y hands to z")
    assert grad.inner_html() == "+1.00"
    for _ in range(20):
        step.click()
    assert "Step 11 of 11" in sentence(figure)
    figure.get_by_role("button", name="Back").click()
    assert "Step 10 of 11" in sentence(figure)
    figure.get_by_role("button", name="Show all").click()
    assert "dL/dw0 = " in sentence(figure)


def test_at_a_fork_the_gradients_arrive_and_add_up(show):
    _, figure = show("fork")
    for _ in range(6):
        figure.get_by_role("button", name="Next").click()
    text = sentence(figure)
    assert "What has arrived adds up: " in text
    assert text.endswith("= +7.00.")


def test_a_selected_gradient_is_taken_apart_and_its_sources_light_up(show):
    _, figure = show("dense-layer")
    figure.locator('[data-kind=grad][data-node="W[0,1]"]').click()
    assert sentence(figure) == (
        "dL/dW[0,1] = dL/dZ[0,1] × X[0,0] + dL/dZ[1,1] × X[1,0] + "
        "dL/dZ[2,1] × X[2,0] = +1.00 × 1.00 + 0.00 × 2.00 + "
        "+3.00 × (−1.50) = −3.50."
    )
    lit = figure.locator('[data-mark="lit"]').evaluate_all(
        "cells => cells.map(c => `${c.dataset.kind} ${c.dataset.node}`)"
    )
    sources = {f"value X[{n},0]" for n in range(3)}
    sources |= {f"grad Z[{n},1]" for n in range(3)}
    assert sources <= set(lit)


def test_a_dead_relu_is_seen(show):
    _, figure = show("one-neuron")
    move(figure, "b", -5)
    move(figure, "x2", 0)
    zeros = figure.locator('svg.wide [data-kind=grad][data-sign="zero"]')
    assert zeros.count() == 11  # all but y
    figure.locator("svg.wide .node").get_by_text("z", exact=True).click()
    assert "The gate is closed here" in sentence(figure)


def test_the_nudge_probe_compares_the_move_with_the_prediction(show):
    _, figure = show("one-neuron")
    move(figure, "w2", 1)
    assert figure.locator(".probe").inner_text() == (
        "Nudge w2 by 0.01: L moves by +0.0300; the gradient predicted +0.0300."
    )


def test_the_diagonal_alone_and_its_error(show):
    _, figure = show("softmax-jacobian")
    figure.get_by_label("diagonal only").check()
    assert "instead of 0. The largest error is" in sentence(figure)
    assert figure.locator('[data-dropped="true"]').count() == 6
    figure.get_by_label("diagonal only").uncheck()
    assert figure.locator('[data-dropped="true"]').count() == 0


@each_figure
def test_predicting_hides_the_gradients_until_both_answers_are_given(
    show, name
):
    _, figure = show(name)
    figure.get_by_role("button", name="Predict first").click()
    hidden = figure.locator("[data-kind=grad]").all_text_contents()
    assert set(hidden) == {"?"}
    assert "?" in figure.locator(".slider .grad").first.inner_text() or (
        name == "dense-layer"
    )
    question = figure.locator(".prediction")
    for _ in range(2):  # the sign, then the size
        question.locator("button").first.click()
        reply = question.locator(".reply").inner_text()
        assert reply.startswith(("Right.", "Not so."))
        assert "d" in reply  # and why
        question.get_by_role("button", name="go on").or_(
            question.get_by_role("button", name="Go on")
        ).click()
    assert question.is_hidden()
    shown = figure.locator("[data-kind=grad]").all_text_contents()
    assert "?" not in shown


def test_playing_stops_at_the_end_and_jumps_with_reduced_motion(show):
    page, figure = show("fork")
    page.emulate_media(reduced_motion="reduce")
    figure.get_by_role("button", name="Play").click()
    assert "Step 5 of 5" in sentence(figure)
    page.emulate_media(reduced_motion="no-preference")
    figure.get_by_role("button", name="Play").click()
    figure.get_by_role("button", name="Pause").wait_for()
    figure.get_by_role("button", name="Play").wait_for(timeout=10_000)
    assert "Step 5 of 5" in sentence(figure)


# --- keyboard, screen reader, zoom, paper ---


@each_figure
def test_the_keyboard_alone_reaches_and_moves_everything(show, name):
    page, figure = show(name)
    figure.evaluate(
        """f => { f.tabIndex = -1; f.focus(); f.removeAttribute("tabindex") }"""
    )
    reached, moved = set(), 0
    for _ in range(80):
        page.keyboard.press("Tab")
        inside = figure.evaluate(
            "f => f.contains(document.activeElement) && "
            "document.activeElement !== f"
        )
        if not inside:
            break
        here = page.evaluate(
            """() => { const e = document.activeElement;
            return [e.type ?? e.tagName, e.dataset.node ?? "",
                    e.className?.baseVal ?? e.className, e.value ?? ""] }"""
        )
        reached.add((here[0], here[1] or here[2]))
        if here[0] == "range" and here[1]:
            page.keyboard.press("ArrowRight")
            after = page.evaluate("document.activeElement.value")
            assert float(after) > float(here[3])
            moved += 1
    assert not inside, "the keyboard is trapped"
    kinds = [kind for kind, _ in reached]
    assert "range" in kinds
    assert "number" in kinds
    assert moved == figure.locator(".slider input[type=range]").count()
    assert figure.locator("button:visible").count() > 5


def test_arrow_keys_move_inside_a_matrix_and_enter_selects(show):
    page, figure = show("dense-layer")
    figure.locator('[data-kind=grad][data-node="W[0,0]"]').focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert sentence(figure).startswith("dL/dW[1,1] = ")


def test_enter_selects_a_node_of_a_graph(show):
    page, figure = show("one-neuron")
    figure.locator("svg.wide .node").first.focus()
    page.keyboard.press("Enter")
    assert sentence(figure).startswith("dL/dx0 = ")


def test_a_slider_says_its_value_and_its_gradient(show):
    _, figure = show("one-neuron")
    slider = figure.get_by_label("w1", exact=True)
    assert slider.get_attribute("aria-valuetext") == (
        "w1 = −1.00, gradient −2.00"
    )
    assert figure.locator("[aria-live=polite] .sentence").count() == 1


@each_figure
@pytest.mark.parametrize(("mode", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing_in_any_state(show, name, mode, width):
    page, figure = show(name, mode, width)
    selector = f'[data-figure="{name}"]'

    def check(state):
        options = {"preload": False, "resultTypes": ["violations"]}
        report = Axe().run(page, context=selector, options=options)
        assert report.violations_count == 0, (state, report.generate_report())
        overflow = page.evaluate(
            "document.documentElement.scrollWidth - window.innerWidth"
        )
        assert overflow <= 0, state

    check("at rest")
    figure.get_by_role("button", name="Next").click()
    figure.get_by_role("button", name="Next").click()
    check("in the middle of the backward pass")
    figure.get_by_role("button", name="Predict first").click()
    check("a question")
    figure.locator(".prediction button").first.click()
    check("an answer")
    figure.get_by_role("button", name="Reset").click()
    figure.get_by_role("button", name="Copy link").click()
    check("a link")


@each_figure
def test_at_200_percent_zoom_nothing_is_cut(show, name):
    page, figure = show(name, width=640)  # 1280 at 200 %
    cut = figure.evaluate(
        """f => [...f.querySelectorAll("*")].filter((e) => {
            const box = e.getBoundingClientRect();
            return box.width && box.right > innerWidth + 1;
        }).length"""
    )
    assert cut == 0
    assert page.evaluate(
        "document.documentElement.scrollWidth <= window.innerWidth"
    )


def test_a_page_holds_the_module_once(book):
    for page in set(PAGES.values()):
        html = (book / page).read_text()
        assert html.count("const PRIMITIVES") == 1


def test_the_page_without_figures_loads_no_module(book):
    html = (book / "chapters/reference/notation.html").read_text()
    assert "const PRIMITIVES" not in html


def test_in_print_controls_give_way_to_the_numbers(show):
    page, figure = show("one-neuron")
    page.emulate_media(media="print")
    assert figure.locator(".controls").is_hidden()
    assert figure.locator(".sentence").is_visible()
