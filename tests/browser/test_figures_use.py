"""The live figures in use: stepping, predicting, keyboard, screen reader."""

import pytest

from tests.axe import faults_by_axe
from tests.pages import PAGES, each_figure, move, open_page

# --- stepping, explaining, predicting ---


def sentence(figure):
    return figure.locator(".sentence").inner_text()


def test_the_backward_pass_step_by_step(show):
    _, figure = show("one-neuron")
    step = figure.get_by_role("button", name="Next")
    step.click()
    assert sentence(figure) == (
        "The backward pass starts here: we ask about y itself, so what "
        "arrives at y is 1."
    )
    grad = figure.locator('.wide [data-kind=grad][data-node="z"]')
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
    assert "dy/dw0 = " in sentence(figure)


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
        "dL/dZ[2,1] × X[2,0] = −2.00 × 1.00 + 0.00 × 2.00 + "
        "+1.50 × (−1.50) = −4.25."
    )
    lit = figure.locator('[data-mark="lit"]').evaluate_all(
        "cells => cells.map(c => `${c.dataset.kind} ${c.dataset.node}`)"
    )
    sources = {f"value X[{n},0]" for n in range(3)}
    sources |= {f"grad Z[{n},1]" for n in range(3)}
    assert sources <= set(lit)


def test_db_unfolds_into_the_rows_that_it_adds_up(show):
    _, figure = show("dense-layer")
    figure.locator(".fold summary").click()
    addends = figure.locator(".addends .sum").all_text_contents()
    assert addends == [
        *("+1.00", "−2.00", "+0.50"),
        *("+3.00", "0.00", "+2.00"),
        *("−3.00", "+1.50", "−0.50"),
    ]
    biases = figure.locator('[data-kind=grad][data-node^="b["]')
    assert biases.all_text_contents() == ["+1.00", "−0.50", "+2.00"]
    figure.locator(".fold summary").click()
    assert figure.locator(".addends").is_hidden()


def test_a_dead_relu_is_seen(show):
    _, figure = show("one-neuron")
    move(figure, "b", -5)
    move(figure, "x2", 0)
    zeros = figure.locator('.wide [data-kind=grad][data-sign="zero"]')
    assert zeros.count() == 11  # all but y
    figure.locator(".wide .node").get_by_text("z", exact=True).click()
    assert "The gate is closed here" in sentence(figure)


def test_the_nudge_probe_compares_the_move_with_the_prediction(show):
    _, figure = show("one-neuron")
    move(figure, "w2", 1)
    assert figure.locator(".probe").inner_text() == (
        "Nudge w2 by 0.01: y moves by +0.0300; the gradient predicted +0.0300."
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


def test_the_answer_about_the_sign_does_not_give_the_size_away(show):
    _, figure = show("one-neuron")
    figure.get_by_role("button", name="Predict first").click()
    figure.locator(".prediction button").first.click()
    reply = figure.locator(".prediction .reply").inner_text()
    assert reply == (
        "Right. dy/dw0 is made of (+) × (+), upstream × local. "
        "Here it is positive."
    )


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
    figure.locator(".wide .node").first.focus()
    page.keyboard.press("Enter")
    assert sentence(figure).startswith("dy/dx0 = ")


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
        assert faults_by_axe(page, selector) == "", state
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
def test_at_1280_what_belongs_together_stands_in_a_line(show, name):
    _, figure = show(name)
    figure.get_by_role("button", name="Copy link").scroll_into_view_if_needed()

    def middle(place):
        box = place.bounding_box()
        return box["y"] + box["height"] / 2

    reset, copy = (
        figure.get_by_role("button", name=text)
        for text in ("Reset", "Copy link")
    )
    assert middle(reset) == middle(copy)
    for line in figure.locator(".strip").all():
        signs = line.locator(".sign").all_inner_texts()
        if signs[:2] in (["@", "="], ["@", "+"]):  # ds @ J = dz, X @ W + b
            parts = line.locator("> .joined")
            first, third = (parts.nth(k).bounding_box() for k in (0, 2))
            assert abs(first["y"] - third["y"]) < 10
            assert first["x"] + first["width"] < third["x"]
    # A sign opens a line rather than closing it.
    for sign in figure.locator(".sign").all():
        after = sign.locator("xpath=following-sibling::*")
        assert after.bounding_box()["x"] > sign.bounding_box()["x"]


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


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("chapters/index.html", "first-look"),
        ("chapters/01-one-neuron.html", "neuron-forward"),
    ],
)
@pytest.mark.parametrize(("mode", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing_in_the_simple_figures(
    browser, book, place, name, mode, width
):
    page = open_page(browser, book, place, mode)
    page.set_viewport_size({"width": width, "height": 800})
    figure = page.locator(f'[data-figure="{name}"][data-ready="true"]')
    figure.wait_for()
    for press in (None, "the loss falls", "Go on"):
        if press and name == "first-look":
            figure.get_by_role("button", name=press).click()
        selector = f'[data-figure="{name}"]'
        assert faults_by_axe(page, selector) == ""
        box = figure.bounding_box()
        assert box["x"] + box["width"] <= width
    page.context.close()


def test_the_front_page_begins_with_a_slider_a_question_and_a_start(
    browser, book
):
    """All three are on the first screen of a laptop."""
    page = open_page(browser, book, "chapters/index.html")
    page.set_viewport_size({"width": 1280, "height": 720})
    figure = page.locator('[data-figure="first-look"][data-ready="true"]')
    figure.wait_for()
    start = page.get_by_role("link", name="Start")
    for part in (figure.locator("input[type=range]"), start):
        box = part.bounding_box()
        assert box["y"] + box["height"] < 720
    start.click()
    page.wait_for_url("**/01-one-neuron.html")
    page.context.close()
