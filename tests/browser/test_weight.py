"""What a first visit to a page costs, over http, before Python runs."""

import pytest

from tests.conftest import page_names
from tests.serve import served

OPEN = """async () => {
    for (const part of document.querySelectorAll("[data-after]"))
        part.dataset.open = "true";
    for (const picture of document.images) picture.loading = "eager";
    await Promise.all([...document.images].map(i => i.decode().catch(() => 0)));
}"""


@pytest.fixture(scope="module")
def address(book):
    with served(book) as root:
        yield root


def visit(browser, address):
    """Bytes by address, after all that a page may load without Python."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    asked, received = {}, {}

    def note_request(event):
        asked[event["requestId"]] = event["request"]["url"]

    def note_bytes(event):
        number = event["requestId"]
        received[number] = received.get(number, 0) + event["dataLength"]

    devtools.on("Network.requestWillBeSent", note_request)
    devtools.on("Network.dataReceived", note_bytes)
    page.goto(address, wait_until="networkidle")
    page.evaluate(OPEN)
    page.wait_for_load_state("networkidle")
    context.close()
    return [
        (url, received.get(number, 0))
        for number, url in asked.items()
        if url.startswith("http")
    ]


def test_every_page_is_light(browser, book, address):
    """A fork's launch buttons bring two logos, 9 kB: room is left for them."""
    for name in page_names(book):
        loaded = visit(browser, f"{address}/{name}")
        first = name in ("index.html", "chapters/index.html")
        most = 0.79e6 if first else 0.99e6
        total = sum(size for _, size in loaded)
        assert 100_000 < total <= most, (name, total, loaded)
        assert len(loaded) <= 26, (name, loaded)
