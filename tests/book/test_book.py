"""The built pages, read as files."""

import re

import font_licences
from bs4 import BeautifulSoup

from tests.chapters import rules
from tests.conftest import CHAPTERS, ROOT, page_names, read_notebook


def pages(book):
    return [book / name for name in page_names(book)]


def test_every_chapter_has_a_page(book):
    for path in CHAPTERS:
        page = path.relative_to(ROOT).with_suffix(".html")
        assert (book / page).exists()
    assert (book / "index.html").exists()


def test_pictures_have_real_alt_text(book):
    pictures = 0
    for page in pages(book):
        html = page.read_text()
        assert rules.alt_problems(html) == []
        pictures += len(
            BeautifulSoup(html, "html.parser").select("article img")
        )
    assert pictures > 0


def test_no_page_names_another_project_or_loads_from_another_host(book):
    for page in pages(book):
        soup = BeautifulSoup(page.read_text(), "html.parser")
        loaded = [
            tag.get("src") or tag.get("href")
            for tag in soup.select("script[src], img[src], link[href], iframe")
        ]
        assert not [a for a in loaded if re.match(r"(https?:)?//", a or "")]
        assert "executablebooks/jupyter-book" not in str(soup)
        assert "thebe" not in str(soup).lower()


def test_there_is_one_search_button_and_one_search_dialog(book):
    html = (book / "chapters" / "index.html").read_text()
    soup = BeautifulSoup(html, "html.parser")
    assert len(soup.select(".search-button-field")) == 1
    assert not soup.select(".bd-header .search-button__button")


def test_source_code_is_shown_highlighted(book):
    html = (book / "chapters" / "reference" / "your-own-layer.html").read_text()
    soup = BeautifulSoup(html, "html.parser")
    shown = soup.select(".cell_output .highlight-python")
    assert len(shown) == 2
    assert all(block.select("span.k") for block in shown)


def test_the_built_book_stays_small(book):
    python = book / "_static" / "python"  # read when a reader runs a cell
    files = [f for f in book.rglob("*") if f.is_file()]
    sizes = [f.stat().st_size for f in files if python not in f.parents]
    assert sum(sizes) < 12e6
    assert sum(f.stat().st_size for f in python.glob("*")) < 26e6


def test_the_cell_for_colab_is_not_shown(book):
    for page in pages(book):
        assert "Google Colab" not in page.read_text()


def test_cells_are_numbered_as_in_the_notebook(book):
    for path in CHAPTERS:
        page = book / path.relative_to(ROOT).with_suffix(".html")
        html = page.read_text()
        shown = BeautifulSoup(html, "html.parser").select("[data-cell]")
        cells = rules.code_cells(read_notebook(path))
        for cell in shown:
            code = cell.select_one(".cell_input pre").get_text()
            source = cells[int(cell["data-cell"]) - 1].source
            assert code.strip("\n") == source.strip("\n")
        assert len(shown) == sum(map(rules.shows_code, cells))


def test_the_licences_of_the_fonts_stand_beside_them(book):
    text = (book / font_licences.FILE).read_text()
    fonts = {path.name for path in book.rglob("*.woff2")}
    assert len(fonts) == 4
    owners = {name: "Copyright (c) Font Awesome" for name in fonts}
    owners["maths.woff2"] = "Copyright 2001-2020 The STIX Fonts Project Authors"
    for name, owner in owners.items():
        assert f"{name}: {owner}" in text
    assert text.count("Permission is hereby granted, free of charge") == 1
    for page in pages(book):
        soup = BeautifulSoup(page.read_text(), "html.parser")
        (link,) = soup.select(f'footer a[href$="{font_licences.FILE}"]')
        assert (page.parent / link["href"]).exists()
