"""The four outcomes of a check, and the note that tells one of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from nnfs_course.page import choices
from nnfs_course.page.note import GREEN, GREY, RED, Note
from nnfs_course.page.question import Question


class Outcome(StrEnum):
    NOT_STARTED = "not started"
    WRONG_SHAPE = "wrong shape"
    WRONG_NUMBERS = "wrong numbers"
    RIGHT = "right"


LOOKS = {
    Outcome.NOT_STARTED: ("○", GREY),
    Outcome.WRONG_SHAPE: ("✗", RED),
    Outcome.WRONG_NUMBERS: ("✗", RED),
    Outcome.RIGHT: ("✓", GREEN),
}


@dataclass(frozen=True, repr=False)
class Feedback(Note):
    """The note of one check: its outcome, and the mistake's name if known.

    Two mistakes at once are named "one + other". idea is what the mistake
    missed; question asks for it elsewhere, once the mistake is mended.
    """

    outcome: Outcome = Outcome.NOT_STARTED
    mistake: str | None = None
    idea: str = ""
    question: Question | None = None

    def __repr__(self) -> str:
        asked = self.question and f"\n\n{choices.as_text(self.question)}"
        return super().__repr__() + (asked or "")

    def _repr_html_(self) -> str:
        asked = self.question and choices.as_html(self.question)
        return super()._repr_html_() + (asked or "")

    @classmethod
    def of(
        cls,
        about: str,
        outcome: Outcome,
        *paragraphs: str,
        mistake=None,
        idea="",
        heading="",
    ):
        sign, colour = LOOKS[outcome]
        heading = heading or outcome.value.capitalize()
        paragraphs = tuple(filter(None, paragraphs))
        return cls(
            heading, paragraphs, sign, colour, about, outcome, mistake, idea
        )
