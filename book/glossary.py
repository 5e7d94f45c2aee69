"""Words of the glossary become links where a chapter first uses them.

The words are read from the glossary's definition list: no chapter and no file
here names one. A link is what `{term}` would make, and where a chapter has a
`{term}` of its own, that is its first use.
"""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path

from absent_chapters import CHAPTER
from docutils import nodes
from search_index import said
from sphinx import addnodes
from word_uses import around, one_or_many, uses

PAGE = "chapters/reference/glossary"
ENTRY = re.compile(r"^(\S.*)\n: ", re.MULTILINE)
NAME = re.compile(r"`[^`]+`|[^\s,`](?:[^,`]*[^\s,`])?")
SENTENCE = re.compile(r"(?<=[.?!]) ")


def connect(app):
    app.connect("doctree-read", name_words)
    app.connect("doctree-read", link_first_uses)
    app.connect("doctree-resolved", say_meanings)


def words(app) -> list[str]:
    """What the glossary explains. What is code there has its backticks."""
    path = path_of(app)
    text = path.read_text("utf-8") if path.exists() else ""
    return [name for line in ENTRY.findall(text) for name in NAME.findall(line)]


def path_of(app) -> Path:
    return Path(app.srcdir, f"{PAGE}.md")


def anchor(word: str) -> str:
    return f"term-{nodes.make_id(word)}"


def is_chapter(docname: str) -> bool:
    return CHAPTER.fullmatch(Path(docname).name) is not None


def name_words(app, doctree):
    """Each word gets an anchor of its own: an entry explains two, or three."""
    if app.env.docname != PAGE:
        return
    for text in list(doctree.findall(nodes.Text)):
        if isinstance(text.parent, nodes.term):
            text.parent.replace(text, named(text))
        elif isinstance(text.parent.parent, nodes.term):
            text.parent["ids"].append(anchor(text))
    for word in words(app):
        app.env.get_domain("std").note_object("term", word, anchor(word))


def named(line: str) -> list[nodes.Node]:
    parts = re.split(f"({NAME.pattern})", line)
    return [
        nodes.inline("", part, ids=[anchor(part)])
        if NAME.fullmatch(part)
        else nodes.Text(part)
        for part in parts
    ]


def link_first_uses(app, doctree):
    if not is_chapter(app.env.docname):
        return
    app.env.note_dependency(str(path_of(app)))
    first = {}
    for use in uses(doctree, words(app)):
        first.setdefault(use[0], use)
    for _, of_one_text in groupby(first.values(), lambda use: id(use[1])):
        link(list(of_one_text), app.env.docname)


def link(found: list[tuple], docname: str):
    """Put links into one text, for the words that are first used in it."""
    text = found[0][1]
    if any(node.get("reftype") == "term" for node in around(text)):
        return
    if isinstance(text.parent, nodes.literal):
        code = text.parent
        code.replace_self(to_entry(found[0][0], code.deepcopy(), docname))
        return
    parts, end = [], 0
    for word, _, (start, stop) in found:
        shown = nodes.Text(text[start:stop])
        parts += [nodes.Text(text[end:start]), to_entry(word, shown, docname)]
        end = stop
    text.parent.replace(text, [*parts, nodes.Text(text[end:])])


def to_entry(word: str, shown: nodes.Node, docname: str):
    return addnodes.pending_xref(
        "",
        shown,
        refdomain="std",
        reftype="term",
        reftarget=word,
        refdoc=docname,
        refexplicit=False,
        refwarn=True,
    )


def say_meanings(app, doctree, docname):
    """Each link says what its word means when it is pointed at."""
    links = [
        node
        for node in doctree.findall(nodes.reference)
        if f"{PAGE.rpartition('/')[2]}.html#term-" in node.get("refuri", "")
    ]
    told = meanings(app) if links else {}
    for node in links:
        node["classes"].append("term")
        node["reftitle"] = told[node["refuri"].partition("#")[2]]


def meanings(app) -> dict[str, str]:
    """By anchor: the first sentence of its entry that says the word."""
    told = {}
    for entry in app.env.get_doctree(PAGE).findall(nodes.definition_list_item):
        sentences = SENTENCE.split(said(entry.next_node(nodes.definition)))
        for node in entry.next_node(nodes.term).findall(nodes.Element):
            for name in node["ids"]:
                says = re.compile(one_or_many(node.astext()), re.IGNORECASE)
                told[name] = next(filter(says.search, sentences), sentences[0])
    return told
