"""The search finds sections, also from disk: search.js reads this index.

Sphinx's own search finds pages, and needs a server to show what they say. So
each section is noted as it is read: its words, and its prose for the excerpt.
"""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

from docutils import nodes
from folded import Folded
from formulas import mathml
from math_core import LatexError
from sphinx import addnodes

# What stands in a heading, and what readers may call it.
ALSO = {
    "1/N": "one over N, divide by the number of samples",
    "add": "sum, accumulate, branches, paths",
    "biases": "broadcasting backwards",
    "dead ReLU": "dying ReLU",
    "gradients lie": "wrong gradient, bug",
    "large": "overflow, stable, subtract the maximum",
    "Learning rates that fall": "decay, schedule",
    "Move a number": "gradient check, finite differences, numeric gradient",
    "nudge": "finite difference",
    "p is exactly 0": "log of zero, clip",
    "straight from the logits": "log-sum-exp",
    "What is confused": "confusion matrix",
    "When shapes do not fit": "broadcasting, keepdims, shape error",
    "Why: five lines": "proof, derivation, p minus y",
    "without the matrix": "vector-Jacobian product, VJP",
    "held out": "test set, overfitting, generalise",
    "Will you get the same numbers?": "seed, random, reproducible",
}
BEGIN = "const PAGES = "
FRACTION = re.compile(r"\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}")
NOT_SAID = re.compile(r"<annotation.*?</annotation>|<[^>]*>", re.DOTALL)
WORD = re.compile(r"\w+")


def connect(app):
    app.connect("builder-inited", replace_search)
    app.connect("html-page-context", note_sections)
    app.connect("build-finished", write_index, priority=700)


def replace_search(app):
    app.builder.search = False
    app.config.html_additional_pages |= {"search": "search.html"}


def note_sections(app, pagename, templatename, context, doctree):
    if doctree is not None:
        noted(app)[pagename] = [
            entry(part) for part in doctree.findall(is_part) if name_of(part)
        ]


def noted(app) -> dict[str, list]:
    """The sections by page. A page that is not written again keeps its own."""
    if not hasattr(app.builder, "sections"):
        path = index_of(app)
        old = path.read_text("utf-8") if path.exists() else BEGIN + "{}"
        app.builder.sections = json.loads(old.removeprefix(BEGIN))
    return app.builder.sections


def index_of(app) -> Path:
    return Path(app.outdir) / "_static" / "search-index.js"


def is_part(node) -> bool:
    if isinstance(node, nodes.section):
        return True
    parent = node.parent
    while parent is not None and not isinstance(parent, addnodes.desc):
        parent = parent.parent
    return isinstance(node, addnodes.desc) and parent is None


def name_of(part) -> tuple[str, str] | None:
    """Its title and its anchor: of a section, or of a documented name."""
    head = part.next_node(
        nodes.title
        if isinstance(part, nodes.section)
        else addnodes.desc_signature
    )
    if isinstance(part, nodes.section):
        return said(head), part["ids"][0]
    if not head["ids"]:
        return None
    return head["ids"][0].rpartition(".")[2], head["ids"][0]


def entry(part) -> dict[str, str]:
    title, anchor = name_of(part)
    prose, words = [], set()
    for node in inside(part):
        if isinstance(node, nodes.paragraph) and not is_hidden(node):
            prose.append(said(node))
        elif isinstance(node, (nodes.literal_block, nodes.paragraph)):
            words.update(WORD.findall(node.astext()))
    return {
        "anchor": anchor,
        "title": title,
        "prose": " ".join(prose),
        "words": " ".join(sorted(words)),
    }


def inside(part):
    """All that stands in a part, and in no smaller one."""
    for child in part.children:
        if isinstance(child, nodes.Element) and not is_part(child):
            yield child
            yield from inside(child)


def is_hidden(node) -> bool:
    """An excerpt must not tell what a prediction asks for."""
    while node is not None and not isinstance(node, Folded):
        node = node.parent
    return node is not None


def said(node) -> str:
    """A text with its formulas as one would type them, not in LaTeX."""
    copy = node.deepcopy()
    for formula in list(copy.findall(nodes.math)):
        formula.replace_self(nodes.Text(typed(formula.astext())))
    return " ".join(copy.astext().split())


def typed(latex: str) -> str:
    while (flat := FRACTION.sub(r"{\1}/{\2}", latex)) != latex:
        latex = flat
    try:
        return html.unescape(NOT_SAID.sub("", mathml(latex, block=False)))
    except LatexError:
        return ""


def write_index(app, exception):
    if exception or app.builder.format != "html":
        return
    there = {
        page: [part | {"also": also(part["title"])} for part in parts]
        for page, parts in noted(app).items()
        if page in app.env.found_docs
    }
    text = json.dumps(
        there, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    index_of(app).write_text(BEGIN + text, encoding="utf-8")


def also(title: str) -> str:
    return " ".join(names for key, names in ALSO.items() if key in title)
