"""Chapter 1's own slider: the function behind it, at both ends and between."""

import ast

import pytest

from nnfs_course import Value
from tests.chapters import rules
from tests.conftest import ROOT, read_notebook


@pytest.fixture
def neuron_with():
    """The function as it stands in the chapter."""
    chapter = read_notebook(ROOT / "chapters" / "01-one-neuron.ipynb")
    (cell,) = [
        cell
        for cell in rules.code_cells(chapter)
        if "interact(neuron_with, bias=(-10.0, 10.0))" in cell.source
    ]
    assert "remove-output" in cell.metadata.tags
    (function,) = [
        node
        for node in ast.parse(cell.source.rstrip(";")).body
        if isinstance(node, ast.FunctionDef)
    ]
    names = {"Value": Value}
    for name, number in zip(
        ("x0", "x1", "x2", "w0", "w1", "w2"), (1, -2, 3, -3, -1, 2), strict=True
    ):
        names[name] = Value(number, name)
    exec(ast.unparse(function), names)
    return names["neuron_with"]


@pytest.mark.parametrize(
    ("bias", "printed"),
    [
        (-10.0, "y = 0.00   dy/db = 0   dy/dw2 = +0"),
        (0.0, "y = 5.00   dy/db = 1   dy/dw2 = +3"),
        (10.0, "y = 15.00   dy/db = 1   dy/dw2 = +3"),
    ],
)
def test_the_slider_at_its_ends_and_in_the_middle(
    neuron_with, capsys, bias, printed
):
    neuron_with(bias)
    assert capsys.readouterr().out.strip() == printed
