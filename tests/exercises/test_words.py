"""How a case and its numbers are written in a message."""

import numpy as np
import pytest

from nnfs_course.exercises import exercises
from nnfs_course.exercises.catalogue import ALL, CHAPTERS
from nnfs_course.exercises.result import result_of
from nnfs_course.exercises.run import run
from nnfs_course.exercises.words import described, number


def test_numbers_are_written_out_and_large_arrays_by_their_shape():
    case = {
        "z": 0.123456,
        "zero": np.array([-0.0]),
        "four": np.ones((2, 2)),
        "five": np.ones(5),
        "loss": np.mean,
    }
    assert described(case) == (
        "`z = 0.1235`, `zero = [0.0]`, `four = [[1.0, 1.0], [1.0, 1.0]]`, "
        "`five` of shape (5,)"
    )


def test_a_number_has_four_digits_and_zero_no_sign():
    assert [number(x) for x in (-0.0, 1.23456, -2)] == ["0", "1.235", "-2"]


def test_of_a_long_error_the_beginning_of_the_first_line_is_told():
    def attempt(x):
        raise ValueError("x" * 300 + "\nmore")

    assert run(attempt, {"x": 1.0}, ("y",)).said == "x" * 200


def test_the_table_names_the_chapter_where_there_are_several():
    number, in_chapter = next(iter(CHAPTERS.items()))
    one = exercises(number)._repr_html_()
    all_of_them = exercises()._repr_html_()
    assert ">chapter</th>" in all_of_them
    assert ">chapter</th>" not in one
    assert one.count("<tr>") == len(in_chapter) + 1
    assert all_of_them.count(">not yet</td>") == len(ALL)
    assert f"'>{number}</td>" in all_of_them
    assert f"<code>{in_chapter[0].name}</code></td>" in one


@pytest.mark.parametrize(
    ("returned", "why"),
    [
        (np.array([None, 1.0]), "entries of type NoneType."),
        (np.array([], object), "entries of type object."),
        (np.array(["2026-01-01"], "datetime64[D]"), "type datetime64[D]."),
    ],
)
def test_what_an_array_holds_instead_of_numbers_is_told(returned, why):
    assert result_of(returned, ("x",)).problem.endswith(why)


def test_the_rows_of_one_array_are_not_several_results():
    told = result_of(np.ones((2, 3)), ("dweights", "dbiases")).problem
    assert told.endswith("but it returned one ndarray.")
