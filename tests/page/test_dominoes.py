"""Shapes as pictures: what is drawn, what is tinted, what is refused."""

import re

import pytest
from bs4 import BeautifulSoup

from nnfs_course.page.dominoes import TINT, dominoes


def drawn(text):
    """For each array: its label, its size, and the tinted [row, column]s."""
    soup = BeautifulSoup(dominoes(text)._repr_html_(), "html.parser")
    found = []
    for svg in soup.select("svg"):
        rects = svg.select("rect")
        places = [(int(r["y"]), int(r["x"])) for r in rects]
        rows, columns = (sorted({p[k] for p in places}) for k in (0, 1))
        tinted = [
            (rows.index(y), columns.index(x))
            for (y, x), rect in zip(places, rects, strict=True)
            if rect["fill"] == TINT
        ]
        label = svg.parent.get_text()
        assert int(svg["width"]) > max(columns)
        assert int(svg["height"]) > max(rows)
        found.append((label, (len(rows), len(columns)), tinted))
    return found


def test_a_row_and_a_column_meet_and_make_an_entry():
    assert drawn("X (N, 4) @ W (4, 2) + b (1, 2) = Z (N, 2)") == [
        ("X (N, 4)", (3, 4), [(0, j) for j in range(4)]),
        ("W (4, 2)", (4, 2), [(i, 0) for i in range(4)]),
        ("b (1, 2)", (1, 2), [(0, 0)]),
        ("Z (N, 2)", (3, 2), [(0, 0)]),
    ]


def test_a_column_becomes_one_entry():
    assert drawn("dvalues (N, 3) ▸ dbiases (1, 3)") == [
        ("dvalues (N, 3)", (3, 3), [(0, 0), (1, 0), (2, 0)]),
        ("dbiases (1, 3)", (1, 3), [(0, 0)]),
    ]


def test_it_reads_as_its_text_everywhere():
    text = "dvalues (N, 3) * mask (N, 3) = dz (N, 3)"
    shown = dominoes(text)
    assert repr(shown) == text
    soup = BeautifulSoup(shown._repr_html_(), "html.parser")
    assert re.sub(r"\W", "", soup.get_text()) == re.sub(r"\W", "", text)
    assert all(svg["aria-hidden"] == "true" for svg in soup.select("svg"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("X (N, 4) @ W (3, 4)", "4 columns meet 3 rows"),
        ("X (N, 4) ≠ W (4, 3)", "4 columns meet 4 rows"),
        ("X (N, 4) @", "needs arrays like"),
        ("X (N, M)", "needs arrays like"),
        ("X", "but got 'X'"),
        ("X (N, 4) W (4, 3)", "needs arrays like"),
    ],
)
def test_what_does_not_fit_is_refused(text, message):
    with pytest.raises(ValueError, match=message):
        dominoes(text)
