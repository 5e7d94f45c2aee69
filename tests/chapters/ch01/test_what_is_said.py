"""What is said of wrong attempts at the exercises of chapter 1."""

import pytest

from tests.exercises.said import is_told_the_step_after_a_mask, said


@pytest.mark.parametrize(
    ("name", "attempt"),
    [
        ("neuron-relu", lambda z, upstream: z > 0),
        ("neuron-relu", lambda z, upstream: 1.0 if z > 0 else 0.0),
    ],
)
def test_a_mask_alone_says_which_step_is_missing(name, attempt):
    is_told_the_step_after_a_mask(name, attempt)


def test_an_argument_without_effect_is_told():
    text = said("fork", lambda a, c, upstream: 3.21 * a + c)
    assert "does not change when `upstream` does" in text
    text = said("fork", lambda a, c, upstream: 3.21)
    assert "does not change when `a`, `c`, `upstream` do" in text
    text = said("fork", lambda a, c, upstream: 3.21 * a + c - upstream)
    assert "does not change" not in text
