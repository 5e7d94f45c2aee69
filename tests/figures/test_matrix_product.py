"""The matrix product: its numbers are NumPy's, however A and B are stored."""

import json
import re

import numpy as np
import pytest
from bs4 import BeautifulSoup

from nnfs_course import figures
from nnfs_course.figures.matrix_product import A, B
from tests.axe import faults_by_axe

C = np.array(A) @ np.array(B)


def shown(figure, letter):
    """The numbers of a matrix, by the names and values of its cells."""
    cells = figure.locator(f'[data-kind=value][data-node^="{letter}["]')
    entries = cells.evaluate_all(
        "cells => cells.map(c => [c.dataset.node, c.dataset.value])"
    )
    numbers = {
        tuple(map(int, re.findall(r"\d+", name))): float(value)
        for name, value in entries
    }
    shape = np.max(list(numbers), axis=0) + 1
    array = np.full(shape, np.nan)
    for place, value in numbers.items():
        array[place] = value
    return array


def lit(figure):
    marked = figure.locator('[data-mark="lit"]')
    return set(marked.evaluate_all("all => all.map(c => c.dataset.node)"))


def press(figure, letter):
    figure.get_by_role("button", name=f"{letter} on its side").click()


def sentence(figure):
    return figure.locator(".sentence").inner_text()


@pytest.mark.parametrize("on_its_side", ["", "A", "B", "AB"])
def test_every_entry_shows_the_row_the_column_and_the_sum(show, on_its_side):
    page, figure = show(figures.matrix_product())
    for letter in on_its_side:
        press(figure, letter)
    a, b = shown(figure, "A"), shown(figure, "B")
    product = (a.T if "A" in on_its_side else a) @ (
        b.T if "B" in on_its_side else b
    )
    np.testing.assert_array_equal(product, C)
    np.testing.assert_array_equal(shown(figure, "C"), C)
    for (i, j), value in np.ndenumerate(C):
        figure.locator(f'[data-node="C[{i},{j}]"]').hover()
        expected = set()
        for k in range(len(B)):
            expected.add(f"A[{k},{i}]" if "A" in on_its_side else f"A[{i},{k}]")
            expected.add(f"B[{j},{k}]" if "B" in on_its_side else f"B[{k},{j}]")
        assert lit(figure) == expected
        said = sentence(figure).replace("−", "-")
        assert said.startswith(f"C[{i},{j}] = ")
        _, parts, terms, result = said.split(" = ")
        assert int(result) == value == eval(terms.replace("·", "*"))
        along = ["column", "row"] if on_its_side == "AB" else ["row", "column"]
        if len(on_its_side) == 1:
            along = 2 * ["column" if on_its_side == "A" else "row"]
        assert parts == f"{along[0]} {i} of A · {along[1]} {j} of B"
    assert page.errors == []


def test_the_keyboard_reaches_every_entry(show):
    page, figure = show(figures.matrix_product())
    figure.locator('[data-node="C[0,0]"]').focus()
    assert sentence(figure).startswith("C[0,0] = ")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    assert sentence(figure).startswith("C[1,1] = ")
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.textContent")
    assert focused == "A on its side: A.T"


def test_the_shapes_are_dominoes_whose_halves_meet(show):
    _, figure = show(figures.matrix_product())
    press(figure, "B")
    shapes = figure.locator(".dominoes").inner_text()
    assert re.sub(r"\s", "", shapes) == "A23@B.T34=C24"
    meeting = figure.locator('[data-meets="meets"]').all_inner_texts()
    assert meeting == ["3", "3"]
    assert figure.get_by_role("group", name="B (4, 3)").count() == 1


@pytest.mark.parametrize(("mode", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing_and_nothing_is_cut(show, mode, width):
    page, figure = show(figures.matrix_product(), theme=mode, width=width)
    press(figure, "B")
    assert faults_by_axe(page, "[data-figure=matrix-product]") == ""
    assert page.evaluate(
        "document.documentElement.scrollWidth <= window.innerWidth"
    )


def test_without_javascript_a_table_has_every_sum():
    figure = figures.matrix_product()
    bundle, _ = figure._repr_mimebundle_()
    assert bundle["text/plain"] == "Figure('matrix-product')"
    soup = BeautifulSoup(bundle["text/html"], "html.parser")
    sums = {row.th.text: row.td.text for row in soup.select("tbody tr")}
    assert len(sums) == C.size
    for (i, j), value in np.ndenumerate(C):
        terms, result = sums[f"C[{i},{j}]"].split(" = ")
        assert int(result) == value == eval(terms.replace("·", "*"))
    json.dumps(figure.spec)


def test_a_page_with_other_figures_holds_the_module_once():
    ids = {
        figures.matrix_product()._anywidget_id,
        figures.dense_layer()._anywidget_id,
    }
    assert len(ids) == 1
