"""What follows a prediction is folded until the prediction is made.

A notebook says so by tags: a cell with `after:its-name` is folded until
`predict("its-name")` is answered, a code cell with `output-after:its-name`
shows its code and folds its output. Here they become elements with
`data-after`; the styles hide them where scripts run, and the prediction's
script opens them. On paper and without scripts they stand there.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from docutils import nodes
from sphinx.util import logging

TAG = re.compile(r"(output-)?after:([\w-]+)$")
LOGGER = logging.getLogger(__name__)


class Folded(nodes.General, nodes.Element):
    """What is folded until the prediction named in `after` is made."""


def connect(app):
    app.add_node(Folded, html=(visit, depart))
    # Late: first the page's contents are read, where sections must be plain.
    app.connect("doctree-read", fold, priority=900)


def fold(app, doctree):
    path = Path(app.env.doc2path(app.env.docname))
    if path.suffix != ".ipynb":
        return
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    fold_cells(doctree, [tag_of(cell, "") for cell in cells])
    outputs = [tag_of(cell, "output-") for cell in cells]
    for node in list(doctree.findall(nodes.container)):
        if node.get("nb_element") == "cell_code" and outputs[cell_of(node)]:
            for part in list(node.children):
                if part.get("nb_element") == "cell_code_output":
                    folded = Folded(after=outputs[cell_of(node)])
                    node.replace(part, folded)
                    folded += part


def tag_of(cell: dict, kind: str) -> str | None:
    """The prediction that a cell, or with "output-" its output, waits for."""
    for tag in cell["metadata"].get("tags", []):
        found = TAG.match(tag)
        if found and (found[1] or "") == kind:
            return found[2]
    return None


def cell_of(node: nodes.Element) -> int:
    """The cell that a node was made from: myst-nb counts lines from its
    number times 10000."""
    return node.get("cell_index", (node.line or 0) // 10000 - 1)


def fold_cells(parent: nodes.Element, tags: list, outer: str | None = None):
    """Wrap what belongs to tagged cells; sections that are tagged whole."""
    for child in list(parent.children):
        name = tags[cell_of(child)] if cell_of(child) >= 0 else None
        if isinstance(child, nodes.section):
            fold_cells(child, tags, name or outer)
            if name and not all(is_folded(c, tags) for c in child.children):
                LOGGER.warning(
                    "The heading %r waits for the prediction %r, but not all "
                    "that stands below it does: tag these cells, too.",
                    child.next_node(nodes.title).astext(),
                    name,
                    location=child,
                )
        if name is None or name == outer or isinstance(child, nodes.title):
            continue
        place = parent.index(child)
        before = parent[place - 1] if place else None
        if not (isinstance(before, Folded) and before["after"] == name):
            before = Folded(after=name)
            parent.insert(place, before)
        parent.remove(child)
        before += child


def is_folded(node: nodes.Element, tags: list) -> bool:
    return isinstance(node, Folded) or tags[cell_of(node)] is not None


def visit(translator, node):
    attributes = {"data-after": node["after"]}
    translator.body.append(translator.starttag(node, "div", **attributes))


def depart(translator, node):
    translator.body.append("</div>\n")
