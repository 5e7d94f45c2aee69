"""Python in the page: from disk, network cut, no kernel."""

import gzip
import re

import pytest
from playwright.sync_api import expect

from tests.axe import COLOURS, faults_by_axe
from tests.cells import SCRATCH, without_times
from tests.conftest import ROOT

LAYERS = "02-a-layer-of-neurons"
STUB = """def my_dense_dinputs(dvalues, weights):
    return {}


check("dense-dinputs", my_dense_dinputs)"""


def test_an_exercise_from_the_first_attempt_to_the_tick(chapter, book):
    page = chapter(LAYERS)
    cell = page.number_of("dense-dinputs")
    assert page.python() == "off"
    assert page.cell(cell).get_attribute("data-state") == "stored"

    page.write(cell, STUB.format("dvalues @ weights"))
    assert page.cell(cell).get_attribute("data-state") == "edited"
    assert page.run(cell) == "done"
    assert page.python() == "ready"
    verdict = page.cell(cell).locator("[data-exercise=dense-dinputs]")
    assert verdict.get_attribute("data-outcome") != "right"
    assert verdict.get_attribute("data-mistake")
    assert "You multiply by the weights as they are." in page.output(cell)

    assert page.run(cell, STUB.format("dvalues @ weights.T")) == "done"
    assert verdict.get_attribute("data-outcome") == "right"
    assert page.cell(cell).locator(".cell-name.done").inner_text()[0] == "✓"
    ticked = page.page.locator("[data-quiz] [data-exercise=dense-dinputs]")
    expect(ticked).to_be_checked()
    page.page.wait_for_timeout(300)  # what is stored must reach the disk

    page.page.reload()
    expect(ticked).to_be_checked()
    assert page.cell(cell).get_attribute("data-state") == "edited"
    field = page.cell(cell).locator("[data-editor]")
    assert field.input_value() == STUB.format("dvalues @ weights.T")
    page.page.goto((book / "chapters/index.html").as_uri())
    row = page.page.locator('[data-quiz=progress] [data-chapter="2"]')
    expect(row.locator("td").nth(1)).to_contain_text("1 of")


def test_reset_brings_the_book_back(chapter):
    page = chapter(LAYERS)
    cell = page.numbers()[1]
    blocks = page.cell(cell).locator("pre")  # code, then output
    before = [block.inner_html() for block in blocks.all()]
    page.write(cell, "print('mine')")
    assert page.cell(cell).locator(".cell-stale").is_visible()
    page.run(cell)
    assert page.output(cell).strip() == "mine"
    page.cell(cell).locator("[data-reset]").click()
    assert page.cell(cell).get_attribute("data-state") == "stored"
    assert [block.inner_html() for block in blocks.all()] == before
    page.page.reload()
    assert page.cell(cell).get_attribute("data-state") == "stored"


def test_a_cell_runs_after_what_it_needs(chapter):
    page = chapter(LAYERS)
    first, *others, last, after = page.numbers()[:6]
    assert page.run(last) == "done"
    state = dict.fromkeys([first, *others, last], "done") | {after: "stored"}
    # Of the cells that import, only the imports were needed.
    state |= dict.fromkeys(page.numbers("imports"), "stored")
    for number, expected in state.items():
        found = page.cell(number).get_attribute("data-state")
        assert found == expected, number
    page.run(first, "rows = 1 / 0")
    assert page.status(first) == "error in line 1"
    assert page.run(after) == "done"  # what it needs has run before


RELU = """def my_neuron_relu(z, upstream):
    return {}


check("neuron-relu", my_neuron_relu)"""


def test_an_exercise_runs_after_the_functions_that_it_calls(chapter):
    page = chapter("01-one-neuron")
    maker = page.numbers(containing="def relu_derivative(")[0]
    earlier, cell = page.number_of("nudge"), page.number_of("neuron-relu")
    page.run(cell, RELU.format("upstream  # relu_derivative(z)"))
    assert page.cell(maker).get_attribute("data-state") == "stored"

    page.write(earlier, "def my_gate(z):\n    return relu_derivative(z)")
    page.run(cell, RELU.format("upstream*my_gate(z)"))
    verdict = page.cell(cell).locator("[data-exercise=neuron-relu]")
    assert verdict.get_attribute("data-outcome") == "right"
    for needed in (maker, earlier):
        assert page.cell(needed).get_attribute("data-state") == "done"


def test_an_exercise_can_do_without_a_cell_that_fails(chapter):
    """The comparison with scikit-learn, above step_on, cannot run in a page."""
    page = chapter("08-handwritten-digits")
    cell = page.number_of("adversarial-step")
    text = """def mine(image, gradient, epsilon):
    return step_on(image, np.sign(gradient), epsilon)


check("adversarial-step", mine)"""
    assert page.run(cell, text, seconds=180) == "done"
    verdict = page.cell(cell).locator("[data-exercise=adversarial-step]")
    assert verdict.get_attribute("data-outcome") == "right"
    (fails,) = page.numbers(containing="MLPClassifier(")
    assert page.cell(fails).get_attribute("data-state") == "error"


def test_an_error_above_is_named(shared_chapter):
    page = shared_chapter(LAYERS)
    first, second = page.numbers()[:2]
    page.write(first, "rows = 1 / 0")
    assert page.run(second) == "error"
    assert page.status(second) == f"cell {first} above it has an error"
    assert "ZeroDivisionError" in page.output(first)
    page.reset(first, second)


# What a reader may try, and what the page says.
TRIED = {
    "x = 1\nprint(x": ("error in line 2", "'(' was never closed"),
    "if 1:\nprint(1)": ("error in line 2", "expected an indented block"),
    "raise SystemExit": ("error in line 1", "Python goes on"),
    "import sys\nsys.exit(2)": ("error in line 2", "Python goes on"),
    "raise KeyboardInterrupt": ("error in line 1", "KeyboardInterrupt"),
    "import requests": ("error in line 1", "requests is not in this page"),
    "np.ones(3_000_000_000 // 8)": ("error in line 1", "more memory"),
    "np.where = None": ("done in TIME", "This cell replaced numpy.where"),
    "input('?')": ("error in line 1", "input() cannot ask in a page"),
    "open('data.csv')": ("error in line 1", "sees none of the files"),
    "%pip install rich": ("error in line 1", "commands of Jupyter"),
    "!ls": ("error in line 1", "commands of Jupyter"),
    "import urllib.request as u\nu.urlopen('https://example.org')": (
        "error in line 2",
        "has no network",
    ),
    "import socket\nsocket.create_connection(('example.org', 80))": (
        "error in line 2",
        "has no network",
    ),
    "import subprocess\nsubprocess.run(['ls'])": (
        "error in line 2",
        "cannot start other programs",
    ),
    "def f():\n    return f()\n\nf()": ("error in line 2", "without end"),
    "for i in range(1_000_000):\n    print(i)": ("done in TIME", "Cut here"),
    "import os\nos._exit(1)": ("Python could not go on", "starts it again"),
}


def test_whatever_a_cell_does_the_next_run_works(shared_chapter):
    page = shared_chapter(LAYERS)
    for text, (status, said) in TRIED.items():
        page.run(text=text)
        assert without_times(page.status()) == status, text
        assert said in page.output(), text
        assert page.run(text="np.where([True], 1, 2)") == "done", text
        assert page.output().strip() == "array([1])", text


def test_stop_ends_an_endless_loop(chapter):
    page = chapter(LAYERS)
    page.run(text="kept = 1")
    page.write(SCRATCH, "print('on and on')\nwhile True: pass")
    cell = page.cell(SCRATCH)
    cell.locator("[data-run]").click()
    expect(cell.locator("[data-output]")).to_contain_text("on and on")
    assert page.python() == "running"
    cell.locator("[data-stop]").click()
    expect(cell).to_have_attribute("data-state", "stopped")
    assert page.python() == "off"
    assert "everything that cells had made" in page.output()
    assert page.run(text="kept") == "error"
    assert "NameError" in page.output()


@pytest.mark.timing
def test_the_page_stays_alive_under_a_flood(chapter):
    page = chapter(LAYERS)
    page.run(text="1")
    page.write(SCRATCH, "while True: print('x' * 70)")
    page.cell(SCRATCH).locator("[data-run]").click()
    output = page.cell(SCRATCH).locator("[data-output]")
    expect(output).to_contain_text("Cut here")
    longest = page.page.evaluate(
        """async () => {
            let longest = 0, last = performance.now();
            for (let i = 0; i < 50; i++) {
                await new Promise((done) => setTimeout(done, 10));
                longest = Math.max(longest, performance.now() - last);
                last = performance.now();
            }
            return longest;
        }"""
    )
    assert longest < 500
    page.cell(SCRATCH).locator("[data-stop]").click()
    expect(page.cell(SCRATCH)).to_have_attribute("data-state", "stopped")


def test_a_figure_made_in_the_page_is_a_live_one(shared_chapter):
    page = shared_chapter("01-one-neuron")
    first = page.numbers()[0]
    assert page.run(first, "fig = figures.one_neuron()\nfig") == "done"
    figure = page.cell(first).locator("[data-figure=one-neuron]")
    slider = figure.locator('input[type=range][data-node="w0"]')
    page.run(text='fig.values["w0"] = 2')
    assert float(slider.input_value()) == 2
    slider.evaluate(
        """input => {
            input.value = -1.5;
            input.dispatchEvent(new Event("input", { bubbles: true }));
        }"""
    )
    page.run(text='fig.values["w0"]')
    assert page.output().strip() == "-1.5"
    page.reset(first)


def test_own_sliders_work_in_the_page(shared_chapter):
    page = shared_chapter("01-one-neuron")
    (own,) = page.numbers(containing="interact(")
    assert page.run(own) == "done"
    output = page.cell(own).locator("[data-output]")
    expect(output).to_contain_text("y = 5.00   dy/db = 1")
    slider = output.locator("input[type=range]")
    slider.focus()
    page.page.keyboard.press("Home")  # -10, where the ReLU is closed
    expect(output).to_contain_text("y = 0.00   dy/db = 0")
    code = "from ipywidgets import interact\ninteract(lambda n: 1 // n, n={});"
    page.run(text=code.format("(0, 2)"))
    output = page.cell(SCRATCH).locator("[data-output]")
    slider = output.locator("input[type=range]")
    slider.focus()
    page.page.keyboard.press("Home")
    expect(output).to_contain_text("ZeroDivisionError")
    page.page.keyboard.press("End")
    expect(output).not_to_contain_text("ZeroDivisionError")


def test_every_cell_can_be_reset_at_once(chapter):
    page = chapter(LAYERS)
    cells = page.numbers()[:2]
    for number in cells:
        page.write(number, "a = 1")
    everything = page.page.locator(".reset-all")
    everything.click()
    state = page.cell(cells[0]).get_attribute("data-state")
    assert state == "edited"  # it asks first
    everything.click()
    for number in cells:
        assert page.cell(number).get_attribute("data-state") == "stored"
    page.page.reload()
    assert page.cell(cells[0]).get_attribute("data-state") == "stored"


def test_a_plot_keeps_its_alt_text(chapter):
    page = chapter("03-cross-entropy")
    plot = page.numbers(containing="plots.curves(")[0]
    picture = page.cell(plot).locator("[data-output] img")
    told = picture.get_attribute("alt")
    assert page.run(plot) == "done"
    assert picture.get_attribute("src").startswith("data:image/png")
    assert picture.get_attribute("alt") == told
    assert picture.evaluate("it => it.naturalWidth") > 300


def test_the_keyboard_is_enough_and_tab_leaves(shared_chapter):
    page = shared_chapter(LAYERS)
    keys = page.page.keyboard
    cell = page.numbers()[1]
    page.cell(cell).locator("[data-run]").focus()
    keys.press("Tab")  # into the code, which becomes a field
    assert page.page.evaluate("document.activeElement.tagName") == "TEXTAREA"
    keys.press("ControlOrMeta+a")
    keys.type("for i in range(2):\nprint(i)")
    keys.press("Shift+Enter")
    expect(page.cell(cell)).to_have_attribute(
        "data-state", "done", timeout=60e3
    )
    assert page.output(cell).split() == ["0", "1"]
    expect(page.page.locator("body > [role=status]")).to_have_text(
        re.compile(f"^cell {cell}: done in")
    )
    keys.press("Tab")
    inside = "document.activeElement.closest('[data-editor]')"
    assert page.page.evaluate(f"{inside} === null")
    page.reset(cell)


def test_a_page_opened_only_to_read_is_hardly_heavier(chapter, book):
    page = chapter(LAYERS)
    scripts = page.page.locator('script[src*="_static/python"]')
    assert scripts.count() == 0
    files = (book / "_static" / "page.js", ROOT / "book/assets/cells.css")
    sizes = [len(gzip.compress(path.read_bytes())) for path in files]
    assert sum(sizes) < 15_000


def test_accessibility_in_every_state(chapter):
    page = chapter(LAYERS)
    edited, done, broken = page.numbers()[:3]
    page.write(edited, "edited = 1")
    page.run(done, "print(1)")
    page.run(broken, "print(1)\n1 / 0")
    cell = page.number_of("dense-dinputs")
    page.run(cell, STUB.format("dvalues @ weights.T"))
    page.write(SCRATCH, "print(1)\nwhile True: pass")
    page.cell(SCRATCH).locator("[data-run]").click()
    output = page.cell(SCRATCH).locator("[data-output]")
    expect(output).to_contain_text("1")
    assert faults_by_axe(page.page) == ""
    page.to_mode("dark")
    assert faults_by_axe(page.page, rules=COLOURS) == ""


def test_the_marked_line_can_be_clicked_and_mended(shared_chapter):
    page = shared_chapter("01-one-neuron")
    number = page.numbers()[1]
    assert page.run(number, "a = 1\n1 / 0\nb = 2") == "error"
    marked = page.cell(number).locator(".marked-line").bounding_box()
    page.page.mouse.click(marked["x"] + 200, marked["y"] + 5)
    page.page.keyboard.type("  # mended")
    field = page.cell(number).locator("textarea")
    assert field.input_value() == "a = 1\n1 / 0  # mended\nb = 2"
    page.reset(number)
