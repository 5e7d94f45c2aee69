"""The gradient check with its step on a slider: in Python, and in its page."""

import json
import math

import numpy as np
import pytest

from nnfs_course import compare_gradients, figures, finite_differences
from nnfs_course.figures.gradient_check import (
    STEPS,
    SWITCHES,
    central,
    with_corner,
)
from tests.axe import faults_by_axe
from tests.pages import move

# --- what is computed ---


@pytest.mark.parametrize("function", [np.exp, with_corner])
@pytest.mark.parametrize("step", [-8, -5.5, -2, 0])
def test_differences_are_the_package_s_where_it_steps_as_far(function, step):
    h = 10.0**step
    expected = finite_differences(lambda x: function(x).sum(), [1.0], h)[0]
    found = central(function, np.float64(1), h)
    assert found == pytest.approx(expected, rel=1e-16 / h + 1e-15)


def test_errors_and_verdicts_are_those_of_compare_gradients():
    figure = figures.gradient_check()
    assert len(figure.spec["cases"]) == 2 ** len(SWITCHES)
    limit = figure.spec["limit"]
    for names, case in figure.spec["cases"].items():
        found = zip(case["numeric"], case["error"], case["agrees"], strict=True)
        for numeric, error, agrees in found:
            assert error == abs(case["analytic"] - numeric)
            report = compare_gradients({"x": case["analytic"]}, {"x": numeric})
            assert agrees == bool(report)
            if names == "":  # the line in the picture is this limit
                assert agrees == (error <= limit)


@pytest.mark.parametrize(
    ("switches", "agrees"),
    [
        ((), (False, True, False)),
        (("float32",), (False, False, False)),
        (("kink",), (False, True, False)),
        (("factor",), (False, False, False)),
    ],
)
def test_the_valley_is_as_the_text_says(switches, agrees):
    figure = figures.gradient_check(switches=switches)
    for log10h, expected in zip((-2, -5, -12), agrees, strict=True):
        figure.log10h = log10h
        assert figure.agrees == expected


def test_each_switch_leaves_its_own_trace():
    def errors(*switches):
        case = figures.gradient_check(switches=switches)._case
        return dict(zip(STEPS, case["error"], strict=True))

    right, coarse, corner, twice = map(
        lambda on: errors(*on), [(), ("float32",), ("kink",), ("factor",)]
    )
    assert min(coarse.values()) > 1e4 * min(right.values())
    assert coarse[-9] == math.e  # the number has not moved
    assert all(corner[h] == right[h] for h in STEPS if h <= -3.25)
    assert all(corner[h] > 0.3 for h in STEPS if h >= -2.5)
    assert twice[-5] == pytest.approx(math.e)  # h does not help
    assert twice[-3] == pytest.approx(twice[-8])


def test_the_page_gets_plain_data_and_not_much_of_it():
    spec = figures.gradient_check().spec
    text = json.dumps(spec, allow_nan=False)
    assert json.loads(text) == spec
    assert len(text) < 30_000


# --- the figure in Python ---


def test_step_and_switches_can_be_read_and_set():
    figure = figures.gradient_check(log10h=-5.1, switches=["kink"])
    assert (figure.log10h, figure.switches) == (-5, ("kink",))
    figure.switches = "float32"
    assert figure.switches == ("float32",)
    assert not figure.agrees
    figure.switches = ()
    assert figure.agrees
    assert figure.error < 1e-9
    assert figure.spec["start"]["kink"]


def test_a_bad_step_or_switch_teaches_and_changes_nothing():
    figure = figures.gradient_check()
    before = figure.state
    for bad in (-15, 0.5, math.nan, "-5", None, True):
        with pytest.raises(ValueError, match="number from -14 to 0"):
            figure.log10h = bad
    with pytest.raises(ValueError, match=r"no switch 'sign'.*float32, kink"):
        figure.switches = ["float32", "sign"]
    assert figure.state == before


def test_without_javascript_a_table_shows_the_verdicts():
    bundle, _ = figures.gradient_check()._repr_mimebundle_()
    table = bundle["text/html"]
    row = "<td>disagrees</td><td>agrees</td><td>disagrees</td>"
    assert f"<th scope='row'>nothing switched on</th>{row}" in table
    assert table.count("<tr>") == 1 + 2 ** len(SWITCHES)
    assert bundle["text/plain"] == "GradientCheck()"


# --- the figure in a page ---


def value(figure, node):
    shown = figure.locator(f'[data-kind=value][data-node="{node}"]')
    return float(shown.get_attribute("data-value"))


def test_every_number_on_the_page_is_python_s(show):
    figure = figures.gradient_check()
    page, drawn = show(figure)
    for names, case in figure.spec["cases"].items():
        for name in SWITCHES:
            box = drawn.locator(f'input[data-node="{name}"]')
            box.set_checked(name in names.split())
        for place in range(0, len(STEPS), 7):
            move(drawn, "log10h", STEPS[place])
            assert value(drawn, "error") == case["error"][place]
            said = drawn.locator("[aria-live=polite]").inner_text()
            verdict = "All 1" if case["agrees"][place] else "1 of 1"
            assert f"compare_gradients: {verdict} gradients" in said
    assert page.errors == []
    assert page.elsewhere == []


def test_the_keyboard_alone_moves_everything(show):
    page, drawn = show(figures.gradient_check())
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowLeft")
    assert value(drawn, "h") == pytest.approx(10**-1.25)
    slider = drawn.get_by_role("slider", name="step h")
    assert slider.get_attribute("aria-valuetext") == "h = 0.056"
    for name in SWITCHES:
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        assert drawn.locator(f'input[data-node="{name}"]').is_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert value(drawn, "h") == pytest.approx(0.1)
    assert not drawn.locator("input[data-node=factor]").is_checked()


@pytest.mark.parametrize(
    ("link", "log10h", "on"),
    [
        ({"log10h": "-5.1", "kink": "true"}, -5, ["kink"]),
        ({"log10h": "99"}, 0, []),
        ({"log10h": "x", "kink": "no", "cases": "true"}, -1, []),
    ],
)
def test_a_link_is_obeyed_as_far_as_it_makes_sense(show, link, log10h, on):
    link = {"figure": "gradient-check"} | link
    page, drawn = show(figures.gradient_check(), link=link)
    assert drawn.locator("input[data-node=log10h]").input_value() == f"{log10h}"
    boxes = [
        n for n in SWITCHES if drawn.locator(f"[data-node={n}]").is_checked()
    ]
    assert boxes == on
    assert page.errors == []


def test_a_copied_link_leads_back(show):
    page, drawn = show(figures.gradient_check())
    move(drawn, "log10h", -5)
    drawn.locator("input[data-node=float32]").check()
    drawn.get_by_role("button", name="Copy link").click()
    assert page.evaluate("location.hash") == (
        "#figure=gradient-check&log10h=-5&float32=true"
    )


@pytest.mark.parametrize(("theme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing_and_nothing_is_too_wide(show, theme, width):
    page, drawn = show(figures.gradient_check(), theme=theme, width=width)
    drawn.get_by_role("button", name="Copy link").click()
    assert faults_by_axe(page, "[data-figure=gradient-check]") == ""
    assert page.evaluate("document.documentElement.scrollWidth") <= width
