"""A table of marks, as text and as HTML."""

import pytest
from bs4 import BeautifulSoup

from nnfs_course.page.marks import marks

ROWS = {"all < some": [True, True, False], "none": [False, False, False]}


def test_text_and_html_show_the_same_marks():
    table = marks(ROWS, yes="caught", no="not seen")
    soup = BeautifulSoup(table._repr_html_(), "html.parser")
    assert soup.caption.text == "● caught, · not seen"
    lines = repr(table).splitlines()
    assert lines[0] == soup.caption.text
    assert lines[1].split() == [th.text for th in soup.select("thead th")]
    for line, row in zip(lines[2:], soup.select("tbody tr"), strict=True):
        shown = [td.text for td in row.select("td")]
        assert line.split()[-3:] == shown
        assert line.startswith(row.th.text)
        assert ROWS[row.th.text] == [mark == "●" for mark in shown]


@pytest.mark.parametrize("rows", [{}, {"a": [True], "b": [True, False]}])
def test_rows_that_make_no_table_are_refused(rows):
    with pytest.raises(ValueError, match="rows of the same length"):
        marks(rows, yes="in", no="out")
