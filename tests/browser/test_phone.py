"""On a phone: what a finger does, and what stays in sight while it does."""

import io

import numpy as np
import pytest
from PIL import Image

from tests.cells import DRAWN
from tests.conftest import OPENED
from tests.pages import layouts_of, move, open_page

NEURON = "chapters/01-one-neuron.html"
LAYER = "chapters/02-a-layer-of-neurons.html"
TRAINING = "chapters/06-training.html"
OWN_LAYER = "chapters/reference/your-own-layer.html"
SEEN = """it => {
    const { x, y, width, height } = it.getBoundingClientRect();
    const top = document.elementFromPoint(x + width / 2, y + height / 2);
    return it === top || it.contains(top) || !!top?.contains(it);
}"""
SCALE = 3  # pixels of the screen for each of the page


@pytest.fixture
def phone(browser, book):
    """Open a page on a phone; give the page and its figure of this name."""
    contexts = []

    def open_it(place, name=None):
        page = open_page(
            browser,
            book,
            place,
            viewport={"width": 390, "height": 844},
            device_scale_factor=SCALE,
            has_touch=True,
            is_mobile=True,
        )
        contexts.append(page.context)
        page.add_style_tag(content=OPENED)
        if name is None:
            return page, None
        selector = f'[data-figure="{name}"][data-ready="true"]'
        page.locator(selector).first.wait_for()
        return page, page.locator(selector).first

    yield open_it
    for context in contexts:
        context.close()


def put(element, block):
    how = {"block": block, "behavior": "instant"}
    element.evaluate("(it, how) => it.scrollIntoView(how)", how)
    element.page.wait_for_timeout(100)


def slider(figure, node):
    return figure.locator(f'input[type=range][data-node="{node}"]')


def stroke(page, slider, share, right, down):
    """A finger goes down on a slider, and away by so much."""
    box = slider.bounding_box()
    x = box["x"] + share * box["width"]
    y = box["y"] + box["height"] / 2
    session = page.context.new_cdp_session(page)

    def send(kind, *points):
        at = [{"x": x, "y": y} for x, y in points]
        fields = {"type": kind, "touchPoints": at}
        session.send("Input.dispatchTouchEvent", fields)
        page.wait_for_timeout(20)  # a frame

    send("touchStart", (x, y))
    touched = slider.input_value()
    for k in range(1, 13):
        send("touchMove", (x + right * k / 12, y + down * k / 12))
    send("touchEnd")
    page.wait_for_timeout(200)
    return touched


def test_a_swipe_that_begins_on_a_slider_scrolls_and_moves_nothing(phone):
    page, figure = phone(NEURON, "neuron-forward")
    w2 = slider(figure, "w2")
    put(w2, "end")
    before, place = w2.input_value(), page.evaluate("scrollY")
    touched = stroke(page, w2, 0.2, right=5, down=-200)
    assert page.evaluate("scrollY") > place + 100
    assert touched != before  # it jumped there at first
    assert w2.input_value() == before
    value = figure.locator('[data-kind=value][data-node="w2"]')
    assert value.get_attribute("data-value") == before


def test_a_finger_along_a_slider_moves_it(phone):
    page, figure = phone(NEURON, "neuron-forward")
    w2 = slider(figure, "w2")
    put(w2, "end")
    stroke(page, w2, 0.7, right=-100, down=0)
    assert float(w2.input_value()) < 0


def test_the_neuron_is_in_sight_while_its_last_slider_moves(phone):
    _, figure = phone(NEURON, "one-neuron")
    b = slider(figure, "b")
    put(b, "end")
    assert b.evaluate(SEEN)
    for node in ("z", "y"):
        place = figure.locator(f'.narrow [data-kind=value][data-node="{node}"]')
        assert place.evaluate(SEEN), node


def test_the_map_is_in_sight_while_the_epoch_moves(phone):
    _, figure = phone(TRAINING, "training-replay")
    put(figure, "start")
    square = figure.locator(".square")
    assert square.evaluate(SEEN)
    assert square.bounding_box()["y"] > 50
    assert slider(figure, "epoch").evaluate(SEEN)


def test_the_sum_of_a_gradient_is_in_sight_when_one_is_touched(phone):
    _, figure = phone(LAYER, "dense-layer")
    put(figure, "start")
    figure.locator('[data-kind=grad][data-node="X[0,2]"]').tap()
    sentence = figure.locator(".sentence")
    assert sentence.inner_text().startswith("dL/dX[0,2] = ")
    inside = figure.locator(".explain").bounding_box()
    said = sentence.bounding_box()
    assert said["y"] + said["height"] < inside["y"] + inside["height"] < 844
    assert sentence.evaluate(SEEN)
    assert slider(figure, "X[0,2]").evaluate(SEEN)


@pytest.mark.parametrize("place", [NEURON, LAYER, TRAINING])
def test_a_phone_does_not_zoom_into_a_field(phone, place):
    page, _ = phone(place)
    page.locator("[data-figure][data-ready=true]").first.wait_for()
    sizes = page.locator(
        ".nnfs :is(input[type=number], input:not([type]), select, textarea)"
    ).evaluate_all("all => all.map(it => getComputedStyle(it).fontSize)")
    assert len(sizes) > 2
    assert min(float(size.removesuffix("px")) for size in sizes) >= 16
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_nothing_floats_over_what_one_presses(phone):
    page, _ = phone(NEURON)
    for far in (3000, -600):  # it comes on scrolling up
        page.evaluate("far => scrollBy({ top: far, behavior: 'instant' })", far)
        page.wait_for_timeout(200)
    assert not page.locator("#pst-back-to-top").is_visible()


def test_a_formula_that_fits_has_no_shadow(phone):
    """Whatever part of a pixel its box ends on."""
    page, _ = phone(OWN_LAYER)
    boxes = ":is(div.math mjx-container, div.math .formula)"
    page.add_style_tag(content=f"{boxes} > * {{ visibility: hidden }}")
    formula = page.locator(boxes).first
    put(formula, "center")
    for part in range(8):
        style = f"margin: {part / 8}px; height: {40 + part / 8}px;"
        formula.evaluate(
            """(it, style) => {
                it.style = "display: block; box-sizing: border-box;" +
                    "width: 280.3px; min-width: 0; overflow: hidden;" +
                    "flex: none;" + style;
                it.replaceChildren();
            }""",
            style,
        )
        box = formula.bounding_box()
        around = {
            "x": box["x"] - 2,
            "y": box["y"] - 2,
            "width": box["width"] + 4,
            "height": box["height"] + 4,
        }
        shot = Image.open(io.BytesIO(page.screenshot(clip=around)))
        pixels = np.asarray(shot.convert("RGB")).reshape(-1, 3)
        assert len(np.unique(pixels, axis=0)) == 1, part


@pytest.mark.parametrize(
    ("place", "name", "node"),
    [(NEURON, "one-neuron", "w0"), (LAYER, "dense-layer", "W[0,1]")],
)
def test_a_move_lays_out_its_figure_and_not_the_page(
    browser, show, place, name, node
):
    page, figure = show(name)
    page.wait_for_function(DRAWN)  # else another one's arrival is laid out
    page.wait_for_load_state("networkidle")
    move(figure, node, 1)
    with layouts_of(browser, page) as layouts:
        for value in (2, 3):
            move(figure, node, value)
            page.evaluate("document.body.getBoundingClientRect().top")
    assert len(layouts) >= 2
    assert all(each["partialLayout"] for each in layouts)
    assert max(each["totalObjects"] for each in layouts) < 1000
