"""The index: every word of the glossary, and the sections that speak of it.

Sphinx's own index knows the names of the package alone. Here each word has its
entry in the glossary and, for each chapter, the section that explains it (it
has the word in bold, or in its heading) or else the first that uses it.
"""

from __future__ import annotations

import re
from itertools import groupby

import glossary
from docutils import nodes
from search_index import said
from sphinx import addnodes
from word_uses import any_of, around, one_or_many, uses

# What a reader may look up, and the glossary does not explain.
ALSO = (
    "Adam, chain rule, complex step, confusion matrix, cross-entropy, "
    "dense layer, fork, gate, graph, Kronecker delta, learning rate, "
    "log-sum-exp, logarithm, mask, mini-batch, momentum, NaN, optimizer, "
    "overflow, ReLU, seed, shape, shift-invariant, slope, transpose, VJP"
)
CLOSING = {"take-away", "exercises", "quiz"}  # sections that explain no word


def connect(app):
    app.connect("doctree-read", show_in_contents, priority=400)
    app.connect("html-page-context", write_index, priority=400)


def show_in_contents(app, doctree):
    """Last in the sidebar. `_toc.yml` can name files only."""
    if app.env.docname == app.config.root_doc:
        for last in list(doctree.findall(addnodes.toctree))[-1:]:
            last["entries"].append(("Index", "genindex"))


def write_index(app, pagename, templatename, context, doctree):
    if pagename != "genindex":
        return
    known, also = glossary.words(app), ALSO.split(", ")
    found = places(app, [*known, *also])
    entries = [
        {
            "word": word.strip("`"),
            "code": word[0] == "`",
            "entry": word in known
            and address(app, glossary.PAGE, glossary.anchor(word)),
            "places": found.get(word, []),
        }
        for word in [*known, *also]
        if word in known or word in found
    ]
    entries.sort(key=lambda entry: entry["word"].lower())
    context["title"] = "Index"
    context["words"] = [
        (letter, list(some))
        for letter, some in groupby(entries, lambda e: e["word"][0].upper())
    ]
    context["names"] = names(app)


def address(app, docname: str, anchor: str) -> str:
    return f"{app.builder.get_relative_uri('genindex', docname)}#{anchor}"


def places(app, known: list[str]) -> dict[str, list[dict]]:
    """By word: one section of each chapter that has the word."""
    found = {}
    for docname in sorted(filter(glossary.is_chapter, app.env.found_docs)):
        doctree = app.env.get_doctree(docname)
        for word, (section, explained) in sections(doctree, known).items():
            found.setdefault(word, []).append(
                place(app, docname, section, explained)
            )
    return found


def sections(doctree, known: list[str]) -> dict:
    """By word: the section that explains it, else the first that uses it."""
    found = {}
    for word, section, explained in [
        *in_bold(doctree, known),
        *in_headings(doctree, known),
        *in_prose(doctree, known),
    ]:
        if not is_closing(section):
            found.setdefault(word, (section, explained))
    return found


def in_bold(doctree, known):
    """What is put in bold, alone, is explained there."""
    for word, text, _ in uses(doctree, known):
        if any(is_alone(node, word) for node in around(text)):
            yield word, section_of(text), True


def is_alone(node, word: str) -> bool:
    pattern = rf"(the |an? )?{one_or_many(word.strip('`'))}"
    return isinstance(node, nodes.strong) and bool(
        re.fullmatch(pattern, node.astext(), re.IGNORECASE)
    )


def in_headings(doctree, known):
    """A section whose heading has the word explains it, too."""
    pattern, names = any_of(known)
    for section in doctree.findall(nodes.section):
        for found in pattern.finditer(said(section.next_node(nodes.title))):
            yield names[found.lastindex - 1], section, True


def in_prose(doctree, known):
    for word, text, _ in uses(doctree, known):
        yield word, section_of(text), False


def section_of(node):
    return next(n for n in around(node) if isinstance(n, nodes.section))


def is_closing(section) -> bool:
    parts = [section, *around(section)]
    return any(CLOSING.intersection(part.get("ids", ())) for part in parts)


def place(app, docname: str, section, explained: bool) -> dict:
    title = said(app.env.titles[docname])
    number = app.env.toc_secnumbers.get(docname, {}).get("", ())
    whole = isinstance(section.parent, nodes.document)
    return {
        "chapter": " ".join([*(f"{n}." for n in number), title]),
        "section": None if whole else said(section.next_node(nodes.title)),
        "explained": explained,
        "address": address(app, docname, section["ids"][0]),
    }


def names(app) -> list[tuple[str, str]]:
    """The names of the package, as one writes them, each with its address."""
    found = {
        name.removeprefix("nnfs_course."): address(app, docname, anchor)
        for name, _, kind, docname, anchor, priority in app.env.get_domain(
            "py"
        ).get_objects()
        if kind != "module" and priority >= 0
    }
    return sorted(found.items(), key=lambda item: item[0].lower())
