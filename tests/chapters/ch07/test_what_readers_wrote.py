"""Attempts of readers at chapter 7, once answered with the wrong words."""

from tests.exercises.said import words


def test_the_imaginary_unit_is_told_where_it_is_wanted():
    text = words(
        "complex-step",
        lambda function, x, h: function(x + i * h).imag / h,  # noqa: F821
    )
    assert "i is written `1j`" in text
