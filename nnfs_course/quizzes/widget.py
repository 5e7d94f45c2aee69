"""Quiz and Progress: widgets that keep their answers in the reader's browser.

They work as the figures do: Python sends the questions as data, and js/ shows
them, with a kernel and without. Nothing that a reader picks is sent
anywhere, not even to Python.
"""

from __future__ import annotations

import html
from pathlib import Path

import traitlets

from nnfs_course.exercises import session
from nnfs_course.page.note import as_html
from nnfs_course.page.widget import Widget, script, styles
from nnfs_course.quizzes.contents import CHAPTERS, contents

HERE = Path(__file__).parent / "js"


class _Widget(Widget):
    _esm = script(HERE / "quiz.js")
    _css = styles(HERE / "quiz.css")

    chapters = traitlets.List().tag(sync=True)
    done = traitlets.List().tag(sync=True)

    def __init__(self, chapters):
        super().__init__(
            chapters=[contents(chapter) for chapter in chapters],
            done=session.done(),
        )
        # An exercise that `check` finds right in this kernel is ticked at once.
        session.when_done(lambda names: setattr(self, "done", names))


class Quiz(_Widget):
    """The quiz of one chapter, and its exercises to tick. Made by `quiz()`."""

    kind = traitlets.Unicode("quiz").tag(sync=True)

    def __repr__(self) -> str:
        (chapter,) = self.chapters
        questions = len(chapter["questions"])
        return f"Quiz of chapter {chapter['chapter']}: {questions} questions"

    def as_html(self) -> str:
        """All questions, each with its answers folded."""
        (chapter,) = self.chapters
        return "<ol>" + "".join(map(_folded, chapter["questions"])) + "</ol>"


class Progress(_Widget):
    """What is done in all chapters. Made by `progress()`."""

    kind = traitlets.Unicode("progress").tag(sync=True)

    def __repr__(self) -> str:
        return f"Progress in {len(self.chapters)} chapters"

    def as_html(self) -> str:
        """What there is to do. What is done, only a browser knows."""
        rows = "".join(
            f"<tr><td>{chapter['chapter']}. {html.escape(chapter['title'])}"
            f"</td><td>{len(chapter['questions'])}</td>"
            f"<td>{len(chapter['exercises'])}</td></tr>"
            for chapter in self.chapters
        )
        return (
            "<table><thead><tr><th>chapter</th><th>questions</th>"
            f"<th>exercises</th></tr></thead><tbody>{rows}</tbody></table>"
        )


def quiz(chapter: int) -> Quiz:
    """The quiz of a chapter: pick an answer, and hear why.

    Raises ValueError if no chapter has this number.

    >>> quiz(1).kind
    'quiz'
    """
    if isinstance(chapter, bool) or chapter not in CHAPTERS:
        raise ValueError(
            f"There are quizzes for the chapters {min(CHAPTERS)} to "
            f"{max(CHAPTERS)}, but got {chapter!r}."
        )
    return Quiz([chapter])


def progress() -> Progress:
    """An overview of all chapters: questions answered, exercises done."""
    return Progress(list(CHAPTERS))


def _folded(question: dict) -> str:
    """A question as HTML, with the reasons behind its choices folded."""
    code = f"<pre>{html.escape(question['code'])}</pre>"
    choices = "".join(
        f"<li>{_choice(question, choice)}</li>"
        for choice in question["choices"]
    )
    wrong = "Not this one." if question["lines"] else "Not so."
    reasons = "".join(
        f"<li>{'Right.' if choice['right'] else wrong} "
        f"{as_html(choice['why'])}</li>"
        for choice in question["choices"]
    )
    return (
        f"<li><p>{as_html(question['text'])}</p>"
        f"{code if question['code'] else ''}<ol type='a'>{choices}</ol>"
        f"<details><summary>Answers</summary><ol type='a'>{reasons}</ol>"
        "</details></li>"
    )


def _choice(question: dict, choice: dict) -> str:
    if question["lines"]:
        return f"<code>{html.escape(choice['text'])}</code>"
    return as_html(choice["text"])
