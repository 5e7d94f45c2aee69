"""What a page says of itself to others; and what stands on it once."""

from types import SimpleNamespace
from xml.etree import ElementTree

import addresses
import pytest
from bs4 import BeautifulSoup
from docutils.core import publish_doctree
from names import names
from sphinx.util.inventory import InventoryFile

from tests.conftest import page_names

TITLE = names()["title"]
TEXT = "Forward, a neuron multiplies and adds. Backward, the chain rule."


@pytest.mark.parametrize(
    ("repository", "expected"),
    [
        (
            "https://github.com/Ada/back.prop",
            "https://ada.github.io/back.prop/",
        ),
        ("https://github.com/ada/ada.github.io", "https://ada.github.io/"),
        (None, None),
    ],
)
def test_the_address_follows_from_the_repository(repository, expected):
    assert addresses.pages_of(repository) == expected


def an_app(folder, base):
    config = SimpleNamespace(html_title="The book", html_baseurl=base)
    builder = SimpleNamespace(
        format="html", get_target_uri=lambda name: f"{name}.html"
    )
    return SimpleNamespace(
        config=config,
        builder=builder,
        outdir=folder,
        env=SimpleNamespace(found_docs={"chapters/a", "chapters/b"}),
    )


def described(app, title="Why <em>a</em> &amp; b"):
    context = {"title": title}
    # Two titles, else docutils makes a lone one that of the document.
    text = f"One\n===\n\n{TEXT}\n\nTwo\n===\n\nEnd.\n"
    doctree = publish_doctree(text)
    addresses.describe(app, "chapters/a", "page.html", context, doctree)
    soup = BeautifulSoup(context["metatags"], "html.parser")
    return {
        tag.get("name") or tag["property"]: tag["content"]
        for tag in soup.select("meta")
    }


def test_a_published_page_has_a_description_and_a_card(tmp_path):
    app = an_app(tmp_path, "https://ada.github.io/book/")
    about = described(app)
    assert about["og:title"] == "Why a & b"
    assert about["description"] == TEXT
    assert about["og:url"] == "https://ada.github.io/book/chapters/a.html"
    card = about["og:image"].removeprefix("https://ada.github.io/book/")
    content = (tmp_path / card).read_bytes()
    assert content.startswith(b"\x89PNG")
    assert len(content) < 60_000


def test_without_an_address_there_is_no_card_and_no_sitemap(tmp_path):
    app = an_app(tmp_path, "")
    about = described(app)
    assert "og:image" not in about
    assert "og:url" not in about
    addresses.write_sitemap(app, None)
    assert list(tmp_path.iterdir()) == []


def test_the_sitemap_names_every_page(tmp_path):
    addresses.write_sitemap(an_app(tmp_path, "https://a.org/"), None)
    root = ElementTree.parse(tmp_path / "sitemap.xml").getroot()
    assert [entry[0].text for entry in root] == [
        "https://a.org/chapters/a.html",
        "https://a.org/chapters/b.html",
    ]


def test_every_chapter_says_what_it_is_about(book):
    told = []
    for name in set(page_names(book)) - {"index.html"}:
        soup = BeautifulSoup((book / name).read_text("utf-8"), "html.parser")
        title = soup.title.text
        assert title.count(TITLE) == 1, name
        if name in ("search.html", "genindex.html", "404.html"):
            continue
        assert len(soup.select("h1")) == 1, name
        updated = soup.select_one(".last-updated").text
        assert "Version" in updated
        assert "20" in updated
        if about := soup.select_one("meta[name=description]"):
            assert "\\" not in about["content"]
            told.append(about["content"])
    assert len(told) >= 14
    assert len(set(told)) == len(told)


def test_other_sites_that_refer_to_the_book_see_its_name(book):
    with (book / "objects.inv").open("rb") as file:
        lines = [file.readline().decode() for _ in range(3)]
    assert lines[1] == f"# Project: {TITLE}\n"
    assert lines[2].startswith("# Version: 0.")
    with (book / "objects.inv").open("rb") as file:
        assert InventoryFile.load(file, "", lambda base, uri: uri)


def test_a_page_that_is_missing_leads_back(book):
    soup = BeautifulSoup((book / "404.html").read_text("utf-8"), "html.parser")
    assert soup.select("article a[href='chapters/index.html']")
    assert soup.select("article a[href='search.html']")
