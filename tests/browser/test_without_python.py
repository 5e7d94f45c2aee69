"""A book whose Python can be had nowhere: built, honest, and no dead button."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.axe import faults_by_axe
from tests.browser.test_pages_in_browser import wait_until_settled
from tests.conftest import ROOT
from tests.pages import open_page

PAGES = ("index", "02-a-layer-of-neurons")  # the front door, and a chapter
BUTTONS = "[data-run], [data-stop], [data-reset], [data-editor], .cell-bar"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """These two pages, with the outputs that are stored; what was said."""
    folder = tmp_path_factory.mktemp("small")
    (folder / "chapters").mkdir()
    for name in PAGES:
        shutil.copy(ROOT / f"chapters/{name}.ipynb", folder / "chapters")
    config = yaml.safe_load((ROOT / "_config.yml").read_text())
    config["execute"] = {"execute_notebooks": "off"}
    sphinx = config["sphinx"]
    sphinx["local_extensions"]["course_pages"] = str(ROOT / "book")
    for key in ("templates_path", "html_static_path"):
        sphinx["config"][key] = [str(ROOT / p) for p in sphinx["config"][key]]
    config["bibtex_bibfiles"] = [str(ROOT / "book/references.bib")]
    config["html"]["favicon"] = str(ROOT / config["html"]["favicon"])
    (folder / "_config.yml").write_text(yaml.safe_dump(config))
    shutil.copy(ROOT / "pyproject.toml", folder)
    first, *others = (f"chapters/{name}" for name in PAGES)
    contents = {"format": "jb-book", "root": first}
    contents["chapters"] = [{"file": name} for name in others]
    (folder / "_toc.yml").write_text(yaml.safe_dump(contents))
    command = [Path(sys.executable).with_name("jupyter-book"), "build", "."]
    done = subprocess.run(
        [*command, "--quiet"],
        cwd=folder,
        env=os.environ | {"PAGE_PYTHON_FILES": "off"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return folder / "_build" / "html", done.stderr


@pytest.fixture
def visit(browser, built):
    pages = []

    def open_one(name, mode="light"):
        place = f"chapters/{name}.html"
        pages.append(open_page(browser, built[0], place, mode))
        return pages[-1]

    yield open_one
    for page in pages:
        assert page.errors == []
        assert page.elsewhere == []
        page.context.close()


def test_the_build_says_so_in_one_line_and_brings_none(built):
    html, said = built
    lines = [line for line in said.splitlines() if "PAGE_PYTHON_FILES" in line]
    assert lines == ["The pages will not run Python: PAGE_PYTHON_FILES=off"]
    assert not (html / "_static" / "python").exists()


@pytest.mark.parametrize("name", PAGES)
def test_no_button_is_dead(visit, name):
    page = visit(name)
    assert page.locator("[data-cell]").count() > 0
    assert page.locator(BUTTONS).count() == 0
    assert page.locator("html[data-python]").count() == 0


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_where_its_cells_run(visit, name):
    page = visit(name)
    first = page.locator("[data-cell]").first
    exercise = page.locator("[data-check]")
    cells = [first, *([exercise.first] if exercise.count() else [])]
    notes = page.locator(".cell-note").all()
    assert len(notes) == len(cells)
    for note, cell in zip(notes, cells, strict=True):
        assert "holds no Python" in note.inner_text()
        stands = "(note, cell) => note.nextSibling === cell"
        assert note.evaluate(stands, cell.element_handle())
    notes[-1].get_by_role("link").click()
    page.wait_for_url("**/chapters/index.html#how-to-use-this-book")
    assert page.locator("#how-to-use-this-book").is_visible()


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_all_can_read_it_on_a_phone_too(visit, mode):
    page = visit(PAGES[1], mode)
    page.set_viewport_size({"width": 390, "height": 844})
    wait_until_settled(page)
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 390
    assert faults_by_axe(page) == ""
