"""Where a page uses a word: in running prose, as a whole word, one or many."""

from __future__ import annotations

import re

from docutils import nodes
from sphinx import addnodes

# How a word may end, and what is put there: its singular or its plural.
ENDINGS = (
    (r"(y|ies)$", "(?:y|ies)"),
    (r"(ex|ices)$", "(?:ex|ices)"),
    (r"(?<=ss|ch)$", "(?:es)?"),
    (r"s?$", "s?"),
)
# Running prose is what stands in a paragraph, and in none of these.
NOT_PROSE = (
    addnodes.pending_xref,
    nodes.caption,
    nodes.legend,
    nodes.literal,
    nodes.math,
    nodes.raw,
    nodes.reference,
    nodes.table,
)
GOALS = "goals"  # what a chapter is about, said before it begins


def uses(doctree, words: list[str]):
    """Each use: the word, the text, from where to where in it.

    A word in backticks is code. A `{term}` uses what it points to.
    """
    pattern, names = any_of(words)
    for text in list(doctree.findall(nodes.Text)):
        outside = list(around(text))
        own = next((n for n in outside if n.get("reftype") == "term"), None)
        if own is not None:
            yield own["reftarget"], text, (0, len(text))
        elif f"`{text}`" in words and isinstance(text.parent, nodes.literal):
            if is_prose(outside[1:]):
                yield f"`{text}`", text, (0, len(text))
        elif is_prose(outside):
            for found in pattern.finditer(text):
                yield names[found.lastindex - 1], text, found.span()


def any_of(words: list[str]) -> tuple[re.Pattern, list[str]]:
    """The longest first. Its group n is the nth of these names."""
    names = sorted((w for w in words if w[0] != "`"), key=len, reverse=True)
    either = "|".join(f"({one_or_many(n)})" for n in names) or "(?!)"
    pattern = rf"(?<![\w-])(?:{either})(?![\w-])"
    return re.compile(pattern, re.IGNORECASE), names


def one_or_many(name: str) -> str:
    """A pattern: "class index" is also "class indices"."""
    end, both = next(each for each in ENDINGS if re.search(each[0], name))
    return re.escape(re.sub(end, "", name, count=1)) + both


def around(node):
    while (node := node.parent) is not None:
        yield node


def is_prose(outside: list[nodes.Element]) -> bool:
    return any(isinstance(n, nodes.paragraph) for n in outside) and not any(
        isinstance(n, NOT_PROSE) or GOALS in n.get("classes", ())
        for n in outside
    )
