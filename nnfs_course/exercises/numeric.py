"""What finite differences say, for the exercises whose answer is a gradient."""

from __future__ import annotations

import numpy as np

from nnfs_course.numeric_gradient import finite_differences


def gradients_of(total, *arrays) -> tuple[np.ndarray, ...]:
    """The gradient of total(*arrays), one number, for each of the arrays.

    >>> tuple(map(float, gradients_of(lambda a, b: a * b, 2.0, 3.0)))
    (3.0, 2.0)
    """
    arrays = [np.asarray(array, float) for array in arrays]

    def of_one(k):
        def moved(array):
            return float(total(*arrays[:k], array, *arrays[k + 1 :]))

        return finite_differences(moved, arrays[k]).round(9)

    return tuple(of_one(k) for k in range(len(arrays)))
