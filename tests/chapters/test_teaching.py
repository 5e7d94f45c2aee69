"""What the page for teachers says about the chapters is what they say."""

import re

import chapter_table
import nbformat
from nbformat.v4 import new_markdown_cell, new_notebook

from nnfs_course.exercises.feedback import Outcome
from tests.conftest import CHAPTERS, ROOT, read_notebook

PAGE = (ROOT / "chapters" / "reference" / "teaching.md").read_text("utf-8")


def test_the_table_has_a_row_for_each_chapter():
    rows = chapter_table.table(ROOT).splitlines()[2:]
    numbered = [path for path in CHAPTERS if path.stem[0].isdigit()]
    assert len(rows) == len(numbered)
    for row, path in zip(rows, numbered, strict=True):
        title = read_notebook(path).cells[0].source.splitlines()[0]
        cells = [cell.strip() for cell in row.strip("|").split("|")]
        assert cells[0] == f"{int(path.stem[:2])}. {title.removeprefix('# ')}"
        earlier = [int(number) for number in cells[2].split(",") if number]
        assert all(number < int(path.stem[:2]) for number in earlier)
        assert all(int(cells[k]) > 0 for k in (1, 3, 4))


def test_the_page_has_the_table():
    assert PAGE.count(chapter_table.MARK) == 1


def test_what_a_chapter_needs_is_read_from_its_beginning(tmp_path):
    needs = "# Two\n\n**You need** {doc}`01-one` and {doc}`Three <03-c>`."
    later = "{doc}`04-four` is not needed."
    cells = [new_markdown_cell(text) for text in (needs, later)]
    nbformat.write(new_notebook(cells=cells), tmp_path / "05-two.ipynb")
    assert chapter_table.needed(tmp_path / "05-two.ipynb") == [1, 3]


def test_the_outcomes_are_those_of_the_checker():
    said = re.findall(r'`"([a-z ]+)"`', PAGE)
    assert set(said) <= {outcome.value for outcome in Outcome}
    assert len(said) == 4
