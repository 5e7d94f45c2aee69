"""What a reader calls: check, hint, exercises. One kernel is one session."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from nnfs_course.checks.numbers import is_whole, shown
from nnfs_course.exercises.catalogue import ALL, CHAPTERS
from nnfs_course.exercises.diagnosis import diagnose
from nnfs_course.exercises.exercise import Exercise
from nnfs_course.exercises.feedback import Feedback, Outcome
from nnfs_course.exercises.listing import Listing
from nnfs_course.exercises.transfer import with_question
from nnfs_course.exercises.words import closest
from nnfs_course.page.note import BLUE, Note

_done: set[str] = set()
_listeners: list[Callable[[list[str]], None]] = []
_hints_given: Counter[str] = Counter()


def check(name: str, attempt=None, *, count: bool = True) -> Feedback:
    """Run your function and say: not started, wrong shape or numbers, right.

    name is the exercise, attempt your function, without parentheses. It is
    called with random numbers and with edge cases, always on copies. count
    says whether a right answer is counted as done by you in `exercises()`.
    A right answer after a named mistake ends with a question: the same idea,
    elsewhere.
    After 5 seconds it is stopped, except on Windows, outside the main thread
    and in a page: there, the stop button does it.
    Returns the feedback and never raises: show it by ending a cell with it.

    >>> check("neuron-relu", lambda z, upstream: ...).outcome.value
    'not started'
    >>> check("neuron-relu", lambda z, upstream: z).outcome.value
    'wrong numbers'
    """
    exercise, complaint = _find(name)
    if complaint:
        return Feedback.of(_as_text(name), Outcome.NOT_STARTED, complaint)
    feedback = diagnose(exercise, attempt)
    if not count:
        return feedback
    if feedback.outcome is Outcome.RIGHT:
        _done.add(name)
        feedback = _told(feedback)
    return with_question(feedback)


def hint(name: str) -> Note:
    """The next of three hints for an exercise, from far to close."""
    exercise, complaint = _find(name)
    if complaint:
        return Feedback.of(_as_text(name), Outcome.NOT_STARTED, complaint)
    given = min(_hints_given[name] + 1, 3)
    _hints_given[name] = given
    paragraphs = [exercise.hints[given - 1]]
    if given == 3:
        paragraphs.append(
            "That was the last one. In the notebook, a worked solution is "
            "folded below the exercise."
        )
    heading = f"Hint {given} of 3"
    return Note(heading, tuple(paragraphs), "→", BLUE, name)


def exercises(chapter: int | None = None) -> Listing:
    """The exercises, of one chapter or of all, and which you have done.

    Done means: checked and found right in this kernel. A new kernel starts
    with none. Raises ValueError if no chapter has this number.
    """
    if chapter is not None and not _is_chapter(chapter):
        raise ValueError(
            f"There are exercises in the chapters {min(CHAPTERS)} to "
            f"{max(CHAPTERS)}, but got {shown(chapter)}."
        )
    rows = [
        (number, e.name, e.title, e.name in _done)
        for number, in_chapter in CHAPTERS.items()
        for e in in_chapter
        if chapter in (None, number)
    ]
    return Listing(tuple(rows))


def _is_chapter(chapter) -> bool:
    return is_whole(chapter) and chapter in CHAPTERS


def done() -> list[str]:
    """The names of the exercises done in this kernel."""
    return sorted(_done)


def _told(feedback: Feedback) -> Feedback:
    """Tell all listeners. If one fails, the note says so, and stays right."""
    for listener in _listeners:
        try:
            listener(done())
        except Exception as error:
            words = (
                "This is counted as done, but something that listens for it "
                f"stopped with {type(error).__name__}."
            )
            feedback = replace(
                feedback, paragraphs=(*feedback.paragraphs, words)
            )
    return feedback


def when_done(listener: Callable[[list[str]], None]) -> None:
    """Call this with the names done, each time that one is done."""
    _listeners.append(listener)


def _as_text(name) -> str:
    return name if isinstance(name, str) else shown(name)


def _find(name) -> tuple[Exercise | None, str]:
    """The exercise, or a sentence that says why there is none."""
    if isinstance(name, str) and name in ALL:
        return ALL[name], ""
    if callable(name):
        return None, (
            "The name of the exercise comes first, then your function: "
            '`check("neuron-relu", my_function)`.'
        )
    similar = closest(_as_text(name), list(ALL))
    meant = f" Did you mean `{similar}`?" if similar else ""
    return None, (
        f"There is no exercise of this name.{meant} `exercises()` lists all."
    )
