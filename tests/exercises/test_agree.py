"""How close to the right numbers is right, and which failures are the same."""

import numpy as np
import pytest

from nnfs_course.exercises.agree import agree, close
from nnfs_course.exercises.result import Result


@pytest.mark.parametrize(
    ("right", "off_by", "dtype", "is_close"),
    [
        (1.0, 5e-7, float, True),
        (1.0, 1.5e-6, float, False),
        (0.0, 7e-8, float, True),
        (0.0, 1.5e-7, float, False),
        (1.0, 7e-5, np.float32, True),
        (1.0, 1.5e-4, np.float32, False),
    ],
)
def test_six_digits_count_or_four_in_float32(right, off_by, dtype, is_close):
    attempt = np.array([right + off_by], dtype)
    assert close(attempt, np.array([right])) is is_close
    assert close(np.array([right]), attempt) is is_close


def test_a_failure_agrees_only_with_the_same_failure():
    failures = [
        Result(error="ValueError"),
        Result(error="TypeError"),
        Result(problem="ValueError"),
        Result(missing="ValueError"),
    ]
    for k, one in enumerate(failures):
        for i, other in enumerate(failures):
            assert agree(one, other) == (k == i)
        assert not agree(one, Result((np.ones(2),)))
        assert not agree(Result(), one)
