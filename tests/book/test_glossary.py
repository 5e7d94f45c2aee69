"""Words of the glossary are links where a chapter first uses them."""

import re
from functools import cache
from types import SimpleNamespace

import glossary
import pytest
from bs4 import BeautifulSoup
from docutils.core import publish_doctree
from myst_parser.docutils_ import Parser
from sphinx import addnodes
from word_uses import one_or_many, uses

from tests.conftest import ROOT

COURSE = SimpleNamespace(srcdir=ROOT)
WORDS = glossary.words(COURSE)
CHAPTERS = sorted((ROOT / "chapters").glob("[0-9]*.ipynb"))
NOT_PROSE = ".goals, table, .cell_output, figcaption, h1, h2, h3, pre, summary"


def read(text):
    return publish_doctree(text, parser=Parser())


def found(text, *words):
    return [
        (word, str(where[start:end]))
        for word, where, (start, end) in uses(read(text), list(words))
    ]


def linked(doctree, docname="chapters/01-its-name"):
    """A page with its links: what is pointed to, and what is shown."""
    env = SimpleNamespace(docname=docname, note_dependency=lambda path: None)
    app = SimpleNamespace(env=env, srcdir=ROOT)
    glossary.link_first_uses(app, doctree)
    links = doctree.findall(addnodes.pending_xref)
    return [(link["reftarget"], link.astext()) for link in links]


@cache
def soup_of(page):
    return BeautifulSoup(page.read_text("utf-8"), "html.parser")


def page_of(book, chapter):
    return book / "chapters" / f"{chapter.stem}.html"


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("gradient", "Gradients"),
        ("class index", "class indices"),
        ("loss", "losses"),
        ("batch", "batches"),
        ("probabilities", "probability"),
        ("logits", "logit"),
        ("`dvalues`", "`dvalues`"),
    ],
)
def test_one_or_many_is_the_same_word(word, text):
    assert found(f"So {text}, too.", word) == [(word, text.strip("`"))]


def test_the_longest_word_wins():
    text = "An upstream gradient, a gradient, and gradient descent."
    words = ["gradient", "gradient descent", "upstream gradient"]
    assert [word for word, _ in found(text, *words)] == [
        "upstream gradient",
        "gradient",
        "gradient descent",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A gloss, inputting, a gradient-check.",
        "# The loss",
        "`loss` and `input = loss`",
        "{math}`loss`",
        "```python\nloss\n```",
        "[the loss](https://example.org)",
        "| loss |\n|---|\n| input |",
    ],
)
def test_what_is_no_running_prose_of_whole_words(text):
    assert found(text, "loss", "input", "gradient") == []


def test_a_chapter_links_each_word_once_and_keeps_its_text():
    text = "A loss, its gradients. **The batch** of losses has `dvalues`."
    doctree = read(text)
    before = doctree.astext()
    assert linked(doctree) == [
        ("loss", "loss"),
        ("gradient", "gradients"),
        ("batch", "batch"),
        ("`dvalues`", "dvalues"),
    ]
    assert doctree.astext() == before
    assert linked(read(text), "chapters/reference/speed") == []


def test_a_link_of_the_chapters_own_is_the_first_use():
    doctree = read("Here it is. A loss of its own.")
    (paragraph,) = doctree.children
    own = addnodes.pending_xref("", reftype="term", reftarget="loss")
    own += paragraph.children[0].copy()
    paragraph.insert(0, own)
    assert [word for word, _ in linked(doctree)] == ["loss"]


def before(soup, link):
    """What the prose says before a link, without what links and code say."""
    for paragraph in soup.select("article p"):
        if paragraph.find_parent(class_=["goals", "cell_output"]):
            continue
        for text in paragraph.find_all(string=True):
            if link in text.parents:
                return
            if not text.find_parent(["a", "code", "math", "td", "th"]):
                yield text


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda path: path.stem)
def test_links_stand_at_first_uses_in_prose(book, chapter):
    soup = soup_of(page_of(book, chapter))
    links = soup.select("a.term")
    assert len(links) > 4
    assert len({link["href"] for link in links}) == len(links)
    assert not soup.select(f":is({NOT_PROSE}) a.term")
    for link in links:
        word = link["href"].partition("#term-")[2].replace("-", " ")
        said = "\n".join(before(soup, link))
        for longer in WORDS:
            if word in longer and word != longer:
                said = re.sub(longer, "", said, flags=re.IGNORECASE)
        pattern = rf"(?<![\w-]){one_or_many(word)}(?![\w-])"
        assert not re.search(pattern, said, re.IGNORECASE)


def test_each_link_leads_to_its_entry_and_says_what_the_word_means(book):
    entries = soup_of(book / "chapters" / "reference" / "glossary.html")
    for word in WORDS:
        (entry,) = entries.select(f"dt #{glossary.anchor(word)}")
        assert entry.get_text() == word.strip("`")
    for chapter in CHAPTERS:
        for link in soup_of(page_of(book, chapter)).select("a.term"):
            path, _, name = link["href"].partition("#")
            assert path == "reference/glossary.html"
            word = entries.find(id=name).get_text()
            assert re.search(one_or_many(word), link["title"], re.IGNORECASE)
            assert len(link["title"]) < 130
