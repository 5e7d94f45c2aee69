"""Whatever a learner hands in: never a traceback, never a wrong "right"."""

import contextlib
import copy
import io
import sys
import warnings

import numpy as np
import pytest

from nnfs_course.exercises import check, exercises, hint
from nnfs_course.exercises.catalogue import ALL, CHAPTERS
from nnfs_course.exercises.feedback import Outcome

NAMES = list(ALL)
ANY = NAMES[0]  # which one does not matter
each_name = pytest.mark.parametrize("name", NAMES)


class Strange:
    def __array__(self, dtype=None, copy=None):
        raise RuntimeError("no array for you")


class Hostile:
    def __eq__(self, other):
        raise RuntimeError("not comparable")

    __hash__ = None

    def __repr__(self):
        raise RuntimeError("no repr")


def recursive(*arguments):
    return recursive(*arguments)


def generator(*arguments):
    yield from arguments


async def coroutine(*arguments):
    return 1.0


def deletes(*arguments):
    for argument in arguments:
        if isinstance(argument, np.ndarray):
            argument.resize(0, refcheck=False)
        elif isinstance(argument, list):
            argument.clear()
    return 0.0


def raises(error):
    def attempt(*arguments):
        raise error

    return attempt


def returns(value):
    def attempt(*arguments):
        return value

    return attempt


GARBAGE = {
    "a number": 3.0,
    "an array": np.ones((4, 3)),
    "a string": "dvalues @ weights.T",
    "a class": Strange,
    "no arguments": lambda: 1.0,
    "too many arguments": lambda a, b, c, d, e, f, g, h: 1.0,
    "keyword only": lambda *, a: 1.0,
    "recursion": recursive,
    "generator": generator,
    "coroutine": coroutine,
    "deletes its arguments": deletes,
    "value error": raises(ValueError("shapes (4,3) and (2,3) not aligned")),
    "long error": raises(KeyError("x" * 10_000)),
    "multi-line error": raises(TypeError("first\nsecond")),
    "exit": raises(SystemExit(1)),
    "memory": raises(MemoryError()),
    "hostile error": raises(ValueError(Hostile())),
    "builtin": max,
    "print": print,
    "a set": returns({1.0}),
    "a dict": returns({"dinputs": 1.0}),
    "a string back": returns("1.0"),
    "bytes": returns(b"1"),
    "bool": returns(True),
    "bools": returns(np.ones((4, 2), bool)),
    "complex": returns(np.ones((4, 2), complex)),
    "objects": returns(np.array([None, 1.0])),
    "float16": returns(np.ones((4, 2), np.float16)),
    "dates": returns(np.array(["2026-01-01"], "datetime64[D]")),
    "ragged": returns([[1.0], [2.0, 3.0]]),
    "empty": returns([]),
    "empty array": returns(np.zeros((0, 3))),
    "nan": returns(np.nan),
    "inf": returns(np.full((4, 2), np.inf)),
    "huge": returns(1e300),
    "large int": returns(10**400),
    "a function": returns(len),
    "a type": returns(float),
    "an iterator": returns(iter([1.0])),
    "lazy zip": returns(zip([1.0], [2.0], strict=True)),
    "strange": returns(Strange()),
    "hostile": returns(Hostile()),
    "hostile tuple": returns((Hostile(), Hostile(), Hostile())),
    "nested": returns([[[[[[1.0]]]]]]),
    "two": returns((1.0, 2.0)),
    "three": returns((1.0, 2.0, 3.0)),
    "four nothings": returns((None, None, None, None)),
    "some dots": returns((1.0, ..., 2.0)),
    "matrix": returns(np.ones((2, 2)).view(np.matrix)),
    "masked": returns(np.ma.masked_all((4, 2))),
    "random": lambda *a: np.random.default_rng().normal(size=np.shape(a[0])),
    "first argument": lambda *a: a[0],
    "last argument": lambda *a: a[-1],
}


@each_name
@pytest.mark.parametrize("what", GARBAGE)
def test_garbage_gets_words_and_is_never_right(name, what):
    with contextlib.redirect_stdout(io.StringIO()):
        feedback = check(name, GARBAGE[what])
    assert feedback.outcome is not Outcome.RIGHT, what
    assert feedback.paragraphs
    assert all(feedback.paragraphs)
    text, html = repr(feedback), feedback._repr_html_()
    assert len(text) < 3000
    assert "Traceback" not in text + html
    assert "at 0x" not in text
    assert "array(" not in text
    assert feedback.heading in text
    assert feedback.heading in html
    assert not exercises().rows[NAMES.index(name)][-1]


@each_name
def test_nothing_is_not_started(name):
    for attempt in (None, ..., lambda *a: ..., lambda *a: None):
        assert check(name, attempt).outcome is Outcome.NOT_STARTED
    assert check(name).outcome is Outcome.NOT_STARTED
    assert check(name).paragraphs == ("There is no function yet.",)
    assert check(name, ...).paragraphs == check(name).paragraphs
    assert "the three dots" in check(name, lambda *a: ...).paragraphs[0]
    assert "returned None" in check(name, lambda *a: None).paragraphs[0]


@pytest.mark.parametrize("name", [n for n in NAMES if len(ALL[n].parts) > 1])
def test_parts_that_are_dots_are_not_started(name):
    parts = ALL[name].parts
    feedback = check(name, returns(tuple(... for _ in parts)))
    assert feedback.outcome is Outcome.NOT_STARTED
    assert f"`{parts[0]}`" in repr(feedback)


def changing(function):
    """The right answer, from a function that spoils its arguments."""

    def attempt(*arguments):
        returned = copy.deepcopy(function(*arguments))
        for argument in arguments:
            if isinstance(argument, np.ndarray):
                argument += 1
            elif isinstance(argument, list):
                argument.append(0.0)
        return returned

    return attempt


def can_be_changed(exercise):
    case = exercise.cases(np.random.default_rng(0))[0]
    return any(isinstance(value, (list, np.ndarray)) for value in case)


@pytest.mark.parametrize("name", [n for n in NAMES if can_be_changed(ALL[n])])
def test_a_function_that_changes_its_arguments_is_not_right(name):
    feedback = check(name, changing(ALL[name].reference))
    assert feedback.outcome is Outcome.WRONG_NUMBERS
    assert feedback.mistake == "changes-its-argument"


def test_the_learner_s_own_settings_and_arrays_stay():
    def attempt(*arguments):
        np.seterr(all="raise")
        warnings.simplefilter("error")
        print("noise")
        return np.log(-1.0)

    before = np.geterr(), list(warnings.filters)
    with contextlib.redirect_stdout(io.StringIO()) as out:
        check(ANY, attempt)
    assert (np.geterr(), list(warnings.filters)) == before
    # The first case may print, for looking; the others are quiet.
    assert out.getvalue() == "noise\n"
    assert sys.getrecursionlimit() > 100


@pytest.mark.parametrize("name", [f"{ANY}s", "", f"{ANY} ", 3, None, [1], 1.5])
def test_an_unknown_name_is_told(name):
    for answer in (check(name, lambda: 1), hint(name)):
        assert answer.outcome is Outcome.NOT_STARTED
        assert "no exercise of this name" in repr(answer)
    if name == f"{ANY}s":
        assert f"`{ANY}`" in repr(answer)


def test_function_and_name_in_the_wrong_order():
    feedback = check(lambda z: z, ANY)
    assert "comes first" in repr(feedback)


def test_done_is_counted_unless_it_is_the_book_s_own_solution():
    right = ALL[ANY].reference
    check(ANY, right, count=False)
    assert "0 of" in repr(exercises())
    check(ANY, right)
    assert "1 of" in repr(exercises())
    assert f"✓ {next(iter(CHAPTERS))}  {ANY}" in repr(exercises())
    assert "✓ done" in exercises()._repr_html_()
    check(ANY, lambda *a: 0.0)  # once done, done
    assert "1 of" in repr(exercises())


@each_name
def test_hints_come_one_by_one_and_the_third_stays(name):
    shown = [hint(name) for _ in range(4)]
    assert [n.heading for n in shown] == [
        "Hint 1 of 3",
        "Hint 2 of 3",
        "Hint 3 of 3",
        "Hint 3 of 3",
    ]
    for note, text in zip(shown, ALL[name].hints, strict=False):
        assert note.paragraphs[0] == text
    assert "worked solution" in shown[2].paragraphs[1]
    assert len(shown[1].paragraphs) == 1


def test_code_in_a_message_is_escaped_in_html():
    def attempt(*arguments):
        raise ValueError("<script>alert(1)</script> & more")

    html = check(ANY, attempt)._repr_html_()
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_the_list_of_one_chapter_and_of_none():
    last = max(CHAPTERS)
    assert {row[0] for row in exercises(last).rows} == {last}
    for chapter in (0, 99, str(last), -1):
        with pytest.raises(ValueError, match="There are exercises in the"):
            exercises(chapter)
