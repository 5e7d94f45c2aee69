"""Attempts of readers at chapter 1, once answered with the wrong words."""

from tests.exercises.said import words


def test_the_imaginary_unit_is_not_told_where_an_index_is_wanted():
    text = words("step", lambda w, gradient, rate: w[i])  # noqa: F821
    assert "1j" not in text
    assert "made in another cell" in text
