"""What a cell prints and shows, as messages to the page.

An object is shown as in a notebook: by its own `_repr_mimebundle_`,
`_repr_html_` and so on, else as text. The page draws the messages.
"""

from __future__ import annotations

import base64
import io
import json
import pprint
import sys
import time

LIMIT = 60_000  # characters that one cell may print; a page is no log file
AT_ONCE = 100  # so many writes go out at once, then they are collected
PAUSE = 0.05  # seconds

REPRS = {
    "text/html": "_repr_html_",
    "text/markdown": "_repr_markdown_",
    "image/svg+xml": "_repr_svg_",
    "image/png": "_repr_png_",
    "text/latex": "_repr_latex_",
}


into: str | None = None  # the Output widget that takes what is printed


def to_page(message: dict) -> None:
    """Hand a message to the page. The worker puts its own function here."""
    raise RuntimeError("There is no page.")


def send(message: dict) -> None:
    """A message of the cell's output, or of the Output widget's inside."""
    to_page({**message, "into": into} if into else message)


class Stream(io.TextIOBase):
    """stdout or stderr of the cells, cut when a cell prints too much."""

    def __init__(self, name: str):
        self.name = name
        self.start()

    def start(self) -> None:
        """A new cell: nothing is written yet."""
        self.waiting: list[str] = []
        self.length = self.writes = 0
        self.cut = False
        self.sent_at = 0.0

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write needs str, but got {type(text).__name__}")
        if self.cut:
            return len(text)
        room = LIMIT - self.length
        self.cut = len(text) > room
        self.length += len(text)
        self.waiting.append(text[:room])
        self.writes += 1
        waited = time.monotonic() - self.sent_at > PAUSE
        if self.cut or self.writes < AT_ONCE or waited:
            self.flush()
        if self.cut:
            send({"type": "note", "text": TOO_LONG})
        return len(text)

    def flush(self) -> None:
        if self.waiting:
            text = "".join(self.waiting)
            self.waiting = []
            self.sent_at = time.monotonic()
            send({"type": "stream", "name": self.name, "text": text})


TOO_LONG = (
    f"Cut here: this cell prints more than {LIMIT:,} characters. "
    "The rest is dropped, and the cell goes on."
)
STDOUT, STDERR = Stream("stdout"), Stream("stderr")


def flush() -> None:
    """Send what is still waiting, so that the order is kept."""
    STDOUT.flush()
    STDERR.flush()


def display(*things, **ignored) -> None:
    """Show things, as `display` does in a notebook."""
    for thing in things:
        data = mimebundle(thing)
        if data is None:
            continue
        message = {"type": "show", "data": data}
        if verdict := _verdict(thing):
            message["verdict"] = verdict
        flush()
        send(message)


def mimebundle(thing) -> dict[str, str] | None:
    """What there is to show of a thing, by the kind of text; None if it
    showed itself."""
    if isinstance(thing, type):  # a class has no instance's methods
        return {"text/plain": repr(thing)}
    if show := getattr(thing, "_ipython_display_", None):
        show()
        return None
    data = {}
    if bundle := getattr(thing, "_repr_mimebundle_", None):
        data = bundle()
        data = dict(data[0] if isinstance(data, tuple) else data or {})
    for kind, name in REPRS.items():
        if kind not in data and (method := getattr(thing, name, None)):
            data[kind] = method()
    data.setdefault("text/plain", as_text(thing))
    data = {
        kind: base64.b64encode(content).decode()
        if isinstance(content, bytes)
        else content
        for kind, content in data.items()
        if content is not None
    }
    if type(thing).__module__.startswith("matplotlib.figure"):
        from in_page import inline

        data["image/png"] = inline.png(thing)
    json.dumps(data)  # what cannot travel fails here, and names the line
    return data


def as_text(thing) -> str:
    """repr; long containers over several lines, as in a notebook."""
    if type(thing) in (dict, list, set, tuple):
        return pprint.pformat(thing, width=79, compact=True, sort_dicts=False)
    return repr(thing)


def _verdict(thing) -> dict | None:
    """The outcome of a `check`, for the page to mark."""
    outcome = getattr(thing, "outcome", None)
    about = getattr(thing, "about", None)
    if not isinstance(outcome, str) or not about:
        return None
    session = sys.modules.get("nnfs_course.exercises.session")
    return {
        "exercise": about,
        "outcome": str(outcome),
        "mistake": getattr(thing, "mistake", None),
        "counts": bool(session) and about in session.done(),
    }
