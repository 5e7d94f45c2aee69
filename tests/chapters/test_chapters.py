"""Rules for every chapter, read from the stored notebooks."""

import re

import pytest
from notebook_cells import COLAB

from tests.chapters import rules
from tests.conftest import CHAPTERS, read_notebook

every_chapter = pytest.mark.parametrize(
    "path", CHAPTERS, ids=[path.stem for path in CHAPTERS]
)
numbered_chapters = [path for path in CHAPTERS if path.stem[0].isdigit()]


def test_there_are_chapters():
    assert "index" in [path.stem for path in CHAPTERS]
    assert numbered_chapters


@every_chapter
@pytest.mark.parametrize(
    "rule",
    [
        rules.execution_problems,
        rules.output_problems,
        rules.decimal_problems,
        rules.escape_problems,
    ],
)
def test_chapter_keeps_the_rule(path, rule):
    assert rule(read_notebook(path)) == []


@every_chapter
def test_notebook_metadata_says_nothing_of_one_machine(path):
    notebook = read_notebook(path)
    assert set(notebook.metadata) == {"kernelspec", "language_info"}
    assert notebook.metadata.kernelspec.name == "python3"
    ids = [f"cell-{n:02}" for n in range(1, len(notebook.cells) + 1)]
    assert [cell.id for cell in notebook.cells] == ids


@pytest.mark.parametrize(
    "path", numbered_chapters, ids=[path.stem for path in numbered_chapters]
)
def test_chapter_opens_with_its_aims_and_closes_with_a_take_away(path):
    notebook = read_notebook(path)
    opening = notebook.cells[0].source
    for needed in ("# ", "You will be able to", "You need", "Time:"):
        assert needed in opening
    assert "## Take-away" in rules.prose(notebook)


@every_chapter
def test_a_box_says_what_it_is_for(path):
    """Goals, slips and notes look unlike, so each box has its class."""
    boxes = re.findall(
        r"^:::+\{admonition\}.*\n(.*)", rules.prose(read_notebook(path)), re.M
    )
    assert set(boxes) <= {":class: goals", ":class: slip", ":class: note"}


@every_chapter
def test_a_notebook_begins_with_the_cell_for_colab(path):
    first = rules.code_cells(read_notebook(path))[0].source
    assert first == COLAB, "To mend it: make notebooks"
