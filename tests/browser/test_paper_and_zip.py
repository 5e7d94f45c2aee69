"""The book handed on: from a folder with any name, and on paper."""

import re
import zipfile

import make_pdf
import make_zip
import pytest

from tests.conftest import page_names
from tests.pages import open_page

ANY_NAME = "für Übung, 学習 & more"


@pytest.fixture(scope="module")
def unpacked(book, tmp_path_factory):
    """Both files, as a double click opens them."""
    there = {}
    for name, most in make_zip.MOST.items():
        python = "with-python" in name
        if python and not (book / make_zip.PYTHON).exists():
            pytest.skip("The pages hold no Python: its files were not there.")
        path = tmp_path_factory.mktemp("zip") / name
        assert make_zip.write_zip(book, path, python=python) <= most
        folder = path.parent / ANY_NAME
        with zipfile.ZipFile(path) as file:
            file.extractall(folder)
        there[python] = folder / make_zip.FOLDER
    return there


@pytest.mark.parametrize("python", [False, True])
def test_it_opens_from_a_folder_with_any_name(browser, unpacked, python):
    book = unpacked[python]
    page = open_page(browser, book, "index.html")
    page.goto((book / "search.html").as_uri() + "?q=nudge")
    page.locator("#search-results a").first.click()
    page.locator("[data-figure='neuron-forward'][data-ready=true]").wait_for(
        state="attached"
    )
    slider = page.locator("[data-figure='neuron-forward'] [data-node='w0']")
    slider.and_(page.locator("[type=range]")).fill("2")
    cell = page.locator("[data-cell]").nth(1)
    if python:
        cell.locator("button[data-run]").click()
        number = cell.get_attribute("data-cell")
        done = page.locator(f"[data-cell='{number}'][data-state=done]")
        done.wait_for(timeout=120_000)
    else:
        assert page.locator("button[data-run]:visible").count() == 0
        footer = page.locator(".bd-footer-content").inner_text()
        assert "CC BY 4.0" in footer
        assert "Python in the page" not in footer
    assert page.errors == []
    assert page.elsewhere == []
    page.context.close()


def test_every_file_that_a_page_of_the_small_one_names_is_in_it(unpacked):
    book = unpacked[False]
    assert not (book / make_zip.PYTHON).exists()
    assert (book / "index.html").exists()
    for page in book.rglob("*.html"):
        assert make_zip.PYTHON not in page.read_text("utf-8")


def test_a_folder_without_a_book_is_refused(tmp_path):
    with pytest.raises(RuntimeError, match="make book"):
        make_zip.write_zip(tmp_path, tmp_path / "a.zip", python=False)
    (tmp_path / "index.html").write_text("")
    with pytest.raises(RuntimeError, match="built where"):
        make_zip.write_zip(tmp_path, tmp_path / "a.zip", python=True)
    assert not (tmp_path / "a.zip").exists()


def test_paper_is_light_and_the_page_gets_its_colours_back(browser, book):
    page = open_page(browser, book, "chapters/03-cross-entropy.html", "dark")
    colours = """() => [getComputedStyle(document.body).color,
        getComputedStyle(document.querySelector(".cell_output img")).filter]"""
    page.locator("html[data-theme=dark]").wait_for(state="attached")
    dark = page.evaluate(colours)
    assert "invert" in dark[1]
    page.emulate_media(media="print")
    page.locator("html[data-theme=light]").wait_for(state="attached")
    assert page.evaluate(colours)[0] != dark[0]
    assert page.evaluate(colours)[1] == "none"
    page.emulate_media(media="screen")
    page.locator("html[data-theme=dark]").wait_for(state="attached")
    assert page.evaluate(colours) == dark
    page.context.close()


def test_folds_are_printed_as_the_reader_left_them(browser, book):
    page = open_page(browser, book, "chapters/01-one-neuron.html")
    folds = page.locator("article details")
    folds.first.evaluate("fold => fold.open = true")
    states = "all => all.map(fold => fold.open)"
    left = folds.evaluate_all(states)
    assert set(left) == {True, False}
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert folds.evaluate_all(states) == left
    page.context.close()


def test_the_arrow_keys_turn_the_page_but_not_from_a_slider(browser, book):
    page = open_page(browser, book, "chapters/01-one-neuron.html")
    page.locator("html[data-python]").wait_for(state="attached")
    page.locator("input[type=range]").first.focus()
    page.keyboard.press("ArrowRight")
    assert page.url.endswith("01-one-neuron.html")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Control+ArrowRight")
    assert page.url.endswith("01-one-neuron.html")
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**/02-a-layer-of-neurons.html")
    page.locator("html[data-python]").wait_for(state="attached")
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**/01-one-neuron.html")
    page.context.close()


def test_a_question_is_whole_on_paper_and_a_quiz_need_not_be(browser, book):
    page = open_page(browser, book, "chapters/06-training.html")
    page.locator("[data-quiz] [data-question]").first.wait_for()
    page.emulate_media(media="print")
    breaks = """it => [getComputedStyle(it).breakInside,
        getComputedStyle(it.closest(".nnfs-quiz")).breakInside]"""
    question = page.locator("[data-quiz] [data-question]").first
    assert question.evaluate(breaks) == ["avoid", "auto"]
    code = page.locator(".cell_input:visible").first
    assert code.evaluate("it => getComputedStyle(it).breakAfter") == "avoid"
    page.context.close()


@pytest.mark.parametrize(
    ("page", "link", "expected"),
    [
        ("chapters/a.html", "../_static/x.png", "_static/x.png"),
        ("chapters/a.html", "reference/b.html", "chapters/reference/b.html"),
        ("chapters/a.html", "", "chapters/a.html"),
    ],
)
def test_addresses_as_seen_from_the_one_page_of_the_pdf(page, link, expected):
    assert make_pdf.resolve(page, link) == expected


def test_the_pdf_holds_every_page_and_its_links_lead_inside(book):
    names = make_pdf.pages_in_order(book)
    apart = {"index.html", "search.html", "404.html"}
    assert set(names) == set(page_names(book)) - apart
    assert names[:2] == ["chapters/index.html", "chapters/01-one-neuron.html"]
    soup = make_pdf.BeautifulSoup(make_pdf.one_page(book), "html.parser")
    ids = [tag["id"] for tag in soup.select("[id]")]
    assert len(ids) == len(set(ids))
    inside = [a["href"][1:] for a in soup.select("article a[href^='#']")]
    assert len(inside) > 100
    assert set(inside) <= set(ids)
    links = [a["href"] for a in soup.select("article a[href]")]
    assert {link.partition(":")[0] for link in links if link[0] != "#"} <= {
        "http",
        "https",
    }


def test_the_pdf_has_an_outline_and_is_tagged(browser, book, tmp_path):
    pdf = tmp_path / "book.pdf"
    make_pdf.write_pdf(book, pdf, browser)
    content = pdf.read_bytes()
    assert b"/Outlines" in content
    assert b"/Marked true" in content
    assert b"/StructTreeRoot" in content
    told = re.findall(rb"/Title \(([^)]+)\)", content)
    assert b"1. One neuron" in told
    assert told.count(b"The goal") == 1
    assert not [t for t in told if t[: len(t) // 2] == t[len(t) // 2 :]]
    assert not (book / "all-pages.html").exists()
