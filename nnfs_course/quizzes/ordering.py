"""An ordering: lines of a program to put in order, with gaps to fill.

Some of the lines do not belong. Which lines must come before which is read
from the lines themselves, so every order that computes the same is right.
"""

from __future__ import annotations

import ast
import random
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from nnfs_course.page.question import Choice

GAP = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Distractor:
    """A line that does not belong: a mistake with a name, and why it is one.

    It sets the same name as one of the right lines, in its own way.
    """

    text: str
    mistake: str
    why: str


@dataclass(frozen=True, kw_only=True)
class Ordering:
    """Lines in a right order; `{gap}` in a line is a gap of that name.

    Each gap has a few choices, one of them right, as in a quiz. `notice` is
    said when all is right.
    """

    name: str
    text: str
    lines: tuple[str, ...]
    gaps: Mapping[str, tuple[Choice, ...]] = field(default_factory=dict)
    distractors: tuple[Distractor, ...]
    notice: str

    def __post_init__(self):
        everything = [*self.lines, *(d.text for d in self.distractors)]
        used = [gap for line in everything for gap in GAP.findall(line)]
        if sorted(used) != sorted(self.gaps):
            raise ValueError(
                f"The lines of {self.name!r} have the gaps {sorted(used)}, but "
                f"there are choices for {sorted(self.gaps)}; each gap once."
            )
        for gap, choices in self.gaps.items():
            if sum(choice.right for choice in choices) != 1:
                raise ValueError(f"The gap {gap!r} needs one right choice.")
        for distractor in self.distractors:
            self.place_of(distractor)

    def filled(self, line: str, **other: str) -> str:
        """A line with its gaps filled: rightly, or with these other texts."""
        right = {
            gap: next(choice.text for choice in choices if choice.right)
            for gap, choices in self.gaps.items()
        }
        return GAP.sub(lambda found: {**right, **other}[found[1]], line)

    def place_of(self, distractor: Distractor) -> int:
        """The place of the line that sets what this distractor sets."""
        sets = _names(self.filled(distractor.text))[1]
        for place, line in enumerate(self.lines):
            if _names(self.filled(line))[1] == sets:
                return place
        raise ValueError(
            f"The distractor {distractor.text!r} of {self.name!r} sets "
            f"{sorted(sets)}, which no line sets."
        )

    def before(self) -> list[dict[int, str]]:
        """For each line the lines that must come before it, and why."""
        return [
            {
                earlier: reason
                for earlier in range(place)
                if (reason := self._reason(earlier, place))
            }
            for place in range(len(self.lines))
        ]

    def _reason(self, earlier: int, later: int) -> str:
        reads, sets = _names(self.filled(self.lines[earlier]))
        reads_then, sets_then = _names(self.filled(self.lines[later]))
        if needed := sets & reads_then:
            return f"It needs `{min(needed)}`, and that is not there yet."
        if changed := (reads | sets) & sets_then:
            return (
                f"It sets `{min(changed)}`, and a line that is still to "
                "come needs it as it was."
            )
        return ""

    def shuffled(self) -> list[int]:
        """All lines, distractors last in the count, in an order by chance.

        It is the same for everyone, and does not begin as the answer does.
        """
        places = list(range(len(self.lines) + len(self.distractors)))
        chance = random.Random(self.name)
        while places[0] == 0 or places == sorted(places):
            chance.shuffle(places)
        return places

    def as_dict(self) -> dict:
        """The exercise, as the browser gets it.

        A line is its text cut at the gaps: text, gap, text, gap, text.
        """
        lines = [
            {"text": GAP.split(line), "before": before}
            for line, before in zip(self.lines, self.before(), strict=True)
        ]
        lines += [
            {"text": GAP.split(d.text), "mistake": d.mistake, "why": d.why}
            for d in self.distractors
        ]
        gaps = {
            gap: [{"text": c.text, "why": c.why, "right": c.right} for c in cs]
            for gap, cs in self.gaps.items()
        }
        return {
            "name": self.name,
            "text": self.text,
            "lines": lines,
            "gaps": gaps,
            "shuffled": self.shuffled(),
            "notice": self.notice,
        }


def _names(line: str) -> tuple[set[str], set[str]]:
    """The names that a line of code reads, and those that it sets.

    >>> _names("a[0] = b + 1") == ({"a", "b"}, {"a"})
    True
    """
    reads, sets = set(), set()
    for node in ast.walk(ast.parse(line)):
        if isinstance(node, ast.Name):
            (reads if isinstance(node.ctx, ast.Load) else sets).add(node.id)
        if isinstance(node, ast.AugAssign) and isinstance(
            node.target, ast.Name
        ):
            reads.add(node.target.id)
        if isinstance(node, ast.Subscript | ast.Attribute) and isinstance(
            node.ctx, ast.Store
        ):
            sets |= {
                inner.id
                for inner in ast.walk(node.value)
                if isinstance(inner, ast.Name)
            }
    return reads, sets
