"""What an attempt may do while it is called: loop, patch, change, reorder."""

import builtins
import signal
import threading
import time

import numpy as np
import pytest

from nnfs_course.exercises import check, mishaps, session
from nnfs_course.exercises.catalogue import ALL
from nnfs_course.exercises.feedback import Outcome
from nnfs_course.exercises.guard import TimeUp, has_clock, within
from nnfs_course.exercises.known import known

needs_clock = pytest.mark.skipif(not has_clock(), reason="no alarm here")


@pytest.fixture(autouse=True)
def fresh_session(monkeypatch):
    monkeypatch.setattr(session, "_done", set())
    monkeypatch.setattr(session, "_listeners", [])


# --- for ever ---


def loop(*arguments):
    while True:
        pass


def stubborn_loop(*arguments):
    while True:
        try:
            loop()
        except Exception:
            continue


def sleeps(*arguments):
    time.sleep(60)


@needs_clock
@pytest.mark.parametrize("attempt", [loop, stubborn_loop, sleeps])
def test_what_never_ends_is_ended(monkeypatch, attempt):
    monkeypatch.setattr(mishaps, "SECONDS", 0.2)
    before = signal.getsignal(signal.SIGALRM)
    feedback = check("fork", attempt)
    assert feedback.outcome is Outcome.WRONG_SHAPE
    assert "Is there a loop that never ends?" in repr(feedback)
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


@needs_clock
def test_a_loop_in_a_later_case_names_that_case(monkeypatch):
    monkeypatch.setattr(mishaps, "SECONDS", 0.2)

    def attempt(z, upstream):
        while z <= 0:
            pass
        return upstream

    assert "`z = -" in check("neuron-relu", attempt).paragraphs[0]


@needs_clock
def test_someone_else_s_alarm_goes_on(monkeypatch):
    rung = []
    before = signal.signal(signal.SIGALRM, lambda *_: rung.append(1))
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.3)
        with pytest.raises(TimeUp):
            within(0.1, loop)
        assert not rung
        time.sleep(0.5)
        assert rung == [1]
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def raises(*_):
    raise OSError("no alarm here")


@pytest.mark.parametrize("broken", ["gone", "raising", "no signal"])
def test_without_an_alarm_a_check_works_the_same(monkeypatch, broken):
    """As on Windows, or where Python runs in a page."""
    if broken == "gone":
        monkeypatch.delattr(signal, "setitimer", raising=False)
    elif broken == "raising":
        monkeypatch.setattr(signal, "setitimer", raises, raising=False)
    else:
        monkeypatch.delattr(signal, "SIGALRM", raising=False)
    assert not has_clock()
    right = check("fork", ALL["fork"].reference)
    assert right.outcome is Outcome.RIGHT

    def interrupted(*arguments):
        raise KeyboardInterrupt

    assert "Nothing else can stop" in repr(check("fork", interrupted))


def test_in_another_thread_a_check_works_the_same():
    notes = []
    thread = threading.Thread(
        target=lambda: notes.append(check("fork", ALL["fork"].reference))
    )
    thread.start()
    thread.join()
    assert notes[0].outcome is Outcome.RIGHT


def test_an_interrupt_becomes_a_note():
    def attempt(*arguments):
        raise KeyboardInterrupt

    feedback = check("fork", attempt)
    assert feedback.heading == "Interrupted"
    assert feedback.outcome is Outcome.WRONG_SHAPE


# --- NumPy replaced ---


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


# --- arguments ---


@pytest.mark.parametrize("name", ALL)
def test_changing_an_argument_and_returning_nothing_gets_words(name):
    def attempt(*arguments):
        for argument in arguments:
            if isinstance(argument, np.ndarray):
                argument += 1
            elif isinstance(argument, list):
                argument.append(0.0)

    def half(*arguments):
        attempt(*arguments)
        return (None,) * len(ALL[name].parts)

    for function in (attempt, half):
        feedback = check(name, function)
        assert feedback.outcome is not Outcome.RIGHT
        assert feedback.paragraphs


def test_a_changed_argument_is_told_beside_a_missing_return():
    def attempt(w, gradient, rate):
        w.append(0.0)

    feedback = check("step", attempt)
    assert feedback.outcome is Outcome.WRONG_SHAPE
    text = " ".join(feedback.paragraphs)
    assert "`return` is missing" in text
    assert "changes its argument `w`" in text


SEVERAL = [name for name in ALL if len(ALL[name].arguments) > 1]


@pytest.mark.parametrize("name", SEVERAL)
def test_parameters_in_another_order_are_filled_by_name(name):
    """A function of the same names, written from the last to the first."""
    wanted = ALL[name].arguments
    turned = ", ".join(reversed(wanted))
    attempt = eval(
        f"lambda {turned}: right({', '.join(wanted)})",
        {"right": ALL[name].reference},
    )
    assert check(name, attempt).outcome is Outcome.RIGHT


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


# --- listeners ---


def test_a_listener_that_fails_does_not_take_the_note_away():
    heard = []

    def broken(names):
        raise RuntimeError("storage is full")

    session.when_done(broken)
    session.when_done(heard.append)
    feedback = check("fork", ALL["fork"].reference)
    assert feedback.outcome is Outcome.RIGHT
    assert ALL["fork"].notice in feedback.paragraphs
    assert "RuntimeError" in feedback.paragraphs[-1]
    assert heard == [["fork"]]
