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

ANY = next(iter(ALL))  # which one does not matter
needs_clock = pytest.mark.skipif(not has_clock(), reason="no alarm here")


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
    time.sleep(1)  # in each case; without an alarm that adds up


@needs_clock
@pytest.mark.parametrize("attempt", [loop, stubborn_loop, sleeps])
def test_what_never_ends_is_ended(monkeypatch, attempt):
    monkeypatch.setattr(mishaps, "SECONDS", 0.2)
    before = signal.getsignal(signal.SIGALRM)
    feedback = check(ANY, attempt)
    assert feedback.outcome is Outcome.WRONG_SHAPE
    assert "Is there a loop that never ends?" in feedback.paragraphs[0]
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


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
    right = check(ANY, ALL[ANY].reference)
    assert right.outcome is Outcome.RIGHT

    def interrupted(*arguments):
        raise KeyboardInterrupt

    assert "Nothing else can stop" in repr(check(ANY, interrupted))


def test_in_another_thread_a_check_works_the_same():
    notes = []
    thread = threading.Thread(
        target=lambda: notes.append(check(ANY, ALL[ANY].reference))
    )
    thread.start()
    thread.join()
    assert notes[0].outcome is Outcome.RIGHT


def test_an_interrupt_becomes_a_note():
    def attempt(*arguments):
        raise KeyboardInterrupt

    feedback = check(ANY, attempt)
    assert feedback.heading == "Interrupted"
    assert feedback.outcome is Outcome.WRONG_SHAPE


@needs_clock
def test_someone_else_s_alarm_counts_the_time_of_a_check():
    before = signal.signal(signal.SIGALRM, lambda *_: None)
    try:
        signal.setitimer(signal.ITIMER_REAL, 60, 30)
        within(5, lambda: time.sleep(0.05))
        left, interval = signal.getitimer(signal.ITIMER_REAL)
        assert 50 < left <= 59.95
        assert interval == 30
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


# --- NumPy replaced ---


def test_what_a_shell_exchanges_stays(monkeypatch):
    """Its own `input` is no fault of the attempt; a `round` would be."""
    monkeypatch.setattr(builtins, "input", lambda *_: "")
    monkeypatch.setattr(builtins, "round", lambda *_: 0)
    mine = builtins.input
    text = repr(check(ANY, lambda *_: 0.0)).replace("\n", " ")
    assert builtins.input is mine
    assert "in the place of `round`." in text
    assert round(1.7) == 2


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


# --- listeners ---


def test_a_listener_that_fails_does_not_take_the_note_away():
    heard = []

    def broken(names):
        raise RuntimeError("storage is full")

    session.when_done(broken)
    session.when_done(heard.append)
    feedback = check(ANY, ALL[ANY].reference)
    assert feedback.outcome is Outcome.RIGHT
    assert ALL[ANY].notice in feedback.paragraphs
    assert "RuntimeError" in feedback.paragraphs[-1]
    assert heard == [[ANY]]
