"""Orderings are programs: right orders compute what the package computes."""

import json
from itertools import permutations

import numpy as np
import pytest
from bs4 import BeautifulSoup

from nnfs_course.page.question import Choice
from nnfs_course.quizzes import order
from nnfs_course.quizzes.contents import ORDERINGS
from nnfs_course.quizzes.ordering import Distractor, Ordering
from tests.chapters import own
from tests.quizzes.computed import ORDERED

own.of_each("computed")


def is_right(name: str, lines: list[str]) -> bool:
    """Does this program compute the results? One that fails does not."""
    given, results = ORDERED[name]()
    names = {"np": np, **given}
    try:
        with np.errstate(invalid="ignore"):  # the root of a negative mean
            exec("\n".join(lines), names)
    except (ValueError, NameError, IndexError, TypeError):
        return False
    return all(
        np.shape(names[key]) == np.shape(result)
        and np.allclose(names[key], result)
        for key, result in results.items()
    )


def test_every_ordering_is_run_and_nothing_else():
    assert ORDERED.keys() == ORDERINGS.keys()


every_ordering = pytest.mark.parametrize("name", ORDERINGS)


@every_ordering
def test_exactly_the_orders_that_count_as_right_compute_the_results(name):
    asked = ORDERINGS[name]
    before = asked.before()
    lines = [asked.filled(line) for line in asked.lines]
    for places in permutations(range(len(lines))):
        allowed = all(
            set(before[place]) <= set(places[:k])
            for k, place in enumerate(places)
        )
        program = [lines[place] for place in places]
        assert is_right(name, program) == allowed, program


@every_ordering
def test_each_distractor_and_each_wrong_gap_breaks_it(name):
    asked = ORDERINGS[name]
    lines = [asked.filled(line) for line in asked.lines]
    assert len(asked.distractors) == 2
    for distractor in asked.distractors:
        program = list(lines)
        program[asked.place_of(distractor)] = asked.filled(distractor.text)
        assert not is_right(name, program), distractor.mistake
    for gap, choices in asked.gaps.items():
        for choice in choices:
            texts = [asked.filled(n, **{gap: choice.text}) for n in asked.lines]
            assert is_right(name, texts) == choice.right, choice.text


@every_ordering
def test_what_is_said_is_said_in_whole_sentences(name):
    asked = ORDERINGS[name]
    said = [asked.text, asked.notice, *(d.why for d in asked.distractors)]
    said += [c.why for cs in asked.gaps.values() for c in cs if not c.right]
    for text in said:
        assert len(text) >= 30, text
        assert text.count("`") % 2 == 0, text
    for line in asked.lines:
        assert len(asked.filled(line)) <= 60, "it must fit a phone"


@every_ordering
def test_without_javascript_the_solution_is_folded(name):
    widget = order(name)
    soup = BeautifulSoup(widget.as_html(), "html.parser")
    folded = soup.details.extract().get_text()
    asked = ORDERINGS[name]
    for distractor in asked.distractors:
        assert distractor.mistake in folded
        assert distractor.mistake not in soup.get_text()
    total = len(asked.lines) + len(asked.distractors)
    assert len(soup.select("li")) == total
    json.dumps(widget.content)


GAP = {"gap": (Choice("1", "a", right=True), Choice("2", "b"))}
TWO = (Distractor("b = 3", "m", "w"), Distractor("b = 4", "m", "w"))


def small(**changed):
    lines = ("a = {gap}", "b = a")
    said = {"name": "any", "text": "?", "notice": "!"}
    made = {"lines": lines, "gaps": GAP, "distractors": TWO, **said, **changed}
    return Ordering(**made)


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"gaps": {}}, r"have the gaps \['gap'\]"),
        ({"lines": ("a = 1", "b = a")}, r"have the gaps \[\]"),
        ({"gaps": {"gap": (Choice("1", "a"),)}}, "one right choice"),
        ({"distractors": (Distractor("c = 1", "m", "w"),)}, "no line sets"),
    ],
)
def test_an_ordering_that_cannot_be_asked_is_refused(changed, message):
    with pytest.raises(ValueError, match=message):
        small(**changed)


def test_what_must_come_before_is_read_from_the_lines():
    assert list(small().before()[1]) == [0]
    free = small(lines=("a = {gap}", "b = 1"), distractors=TWO)
    assert free.before() == [{}, {}]
    step = small(lines=("b = w * {gap}", "w = w - b", "b = w"))
    assert [list(before) for before in step.before()] == [[], [0], [0, 1]]
    assert "needs it as it was" in step.before()[2][0]


def test_lines_are_shuffled_the_same_way_for_everyone():
    assert small().shuffled() == small().shuffled()
    assert sorted(small().shuffled()) == [0, 1, 2, 3]
    assert small().shuffled()[0] != 0


def test_a_name_that_is_not_there():
    with pytest.raises(ValueError, match="no ordering named 'x'"):
        order("x")
