"""Draw a digit: the network as data, the figure in Python, and its page."""

import json
from itertools import pairwise

import numpy as np
import pytest

from nnfs_course import (
    Adam,
    CategoricalCrossEntropy,
    Dense,
    Network,
    ReLU,
    Softmax,
    SoftmaxCrossEntropy,
    digits,
    figures,
    train,
)
from nnfs_course.figures.array_trace import farthest_apart
from nnfs_course.figures.draw_a_digit import BLACK
from nnfs_course.figures.figure import HERE
from nnfs_course.page.bundle import bundle
from tests.axe import faults_by_axe
from tests.pages import page_of

DATA = digits(seed=8)
FIRST = np.sort(np.unique(DATA.held_out_targets, return_index=True)[1])


def network_of(*sizes, scale=1.0):
    rng = np.random.default_rng(0)
    layers = []
    for inputs, neurons in pairwise(sizes):
        layers += [ReLU()] if layers else []
        layers.append(Dense(inputs, neurons, rng=rng))
        layers[-1].weights = scale * rng.normal(size=(inputs, neurons))
        layers[-1].biases = scale * rng.normal(size=(1, neurons))
    return Network(layers, SoftmaxCrossEntropy())


def figure_of(network):
    return figures.draw_a_digit(
        network, DATA.held_out_inputs[FIRST], DATA.held_out_targets[FIRST]
    )


@pytest.fixture(scope="module")
def trained():
    rng = np.random.default_rng(8)
    layers = [Dense(64, 128, rng=rng), ReLU(), Dense(128, 10, rng=rng)]
    network = Network(layers, SoftmaxCrossEntropy())
    train(
        network,
        DATA.inputs,
        DATA.targets,
        optimizer=Adam(0.01, decay=1e-3),
        epochs=10,
        batch_size=64,
        rng=8,
        progress=False,
    )
    return network


# --- what the page gets ---


def test_bytes_are_enough_to_read_as_well(trained):
    held_out = DATA.held_out_inputs, DATA.held_out_targets
    rounded = figure_of(trained).network
    exact = trained.accuracy(*held_out)
    assert exact > 0.95
    assert rounded.accuracy(*held_out) == pytest.approx(exact, abs=0.01)
    for name, array in rounded.parameters.items():
        assert len(np.unique(array)) <= 255
        assert array.any(), name


def test_the_network_itself_stays_as_it_was(trained):
    before = trained.parameters
    figure_of(trained)
    for name, array in trained.parameters.items():
        np.testing.assert_array_equal(array, before[name])


def test_the_page_gets_plain_data_and_not_much_of_it(trained):
    figure = figure_of(trained)
    assert json.loads(json.dumps(figure.spec, allow_nan=False)) == figure.spec
    assert len(json.dumps(figure.spec)) < 20_000
    whole = (figure.spec, figure.state, figure._esm, figure._css)
    assert sum(len(json.dumps(part)) for part in whole) < 150_000
    assert figure._esm is figures.Figure._esm  # one module for both


def test_logits_are_never_farther_apart_than_said(trained):
    images = np.random.default_rng(0).integers(0, 2, (2000, 64)) * 1.0
    for network in (trained, network_of(64, 5, 10), network_of(64, 10)):
        apart = np.ptp(network.outputs(images), axis=1).max()
        assert apart <= farthest_apart(network)


@pytest.mark.parametrize(
    ("network", "message"),
    [
        (lambda: Dense(64, 10, rng=0), "needs a Network"),
        (
            lambda: Network(
                [Dense(64, 10, rng=0), Softmax()], CategoricalCrossEntropy()
            ),
            "this one has a Softmax",
        ),
        (lambda: network_of(64, 3), "goes from 64 to 3"),
        (lambda: network_of(30, 10), "goes from 30 to 10"),
        (lambda: network_of(64, 10, scale=100), "weights very large"),
    ],
)
def test_a_network_that_cannot_be_shown_is_refused(network, message):
    with pytest.raises(ValueError, match=message):
        figure_of(network())


@pytest.mark.parametrize(
    ("images", "targets", "message"),
    [
        (np.zeros((2, 8, 8)), [0, 1], r"images must have shape \(N, 64\)"),
        (np.zeros((2, 60)), [0, 1], "60 columns instead of 64"),
        (np.full((2, 64), 16), [0, 1], "Divide by the largest"),
        (np.full((2, 64), np.nan), [0, 1], "must be finite"),
        (np.zeros((2, 64)), [0], "2 predictions but 1 targets"),
        (np.zeros((2, 64)), [0, 10], "lie in 0..9"),
    ],
)
def test_examples_that_do_not_fit_are_refused(images, targets, message):
    with pytest.raises(ValueError, match=message):
        figures.draw_a_digit(network_of(64, 10), images, targets)


# --- the figure in Python ---


def test_the_drawing_and_the_digit_can_be_read_and_set():
    figure = figure_of(network_of(64, 10))
    np.testing.assert_array_equal(figure.image, DATA.held_out_inputs[:1])
    assert figure.digit == DATA.held_out_targets[0]
    image = np.linspace(0, 1, 64)
    for shape in ((64,), (8, 8), (1, 64)):
        figure.image = image.reshape(shape)
        assert figure.image.shape == (1, 64)
        assert abs(figure.image[0] - image).max() <= 0.5 / BLACK
    figure.digit = np.int64(7)
    assert figure.digit == 7
    before = figure.state
    with pytest.raises(ValueError, match="63 columns instead of 64"):
        figure.image = np.zeros(63)
    with pytest.raises(ValueError, match=r"lie in 0\.\.9"):
        figure.digit = 10
    assert figure.state == before


def test_the_table_says_sure_answers_by_a_bound(trained):
    figure = figure_of(trained)
    data, _ = figure._repr_mimebundle_()
    assert data["text/plain"] == "DrawADigit()"
    digit = DATA.held_out_targets[0]
    row = f"<th scope='row'>{digit}</th><td>{digit}</td><td>more than 0.75</td>"
    assert row in data["text/html"]
    unsure = figure_of(network_of(64, 10, scale=1e-3))
    assert "<td>0.10</td>" in unsure.as_html()


# --- the engine for whole arrays ---


def test_arrays_are_swept_as_numbers_are(page):
    """(x @ W).exp().sum(), and its gradient for both."""
    rng = np.random.default_rng(0)
    x, W = rng.normal(size=3), rng.normal(size=(3, 4))
    trace = [
        {"label": "z", "op": "mul", "inputs": ["x", "W"]}
        | {"from": ["i", "io"], "to": "o"},
        {"label": "y", "op": "exp", "inputs": ["z"], "from": ["o"], "to": ""},
        {"label": "later", "op": "log", "inputs": ["x"]}
        | {"from": ["i"], "to": "i"},
    ]
    y, dx, dW = page.evaluate(
        """async ([code, trace, given]) => {
            const blob = new Blob([code], { type: "text/javascript" });
            const m = await import(URL.createObjectURL(blob));
            const operations = m.ready(trace, { i: 3, o: 4 });
            const x = m.evaluateArrays(operations, given);
            const [dx, dW] = ["x", "W"].map((wanted) =>
                m.sweepArrays(operations, x, "y", wanted));
            return [x.y[0], [...dx], [...dW]];
        }""",
        [
            bundle(HERE / "digit" / "arrays.js"),
            trace,
            {"x": x.tolist(), "W": W.ravel().tolist()},
        ],
    )
    upstream = np.exp(x @ W)
    assert y == pytest.approx(upstream.sum())
    np.testing.assert_allclose(dx, W @ upstream)
    np.testing.assert_allclose(dW, np.outer(x, upstream).ravel())


# --- the figure in a page ---


def numbers(figure, kind, name, count):
    """data-value of name[0], name[1], ..., all at once."""
    return np.array(
        figure.evaluate(
            """(figure, [kind, name, count]) =>
            Array.from({ length: count }, (_, k) => Number(figure.querySelector(
                `[data-kind=${kind}][data-node="${name}[${k}]"]`
            ).dataset.value))""",
            [kind, name, count],
        )
    )


def ink(figure):
    return numbers(figure, "value", "x", 64).reshape(8, 8)


def probabilities(figure):
    return numbers(figure, "value", "p", 10)


def loss(figure):
    shown = figure.locator('[data-kind=value][data-node="L"]')
    return float(shown.get_attribute("data-value"))


def draw_by_link(page, image, digit):
    """Levels of ink, 0 to 240, by the address, as a link does."""
    text = bytes(image.tolist()).hex()
    page.evaluate(
        """fields => { location.hash = new URLSearchParams(fields);
            dispatchEvent(new Event("hashchange")); }""",
        {"figure": "draw-a-digit", "drawing": text, "digit": str(digit)},
    )


def press(figure, name):
    figure.get_by_role("button", name=name, exact=True).click()


@pytest.mark.parametrize("sizes", [(64, 128, 10), (64, 10), (64, 9, 7, 10)])
def test_the_page_says_what_the_package_says(show, sizes):
    network = figure_of(network_of(*sizes, scale=0.3)).network
    page, figure = show(figure_of(network))
    rng = np.random.default_rng(1)
    for k in range(20):
        image = rng.integers(0, BLACK + 1, 64) * (rng.random(64) < k / 19)
        digit = int(rng.integers(10))
        draw_by_link(page, image, digit)
        x = image[None] / BLACK
        expected = network.forward(x, [digit])
        assert loss(figure) == pytest.approx(expected, rel=1e-6, abs=1e-6)
        for found, right in (
            (ink(figure).ravel(), x[0]),
            (probabilities(figure), network.probabilities(x)[0]),
            (
                numbers(figure, "grad", "x", 64),
                network.backward(dinputs=True)[0],
            ),
        ):
            np.testing.assert_allclose(found, right, rtol=1e-6, atol=1e-6)
        said = int(network.predict(x)[0])
        sure = round(100 * float(network.probabilities(x).max()))
        told = figure.get_by_role("status").first.inner_text()
        assert f"The network says {said}, {sure} percent." in told
        assert ("Nothing is drawn" in told) == (k == 0)
    assert page.errors == page.elsewhere == []


def stroke(page, figure, *points):
    """A stroke with the mouse; points are in pixels of the drawing."""
    paper = figure.get_by_role("grid")
    paper.scroll_into_view_if_needed()
    box = paper.bounding_box()
    side = box["width"] / 8
    for n, (x, y) in enumerate(points):
        page.mouse.move(box["x"] + side * x, box["y"] + side * y, steps=4)
        if n == 0:
            page.mouse.down()
    page.mouse.up()


def test_the_mouse_draws_and_the_eraser_takes_away(show, trained):
    page, figure = show(figure_of(trained))
    press(figure, "Clear")
    assert not ink(figure).any()
    stroke(page, figure, (4, 1), (4, 7))
    drawn = ink(figure)
    assert (drawn[1:7, 3:5] > 0.5).all()
    assert not drawn[:, [0, 1, 6, 7]].any()
    # Without a button the mouse draws nothing.
    page.mouse.move(10, 10)
    np.testing.assert_array_equal(ink(figure), drawn)
    press(figure, "eraser")
    stroke(page, figure, (4, 1), (4, 3))
    left = ink(figure)
    assert left[1:3].sum() < 0.5 * drawn[1:3].sum()
    np.testing.assert_array_equal(left[5:], drawn[5:])


def test_a_three_that_is_drawn_is_read_as_a_three(show, trained):
    page, figure = show(figure_of(trained))
    press(figure, "Clear")
    stroke(
        page,
        figure,
        *((2, 1), (5.3, 1.2), (5.3, 3.3), (3.5, 4)),
        *((5.5, 4.8), (5.2, 6.8), (2, 6.8)),
    )
    assert probabilities(figure).argmax() == 3
    told = figure.get_by_role("status").first
    assert told.inner_text().startswith("The network says 3,")


def test_a_finger_draws_and_does_not_scroll(browser, tmp_path, trained):
    text = page_of(figure_of(trained))
    (tmp_path / "page.html").write_text(
        text.replace("</main>", "<p style='height:2000px'></main>")
    )
    phone = {"width": 390, "height": 700}
    context = browser.new_context(viewport=phone, has_touch=True)
    page = context.new_page()
    page.goto((tmp_path / "page.html").as_uri())
    figure = page.locator('[data-figure="draw-a-digit"][data-ready="true"]')
    press(figure, "Clear")
    paper = figure.get_by_role("grid")
    paper.scroll_into_view_if_needed()
    began = page.evaluate("scrollY")
    box = paper.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + 0.9 * box["height"]
    finger = context.new_cdp_session(page)
    for kind, up in [("touchStart", 0), *(("touchMove", k) for k in range(9))]:
        points = [{"x": x, "y": y - 0.1 * up * box["height"]}]
        finger.send(
            "Input.dispatchTouchEvent", {"type": kind, "touchPoints": points}
        )
    finger.send(
        "Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []}
    )
    assert (ink(figure)[1:7, 3:5] > 0.5).all()
    assert page.evaluate("scrollY") == began
    context.close()


def test_the_keyboard_draws(show, trained):
    page, figure = show(figure_of(trained))
    press(figure, "Clear")
    cells = figure.get_by_role("gridcell")
    assert cells.count() == 64
    assert figure.locator('.pixel[tabindex="0"]').count() == 1
    cells.first.focus()
    for key in ("ArrowRight", "ArrowDown", "Space", "ArrowRight", "3"):
        page.keyboard.press(key)
    drawn = ink(figure)
    assert drawn[1, 1] == 1
    assert drawn[1, 2] == pytest.approx(3 / 9, abs=0.5 / BLACK)
    assert drawn.sum() == drawn[1, 1] + drawn[1, 2]
    focus = page.locator(":focus")
    assert focus.get_attribute("data-node") == "x[10]"
    assert focus.get_attribute("aria-label") == "row 1, column 2, ink 0.33"
    page.keyboard.press("Space")
    assert ink(figure)[1, 2] == 0
    for _ in range(9):
        page.keyboard.press("ArrowUp")  # it stops at the edge
    assert page.locator(":focus").get_attribute("data-node") == "x[2]"
    page.keyboard.press("Tab")  # and out, past the other 63
    assert page.locator(":focus").get_attribute("type") == "radio"


def test_uphill_fools_and_downhill_mends(show, trained):
    _, figure = show(figure_of(trained))
    digit = int(DATA.held_out_targets[0])
    began, first = loss(figure), ink(figure)
    signs = np.sign(numbers(figure, "grad", "x", 64)).reshape(8, 8)
    press(figure, "Uphill: fool it")
    np.testing.assert_allclose(ink(figure), np.clip(first + 0.1 * signs, 0, 1))
    assert loss(figure) > 2 * began
    press(figure, "Uphill: fool it")
    press(figure, "Uphill: fool it")
    assert probabilities(figure).argmax() != digit
    top = loss(figure)
    for _ in range(3):
        press(figure, "Downhill: mend it")
    assert loss(figure) < 0.5 * top
    assert probabilities(figure).argmax() == digit


def test_examples_and_the_true_digit_are_chosen(show, trained):
    _, figure = show(figure_of(trained))
    other = int(DATA.held_out_targets[FIRST[1]])
    press(figure, str(other))
    image = DATA.held_out_inputs[FIRST[1]]
    np.testing.assert_array_equal(ink(figure).ravel(), image)
    dots = figure.get_by_role("radio")
    assert dots.nth(other).is_checked()
    p = probabilities(figure)
    for digit in (0, 5):
        dots.nth(digit).check()
        assert loss(figure) == pytest.approx(-np.log(p[digit]))
        np.testing.assert_allclose(probabilities(figure), p, rtol=1e-9)
        assert f"If it is a {digit}, the loss" in figure.inner_text()


def test_the_marks_have_the_signs_of_the_gradient_and_can_go(show, trained):
    _, figure = show(figure_of(trained))
    gradient = numbers(figure, "grad", "x", 64)
    for sign, count in (
        ("positive", 3 * (gradient > 0).sum()),  # a ring, a minus, a bar
        ("negative", 2 * (gradient < 0).sum()),
        ("zero", (gradient == 0).sum()),
    ):
        path = figure.locator(f'.marks [data-sign="{sign}"]')
        assert (path.get_attribute("d") or "").count("M") == count
    press(figure, "gradient")
    assert figure.locator(".marks").is_hidden()
    press(figure, "gradient")
    assert figure.locator(".marks").is_visible()


def test_where_nothing_matters_the_marks_are_empty(show):
    layers = [Dense(64, 10, rng=0)]
    layers[0].weights = np.zeros((64, 10))
    network = Network(layers, SoftmaxCrossEntropy())
    page, figure = show(figure_of(network))
    zero = figure.locator('.marks [data-sign="zero"]')
    assert zero.get_attribute("d").count("M") == 64
    assert "does not move the loss" in figure.inner_text()
    assert loss(figure) == pytest.approx(np.log(10))
    assert page.errors == []


def test_a_bad_link_is_ignored_where_it_is_bad(show, trained):
    page, figure = show(figure_of(trained))
    first = ink(figure)
    for drawing in ("", "zz", "00" * 63, "ZZ" * 64):
        page.evaluate(
            "fields => { location.hash = new URLSearchParams(fields); }",
            {"figure": "draw-a-digit", "drawing": drawing, "digit": "11"},
        )
        page.wait_for_timeout(50)
        np.testing.assert_array_equal(ink(figure), first)
    page.evaluate(
        "location.hash = '#figure=draw-a-digit&drawing=' + 'ff'.repeat(64)"
    )
    page.wait_for_timeout(50)
    assert (ink(figure) == 1).all()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_and_nothing_is_too_wide(show, trained, theme, width):
    page, figure = show(figure_of(trained), theme=theme, width=width)
    press(figure, "Clear")  # the longest answer
    assert faults_by_axe(page) == ""
    too_wide = "document.documentElement.scrollWidth - window.innerWidth"
    assert page.evaluate(too_wide) <= 0
    page.add_style_tag(content="* { box-sizing: border-box }")  # as the book
    told = figure.locator(".explain")
    cut = told.evaluate("it => it.scrollHeight - it.clientHeight")
    assert cut <= 0
