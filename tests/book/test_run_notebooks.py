"""`make notebooks`: what it stores, and what it leaves alone."""

import base64

import nbformat
import notebook_cells
import pytest
import run_notebooks
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from nnfs_course.exercises.catalogue import ALL

ANY = next(iter(ALL))
DRAWS = """\
import matplotlib.pyplot as plt

plt.plot([1, 4, 9])
plt.show()
print("drawn")"""


@pytest.fixture
def small(tmp_path):
    path = tmp_path / "small.ipynb"
    cells = [
        new_markdown_cell("# Small"),
        new_code_cell('import importlib\nimportlib.find_spec("nnfs_course")'),
        new_code_cell(
            "from nnfs_course.exercises import check\n\n\n"
            "def mine(*arguments):\n    return ...\n\n\n"
            f'check("{ANY}", mine)'
        ),
        new_code_cell(DRAWS),
    ]
    nbformat.write(new_notebook(cells=cells), path)
    return path


def test_running_twice_gives_the_same_bytes(small):
    run_notebooks.run(small)
    once = small.read_bytes()
    run_notebooks.run(small)
    assert small.read_bytes() == once


def test_what_is_told_once_is_written_into_the_notebook(small):
    run_notebooks.run(small)
    cells = nbformat.read(small, as_version=4).cells
    assert cells[1].source == notebook_cells.COLAB
    hints = cells[3].source
    assert hints.count("<details>") == 3
    for hint in ALL[ANY].hints:
        assert hint in hints
    (picture, _) = cells[4].outputs
    png = base64.b64decode(picture.data["image/png"])
    assert png.startswith(b"\x89PNG")
    assert png.endswith(b"IEND\xaeB`\x82")
    assert b"Software" not in png
    assert b"tEXt" not in png


def test_a_hint_that_was_changed_in_the_notebook_is_put_right(small):
    notebook = nbformat.read(small, as_version=4)
    old = new_markdown_cell(
        notebook_cells.FIRST_HINT + "\n\nolder\n\n</details>"
    )
    notebook.cells.insert(3, old)
    notebook_cells.write_once_told(notebook)
    texts = [cell.source for cell in notebook.cells]
    assert len(texts) == 5
    assert "older" not in texts[3]
    again = list(texts)
    notebook_cells.write_once_told(notebook)
    assert [cell.source for cell in notebook.cells] == again


def test_only_the_named_notebooks_are_run(tmp_path):
    for name in ("01-a", "02-b", "index"):
        (tmp_path / f"{name}.ipynb").write_text("")
    found = run_notebooks.named(["02-b", "chapters/index.ipynb"], tmp_path)
    assert [path.stem for path in found] == ["02-b", "index"]
    assert len(run_notebooks.named([], tmp_path)) == 3
    with pytest.raises(ValueError, match=r"no notebook 2-b.*01-a, 02-b, index"):
        run_notebooks.named(["2-b"], tmp_path)
