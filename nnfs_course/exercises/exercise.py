"""An exercise: the right function, and the wrong ones that people write.

A mistake is a wrong function and not a pattern in the reader's code. The
checker runs it beside the reader's function: if both give the same numbers in
every case, then this is the mistake that was made.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from nnfs_course.exercises.edits import edited


@dataclass(frozen=True)
class Mistake:
    """One wrong way, and what to say about it.

    wrong is an edit of the exercise's reference, {old text: new text}; or a
    whole function, where no edit can say it. did says what was done, tempting
    why it looks right, giveaway which shape, sum or sign shows that it is not.
    None of the three says the right answer. They may follow in `says`, so that
    name and edit stand in one line: Mistake("uphill", {"-": "+"}).says(...).
    idea names what was missed: a question in `ideas` asks for it elsewhere.
    """

    name: str
    wrong: Callable | Mapping[str, str] = field(repr=False)
    did: str = field(default="", repr=False)
    tempting: str = field(default="", repr=False)
    giveaway: str = field(default="", repr=False)
    idea: str = field(default="", repr=False)

    def says(
        self, did: str, tempting: str, giveaway: str, *, idea: str
    ) -> Mistake:
        """The same mistake, with its words."""
        return replace(
            self, did=did, tempting=tempting, giveaway=giveaway, idea=idea
        )


@dataclass(frozen=True)
class Variant:
    """Another right way: another convention, with a remark about ours."""

    function: Callable = field(repr=False)
    remark: str = field(repr=False)


@dataclass(frozen=True, eq=False)
class Exercise:
    """What one call of `check` needs to know.

    reference is the right function. cases(rng) makes its arguments: one tuple
    for each case, random and edge ones. parts names what it returns. numeric
    computes the same by finite differences, where the answer is a gradient;
    samples gives the N of a case, where a factor of N could be lost.
    unchanged is the code that the reader was given to repair, if any. errors
    says what an error means here: {pattern of its message: sentence}.
    """

    name: str
    title: str
    reference: Callable = field(repr=False)
    cases: Callable[[np.random.Generator], list[tuple]] = field(repr=False)
    parts: tuple[str, ...] = field(repr=False)
    mistakes: tuple[Mistake, ...] = field(repr=False)
    hints: tuple[str, str, str] = field(repr=False)
    notice: str = field(repr=False)
    numeric: Callable | None = field(default=None, repr=False)
    samples: Callable[..., int] | None = field(default=None, repr=False)
    variants: tuple[Variant, ...] = field(default=(), repr=False)
    unchanged: Callable | None = field(default=None, repr=False)
    errors: Mapping[str, str] = field(default_factory=dict, repr=False)

    def wrong(self, mistake: Mistake) -> Callable:
        """What someone who makes this mistake would have written."""
        if callable(mistake.wrong):
            return mistake.wrong
        return edited(self.reference, mistake.wrong)

    def again(self, name: str, wrong: Mapping, part: str = "") -> Mistake:
        """A mistake of this exercise, made in a part of a later one."""
        (old,) = (m for m in self.mistakes if m.name == name)
        if not part:
            return replace(old, wrong=wrong)
        did = f"In `{part}`: {old.did[0].lower()}{old.did[1:]}"
        return replace(old, name=f"{part}-{name}", wrong=wrong, did=did)

    @property
    def arguments(self) -> tuple[str, ...]:
        """The names of what the function is called with."""
        return tuple(inspect.signature(self.reference).parameters)
