"""What waits for a prediction becomes an element that can be hidden."""

import json
from types import SimpleNamespace

import folded
import plain_widgets
import pytest
from docutils import nodes
from docutils.utils import new_document


def element(kind, cell, *children, **attributes):
    """A node as myst-nb makes it: the line tells the cell."""
    node = kind("", *children, **attributes)
    node.line = (cell + 1) * 10000 + 2
    return node


def title(cell, text):
    return element(nodes.title, cell, nodes.Text(text))


def code(cell):
    output = nodes.container(nb_element="cell_code_output")
    return element(
        nodes.container, cell, output, nb_element="cell_code", cell_index=cell
    )


def page(tmp_path, tags, *children):
    """The page of a notebook with these tags, one or none for each cell."""
    cells = [{"metadata": {"tags": [tag] if tag else []}} for tag in tags]
    path = tmp_path / "page.ipynb"
    path.write_text(json.dumps({"cells": cells}))
    document = new_document("page")
    document += element(nodes.section, 0, *children)
    env = SimpleNamespace(docname="page", doc2path=lambda name: path)
    folded.fold(SimpleNamespace(env=env), document)
    return document[0]


def shape(node):
    """Names of elements, what they wait for, and what is in them."""
    return [
        (child["after"], shape(child))
        if isinstance(child, folded.Folded)
        else (type(child).__name__, shape(child))
        if isinstance(child, nodes.section)
        else type(child).__name__
        for child in node.children
    ]


def test_neighbours_share_an_element(tmp_path):
    section = page(
        tmp_path,
        [None, "after:a", "after:a", "after:b", None],
        title(0, "T"),
        element(nodes.paragraph, 1),
        element(nodes.paragraph, 1),
        code(2),
        code(3),
        element(nodes.paragraph, 4),
    )
    assert shape(section) == [
        "title",
        ("a", ["paragraph", "paragraph", "container"]),
        ("b", ["container"]),
        "paragraph",
    ]


def test_an_output_can_wait_alone(tmp_path):
    section = page(tmp_path, ["output-after:a"], code(0))
    cell = section[0]
    assert isinstance(cell, nodes.container)
    assert shape(cell) == [("a", ["container"])]
    assert cell[0][0]["nb_element"] == "cell_code_output"


def test_a_heading_waits_with_its_whole_section(tmp_path):
    inner = element(
        nodes.section, 1, title(1, "In"), element(nodes.paragraph, 1), code(2)
    )
    section = page(tmp_path, [None, "after:a", "after:a"], title(0, "T"), inner)
    assert shape(section) == [
        "title",
        ("a", [("section", ["title", "paragraph", "container"])]),
    ]


def test_a_question_inside_hides_its_own(tmp_path):
    inner = element(nodes.section, 1, title(1, "In"), code(2), code(3))
    tags = [None, "after:a", "after:a", "after:b"]
    section = page(tmp_path, tags, title(0, "T"), inner)
    inside = ["title", "container", ("b", ["container"])]
    assert shape(section) == ["title", ("a", [("section", inside)])]


@pytest.mark.parametrize(("last", "warns"), [("after:a", 0), (None, 1)])
def test_a_heading_that_waits_alone_is_reported(
    tmp_path, monkeypatch, last, warns
):
    warned = []
    logger = SimpleNamespace(warning=lambda *told, **_: warned.append(told))
    monkeypatch.setattr(folded, "LOGGER", logger)
    inner = element(nodes.section, 1, title(1, "In"), code(2))
    page(tmp_path, [None, "after:a", last], title(0, "T"), inner)
    assert len(warned) == warns


def test_plain_html_stays_beside_its_widget():
    def part(kind, text):
        raw = nodes.raw("", text, format="html")
        return nodes.container("", raw, mime_type=kind)

    link = '<a href="01-its-name.ipynb">1</a>'
    for kinds in ([plain_widgets.WIDGET_VIEW, "text/html"], ["text/html"]):
        bundle = nodes.container("", *(part(kind, link) for kind in kinds))
        document = new_document("page")
        document += nodes.container("", bundle)
        plain_widgets.keep_plain_html(None, document)
        added = document[0].children[1:]
        assert [node.astext() for node in added] == [
            '<noscript><a href="01-its-name.html">1</a></noscript>\n'
        ] * (len(kinds) - 1)
