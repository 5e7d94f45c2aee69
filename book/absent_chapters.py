"""A chapter that is left out of a course leaves no dead link behind.

Other chapters speak of it with {doc}`04-its-name`. Where no chapter has this
number, the words stay, as text. A wrong name of a chapter that is there is
still an error, as is any other page that does not exist. Its equations are
missing, too: where a chapter was left out, so is what its labels lead to.
"""

from __future__ import annotations

import re
from pathlib import Path

from docutils import nodes

LINK = re.compile(r"\{doc\}`(?:[^`<]*<)?(?:\.\./)?(\d\d)-")
CHAPTER = re.compile(r"(\d\d)-([\w-]+)")


def as_text(app, env, node, content):
    """What stands in place of a link to a chapter that was left out."""
    if node.get("reftype") == "eq" and some_left_out(env):
        return nodes.inline("", "a chapter that is not in this book")
    name = Path(node.get("reftarget", "")).name
    found = CHAPTER.fullmatch(name) if node.get("reftype") == "doc" else None
    if found is None or found[1] in numbers(env.found_docs):
        return None
    if node.get("refexplicit"):
        return content
    return nodes.inline("", found[2].replace("-", " ").capitalize())


def some_left_out(env) -> bool:
    """Whether a page speaks of a chapter by a number that none has."""
    pages = (env.doc2path(name) for name in env.found_docs)
    texts = (Path(page).read_text("utf-8") for page in pages)
    named = {n for text in texts for n in LINK.findall(text)}
    return not named <= numbers(env.found_docs)


def numbers(pages) -> set[str]:
    """The numbers of the chapters that are there."""
    found = (CHAPTER.fullmatch(Path(page).name) for page in pages)
    return {each[1] for each in found if each}
