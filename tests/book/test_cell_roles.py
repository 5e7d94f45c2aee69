"""Which cells of the chapters import, which are exercises."""

from types import SimpleNamespace

from docutils import nodes
from docutils.utils import new_document
from python.cells import COLAB, number_cells, quiz_functions, role

from nnfs_course.exercises.catalogue import ALL
from tests.chapters.rules import code_cells
from tests.conftest import CHAPTERS, read_notebook


def roles():
    for path in CHAPTERS:
        for cell in code_cells(read_notebook(path)):
            hidden = "remove-input" in cell.metadata.get("tags", [])
            if COLAB not in cell.source and not hidden:
                yield path.stem, cell.source, role(cell.source)


def test_each_exercise_has_one_cell_to_write_in():
    found = [r["data-check"] for *_, r in roles() if "data-check" in r]
    assert sorted(found) == sorted(ALL)


def test_cells_are_told_apart_by_their_code():
    for chapter, source, found in roles():
        is_check = 'check("' in source
        assert (found["data-role"] == "exercise") == is_check, (chapter, source)
        if found["data-role"] == "imports":
            assert "def " not in source
            assert " = " not in source


def test_a_question_needs_imports_and_is_needed_by_none():
    first = "from nnfs_course.quizzes import quiz\n\nquiz(1)"
    assert quiz_functions(first) == {"quiz"}
    assert quiz_functions("from nnfs_course.quizzes import (\n  a,\n  b)") == {
        "a",
        "b",
    }
    assert role(first, {"quiz"}) == {"data-role": "question"}
    assert role("quiz(2)", {"quiz"}) == {"data-role": "question"}
    assert role("q = quiz(2)", {"quiz"}) == {"data-role": "code"}


def test_every_chapter_begins_with_its_imports():
    first = {}
    for chapter, _, found in roles():
        first.setdefault(chapter, found["data-role"])
    del first["index"]  # computes at once
    assert set(first.values()) == {"imports"}


def test_a_cell_whose_code_is_not_shown_is_counted_and_left_alone():
    """A question is no program: its output alone stands on the page."""
    document = new_document("page")
    for part in ("cell_code_source", "cell_code_output", "cell_code_source"):
        text = nodes.Text("x" if part.endswith("source") else "· no Python")
        inside = nodes.container("", nodes.paragraph("", "", text))
        inside["nb_element"] = part
        document += nodes.container("", inside, nb_element="cell_code")
    number_cells(SimpleNamespace(), document)
    found = [child.get("page", {}).get("data-cell") for child in document]
    assert found == [1, None, 3]
