"""Whatever somebody may hand in where a number or an array belongs.

No whole number lies between 1,000 and 2**31: such a size is allowed, and would
fill the machine's memory.
"""

from __future__ import annotations

import math
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from nnfs_course import Adam, Dense, ReLU, SoftmaxCrossEntropy, Value

HUGE = 10**400  # no float is as large


class Number(float):
    """A float of somebody's own."""


class Colour(IntEnum):
    RED = 2


class Array(np.ndarray):
    """An array of somebody's own."""


X = np.array([[1.0, 2.0, 3.0]])

# Each of them cannot be changed, so all examples can share it.
NUMBERS = [
    *(0, 1, -1, 2, 3, 7, 2**31, -(2**31), 2**63, 2**64, 10**18, Colour.RED),
    *(HUGE, -HUGE, 10**5000, Fraction(1, 3), Fraction(HUGE), Fraction(1, HUGE)),
    *(0.5, -0.0, 0.1, 5e-324, 1e-300, 1e300, -1.7e308, Number(0.5)),
    *(math.nan, math.inf, -math.inf, Number("nan"), 1j, complex("nan")),
    *(Decimal("0.5"), Decimal("NaN"), Decimal("sNaN"), Decimal("1e400")),
    *(True, False, np.True_, np.int8(-1), np.uint64(2**64 - 1), np.int32(2)),
    *(np.float16(0.5), np.float32("inf"), np.float64("nan"), np.complex64(1)),
    *(np.longdouble("0.5"), np.longdouble(2) ** 2000, np.str_("1")),
    *(np.timedelta64(3, "s"), np.timedelta64("NaT")),
    np.datetime64("2026-01-01"),
]
WORDS = [None, "", "1", "text", "\ud800", "x" * 5000, b"1", "int", "float16"]
MAKERS = [
    *(object, list, tuple, dict, set, bytearray, lambda: range(3)),
    *(lambda: iter([1.0, 2.0]), lambda: len, lambda: int, lambda: Dense),
    *(lambda: lambda *_, **__: HUGE, lambda: lambda *_, **__: None),
    *(lambda: Value(2.0), lambda: np.array(2.0), lambda: np.array(None)),
    *(lambda: np.zeros((0, 10**6)), lambda: np.zeros((10**6, 0))),
    *(ReLU, SoftmaxCrossEntropy, Adam, lambda: Dense(3, 2, rng=0)),
    *(lambda: {"w": [1.0, HUGE]}, lambda: {1: 2}, lambda: [[1.0], [2.0, 3.0]]),
    *(lambda: np.ma.array([[1.0, 2.0]], mask=[[0, 1]]), lambda: slice(None)),
    *(lambda: X.view(np.matrix), lambda: np.timedelta64(2)),
    lambda: np.array([(1, 2.0)], dtype=[("a", int), ("b", float)]),
]
DTYPES = [
    *("f8", "f4", "f2", "g", "i1", "i8", "u8", "?", "c16", "O", "U2", "S2"),
    *(">f8", ">i4", "M8[s]", "m8[s]"),
]
SHAPES = [(), (0,), (1,), (2,), (3,), (2, 3), (3, 2), (2, 2), (2, 3, 1), (0, 3)]

numbers = st.sampled_from(NUMBERS) | st.integers(-5, 5) | st.floats()
words = st.sampled_from(WORDS)
things = st.sampled_from(MAKERS).map(lambda make: make())
lists = st.lists(numbers | words, max_size=4)
tables = st.lists(st.lists(numbers, min_size=3, max_size=3), max_size=3)
arrays = st.builds(
    lambda array, kind: array.view(kind),
    st.sampled_from(DTYPES).flatmap(
        lambda dtype: npst.arrays(
            dtype,
            st.sampled_from(SHAPES),
            elements=numbers if dtype == "O" else None,
        )
    ),
    st.sampled_from([np.ndarray, Array]),
)
NAMES = ["w", "b", "", "x" * 5000, None, 1, 10**5000]
named = st.dictionaries(st.sampled_from(NAMES), numbers | arrays, max_size=4)

anything = st.one_of(
    *(numbers, words, things, lists, lists.map(tuple), tables, arrays, named),
)
