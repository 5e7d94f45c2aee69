"""The words for attempts that no single known mistake explains."""

import itertools
import math
from dataclasses import replace

import numpy as np
import pytest

from nnfs_course.exercises import recognise
from nnfs_course.exercises.agree import agree, same_results, scaled
from nnfs_course.exercises.catalogue import ALL
from nnfs_course.exercises.diagnosis import diagnose
from nnfs_course.exercises.edits import together
from nnfs_course.exercises.exercise import Mistake
from nnfs_course.exercises.feedback import Outcome
from nnfs_course.exercises.ignored import about_ignored
from nnfs_course.exercises.known import known, results_of


def said(name, attempt):
    feedback = diagnose(ALL[name], attempt)
    assert feedback.outcome in (Outcome.WRONG_NUMBERS, Outcome.WRONG_SHAPE)
    return " ".join(feedback.paragraphs)


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


def edit(name, wrong):
    return Mistake(name, wrong, f"did {name}.", "tempting.", f"shows {name}.")


PLUS = edit("plus", {"weights - ": "weights + ", "biases - ": "biases + "})
TWICE = edit("twice", {"rate * ": "2 * rate * "})
TWIN = edit("twin", {"weights - ": "weights - -", "biases - ": "biases - -"})


def test_a_pair_is_named_if_it_is_the_only_one():
    exercise = replace(ALL["sgd-step"], mistakes=(PLUS, TWICE))
    both = together(exercise.reference, PLUS.wrong, TWICE.wrong)
    feedback = diagnose(exercise, both)
    assert feedback.mistake == "plus + twice"
    assert feedback.outcome is Outcome.WRONG_NUMBERS
    assert feedback.paragraphs == (
        "Two things: did plus.",
        "And: did twice.",
        "shows plus.",
        "shows twice.",
    )
    exercise = replace(exercise, mistakes=(PLUS, TWIN, TWICE))
    assert diagnose(exercise, both).mistake is None


def test_pairs_that_touch_the_same_text_are_no_pair():
    assert together(ALL["sgd-step"].reference, PLUS.wrong, TWIN.wrong) is None


def test_no_pair_is_named_when_time_is_short(monkeypatch):
    exercise = replace(ALL["sgd-step"], mistakes=(PLUS, TWICE))
    both = together(exercise.reference, PLUS.wrong, TWICE.wrong)
    monkeypatch.setattr(recognise, "SECONDS", -1.0)
    assert diagnose(exercise, both).mistake is None


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


def times(factor):
    return lambda inputs, dvalues: factor * (inputs.T @ dvalues)


@pytest.mark.parametrize("factor", [1e-3, 2.5, -7, 1e3])
def test_a_factor_of_usual_size_is_told(factor):
    text = said("dense-dweights", times(factor))
    assert f"{factor:.4g} times the right one" in text


@pytest.mark.parametrize("factor", [1e-30, 9e-4, 1.1e3, -1e12])
def test_a_factor_out_of_all_size_is_not_told(factor):
    text = said("dense-dweights", times(factor))
    assert "times the right one" not in text


# --- the mask ---


@pytest.mark.parametrize(
    ("name", "attempt"),
    [
        ("relu-mask", lambda inputs, dvalues: inputs > 0),
        ("relu-mask", lambda inputs, dvalues: (inputs > 0).astype(float)),
        ("relu-mask", lambda inputs, dvalues: (inputs >= 0) * 1),
        ("neuron-relu", lambda z, upstream: z > 0),
        ("neuron-relu", lambda z, upstream: 1.0 if z > 0 else 0.0),
    ],
)
def test_a_mask_alone_says_which_step_is_missing(name, attempt):
    feedback = diagnose(ALL[name], attempt)
    assert feedback.outcome is Outcome.WRONG_NUMBERS
    text = " ".join(feedback.paragraphs)
    assert feedback.mistake or "it has to be multiplied by them" in text
    assert "must be made of numbers" not in text


def test_right_answers_in_booleans_must_still_become_numbers():
    text = said("one-hot", lambda y, n: y[:, None] == np.arange(n))
    assert "holds True and False" in text
    assert ".astype(float)" in text


def test_wrong_answers_in_booleans_are_not_helped_by_numbers():
    text = said("one-hot", lambda y, n: y[:, None] + np.arange(n) > 1)
    assert "holds True and False" in text
    assert ".astype(float)" not in text


# --- NaN and infinity ---


def with_number(bad):
    """The gradient of the layer, plus a number made in a wrong way."""
    return lambda dvalues, weights: dvalues @ weights.T + bad(weights[0, 0])


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (lambda w: np.log(0 * w), "logarithm of 0"),
        (lambda w: np.log(-abs(w)), "logarithm of a negative number"),
        (lambda w: np.sqrt(-abs(w)), "root of a negative number"),
        (lambda w: w / (0 * w), "divided by 0"),
        (lambda w: 0 * w / (0 * w), "0 was divided by 0"),
        (lambda w: np.exp(1e4 + w), "exponential of a large number"),
        (lambda w: (1e200 * w) ** 3, "too large for a float"),
        (lambda w: np.inf * (0 * w), "infinity met a 0"),
        (lambda w: (-abs(w)) ** 0.5, "power that is no whole number"),
    ],
)
def test_what_is_not_finite_names_its_cause(bad, why):
    assert why in said("dense-dinputs", with_number(bad))


def test_the_first_cause_is_named_and_not_what_follows_from_it():
    text = said(
        "dense-dinputs", with_number(lambda w: 0 * np.log(0 * w) - np.inf)
    )
    assert "logarithm of 0" in text


def test_an_infinity_that_is_right_is_not_blamed():
    """A loss of infinity where a true class has probability 0."""
    zero = np.array([[1.0, 0.0]]), np.array([1])
    half = np.array([[0.5, 0.5]]), np.array([1])
    most = np.array([[0.1, 0.9]]), np.array([1])
    exercise = replace(
        ALL["cross-entropy"], cases=lambda rng: [zero, half, most], numeric=None
    )
    feedback = diagnose(
        exercise, lambda p, targets: 0.25 - np.log(p[0, targets[0]])
    )
    assert "`loss`: yours is 0.9431" in feedback.paragraphs[0]


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (lambda w: float(w) / 0.0, "divided by 0"),
        (lambda w: math.log(0.0), "numbers above 0"),
        (lambda w: math.sqrt(-1.0), "none below 0"),
        (lambda w: math.exp(1e4), "too large for a float"),
        (lambda w: 10.0**400, "too large for a float"),
        (lambda w: np.ones(3)[int(3 + 0 * w)], "An array knows its own sizes"),
        (lambda w: 1 if w * np.ones(2) > 0 else 0, "Decide entry by entry"),
        (lambda w: made_elsewhere(w), "made in another cell"),  # noqa: F821
    ],
)
def test_python_s_own_errors_are_explained(bad, why):
    assert why in said("dense-dinputs", with_number(bad))


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


@pytest.mark.parametrize(
    ("attempt", "words"),
    [
        (lambda inputs, dvalues: (inputs.T @ dvalues)[None], "are right"),
        (lambda inputs, dvalues: (inputs.T @ dvalues).ravel(), "are right"),
        (lambda inputs, dvalues: dvalues.T @ inputs + 1, "must have shape"),
    ],
)
def test_a_wrong_shape_says_whether_the_numbers_are_right(attempt, words):
    feedback = diagnose(ALL["dense-dweights"], attempt)
    assert feedback.outcome is Outcome.WRONG_SHAPE
    assert words in feedback.paragraphs[0]


@pytest.mark.parametrize(
    ("name", "attempt", "words"),
    [
        (
            "dense-dbiases",
            lambda dvalues: abs(dvalues.sum(axis=0, keepdims=True)),
            "some have the wrong sign",
        ),
        (
            "relu-mask",
            lambda inputs, dvalues: np.where(inputs > 0, dvalues, 7 * dvalues),
            "Only numbers that should be 0 are wrong",
        ),
        (
            "relu-mask",
            lambda inputs, dvalues: (
                np.where(inputs > 0, dvalues, 0.0)
                * (np.arange(dvalues.size).reshape(dvalues.shape) % 4 != 1)
            ),
            "Only numbers that you set to 0 are wrong",
        ),
        (
            "dense-dweights",
            lambda inputs, dvalues: (
                inputs.T @ dvalues + 0.3 * (inputs.shape == (1, 2))
            ),
            "cases your result is right",
        ),
    ],
)
def test_what_the_wrong_numbers_share_is_told(name, attempt, words):
    assert words in said(name, attempt)


def test_an_argument_without_effect_is_told():
    text = said("fork", lambda a, c, upstream: 3.21 * a + c)
    assert "does not change when `upstream` does" in text
    text = said("fork", lambda a, c, upstream: 3.21)
    assert "does not change when `a`, `c`, `upstream` do" in text
    text = said("fork", lambda a, c, upstream: 3.21 * a + c - upstream)
    assert "does not change" not in text


@pytest.mark.parametrize("name", ALL)
def test_the_reference_ignores_none_of_its_arguments(name):
    ways = known(ALL[name], 0)
    assert about_ignored(ways, ways.truth, ALL[name].reference) == ""
