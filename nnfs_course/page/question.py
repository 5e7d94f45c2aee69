"""A question with choices; every choice, right or wrong, says why."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Choice:
    """One answer, and what to say to a reader who picks it.

    Text in `backticks` is shown as code.
    """

    text: str
    why: str
    right: bool = False


@dataclass(frozen=True)
class Question:
    """A question with one right choice.

    code stands between the question and its choices. With lines=True the
    choices are themselves lines of a program, and the reader picks one. A
    question that opens a chapter says from which earlier chapter it is.
    """

    text: str
    choices: tuple[Choice, ...]
    code: str = ""
    lines: bool = False
    chapter: int = 0

    def __post_init__(self):
        right = sum(choice.right for choice in self.choices)
        if len(self.choices) < 2 or right != 1:
            raise ValueError(
                "A question needs at least two choices and exactly one right "
                f"one, but got {len(self.choices)} choices, {right} of them "
                f"right: {self.text!r}."
            )

    def as_dict(self) -> dict:
        return asdict(self)


def which_line(text: str, *lines: Choice) -> Question:
    """A question about a program: pick the line. Each choice is one line.

    >>> gradient = Choice("dx = 2 * x", "The slope of x squared.")
    >>> slip = Choice("x += rate * dx", "Plus goes uphill.", right=True)
    >>> which_line("Which line climbs?", gradient, slip).lines
    True
    """
    return Question(text, lines, lines=True)
