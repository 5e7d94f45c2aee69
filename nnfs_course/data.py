"""Data to learn from: a spiral, and handwritten digits (chapters 6 and 8)."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from nnfs_course.checks import settings
from nnfs_course.checks.numbers import is_whole, shown


def spiral(samples, classes, *, seed):
    """Points on the arms of a spiral, one arm for each class.

    samples is their number in each class, so N = samples * classes. Returns
    inputs, (N, 2), float64, and targets, (N,), class indices. The same seed
    gives the same points. The global random state of NumPy stays as it is.

    Raises ValueError if samples or classes is not a whole number above 0, or
    if seed is not a whole number from 0 to 2**32 - 1.

    Source: `spiral_data` of the package nnfs, after Andrej Karpathy's course
    notes for CS231n.

    >>> inputs, targets = spiral(2, 3, seed=0)
    >>> inputs.shape, targets.tolist()
    ((6, 2), [0, 0, 1, 1, 2, 2])
    """
    samples = settings.whole_number("samples", samples)
    classes = settings.whole_number("classes", classes)
    seed = _checked_seed(seed)
    from nnfs.datasets import spiral_data  # draws from the global state

    before = np.random.get_state()  # noqa: NPY002
    try:
        np.random.seed(seed)  # noqa: NPY002
        inputs, targets = spiral_data(samples, classes)
    finally:
        np.random.set_state(before)  # noqa: NPY002
    return inputs.astype(np.float64), targets.astype(np.intp)


class Digits(NamedTuple):
    """Images to learn from, and others to be tested on."""

    inputs: np.ndarray
    targets: np.ndarray
    held_out_inputs: np.ndarray
    held_out_targets: np.ndarray


def digits(*, seed, held_out=0.2) -> Digits:
    """1797 handwritten digits, shuffled and split in two by the seed.

    Each image has 8 x 8 pixels, here a row of 64 numbers from 0 (paper) to 1
    (ink); `row.reshape(8, 8)` is the image again. Targets are the digits 0 to
    9. held_out is the share that goes into the second part. Each digit has the
    same share of both parts.

    Raises ValueError if seed is not a whole number from 0 to 2**32 - 1, or if
    held_out is not between 0 and 1 or leaves one part without some digit.

    Source: Alpaydin and Kaynak (1998), *Optical Recognition of Handwritten
    Digits*; the copy in scikit-learn, so nothing is downloaded.

    >>> data = digits(seed=0)
    >>> data.inputs.shape, data.held_out_inputs.shape
    ((1437, 64), (360, 64))
    """
    seed = _checked_seed(seed)
    held_out = settings.number(
        "held_out", held_out, lambda share: 0 < share < 1, "between 0 and 1"
    )
    try:
        from sklearn.datasets import load_digits
        from sklearn.model_selection import train_test_split
    except ImportError as error:
        raise ImportError(
            "The digits come with scikit-learn, which is not installed. "
            "Install it with: pip install scikit-learn"
        ) from error
    images, targets = load_digits(return_X_y=True)
    parts = train_test_split(
        images / 16,
        targets,
        test_size=held_out,
        random_state=seed,
        stratify=targets,
    )
    inputs, held_out_inputs, targets, held_out_targets = parts
    return Digits(inputs, targets, held_out_inputs, held_out_targets)


def _checked_seed(seed) -> int:
    if not is_whole(seed) or not 0 <= seed < 2**32:
        raise ValueError(
            f"seed must be a whole number from 0 to 2**32 - 1, but got "
            f"{shown(seed)}. With it, anyone gets the same data again."
        )
    return int(seed)
