"""One style sheet: what it keeps, and where its addresses lead."""

import re

import icon_fonts
import pytest
import style_sheet
import tinycss2
from bs4 import BeautifulSoup
from fontTools.ttLib import TTFont
from used_styles import Used

from tests.conftest import page_names

PAGE = (
    '<p class="seen also" id="top">hidden word</p><script>add("late")</script>'
)
SCRIPT = 'e.className = "ansi-" + colour; e.id = `cell-${n}`;'


def kept(css):
    rules = tinycss2.parse_stylesheet(css, True, True)
    return tinycss2.serialize(Used([PAGE], [SCRIPT]).keep(rules))


@pytest.mark.parametrize(
    "css",
    [
        ".seen{}",
        "p.seen.also > a:hover::after{}",
        "#top{}",
        ".late{}",  # a script of the page makes it
        ".ansi-red{}",  # a script puts its name together
        "#cell-12{}",
        "table td{}",  # an element: a reader's own output may hold it
        ".seen:not(.absent){}",
        "[data-x] .seen{}",
        "@media print{.seen{}}",
        "@font-face{}",
    ],
)
def test_a_rule_that_may_match_stays(css):
    assert kept(css) == css


@pytest.mark.parametrize(
    "css",
    [
        ".absent{}",
        ".seen .absent{}",
        ".word{}",  # the page's text is no class
        "#elsewhere{}",
        "@media print{.absent{}}",
    ],
)
def test_a_rule_that_cannot_match_goes(css):
    assert kept(css) == ""


def test_of_several_selectors_those_that_may_match_stay():
    assert kept(".absent,.seen,#gone{color:red}") == ".seen{color:red}"


def test_sheets_in_folders_become_one_with_their_addresses(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "basic.css").write_text("@charset 'utf-8';a{}")
    (tmp_path / "in" / "theme.css").write_text(
        """@import "../basic.css"; /* a comment */
        b { src: url(../fonts/x.woff2) } c { src: url("y.png") }
        d { src: url("data:image/png;base64,") }"""
    )
    rules = style_sheet.rules_of(tmp_path, "in/theme.css")
    text = "".join(tinycss2.serialize(rules).split())
    assert text == (
        'a{}b{src:url("fonts/x.woff2")}c{src:url("in/y.png")}'
        'd{src:url("data:image/png;base64,")}'
    )


def test_every_page_has_the_one_sheet_and_no_other(book):
    css = (book / "_static" / "book.css").read_text()
    for name in page_names(book):
        if name == "index.html":  # it only leads to the first page
            continue
        soup = BeautifulSoup((book / name).read_text(), "html.parser")
        (link,) = soup.select('link[rel="stylesheet"]')
        assert re.fullmatch(
            r"[./]*_static/book\.css\?v=[0-9a-f]{8}", link["href"]
        )
    assert [p.name for p in (book / "_static").rglob("*.css")] == ["book.css"]
    # From both ends of the line: the theme's, and the course's own.
    assert ".admonition" in css
    assert ".cell-bar" in css
    assert len(css.encode()) < 170_000


def test_what_the_sheet_asks_for_is_there(book):
    css = (book / "_static" / "book.css").read_text()
    files = re.findall(r'url\("?(?!data:)([^")]+)', css)
    fonts = [name for name in files if name.endswith(".woff2")]
    assert len(fonts) == 4
    for name in files:
        if not name.endswith(".ttf"):  # for browsers that know no .woff2
            assert (book / "_static" / name).exists(), name


def test_the_icon_fonts_have_the_icons_of_the_sheet(book):
    css = (book / "_static" / "book.css").read_text()
    wanted = {int(code, 16) for code in re.findall(r"\\(f[0-9a-f]{3})", css)}
    wanted |= {ord(sign) for sign in css if 0xE000 <= ord(sign) < 0xF900}
    fonts = list((book / "_static" / icon_fonts.FONTS).glob("*.woff2"))
    held = {code for path in fonts for code in TTFont(path).getBestCmap()}
    assert len(wanted) > 10
    assert wanted <= held
    assert sum(path.stat().st_size for path in fonts) < 10_000


def test_icons_are_read_as_css_writes_them():
    css = r""".a { --fa: "\f00d" } .b { content: "\f188"; } :root{--x:"\+"}
        .c { background: url("data:image/png;base64,") }"""
    assert icon_fonts.icons(css) == {0xF00D, 0xF188, ord("+")}
