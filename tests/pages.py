"""Pages from disk, with the network cut: of the book, or of one widget."""

from __future__ import annotations

import json
import re
from contextlib import contextmanager
from pathlib import Path

import pytest
from ipywidgets.embed import dependency_state, embed_data

BOOK = Path(__file__).parent.parent / "book"
HOST = BOOK / "python" / "js" / "widgets.js"
PAGE = """<!doctype html><html lang="en" data-theme="{theme}"><head>
<meta charset="utf-8"><title>A figure</title>
<meta name="viewport" content="width=device-width"></head>
<body><main><h1>A figure</h1>{widgets}</main>
<script>{host}</script></body></html>"""

# Where each live figure stands.
PAGES = {
    "one-neuron": "chapters/01-one-neuron.html",
    "fork": "chapters/01-one-neuron.html",
    "matrix-product": "chapters/02-a-layer-of-neurons.html",
    "dense-layer": "chapters/02-a-layer-of-neurons.html",
    "cross-entropy": "chapters/03-cross-entropy.html",
    "softmax-jacobian": "chapters/04-softmax-jacobian.html",
    "fused-gradient": "chapters/05-fused-gradient.html",
}
# Those that draw a trace: with sliders, and gradients to step through.
WITHOUT_TRACE = {"matrix-product"}
each_figure = pytest.mark.parametrize(
    "name", [name for name in PAGES if name not in WITHOUT_TRACE]
)


def watched(context, home):
    """A new page, at home here; it notes its other requests and its errors."""
    page = context.new_page()
    page.elsewhere, page.errors = [], []

    def note_request(request):
        if not request.url.startswith((home, "data:", "blob:")):
            page.elsewhere.append(request.url)

    def note_message(message):
        # A browser asks each host for an icon of its own.
        where = message.location.get("url", "")
        if message.type == "error" and not where.endswith("/favicon.ico"):
            page.errors.append(f"{message.text} ({where})")

    def note_failure(request):
        # A page that is left while its icon still loads breaks that off.
        if request.failure != "net::ERR_ABORTED":
            page.errors.append(request.url)

    page.on("request", note_request)
    page.on("console", note_message)
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    page.on("requestfailed", note_failure)
    return page


def open_page(browser, book, name, mode="light", **how):
    """A page from disk, with the network cut, and watched."""
    # The theme follows the system's colours. Writing its setting into the
    # page's storage instead would race with what the page itself stores.
    how.setdefault("viewport", {"width": 1280, "height": 900})
    context = browser.new_context(offline=True, color_scheme=mode, **how)
    page = watched(context, "file:")
    path = re.split(r"[?#]", name)[0]
    page.goto((book / path).as_uri() + name.removeprefix(path))
    if path == "index.html":  # it leads to the front door
        page.wait_for_url("**/chapters/index.html")
    return page


@contextmanager
def layouts_of(browser, page):
    """A list of what the page lays out while the block runs; filled then."""
    layouts = []
    browser.start_tracing(page=page, categories=["devtools.timeline"])
    yield layouts
    layouts += [
        event["args"]["beginData"]
        for event in json.loads(browser.stop_tracing())["traceEvents"]
        if event["name"] == "Layout" and "beginData" in event["args"]
    ]


def to_mode(page, mode):
    """Light or dark, as the system says."""
    page.emulate_media(color_scheme=mode)
    page.wait_for_function(
        "mode => document.documentElement.dataset.theme === mode", arg=mode
    )


def page_of(*shown, theme="light", views=1) -> str:
    """A page that shows widgets as the book does, without a kernel."""
    # Their own state only: widgets of other tests may hold what no page can.
    state = dependency_state(shown, drop_defaults=False)
    data = embed_data(views=shown, state=state, drop_defaults=False)
    widgets = _as_script("state", data["manager_state"])
    for view in data["view_specs"]:
        widgets += views * _as_script("view", view)
    host = HOST.read_text().replace("\nexport ", "\n") + "showStored();\n"
    return PAGE.format(theme=theme, widgets=widgets, host=host)


def _as_script(kind, data):
    text = json.dumps(data).replace("</", r"<\/")
    kind = f"application/vnd.jupyter.widget-{kind}+json"
    return f'<script type="{kind}">{text}</script>'


def move(figure, node, value):
    """Move a slider as a hand does: set it, and fire its event."""
    figure.locator(f'input[type=range][data-node="{node}"]').evaluate(
        """(input, value) => {
            input.value = value;
            input.dispatchEvent(new Event("input", { bubbles: true }));
        }""",
        str(value),
    )
