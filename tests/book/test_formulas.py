"""Formulas: MathML in the pages, in a font that has all their signs."""

import re
from types import SimpleNamespace

import formulas
import maths_font
import pytest
from bs4 import BeautifulSoup
from docutils import nodes
from fontTools.ttLib import TTFont

from tests.conftest import page_names


def drawn(latex, block=True):
    """What is drawn: the MathML without the LaTeX that it was made from."""
    made = BeautifulSoup(formulas.mathml(latex, block=block), "html.parser")
    made.annotation.extract()
    return made


def test_lines_stand_under_each_other_at_their_signs():
    made = drawn(r"\begin{aligned} a &= b \\[6pt] &= c \end{aligned}")
    rows = [[cell.get_text() for cell in r("mtd")] for r in made("mtr")]
    assert rows == [["a", "=b"], ["", "=c"]]


def test_lines_without_an_environment_are_lines():
    assert len(drawn(r"a \\ b")("mtr")) == 2


def test_the_number_of_an_equation_is_left_to_sphinx():
    made = drawn(r"\begin{align} a &= b \end{align}")
    assert "(1)" not in made.get_text()


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}", "(1234)"),
        (r"\underbrace{a + b}_{c}", "a+b⏟c"),
        (r"1 + \ldots", "1+…"),
        (r"\overline{d}", "d‾"),
        (r"\mathrm{relu}(z)", "relu(z)"),
        (r"\text{if } z \le 0", "if z≤0"),
    ],
)
def test_what_chapters_write(latex, text):
    assert drawn(latex).get_text().replace("\xa0", " ") == text


def test_the_latex_stays_for_who_copies_it():
    made = BeautifulSoup(formulas.mathml("a < b", block=False), "html.parser")
    (latex,) = made.select('annotation[encoding="application/x-tex"]')
    assert latex.get_text() == "a < b"


def test_a_formula_that_cannot_be_shown_is_a_warning(monkeypatch):
    said = []
    logger = SimpleNamespace(warning=lambda *told, location: said.append(told))
    monkeypatch.setattr(formulas, "LOGGER", logger)
    node = nodes.math("", r"\nosuchword < x")
    assert formulas.convert(node, block=False) == r"\nosuchword &lt; x"
    assert r"\nosuchword" in str(said)


def test_every_formula_of_the_book_is_mathml(book):
    seen = 0
    for name in page_names(book):
        soup = BeautifulSoup((book / name).read_text(), "html.parser")
        for formula in soup.select(".math"):
            assert len(formula("math")) == 1
            assert len(formula("annotation")) == 1
            seen += 1
        for equation in soup.select("div.math[id]"):
            assert re.match(r"\([\d.]+\)", equation.select_one(".eqno").text)
    assert seen > 200


def test_the_maths_font_has_every_sign_of_the_book(book):
    font = TTFont(book / "_static" / "maths.woff2")
    used = {
        sign
        for name in page_names(book)
        for sign in maths_font.signs((book / name).read_text())
    }
    missing = {sign for sign in used if ord(sign) not in font.getBestCmap()}
    # What is no sign, but a space or a mark that nothing is to be seen of.
    assert all(not sign.isprintable() or sign == " " for sign in missing)
    assert len(used) > 80
    assert "Open Font License" in font["name"].getDebugName(13)


def test_letters_have_their_italics_in_the_font():
    signs = maths_font.signs("x <math><mi>w</mi><mo>α</mo></math> y")
    assert signs == {"w", "𝑤", "α", "𝛼", "√"}


def test_all_sizes_of_the_root_are_equally_wide(book):
    font = TTFont(book / "_static" / "maths.woff2")
    variants = font["MATH"].table.MathVariants
    root = font.getBestCmap()[ord("√")]
    place = variants.VertGlyphCoverage.glyphs.index(root)
    sizes = variants.VertGlyphConstruction[place].MathGlyphVariantRecord
    assert len(sizes) > 2
    assert len({font["hmtx"][size.VariantGlyph][0] for size in sizes}) == 1
