"""A prediction: a question that is asked before its answer can be seen.

`predict("its-name")` shows it. Cells tagged `after:its-name` stay folded until
the reader has committed to an answer, or asks to see it. A wrong answer is met
with what it would mean.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nnfs_course.page.question import Choice

SIGNS = ("negative", "zero", "positive")
FORESEEN = 3  # wrong answers that a prediction must be ready for


@dataclass(frozen=True, kw_only=True)
class Prediction:
    """What the kinds share. Text in `backticks` is shown as code.

    The digits of an answer must not stand on the page before it is made. If
    they must, as another number that happens to be the same, then `given` says
    which: "3 is `x2`, which the question is about."
    """

    name: str
    text: str
    given: str = ""

    def key(self, answer) -> str:
        """An answer as it is written down; two that count as one are equal.

        Raises ValueError if it is no answer to this question.
        """
        raise NotImplementedError

    def as_dict(self) -> dict:
        """The question, as the browser gets it."""
        raise NotImplementedError

    def _check(self, answer, means: Mapping, foreseen: int = FORESEEN) -> None:
        keys = [self.key(answer), *map(self.key, means)]
        if len(means) < foreseen or len(set(keys)) != len(keys):
            raise ValueError(
                f"The prediction {self.name!r} needs at least {foreseen} "
                "foreseen wrong answers, unlike each other and the right one, "
                f"but got {', '.join(keys[1:]) or 'none'}; right is {keys[0]}."
            )

    def _asked(self, kind: str, answer, means: Mapping, **more) -> dict:
        told = {self.key(wrong): text for wrong, text in means.items()}
        asked = {"name": self.name, "kind": kind, "text": self.text}
        return {**asked, "answer": self.key(answer), "means": told, **more}


@dataclass(frozen=True, kw_only=True)
class PredictNumber(Prediction):
    """A number, written with `places` decimals.

    `means` says of each foreseen wrong number what it would mean, `other` is
    said to any other, and `why` goes with the right one. What lies within
    `tolerance` counts as the same: half of the last decimal, unless it is
    given.
    """

    answer: float
    why: str
    means: Mapping[float, str]
    other: str
    places: int = 0
    tolerance: float | None = None

    def __post_init__(self):
        self._check(self.answer, self.means)
        for wrong in self.means:
            if abs(wrong - self.answer) <= self.within:
                raise ValueError(
                    f"In the prediction {self.name!r}, {wrong} counts as "
                    f"right: it is within {self.within} of {self.answer}."
                )

    @property
    def within(self) -> float:
        if self.tolerance is not None:
            return self.tolerance
        return 0.5 * 10**-self.places + 1e-12

    def key(self, answer) -> str:
        if not math.isfinite(answer):
            raise ValueError(f"{self.name!r} needs a number, not {answer}.")
        return f"{round(float(answer), self.places) + 0.0:.{self.places}f}"

    def as_dict(self) -> dict:
        more = {"why": self.why, "other": self.other, "within": self.within}
        return self._asked("number", self.answer, self.means, **more)


@dataclass(frozen=True, kw_only=True)
class PredictSign(Prediction):
    """Negative, zero or positive: -1, 0 or 1. `means` has the other two."""

    answer: float
    why: str
    means: Mapping[float, str]
    labels: tuple[str, str, str] = SIGNS

    def __post_init__(self):
        self._check(self.answer, self.means, foreseen=2)

    def key(self, answer) -> str:
        return SIGNS[int(answer > 0) - int(answer < 0) + 1]

    def as_dict(self) -> dict:
        options = dict(zip(SIGNS, self.labels, strict=True))
        more = {"why": self.why, "other": "", "options": options}
        return self._asked("choice", self.answer, self.means, **more)


@dataclass(frozen=True, kw_only=True)
class PredictChoice(Prediction):
    """One of some choices, as in a quiz: each says why it is right or wrong.

    Its answer is the text of the right choice.
    """

    choices: tuple[Choice, ...]

    def __post_init__(self):
        if sum(choice.right for choice in self.choices) != 1:
            raise ValueError(f"{self.name!r} needs exactly one right choice.")
        self._check(self.answer, self._means)

    @property
    def answer(self) -> str:
        return next(choice.text for choice in self.choices if choice.right)

    @property
    def _means(self) -> dict[str, str]:
        return {c.text: c.why for c in self.choices if not c.right}

    def key(self, answer) -> str:
        return str([choice.text for choice in self.choices].index(answer))

    def as_dict(self) -> dict:
        options = {str(k): c.text for k, c in enumerate(self.choices)}
        (why,) = (choice.why for choice in self.choices if choice.right)
        more = {"why": why, "other": "", "options": options}
        return self._asked("choice", self.answer, self._means, **more)


Cells = Iterable[tuple[int, int]]


@dataclass(frozen=True, kw_only=True)
class PredictEntries(Prediction):
    """Which entries? `matrix` has rows of labels, an answer has (row, column)
    of each entry: `[(0, 1), (2, 0)]`, or `[]` for none.
    """

    matrix: tuple[tuple[str, ...], ...]
    answer: Cells
    why: str
    means: Mapping[tuple[tuple[int, int], ...], str]
    other: str

    def __post_init__(self):
        self._check(self.answer, self.means)

    def key(self, answer: Cells) -> str:
        cells = sorted({(int(row), int(column)) for row, column in answer})
        for row, column in cells:
            if f"{row},{column}" not in self.names:
                raise ValueError(f"{self.name!r} has no [{row}, {column}].")
        return " ".join(f"{row},{column}" for row, column in cells) or "none"

    @property
    def names(self) -> dict[str, str]:
        """What each entry is called: its label, if that is a name."""
        cells = {
            (row, column): label
            for row, labels in enumerate(self.matrix)
            for column, label in enumerate(labels)
        }
        named = all(label[:1].isalpha() for label in cells.values())
        return {
            f"{row},{column}": label if named else f"[{row}, {column}]"
            for (row, column), label in cells.items()
        }

    def as_dict(self) -> dict:
        more = {"why": self.why, "other": self.other, "matrix": self.matrix}
        more["names"] = self.names
        return self._asked("entries", self.answer, self.means, **more)
