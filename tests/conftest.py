"""What several test files share: the built book, a browser, the chapters."""

from __future__ import annotations

import functools
import os
import sys
from contextlib import contextmanager
from pathlib import Path

import hypothesis
import nbformat
import pytest

from tests import building
from tests.cells import Chapter
from tests.pages import PAGES, open_page

ROOT = Path(__file__).resolve().parent.parent
CHAPTERS = sorted(
    path
    for path in (ROOT / "chapters").rglob("*.ipynb")
    if ".ipynb_checkpoints" not in path.parts
)

# A figure may wait for a prediction. Its own tests see it at once.
OPENED = """html [data-after][data-after][data-after] {
    display: block !important; content-visibility: visible !important; }"""

# Long tests, each case of which may run on any worker.
SPREAD = (
    "::test_a_page_has_no_fault[",
    "::test_every_cell_prints_what_is_stored[",
)

# Random examples are the same ones each time. FUZZ_EXAMPLES=200 asks for that
# many in each test, and for new ones.
hypothesis.settings.register_profile(
    "course",
    derandomize="FUZZ_EXAMPLES" not in os.environ,
    max_examples=int(os.environ.get("FUZZ_EXAMPLES", 15)),
    deadline=None,
    database=None,
)
hypothesis.settings.load_profile("course")

os.environ["TQDM_DISABLE"] = "1"  # no progress bars inside of notebooks
sys.path.insert(0, str(ROOT / "book"))  # course_pages, as Sphinx imports it


def pytest_collection_modifyitems(items):
    """Files that need the book come last: it is built while others run."""
    last = {file_of(item.nodeid) for item in items if building.needs_book(item)}
    items.sort(key=lambda item: file_of(item.nodeid) in last)


def file_of(nodeid: str) -> str:
    return nodeid.split("::")[0]


@pytest.hookimpl(optionalhook=True)  # a few tests are run without xdist
def pytest_xdist_make_scheduler(config, log):
    """The tests of a file stay on one worker, and the files in their order."""
    from xdist.scheduler import LoadScopeScheduling

    config.option.loadscopereorder = False
    scheduler = LoadScopeScheduling(config, log)
    scheduler._split_scope = lambda nodeid: (
        nodeid if any(name in nodeid for name in SPREAD) else file_of(nodeid)
    )
    return scheduler


def pytest_collection_finish(session):
    if not session.config.option.collectonly:
        building.start_if_needed(session.items)


def read_notebook(path: Path):
    return nbformat.read(path, as_version=4)


def page_names(book: Path) -> list[str]:
    """All built pages. (The theme keeps a template of its own in _static.)"""
    paths = [path.relative_to(book) for path in book.rglob("*.html")]
    return sorted(str(path) for path in paths if path.parts[0] != "_static")


@pytest.fixture(scope="session")
def book() -> Path:
    """The folder of the built pages, once they are there."""
    return building.wait_for_book()


@contextmanager
def open_chapters(browser, book):
    """Open chapters whose cells run. Without Python: skip, or fail if
    REQUIRE_PYTHON_IN_PAGE is set."""
    if not (book / "_static" / "python").is_dir():
        message = "The pages hold no Python: its files could not be had."
        if os.environ.get("REQUIRE_PYTHON_IN_PAGE"):
            pytest.fail(message)
        pytest.skip(message)
    opened = []

    def open_chapter(name, **how):
        opened.append(Chapter(browser, book, name, **how))
        return opened[-1]

    yield open_chapter
    for one in opened:
        assert one.page.errors == []
        assert one.page.elsewhere == []
        one.page.context.close()


@pytest.fixture
def chapter(browser, book):
    """Open a chapter whose cells run."""
    with open_chapters(browser, book) as open_chapter:
        yield open_chapter


@pytest.fixture(scope="module")
def shared_chapter(browser, book):
    """The same, but the page stays open for the tests of a file that ask for
    it, and so Python starts once. They leave it as they found it."""
    with open_chapters(browser, book) as open_chapter:
        yield functools.cache(open_chapter)


@pytest.fixture(scope="session")
def browser():
    """A browser. Without one: skip, or fail if REQUIRE_BROWSER is set."""
    from playwright.sync_api import sync_playwright

    from tests.find_browser import FLAGS, find_browser

    with sync_playwright() as playwright:
        path = find_browser(playwright)
        if path is None:
            message = "No Chromium or Chrome found. Install one and run again."
            if os.environ.get("REQUIRE_BROWSER"):
                pytest.fail(message)
            pytest.skip(message)
        instance = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield instance
        instance.close()


@pytest.fixture
def show(browser, book):
    """Open the page of a figure; give the page and the figure."""
    contexts = []

    def open_figure(name, mode="light", width=1280, link=""):
        place = PAGES[name] + (link and f"#{link}")
        page = open_page(browser, book, place, mode)
        contexts.append(page.context)
        page.set_viewport_size({"width": width, "height": 900})
        page.add_style_tag(content=OPENED)
        figure = page.locator(f'[data-figure="{name}"][data-ready="true"]')
        figure.wait_for(state="attached")
        while not figure.is_visible():  # it waits for a prediction
            page.locator("button[data-show]:visible").first.click()
        return page, figure

    yield open_figure
    for context in contexts:
        context.close()
