"""Quiz: the widget that asks, and keeps its answers in the reader's browser.

It works as the figures do: Python sends the questions as data, and js/ shows
them, with a kernel and without. Nothing that a reader picks is sent
anywhere, not even to Python.
"""

from __future__ import annotations

from pathlib import Path

import traitlets

from nnfs_course.exercises import session
from nnfs_course.page.widget import Widget, script, styles

HERE = Path(__file__).parent / "js"


class Quiz(Widget):
    """Something to answer, or what has been answered.

    One class for all kinds, so that a page carries their code once. `kind`
    says how js/ draws it, `content` is what is asked.
    """

    _esm = script(HERE / "quiz.js")
    _css = styles(HERE / "quiz.css")

    kind = traitlets.Unicode().tag(sync=True)
    content = traitlets.Any().tag(sync=True)
    done = traitlets.List().tag(sync=True)

    def __init__(self, kind: str, content, *, text: str, plain: str):
        self._text, self._plain = text, plain
        super().__init__(kind=kind, content=content, done=session.done())
        # An exercise that `check` finds right in this kernel is ticked at once.
        session.when_done(lambda names: setattr(self, "done", names))

    def __repr__(self) -> str:
        return self._text

    def as_html(self) -> str:
        return self._plain
