"""Every labelled equation of the book, checked by numbers.

A check names the equation by its label, repeats its LaTeX, and compares both
sides: the right side as coded here, the left side by finite differences or by
the chain of its own steps. It stands in the folder of its chapter. Editing the
equation there means coming back here, because the LaTeX must match.
"""

import pytest

from tests.chapters import own, rules
from tests.conftest import CHAPTERS, read_notebook
from tests.oracles import own_layer  # noqa: F401 (it registers its checks)
from tests.oracles.equations import CHECKS

own.of_each("equations")


def in_the_book() -> dict[str, str]:
    found = {}
    for path in CHAPTERS:
        equations = rules.labelled_equations(read_notebook(path))
        assert not set(found) & set(equations), "a label is used twice"
        found |= equations
    return found


def test_every_labelled_equation_has_a_check_and_no_check_is_left_over():
    assert set(CHECKS) == set(in_the_book())


@pytest.mark.parametrize("label", CHECKS)
def test_the_equation_in_the_book_is_the_one_that_is_checked(label):
    assert in_the_book()[label] == CHECKS[label][0]


@pytest.mark.parametrize("label", CHECKS)
def test_both_sides_of_the_equation_agree(label):
    CHECKS[label][1]()
