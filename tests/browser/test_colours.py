"""Python typed in a page has the colours that Python in the book has."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ipython_pygments_lexers import IPython3Lexer
from pygments.token import STANDARD_TYPES

from nnfs_course.page.bundle import bundle
from tests.chapters.rules import code_cells
from tests.conftest import CHAPTERS, ROOT, read_notebook

TOKENS = ROOT / "book" / "python" / "js" / "tokens.js"
RULE = re.compile(r'data-theme="(\w+)"\] \.highlight \.(\w+) (\{[^}]*\})')
PLAIN = "n"  # what a part without a class looks like

# Where the colour is another one: the word, its class by Pygments, and why.
DIFFERS = {
    ("case", "k"): "a name here; Pygments takes it for the keyword of `match`",
    (r"__\w+__", "n"): "one of Python's own names that Pygments does not know",
}
# What breaks colouring that is not made for text still being written.
UNFINISHED = [
    '"', "'''", 'f"{', 'f"{a:{', 'f"{{', "\\", '"""\\', '"\\\n', "rb'", "0x",
    "\0", "🙂", "e\u0301", "a\r\nb", "\u2028", "@", "@ b", "1.e", "f'{a!'",
    'f"{a!r:>{width}}"', "from . import (", "def", "import import",
]  # fmt: skip
LONG = 100_000


@pytest.fixture(scope="module")
def page(browser):
    """A page where m has what tokens.js exports."""
    page = browser.new_page()
    page.evaluate(
        """async code => {
            const blob = new Blob([code], { type: "text/javascript" });
            window.m = await import(URL.createObjectURL(blob));
        }""",
        bundle(TOKENS),
    )
    yield page
    page.close()


@pytest.fixture(scope="module")
def tokens(page):
    """tokens(texts): the parts of each."""
    return lambda texts: page.evaluate("texts => texts.map(m.tokens)", texts)


@pytest.fixture(scope="module")
def looks(book):
    """How the book's style sheet shows a class, in both modes."""
    css = (book / "_static" / "book.css").read_text()
    found = {}
    for mode, name, style in RULE.findall(css):
        found.setdefault(name, {})[mode] = style
    assert set(found[PLAIN]) == {"light", "dark"}
    return lambda name: found.get(name, found[PLAIN])


def by_pygments(text):
    """The class of each character."""
    for kind, part in IPython3Lexer(stripnl=False, ensurenl=False).get_tokens(
        text
    ):
        while kind not in STANDARD_TYPES:
            kind = kind.parent
        yield from [STANDARD_TYPES[kind]] * len(part)


def test_all_code_of_the_course_has_the_colours_of_the_book(tokens, looks):
    texts = [
        cell.source
        for path in CHAPTERS
        for cell in code_cells(read_notebook(path))
    ]
    files = sorted((ROOT / "nnfs_course").rglob("*.py"))
    texts += [path.read_text() for path in files]
    assert len(texts) > 300
    seen = set()
    for text, parts in zip(texts, tokens(texts), strict=True):
        ours = [name for name, part in parts for _ in part]
        theirs = list(by_pygments(text))
        assert len(ours) == len(theirs) == len(text)
        for word in re.finditer(r"\w+|[^\w\s]", text):
            found, expected = ours[word.start()], theirs[word.start()]
            if looks(found) == looks(expected):
                continue
            listed = {
                (like, kind)
                for like, kind in DIFFERS
                if re.fullmatch(like, word[0]) and kind == expected
            }
            place = text[word.start() - 40 : word.end()]
            assert listed, (place, found, expected)
            seen |= listed
    assert seen == set(DIFFERS)


PIECES = st.lists(st.sampled_from(UNFINISHED) | st.text(max_size=8))


@given(st.text() | PIECES.map("".join))
def test_no_character_is_lost(tokens, text):
    (parts,) = tokens([text])
    assert "".join(part for _, part in parts) == text
    assert all(part for _, part in parts)


@pytest.mark.timing
@pytest.mark.parametrize("piece", [*UNFINISHED, 'f"{a:.2f}" + ', "x = 1\n"])
@pytest.mark.parametrize("start", ["", '"""', 'f"""'])
def test_a_long_text_is_coloured_at_once(page, start, piece):
    text = start + piece * (LONG // len(piece))
    # The best of some: the machine may be busy.
    milliseconds = page.evaluate(
        """text => {
            let best = Infinity;
            for (let i = 0; i < 50 && best > 100; i++) {
                const started = performance.now();
                m.tokens(text);
                best = Math.min(best, performance.now() - started);
            }
            return best;
        }""",
        text,
    )
    assert milliseconds < 100
