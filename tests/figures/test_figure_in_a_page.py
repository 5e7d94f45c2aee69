"""A figure in a page: what is selected, what is hidden, what a hand does."""

import re

import numpy as np
import pytest

from nnfs_course import Softmax, Value, figures, trace
from nnfs_course.figures.figure import HERE, Figure
from nnfs_course.page.bundle import bundle
from nnfs_course.value import sweep, topological_order
from tests.figures.test_figures import FIGURES
from tests.pages import each_figure, move


@pytest.fixture
def call(browser):
    """Evaluate an expression of a file's module m, and the arguments a.

    m has what the file exports, and the engine.
    """
    page = browser.new_page()

    def evaluate(file, expression, *arguments):
        modules = [bundle(HERE / "engine.js"), bundle(HERE / file)]
        return page.evaluate(
            """async ([modules, a]) => {
                const m = {};
                for (const code of modules) {
                    const blob = new Blob([code], { type: "text/javascript" });
                    Object.assign(m, await import(URL.createObjectURL(blob)));
                }
                return EXPRESSION;
            }""".replace("EXPRESSION", expression),
            [modules, arguments],
        )

    yield evaluate
    page.close()


def sentence(figure):
    return figure.locator(".sentence").inner_text()


def probe(figure):
    return figure.locator(".probe").inner_text()


def press(figure, name):
    figure.get_by_role("button", name=name).click()


def number(figure, kind, node):
    place = figure.locator(f'[data-kind={kind}][data-node="{node}"]').first
    return float(place.get_attribute("data-value"))


# --- one selection ---


def test_a_slider_that_moves_selects_its_number(show):
    _, figure = show(figures.one_neuron())
    move(figure, "b", 2)
    assert sentence(figure) == "dy/db = dy/dz × 1.00 = +1.00 × 1.00 = +1.00."
    assert probe(figure).startswith("Nudge b by 0.01")
    chosen = figure.locator('.wide [aria-pressed="true"]')
    assert chosen.get_attribute("aria-label").startswith("b = 2.00")


def test_a_slider_for_an_upstream_gradient_selects_that_gradient(show):
    _, figure = show(figures.softmax_jacobian())
    move(figure, "g[1]", 3)
    assert sentence(figure).startswith("dL/ds[1] = ")
    assert probe(figure) == (
        "Nudge s[1] by 0.01: L moves by +0.0300; the gradient predicted "
        "+0.0300."
    )


@pytest.mark.parametrize(
    ("kind", "node", "slider"),
    [
        ("value", "X[1,0]", "X[1,0]"),
        ("grad", "X[1,0]", "X[1,0]"),
        ("grad", "A[2,1]", "G[2,1]"),
        ("value", "Z[0,1]", None),  # computed: nothing moves it but others
    ],
)
def test_formula_mark_nudge_and_slider_are_of_one_number(
    show, kind, node, slider
):
    _, figure = show(figures.dense_layer())
    figure.locator(f'[data-kind={kind}][data-node="{node}"]').click()
    assert sentence(figure).startswith(f"dL/d{node} = ")
    assert probe(figure).startswith(f"Nudge {node} by 0.01: L moves by ")
    moved, predicted = re.findall(r"[+−]?\d\.\d{4}", probe(figure))
    assert moved == predicted
    marked = figure.locator('[data-mark="chosen"]').evaluate_all(
        "cells => cells.map(cell => cell.dataset.node)"
    )
    assert set(marked) == {node}
    sliders = figure.locator(".slider:visible input[type=range]")
    shown = sliders.evaluate_all("all => all.map(it => it.dataset.node)")
    assert shown == ([slider] if slider else [])


def test_selecting_while_it_plays_ends_the_playing(show):
    page, figure = show(figures.one_neuron())
    page.clock.install()
    press(figure, "Play")
    page.clock.run_for(1500)
    assert sentence(figure).startswith("Step 2 of 11")
    figure.locator(".wide .node").first.click()
    assert sentence(figure).startswith("dy/dx0 = ")
    page.clock.run_for(5000)
    assert sentence(figure).startswith("dy/dx0 = ")
    assert figure.get_by_role("button", name="Play").count() == 1


# --- nothing gives a hidden gradient away ---

# Numbers that stand nowhere else in the figure. A gradient to be predicted
# must not be one of the values, and the true class is 1.
UNLIKE = {
    "one-neuron": ({"x1": 1.3719}, "w1"),
    "fork": ({"a": 1.8317}, "a"),
    "dense-layer": ({"X[0,0]": 1.7731, "X[2,0]": -1.2217}, "W[0,1]"),
    "cross-entropy": ({"p[0]": 0.43, "share": 0.27}, "p[0]"),
    "softmax-jacobian": ({"z[1]": 0.71, "g[0]": 1.9}, "z[0]"),
    "fused-gradient": ({"z[1]": 0.71, "y[0]": 0, "y[1]": 1}, "z[1]"),
}


def made(name):
    """A figure with such numbers, the node to predict, and its gradient."""
    values, node = UNLIKE[name]
    figure = FIGURES[name]()
    figure.values = values
    # as the figure begins, so that Predict first asks about this node
    figure.state = {**figure.state, "selected": node}
    return figure, node, figure.gradients[node]


def spellings(gradient):
    """How a page could write a number, without its sign."""
    size = abs(gradient)
    return {f"{size:.2f}", f"{0.01 * size:.4f}", repr(size)[:7]}


def secrets(figure, gradient):
    """Spellings that no value has: in the lone neuron, dy/dw1 is x1."""
    sizes = [abs(value) for value in figure.values.values()]
    seen = {f"{size:.2f}" for size in sizes} | {repr(s)[:7] for s in sizes}
    return spellings(gradient) - seen


def written(figure):
    """All text and all attributes, but for the answers to choose from."""
    return figure.evaluate(
        """figure => {
            const copy = figure.cloneNode(true);
            copy.querySelector(".prediction").replaceChildren();
            return copy.outerHTML;
        }"""
    )


@each_figure
def test_a_gradient_to_predict_stands_nowhere(show, name):
    made_here, node, gradient = made(name)
    _, figure = show(made_here)
    secret = secrets(made_here, gradient)
    html = written(figure)
    assert secret  # at rest, all of them are found
    assert all(spelling in html for spelling in secret)
    press(figure, "Predict first")
    assert node in figure.locator(".prediction p").first.inner_text()
    for part in ("sign", "size"):
        html = written(figure)
        assert [s for s in secret if s in html] == [], part
        assert figure.locator('[data-kind=grad][data-sign=""]').count() > 0
        assert figure.locator("[data-kind=grad][data-value]").count() == 0
        assert figure.locator("[data-kind=jacobian][data-value]").count() == 0
        if part == "sign":
            figure.locator(".prediction button").first.click()
            figure.locator(".prediction button").last.click()


def test_the_tangent_waits_for_the_prediction(show):
    _, figure = show(figures.cross_entropy())
    ends = """line => [line.getAttribute("x1") - line.getAttribute("x2"),
                       line.getAttribute("y1") - line.getAttribute("y2")]"""
    assert figure.locator(".tangent").evaluate(ends)[0] != 0
    press(figure, "Predict first")
    assert figure.locator(".tangent").evaluate(ends) == [0, 0]
    label = figure.get_by_role("img").get_attribute("aria-label")
    assert label.endswith("the slope hidden")


@each_figure
def test_a_gradient_of_a_later_step_stands_nowhere(show, name):
    made_here, _, gradient = made(name)
    _, figure = show(made_here)
    secret = secrets(made_here, gradient)
    press(figure, "Next")
    html = written(figure)
    assert [s for s in secret if s in html] == []
    assert probe(figure) == ""
    press(figure, "Show all")
    html = written(figure)
    assert secret
    assert all(spelling in html for spelling in secret)


def test_the_answers_to_choose_from_follow_the_sliders(show):
    _, figure = show(figures.fork())
    press(figure, "Predict first")
    figure.locator(".prediction button").first.click()
    figure.locator(".prediction button").last.click()
    move(figure, "a", -4)  # the gradient was 3 + 2a = 7, and now is -5
    answers = figure.locator(".prediction button")
    assert sorted(answers.all_inner_texts()) == ["−10.00", "−4.00", "−5.00"]
    answers.get_by_text("−5.00", exact=True).click()
    reply = figure.locator(".reply").inner_text()
    assert reply.startswith("Right. dy/da = ")
    assert reply.endswith("= −5.00.")
    move(figure, "a", 1)  # an answer about other numbers goes
    assert figure.locator(".reply").inner_text() == ""


def test_who_wants_to_see_it_can_end_the_question(show):
    _, figure = show(figures.fork())
    press(figure, "Predict first")
    assert figure.get_by_role("button", name="Next").is_disabled()
    press(figure, "Show all")
    assert figure.locator(".prediction").is_hidden()
    assert sentence(figure).startswith("dy/da = ")


# --- the classic mistake of softmax ---


def test_the_diagonal_alone_is_meant_everywhere(show):
    upstream = np.array([0.5, -1.25, 2.0])
    made_here = figures.softmax_jacobian(upstream)
    _, figure = show(made_here)
    logits = np.array([[made_here.values[f"z[{i}]"] for i in range(3)]])
    s = Softmax().forward(logits)[0]
    figure.get_by_label("diagonal only").check()
    alone = s * (1 - s) * upstream
    for i in range(3):
        assert number(figure, "grad", f"z[{i}]") == pytest.approx(alone[i])
    sums = figure.locator(".jacobian .sum").all_inner_texts()
    diagonal = [f"{entry:.2f}" for entry in s * (1 - s)]
    assert sums == [*diagonal, *diagonal, "Σ"]
    total = f"{alone.sum():+.2f}".replace("-", "−")
    assert sentence(figure).startswith(
        f"dL/dz[0] = dL/ds[0] × ds[0]/dz[0] = +0.50 × {diagonal[0]} = "
    )
    assert f"add up to {total} instead of 0." in sentence(figure)
    press(figure, "Reset")
    assert not figure.get_by_label("diagonal only").is_checked()
    assert figure.locator('[data-dropped="true"]').count() == 0
    assert number(figure, "grad", "z[0]") != pytest.approx(alone[0])


# --- rounding noise ---


def test_what_cancels_is_drawn_as_0(show):
    _, figure = show(figures.softmax_jacobian([0.1, 0.1, 0.1]))
    for i in range(3):
        cell = figure.locator(f'[data-kind=grad][data-node="z[{i}]"]')
        assert cell.inner_text() == "0.00"
        assert cell.get_attribute("data-sign") == "zero"


def test_noise_is_small_beside_what_was_added_and_not_small_alone(call):
    a, b = Value(0.1, "a"), Value(1e-17, "b")
    noise, tiny = a + 0.2 - 0.3, b * 1
    assert noise.data == pytest.approx(5.6e-17, rel=0.1)
    again = noise * 3  # noise that is multiplied is still noise
    for root, expected in ((noise, 0), (again, 0), (tiny, 1e-17)):
        code = "m.settledValues(a[0], m.evaluate(a[0])).at(-1)"
        assert call("rounding.js", code, trace(root)) == expected
    x, y = Value(3e-9), Value(2e-9)
    for root, expected in ((x * y, [2e-9, 3e-9, 1]), (a * 0.3 - 0.3 * a, 0)):
        code = "m.settledGradients(a[0], m.evaluate(a[0]), a[0].length - 1)"
        found = call("rounding.js", code, trace(root))
        if expected:
            assert found == expected
        else:
            assert found[0] == 0


# --- where there is no number ---


EDGES = [0.0, -0.0, 1.0, -1.0, 0.5, -2.0, 1e-320, 1e308, 710.0]
EDGES += [np.inf, -np.inf, np.nan]
EDGE_CASES = {
    "exp": lambda a: a.exp(),
    "log": lambda a: a.log(),
    "relu": lambda a: a.relu(),
    "root times 0": lambda a: a**0.5 * 0,
    "square of a root": lambda a: (a**0.5) ** 2,
    "root of a gate": lambda a: a.relu() ** 0.5,
    "0 times a logarithm": lambda a: 0 * a.log(),
    "difference to itself": lambda a: a - a,
    "quotient": lambda a: 1 / a,
    "to the power 0": lambda a: a**0,
    "to the power 0.5": lambda a: a**0.5,
    "to the power -0.5": lambda a: a**-0.5,
    "to the power 1": lambda a: a**1,
    "to the power -1": lambda a: a**-1,
    "to the power 3": lambda a: a**3,
    "to the power inf": lambda a: a**np.inf,
    "to the power -inf": lambda a: a**-np.inf,
}


@pytest.mark.parametrize("case", EDGE_CASES)
def test_javascript_equals_python_at_every_edge(call, case):
    operations = trace(EDGE_CASES[case](Value(2.0, "a")))
    code = """a[1].map((number) => {
        const x = m.evaluate(a[0], { a: number });
        return [x, m.sweep(a[0], x, x.length - 1)];
    })"""
    results = call("engine.js", code, operations, EDGES)
    for edge, (values, gradients) in zip(EDGES, results, strict=True):
        try:
            root = EDGE_CASES[case](Value(edge, "a"))
        except ValueError:  # Python refuses to compute it
            assert np.isnan(values[-1]), edge
            continue
        order = topological_order(root)
        expected = sweep(order, 1.0)
        for node, value, gradient in zip(order, values, gradients, strict=True):
            near = {"rel": 1e-9, "abs": 0, "nan_ok": True}
            assert value == pytest.approx(node.data, **near), edge
            assert gradient == pytest.approx(expected[node], **near), edge


def test_what_the_root_is_not_made_of_has_gradient_0(call):
    a = Value(0.0, "a")
    doubled, beside = a * 2, a**0.5
    operations = trace(beside, doubled)  # the root last, a steep slope before
    code = "m.sweep(a[0], m.evaluate(a[0]), a[0].length - 1)"
    gradients = call("engine.js", code, operations)
    assert gradients[0] == 2
    assert gradients[1] == 0


def test_where_python_refuses_the_page_shows_no_number(show):
    a = Value(4.0, "a")
    y = a**0.5 * 0
    y.label = "y"
    made_here = Figure(
        {
            "name": "root",
            "title": "A root",
            "hint": "",
            "trace": trace(y),
            "root": "y",
            "leaves": {"a": {"min": 0, "max": 5, "value": 4.0}},
            "sliders": ["a"],
            "selected": "a",
            "predict": "a",
            "scale": 1,
            "rows": [
                {"items": [{"title": "da", "kind": "grad", "cells": [["a"]]}]}
            ],
        }
    )
    _, figure = show(made_here)
    cell = figure.locator(".cell")
    assert cell.inner_text() == "0.00"
    move(figure, "a", 0)
    made_here.values["a"] = 0
    with pytest.raises(ValueError, match="gradient is NaN"):
        made_here.gradients  # noqa: B018
    assert cell.inner_text() == "–"
    assert sentence(figure).startswith("Here there is no gradient: ")
    assert probe(figure) == ""
    assert figure.get_by_role("button", name="Predict first").is_disabled()


# --- a hand at the page ---


def test_each_move_paints_once(show):
    """Each paint sets whether a radio button is on: count how often."""
    _, figure = show(figures.fused_gradient())
    figure.get_by_role("radio").first.evaluate(
        """radio => {
            window.paints = 0;
            Object.defineProperty(radio, "checked", {
                get: () => true,
                set: () => { window.paints += 1; },
            });
        }"""
    )
    slider = figure.locator('input[type=range][data-node="z[0]"]')
    paints = slider.evaluate(
        """slider => [1, 2, 3].map((value) => {
            window.paints = 0;
            slider.value = value;
            slider.dispatchEvent(new Event("input", { bubbles: true }));
            return window.paints;
        })"""
    )
    assert paints == [1, 1, 1]


def test_a_link_is_obeyed_while_the_page_is_open(show):
    page, figure = show(figures.one_neuron())
    place = figure.locator('.wide [data-kind=value][data-node="w0"]')

    def follow(link, expected):
        page.evaluate("link => (location.hash = link)", link)
        page.wait_for_function(
            "([place, value]) => place.dataset.value === value",
            arg=[place.element_handle(), str(expected)],
        )

    follow("figure=one-neuron&w0=2&b=3", 2)
    follow("figure=one-neuron&w0=99", 5)
    assert (
        number(figure, "value", "b") == 1
    )  # what it leaves out is as at first
    page.evaluate("location.hash = 'figure=fork&w0=1'")
    page.evaluate("location.hash = 'somewhere'")
    page.wait_for_timeout(100)
    assert number(figure, "value", "w0") == 5
    page.evaluate("history.go(-3)")
    page.wait_for_function(
        "place => place.dataset.value === '2'", arg=place.element_handle()
    )


def test_a_number_box_shows_what_became_of_what_was_typed(show):
    page, figure = show(figures.one_neuron())
    box = figure.locator('input[type=number][data-node="w0"]')
    box.fill("99")
    assert box.input_value() == "99"  # nobody interferes with typing
    assert number(figure, "value", "w0") == -3
    box.press("Enter")
    assert box.input_value() == "5"
    assert number(figure, "value", "w0") == 5
    box.fill("99")  # and the same again, which changes nothing
    box.press("Enter")
    assert box.input_value() == "5"
    box.fill("")
    box.press("Tab")
    assert box.input_value() == "5"
    assert number(figure, "value", "w0") == 5
    box.fill("1.23456789")
    box.press("Tab")
    assert box.input_value() == "1.2346"
    assert number(figure, "value", "w0") == 1.23456789
    assert page.errors == []


def test_reset_leads_back_to_the_numbers_that_it_was_made_with(show):
    _, figure = show(figures.one_neuron(w0=2))
    move(figure, "w0", 4)
    press(figure, "Reset")
    assert number(figure, "value", "w0") == 2


def test_a_gate_that_turns_under_the_nudge_is_said(show):
    _, figure = show(figures.one_neuron())
    move(figure, "b", -5)  # z is exactly 0
    assert probe(figure) == (
        "Nudge b by 0.01: y moves by +0.0100; the gradient predicted 0.0000. "
        "On the way a gate turned, which no gradient can see."
    )


def test_stepping_begins_with_what_arrives(show):
    _, figure = show(figures.dense_layer())
    press(figure, "Next")
    assert sentence(figure) == (
        "The backward pass starts here: dA arrives, one number for each output."
    )
    assert number(figure, "grad", "A[1,1]") == -1
    hidden = figure.locator('[data-kind=grad][data-node^="Z"]')
    assert set(hidden.all_inner_texts()) == {"?"}


# --- where things stand ---


def test_each_gradient_stands_under_its_value_and_the_layer_in_one_line(show):
    page, figure = show(figures.dense_layer())
    page.set_viewport_size({"width": 768, "height": 900})  # a page's column

    def place(kind, letter):
        return figure.locator(
            f'[data-kind={kind}][data-node^="{letter}["]'
        ).first.bounding_box()

    for letter in "XWbZA":
        value, gradient = place("value", letter), place("grad", letter)
        assert gradient["x"] == value["x"]
        assert gradient["y"] > value["y"]
    assert len({place("value", letter)["y"] for letter in "XWb"}) == 1


def test_on_a_phone_the_slider_stays_in_sight(show):
    page, figure = show(figures.dense_layer())
    page.set_viewport_size({"width": 390, "height": 700})
    for letter in "XWbZA":
        figure.locator(
            f'[data-kind=value][data-node^="{letter}["]'
        ).first.click()
        if letter in "ZA":
            continue
        slider = figure.locator(".slider input[type=range]").bounding_box()
        assert 0 < slider["y"] < 700 - slider["height"]


# --- for who has not met a gradient yet ---


def test_forwards_only_a_figure_holds_no_gradient(show):
    page, figure = show(figures.one_neuron(gradients=False, x1=1.37))
    move(figure, "w1", 2)
    assert number(figure, "value", "y") == 1 * -3 + 1.37 * 2 + 3 * 2 + 1
    html = figure.evaluate("figure => figure.outerHTML")
    assert 'data-kind="grad"' not in html
    assert "gradient" not in html
    assert "×1.37" not in html  # no local derivative either
    assert figure.locator(".explain").count() == 0
    press(figure, "Reset")
    assert number(figure, "value", "w1") == -1
    assert page.errors == []


def test_the_first_look_asks_before_it_shows_its_gradient(show):
    _, figure = show(figures.first_look(w=1.3))
    gradient = 2 * 2 * (2 * 1.3 - 6)
    assert [s for s in spellings(gradient) if s in written(figure)] == []
    press(figure, "the loss rises")
    reply = figure.locator(".reply").inner_text()
    assert reply.startswith("Not so. The gradient is negative")
    press(figure, "I see, go on")  # and no second question
    assert figure.locator(".prediction").is_hidden()
    focused = "document.activeElement.dataset.node"
    assert figure.evaluate(f"() => {focused}") == "w"
    assert number(figure, "grad", "w") == pytest.approx(gradient)
    assert probe(figure).startswith("Nudge w by 0.01: the loss moves by −")


@pytest.mark.parametrize(
    ("w", "words"),
    [(5, "positive: a larger w"), (3, "0: you are"), (0, "negative")],
)
def test_the_first_look_says_what_the_sign_means(show, w, words):
    _, figure = show(figures.first_look())
    press(figure, "the loss falls")
    press(figure, "Go on")
    move(figure, "w", w)
    assert sentence(figure).startswith(f"The gradient is {words}")
    assert number(figure, "value", "loss") == (2 * w - 6) ** 2
    press(figure, "Reset")  # asks again
    assert figure.locator(".prediction").is_visible()


def test_the_slider_of_the_first_look_stops_at_the_bottom(show):
    page, figure = show(figures.first_look(w=2.9))
    figure.locator("input[type=range]").focus()
    page.keyboard.press("ArrowRight")
    assert number(figure, "value", "loss") == 0


def test_a_tangent_does_not_leave_the_picture_below_the_axis(show):
    _, figure = show(figures.first_look())
    press(figure, "the loss falls")
    press(figure, "Go on")
    for w in (2.6, 3.4):
        move(figure, "w", w)
        ends = figure.locator(".tangent").evaluate(
            'line => ["y1", "y2"].map(y => Number(line.getAttribute(y)))'
        )
        assert max(ends) <= 190.001  # where the axis is
