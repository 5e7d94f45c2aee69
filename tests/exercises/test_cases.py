"""Cases in which a function that is right only sometimes does not look right.

The mutants change the code of the references. Here the code stays, and the
numbers that go in or come out are spoiled as a wrong assumption would.
"""

import numpy as np
import pytest

from nnfs_course.exercises.cases import SIZES, batch, classes, normal
from nnfs_course.exercises.catalogue import ALL, CHAPTERS
from nnfs_course.exercises.diagnosis import Outcome, diagnose

SEEDS = range(5)
EXERCISES = [e for n, es in CHAPTERS.items() if n <= 4 for e in es]


def first_as_last(array):
    """Sample 0, or entry 0 of a list, does not decide anything."""
    return np.concatenate([array[-1:], array[1:]])


def last_as_first(array):
    return np.concatenate([array[:-1], array[:1]])


def first_column_as_last(array):
    return first_as_last(array.T).T if array.ndim == 2 else array


ASSUMED = {
    "nothing is negative": np.abs,
    "nothing is positive": lambda array: -np.abs(array),
    "nothing exceeds 1": lambda array: np.clip(array, -1, 1),
    "the first row does not matter": first_as_last,
    "the last row does not matter": last_as_first,
    "the first column does not matter": first_column_as_last,
}
# What an assumption cannot spoil, because it is true there.
LEFT_OUT = {"y", "targets", "n_classes", "h"}
NEVER_NEGATIVE = {"p", "s", "probabilities", "rate"}
NEVER_ABOVE_1 = {"p", "s", "probabilities", "rate"}


def is_gate(exercise, name):
    """What a ReLU got: only its sign counts."""
    return "relu" in exercise and name in {"z", "inputs"}


def is_true(assumption, exercise, name, values):
    return (
        name in LEFT_OUT
        or (assumption == "nothing is negative" and name in NEVER_NEGATIVE)
        or (assumption == "nothing exceeds 1" and name in NEVER_ABOVE_1)
        or (assumption == "nothing exceeds 1" and is_gate(exercise, name))
        or ("row" in assumption and (values.ndim == 0 or name == "biases"))
        or ("column" in assumption and values.ndim < 2)
    )


def spoiled():
    for exercise in EXERCISES:
        case = exercise.cases(np.random.default_rng(0))[0]
        for k, name in enumerate(exercise.arguments):
            for assumption in ASSUMED:
                if callable(case[k]):
                    continue
                values = np.asarray(case[k])
                if not is_true(assumption, exercise.name, name, values):
                    yield exercise.name, name, assumption


@pytest.mark.parametrize(("exercise", "name", "assumption"), list(spoiled()))
def test_a_wrong_assumption_about_an_argument_is_refused(
    exercise, name, assumption
):
    def attempt(*arguments):
        arguments = list(arguments)
        k = ALL[exercise].arguments.index(name)
        array = np.asarray(arguments[k], float)
        new = ASSUMED[assumption](array)
        arguments[k] = new if new.ndim else float(new)
        return ALL[exercise].reference(*arguments)

    for seed in SEEDS:
        outcome = diagnose(ALL[exercise], attempt, seed).outcome
        assert outcome is not Outcome.RIGHT


def test_the_random_inputs_are_what_they_promise():
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        for n, c in SIZES:
            numbers = normal(rng, n, c)
            assert (np.abs(numbers) >= 0.3).all()
            assert len(np.unique(np.sign(numbers))) == min(2, n * c)
            occurring = set(classes(rng, n, c).tolist())
            if n < c:
                assert c - 1 not in occurring
            else:
                assert occurring == set(range(c))
            p, targets = batch(rng, n, c)
            np.testing.assert_allclose(p.sum(axis=1), 1)
            assert c == 1 or p[0].argmax() != targets[0]


def test_the_random_inputs_hold_all_kinds():
    """Small numbers and large ones; more samples, as many, and fewer."""
    numbers = normal(np.random.default_rng(0), 4, 3)
    assert abs(numbers).min() < 1 < abs(numbers).max()
    only = [classes(np.random.default_rng(seed), 1, 4) for seed in range(20)]
    assert {*np.concatenate(only)} == {0, 1, 2}
    assert {np.sign(n - c) for n, c in SIZES if c > 1} == {-1, 0, 1}
