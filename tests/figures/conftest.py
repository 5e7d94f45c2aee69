"""A figure in a page of its own, as the book has it."""

from urllib.parse import urlencode

import pytest

from tests.pages import open_page, page_of


@pytest.fixture
def show(browser, tmp_path):
    """Show a figure; give the page and the figure's views, when all are ready.

    theme is the page's colours, views the number of places that show the
    figure, link what stands behind the page's address.
    """
    contexts = []

    def open_figure(figure, *, theme="light", width=1280, views=1, link=None):
        text = page_of(figure, theme=theme, views=views)
        (tmp_path / "page.html").write_text(text)
        name = "page.html" + (f"#{urlencode(link)}" if link else "")
        page = open_page(browser, tmp_path, name, theme)
        contexts.append(page.context)
        page.set_viewport_size({"width": width, "height": 900})
        found = page.locator('[data-figure][data-ready="true"]')
        found.nth(views - 1).wait_for()
        return page, found

    yield open_figure
    for context in contexts:
        context.close()


@pytest.fixture
def page(browser):
    """An empty page, for scripts that draw nothing."""
    page = browser.new_page()
    yield page
    page.close()
