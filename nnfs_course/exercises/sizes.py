"""A size of the chapter's example, written as a number: 3 for all samples.

Each number in the text of the attempt stays, or becomes a size of an argument.
If one such choice makes the attempt right, then this was the mistake.
"""

from __future__ import annotations

import ast
import inspect
import itertools
import textwrap
import time
from collections.abc import Callable, Iterable, Iterator

import numpy as np

from nnfs_course.exercises import calling, guard
from nnfs_course.exercises.agree import agree
from nnfs_course.exercises.known import Known
from nnfs_course.exercises.run import run
from nnfs_course.exercises.words import listed

SECONDS = 1.0
MOST_NUMBERS = 4
NAME, IDEA = "example-sizes", "what-can-occur"


def about_sizes(
    known: Known, attempt: Callable
) -> tuple[str, str, tuple[str, ...]] | None:
    """The mistake's name, its idea and its words, if it is this one."""
    try:
        text = textwrap.dedent(inspect.getsource(attempt))
        found = guard.within(SECONDS, lambda: _mended(known, attempt, text))
    except (Exception, guard.TimeUp, KeyboardInterrupt):
        return None  # there is no text, or only a piece of it
    if not found:
        return None
    numbers = " and ".join(dict.fromkeys(str(n) for n, _ in found))
    return (
        NAME,
        IDEA,
        (
            f"You wrote {numbers} where a size of the arguments belongs.",
            "In the chapter's example it is right.",
            "What gives it away: other arguments have other sizes. Ask them: "
            f"{listed(dict.fromkeys(size for _, size in found))}.",
        ),
    )


def _mended(known: Known, attempt, text: str) -> list[tuple[int, str]]:
    """The numbers that should be sizes, each with its size."""
    look = _Numbers(itertools.repeat(""))
    look.visit(ast.parse(text))
    numbers = look.numbers
    if not 0 < len(numbers) <= MOST_NUMBERS:
        return []
    end = time.monotonic() + SECONDS  # where there is no clock, too
    for choice in itertools.product(
        ["", *_sizes(known.cases)], repeat=len(numbers)
    ):
        if time.monotonic() > end:
            return []
        if any(choice) and _is_right(known, _with(choice, attempt, text)):
            pairs = zip(numbers, choice, strict=True)
            return [(number, size) for number, size in pairs if size]
    return []


def _sizes(cases: list[dict]) -> Iterator[str]:
    """Each size of an argument that is not always the same, once."""
    seen = set()
    for name, value in cases[0].items():
        words = {f"{name}.shape[{k}]": k for k in range(1, np.ndim(value))}
        if np.ndim(value):
            words = {f"len({name})": 0, **words}
        for word, axis in words.items():
            values = tuple(np.shape(case[name])[axis] for case in cases)
            if len(set(values)) > 1 and values not in seen:
                seen.add(values)
                yield word
        if isinstance(value, int):
            yield name


def _with(choice: Iterable[str], attempt: Callable, text: str) -> Callable:
    """The attempt, with these sizes in the place of its numbers."""
    tree = _Numbers(iter(choice)).visit(ast.parse(text))
    tree = ast.fix_missing_locations(tree)
    names = dict(attempt.__globals__)
    exec(compile(tree, "<with sizes>", "exec"), names)
    return names[attempt.__name__]


def _is_right(known: Known, function: Callable) -> bool:
    exercise = known.exercise
    function = calling.in_order(function, exercise.arguments)
    function = guard.undoing(function, [])
    return all(
        agree(run(function, case, exercise.parts), right)
        for case, right in zip(known.cases, known.truth, strict=True)
    )


class _Numbers(ast.NodeTransformer):
    """Put a size, if there is one, in the place of each whole number >= 2."""

    def __init__(self, sizes: Iterator[str]):
        self.sizes, self.numbers = sizes, []

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        if type(node.value) is not int or node.value < 2:
            return node
        self.numbers.append(node.value)
        size = next(self.sizes)
        return ast.parse(size, mode="eval").body if size else node
