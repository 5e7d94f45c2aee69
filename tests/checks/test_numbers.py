"""How a thing is told in a message: whole, cut off, or by its size."""

from nnfs_course.checks.numbers import shown


def test_what_is_longer_than_60_letters_ends_in_dots_at_60():
    fits = "x" * 58  # and two quotation marks
    assert shown(fits) == f"'{fits}'"
    assert shown(fits + "x") == f"'{'x' * 56}..."
    assert shown(fits, 59) == f"'{'x' * 55}..."


def test_a_whole_number_is_told_in_digits_until_they_are_too_many():
    assert shown(1000) == "1000"
    assert shown(-(2**100 - 1)) == str(-(2**100 - 1))
    assert shown(2**100) == "a whole number of about 31 digits"
    assert shown(-(10**400)) == "a whole number of about 401 digits"
