"""Scripts: those that a page uses, and none that it waits for."""

import re
from types import SimpleNamespace

import page_scripts
from bs4 import BeautifulSoup

from tests.conftest import page_names

SEARCH = ("search-index.js", "search.js")


def chosen(body):
    names = ("documentation_options.js", "copybutton.js", "togglebutton.js")
    scripts = [SimpleNamespace(filename=n, attributes={}) for n in names]
    settings = SimpleNamespace(
        filename="", attributes={"body": "let toggleHintShow = 'show';"}
    )
    context = {"body": body, "script_files": [*scripts, settings]}
    page_scripts.choose_scripts(None, "a", "page.html", context, None)
    return context["script_files"]


def test_a_script_comes_where_something_uses_it():
    assert len(chosen("<p>text</p>")) == 1
    code = chosen('<div class="highlight-python highlight">')
    assert [s.filename for s in code][1:] == ["copybutton.js"]
    folded = chosen('<div class="note dropdown admonition">')
    assert len(folded) == 3


def test_no_script_is_waited_for_but_the_settings():
    first, second = chosen('<div class="highlight">')
    assert first.attributes == {}
    assert second.attributes == {"defer": "defer"}


def test_only_the_search_page_loads_what_searches(book):
    for name in page_names(book):
        html = (book / name).read_text()
        loaded = [script for script in SEARCH if script in html]
        assert loaded == (list(SEARCH) if name == "search.html" else [])


def test_what_pages_load_is_there_and_is_not_empty(book):
    for name in page_names(book):
        soup = BeautifulSoup((book / name).read_text(), "html.parser")
        for tag in soup.select("script[src], link[rel=preload]"):
            address = re.split(r"[?#]", tag.get("src") or tag["href"])[0]
            path = (book / name).parent / address
            assert path.stat().st_size > 0, path


def test_files_that_no_page_asks_for_are_left_out(book):
    names = {p.name for p in (book / "_static").rglob("*") if p.is_file()}
    assert not [n for n in names if n.endswith((".map", ".ttf", ".po", ".mo"))]
    assert "fontawesome.js" not in names
    assert "tex-chtml.js" not in names
