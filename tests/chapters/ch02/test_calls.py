"""What an attempt at an exercise of chapter 2 may do while it is called."""

import builtins

import numpy as np
import pytest

from nnfs_course.exercises import check
from nnfs_course.exercises.catalogue import ALL
from nnfs_course.exercises.feedback import Outcome
from nnfs_course.exercises.known import known


def gates_wrongly(inputs, dvalues):
    np.where = lambda *a: dvalues
    return np.where(inputs > 0, dvalues, 0.0)


def spoils_the_reference(inputs, dvalues):
    np.where = lambda *a: np.zeros_like(inputs)
    return np.zeros_like(inputs)


@pytest.mark.parametrize("attempt", [gates_wrongly, spoils_the_reference])
def test_a_patched_numpy_makes_nothing_right_and_is_put_back(attempt):
    where = np.where
    feedback = check("relu-mask", attempt)
    assert np.where is where
    assert feedback.outcome is Outcome.WRONG_NUMBERS
    assert "in the place of `np.where`" in repr(feedback).replace("\n", " ")
    assert check("relu-mask", ALL["relu-mask"].reference).outcome == "right"


def test_what_was_patched_before_is_put_back_too():
    where, absolute = np.where, builtins.abs
    try:
        np.where = lambda condition, yes, no: yes
        builtins.abs = lambda x: x
        known.cache_clear()
        feedback = check("relu-mask", lambda inputs, dvalues: dvalues)
        assert (np.where, builtins.abs) == (where, absolute)
    finally:
        np.where, builtins.abs = where, absolute
    assert feedback.outcome is Outcome.WRONG_NUMBERS
    assert "`np.where`, `abs`" in repr(feedback)


def test_without_a_patch_nothing_is_said_of_one():
    feedback = check("relu-mask", lambda inputs, dvalues: dvalues)
    assert "in the place of" not in repr(feedback)


def test_keyword_only_and_extra_defaults_are_called_by_name():
    def attempt(*, weights, dvalues, transpose=True):
        return dvalues @ (weights.T if transpose else weights)

    assert check("dense-dinputs", attempt).outcome is Outcome.RIGHT


def test_other_names_are_told_the_order_if_the_result_is_wrong():
    told = "`w` is `dvalues`, `d` is `weights`"
    wrong = check("dense-dinputs", lambda w, d: d @ w.T)
    assert told in repr(wrong).replace("\n", " ")
    right = check("dense-dinputs", lambda a, b: a @ b.T)
    assert "other names" not in repr(right)
    same = check("dense-dinputs", lambda dvalues, weights: dvalues @ weights)
    assert "other names" not in repr(same)
