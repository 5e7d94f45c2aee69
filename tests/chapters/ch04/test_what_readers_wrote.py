"""Attempts of readers at chapter 4, once answered with the wrong words."""

import numpy as np

from tests.exercises.said import words


def test_a_flat_array_has_no_other_side():
    text = words("softmax-jacobian", lambda s: np.diag(s) - s @ s.T)
    assert "its `.T` is the same flat array" in text
