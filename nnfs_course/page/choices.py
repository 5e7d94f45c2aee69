"""A question whose choices open themselves: plain HTML, no script, no kernel.

Each choice is a `<details>`: what it says is folded until it is chosen.
"""

from __future__ import annotations

import html
import textwrap

from nnfs_course.page import note
from nnfs_course.page.question import Choice, Question

HEADING = "The same idea, elsewhere."
HOW = "Open the answer that you take for right."


def as_html(question: Question) -> str:
    """The question below a note, in the same clothes."""
    code = f"<pre>{html.escape(question.code)}</pre>" if question.code else ""
    return (
        f'<div data-transfer style="border-left: 4px solid {note.BLUE}; '
        'padding: 2px 14px 6px; margin: 12px 0 4px; color: inherit">'
        f"<p><strong>→ {HEADING}</strong> {HOW}</p>"
        f"<p>{note.as_html(question.text)}</p>{code}"
        f"{''.join(map(_folded, question.choices))}</div>"
    )


def _folded(choice: Choice) -> str:
    verdict = "Right." if choice.right else "Not so."
    return (
        '<details style="margin: 4px 0">'
        '<summary style="padding: 3px 0; cursor: pointer">'
        f"{note.as_html(choice.text)}</summary>"
        '<p style="margin: 2px 0 8px 1.2em">'
        f"<strong>{verdict}</strong> {note.as_html(choice.why)}</p></details>"
    )


def as_text(question: Question) -> str:
    """The question for a terminal, which cannot fold: without the answers."""
    choices = [f"- {choice.text}" for choice in question.choices]
    lines = [
        f"→ {HEADING}",
        question.text,
        *question.code.splitlines(),
        *choices,
        "(What each choice means is in the `question` of this result.)",
    ]
    return "\n".join(
        textwrap.fill(line, 76, break_on_hyphens=False) for line in lines
    )
