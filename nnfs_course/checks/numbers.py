"""What counts as one number, and how a thing that does not is told so.

Python's whole numbers have no end, and floats have one. So whoever turns a
number into a float does it here, where the end is an error with a sentence.
"""

from __future__ import annotations

from numbers import Integral, Real

import numpy as np

# They call themselves whole numbers: one is a word, the other has a unit.
NOT_ONE = (bool, np.timedelta64)


def is_number(candidate: object) -> bool:
    """True for a real number of Python or NumPy. A bool is not one here."""
    if type(candidate) in (float, int):  # nearly always, and quick to see
        return True
    return isinstance(candidate, Real) and not isinstance(candidate, NOT_ONE)


def is_whole(candidate: object) -> bool:
    """True for a whole number of Python or NumPy, whose type says so.

    >>> is_whole(3), is_whole(3.0), is_whole(True)
    (True, False, False)
    """
    return isinstance(candidate, Integral) and is_number(candidate)


def as_float(number: Real, name: str = "The number") -> float:
    """number as a float, if there is a float of that size.

    >>> as_float(3)
    3.0
    """
    try:
        return float(number)
    except OverflowError:
        raise ValueError(
            f"{name} is too large for a float, which ends at 1.8e308: "
            f"{shown(number)}."
        ) from None


def shown(thing: object, longest: int = 60) -> str:
    """repr(thing) for a message: short, and a huge number told by its size.

    >>> shown(12), shown(-(10**400))
    ('12', 'a whole number of about 401 digits')
    """
    if isinstance(thing, int) and thing.bit_length() > 100:
        # Python refuses to print more than 4300 digits, so they are counted.
        digits = int(thing.bit_length() * 0.30103) + 1
        return f"a whole number of about {digits} digits"
    try:
        text = repr(thing)
    except ValueError:  # such a number is in it
        return f"a {type(thing).__name__}"
    return shortened(text, longest)


def shortened(text: str, longest: int = 60) -> str:
    """text, cut off where it is longer.

    >>> shortened("a long story", longest=9)
    'a long...'
    """
    return text if len(text) <= longest else f"{text[: longest - 3]}..."


def text_of(thing: object) -> str:
    """str(thing), where that can be had: of huge numbers only their size.

    >>> text_of("w"), text_of(0.5), text_of(10**5000)
    ('w', '0.5', 'a whole number of about 5001 digits')
    """
    try:
        return str(thing)
    except ValueError:  # more digits than Python prints
        return shown(thing)


def likely_cause(data: object) -> str:
    """What to do, where one number was expected and data arrived."""
    if isinstance(data, str):
        return "If the text is a number, convert it first: float(text)."
    if isinstance(data, np.ndarray) and data.ndim == 0:
        return "Take the number out of the array: array.item()."
    if isinstance(data, (list, tuple, np.ndarray)):
        return "Make one Value for each entry."
    if data is None:
        return "Is a variable not set yet?"
    return "Pass an int or a float."
