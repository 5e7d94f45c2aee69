"""The index of words: where each stands, by the names of its sections."""

import posixpath

import glossary
import pytest

from tests.book.test_glossary import WORDS, soup_of
from tests.conftest import CHAPTERS


@pytest.fixture(scope="module")
def pages(book):
    return lambda name: soup_of(book / name)


@pytest.fixture(scope="module")
def index(pages):
    return pages("genindex.html").select_one("article")


def places_of(index, word):
    (entry,) = [dt for dt in index("dt") if dt.get_text(strip=True) == word]
    return entry.find_next_sibling("dd")("a")


@pytest.mark.parametrize("name", [f"chapters/{CHAPTERS[0].stem}", "genindex"])
def test_the_sidebar_leads_to_the_index(pages, name):
    links = pages(f"{name}.html").select(".bd-sidebar-primary nav a")
    (link,) = [each for each in links if each.get_text(strip=True) == "Index"]
    target = posixpath.join(posixpath.dirname(name), link["href"])
    if link["href"] != "#":  # on the page itself
        assert posixpath.normpath(target) == "genindex.html"


def test_each_letter_has_words_in_order(index):
    letters = [a.get_text() for a in index.select(".index-letters a")]
    heads = index.select("h2.index-letter")
    assert letters == [head.get_text() for head in heads]
    assert letters == sorted(set(letters))
    for letter, head in zip(letters, heads, strict=True):
        assert head["id"] == f"letter-{letter}"
        words = [
            dt.get_text(strip=True).lower()
            for dt in head.find_next_sibling("dl")("dt")
        ]
        assert words
        assert words == sorted(words)
        assert {word[0] for word in words} == {letter.lower()}


def test_every_word_of_the_glossary_leads_to_its_entry(index, pages):
    shown = {a.get_text(): a["href"] for a in index.select("dt a")}
    assert set(shown) == {word.strip("`") for word in WORDS}
    for word in WORDS:
        page, _, anchor = shown[word.strip("`")].partition("#")
        assert anchor == glossary.anchor(word)
        assert pages(page).find(id=anchor)


def test_each_place_is_called_as_its_section_is(index, pages):
    places = index.select("dd a")
    assert len(places) > 2 * len(WORDS)
    for place in places:
        name, _, anchor = place["href"].partition("#")
        page = pages(name)
        section = page.find("section", id=anchor)
        for said in (page.h1, section.find(["h1", "h2", "h3", "h4"])):
            for part in said.stripped_strings:
                if part != "#" and not part.strip().rstrip(".").isdigit():
                    assert part in place.get_text() or said.select("math")


def test_what_a_chapter_explains_stands_in_bold(index):
    *_, heading = [a for a in places_of(index, "dead") if "1." in a.get_text()]
    assert heading.get_text() == "1. One neuron: A dead ReLU"
    assert "explained" in heading["class"]
    assert not [a for a in places_of(index, "epoch") if a.get("class")]
    (section,) = places_of(index, "momentum")
    assert section.get_text() == "6. Training: Momentum"


def test_names_of_the_package_lead_to_their_documentation(index, pages):
    shown = {a.get_text(): a["href"] for a in index.select(".name-index a")}
    assert len(shown) > 50
    assert {"Dense", "Value.backward", "figures.fork"} <= set(shown)
    for address in shown.values():
        page, _, anchor = address.partition("#")
        assert pages(page).find(id=anchor)
