"""The words for attempts that no single known mistake explains."""

import itertools
from dataclasses import replace

import numpy as np
import pytest

from nnfs_course.exercises.agree import agree, same_results, scaled
from nnfs_course.exercises.catalogue import ALL
from nnfs_course.exercises.diagnosis import diagnose
from nnfs_course.exercises.edits import together
from nnfs_course.exercises.feedback import Outcome
from nnfs_course.exercises.ignored import about_ignored
from nnfs_course.exercises.known import known, results_of
from nnfs_course.exercises.patterns import about_wrong_ones

# --- two at once ---


def pairs(exercise):
    """Two edits that do not touch, and the function that has both."""
    edits = [m for m in exercise.mistakes if not callable(m.wrong)]
    for a, b in itertools.combinations(edits, 2):
        if both := together(exercise.reference, a.wrong, b.wrong):
            yield a, b, both


def test_two_edits_at_once_are_named_if_nothing_else_gives_the_same():
    named = unnamed = 0
    for exercise in ALL.values():
        ways = known(exercise, 0)
        right = [ways.truth, *(results for _, results in ways.variants)]
        for a, b, both in itertools.islice(pairs(exercise), 8):
            theirs = results_of(both, exercise, ways.cases)
            feedback = diagnose(exercise, both)
            single = [
                m.name for m, r in ways.mistakes if same_results(r, theirs)
            ]
            if any(same_results(theirs, results) for results in right):
                assert feedback.outcome is Outcome.RIGHT  # one undoes the other
            elif single:
                assert feedback.mistake == single[0]
            elif feedback.mistake == f"{a.name} + {b.name}":
                assert f"Two things: {a.did}" in feedback.paragraphs
                assert f"And: {b.did}" in feedback.paragraphs
                named += 1
            else:
                assert feedback.outcome is not Outcome.RIGHT
                unnamed += 1
    assert named > unnamed


@pytest.mark.parametrize("name", ALL)
def test_two_that_undo_each_other_nearly_everywhere_have_one_name(name):
    """That way is right but for the edges; two blames contradict each other."""
    ways = known(ALL[name], 0)
    alone = {m.name: results for m, results in ways.mistakes}
    for a, b, both in pairs(ALL[name]):
        theirs = results_of(both, ALL[name], ways.cases)
        if same_results(theirs, ways.truth):
            continue
        undone = [
            agree(x, right) and not (agree(y, right) or agree(z, right))
            for x, right, y, z in zip(
                theirs, ways.truth, alone[a.name], alone[b.name], strict=True
            )
        ]
        if 2 * sum(undone) > len(undone):
            said = diagnose(ALL[name], both).mistake
            assert said != f"{a.name} + {b.name}"


def turned(function, exercise):
    """The function, with the sign of all that it returns turned around."""

    def attempt(*arguments):
        returned = function(*arguments)
        if len(exercise.parts) == 1:
            return -1 * np.asarray(returned, float)
        return tuple(-1 * np.asarray(part, float) for part in returned)

    return attempt


@pytest.mark.parametrize("name", ALL)
def test_a_mistake_with_the_wrong_sign_on_top_is_two_things(name):
    exercise = ALL[name]
    ways = known(exercise, 0)
    known_results = [
        ways.truth,
        *(results for _, results in ways.variants),
        *(results for _, results in ways.mistakes),
    ]
    named = 0
    for mistake, theirs in ways.mistakes:
        attempt = turned(exercise.wrong(mistake), exercise)
        mine = results_of(attempt, exercise, ways.cases)
        of_known = any(same_results(mine, results) for results in known_results)
        of_truth = scaled(mine, ways.truth, [-1.0] * len(mine))
        failed = any(r.error or r.problem for r in theirs)
        if of_known or of_truth or failed:
            continue
        feedback = diagnose(exercise, attempt)
        assert feedback.paragraphs[0].startswith("Two things: ")
        assert " + " in feedback.mistake
        named += 1
    assert named


# --- factors ---


# --- the mask ---


# --- NaN and infinity ---


# --- order, shape, arguments without effect ---


@pytest.mark.parametrize("name", [n for n in ALL if len(ALL[n].parts) > 1])
def test_results_in_another_order_are_told_or_named(name):
    right, parts = ALL[name].reference, ALL[name].parts
    for order in itertools.permutations(range(len(parts))):
        if list(order) == sorted(order):
            continue

        def attempt(*arguments, order=order):
            returned = right(*arguments)
            return tuple(returned[k] for k in order)

        feedback = diagnose(ALL[name], attempt)
        assert feedback.outcome is not Outcome.RIGHT
        yours = ", ".join(f"`{parts[k]}`" for k in order)
        assert feedback.mistake or f"You return {yours};" in repr(
            feedback
        ).replace("\n", " ")


@pytest.mark.parametrize("name", ALL)
def test_the_reference_ignores_none_of_its_arguments(name):
    ways = known(ALL[name], 0)
    assert about_ignored(ways, ways.truth, ALL[name].reference) == ""


def test_several_ignored_arguments_do_not_change_the_result():
    name = next(n for n in ALL if len(ALL[n].arguments) == 2)
    ways = known(ALL[name], 0)
    constant = [ways.truth[0]] * len(ways.cases)
    a, b = ALL[name].arguments
    right = ALL[name].reference(*ways.cases[0].values())
    text = about_ignored(ways, constant, lambda *_: right)
    assert f"when `{a}`, `{b}` do, and it should" in text


# --- some cases right ---


@pytest.mark.parametrize("name", ALL)
def test_cases_that_are_right_are_counted_if_they_are_half(name):
    ways = known(ALL[name], 0)
    n = len(ways.cases)
    wrong = [
        replace(r, parts=tuple(p + 1 + abs(p) for p in r.parts))
        for r in ways.truth
    ]
    counted = [
        right
        for right in range(n)
        if f"In {right} of {n} cases"
        in about_wrong_ones(ways, ways.truth[:right] + wrong[right:])
    ]
    assert 2 * min(counted) >= n
