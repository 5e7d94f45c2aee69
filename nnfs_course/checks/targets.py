"""The right answers: class indices, (N,), or one-hot rows, (N, C).

The number of dimensions tells the two forms apart. Both become class indices
here, so that a loss has one path for both.
"""

from __future__ import annotations

import numpy as np

from nnfs_course.checks import shapes


def as_class_indices(targets, samples: int, classes: int) -> np.ndarray:
    """Targets in either form as class indices, (N,).

    >>> as_class_indices([2, 0], samples=2, classes=3)
    array([2, 0])
    >>> as_class_indices([[0, 0, 1], [1, 0, 0]], samples=2, classes=3)
    array([2, 0])
    """
    targets = shapes.as_array("targets", targets)
    if targets.dtype.kind not in "iuf":
        cause = (
            "For two classes: targets.astype(int)."
            if targets.dtype.kind == "b"
            else "Number the classes 0, 1, 2, ... first."
        )
        raise ValueError(
            f"targets must be whole numbers, but the dtype is {targets.dtype}. "
            + cause
        )
    is_column = targets.ndim == 2 and targets.shape[1] == 1 and classes > 1
    if targets.ndim not in (1, 2) or is_column:
        raise ValueError(
            f"targets must have shape ({samples},) for class indices or "
            f"({samples}, {classes}) for one-hot rows, but got "
            f"{targets.shape}. A column of indices becomes a row of them with "
            "targets.ravel()."
        )
    if len(targets) != samples:
        raise ValueError(
            f"There are {samples} predictions but {len(targets)} targets. Were "
            "inputs and targets shuffled or cut apart from each other?"
        )
    if targets.ndim == 1:
        return _checked_indices(targets, classes)
    return _checked_one_hot(targets, classes).argmax(axis=1)


def _checked_indices(targets: np.ndarray, classes: int) -> np.ndarray:
    if targets.dtype.kind == "f":
        raise ValueError(
            f"Class indices must be whole numbers, but the dtype of targets is "
            f"{targets.dtype}. Use targets.astype(int), after making sure that "
            "these are classes and not measurements."
        )
    wrong = (targets < 0) | (targets >= classes)
    if wrong.any():
        first = int(wrong.argmax())
        raise ValueError(
            f"Class indices must lie in 0..{classes - 1}, but "
            f"targets[{first}] is {targets[first]}. Do the classes start at "
            "1, or is the last layer too small?"
        )
    return targets.astype(np.intp, copy=False)


def _checked_one_hot(targets: np.ndarray, classes: int) -> np.ndarray:
    if targets.shape[1] != classes:
        raise ValueError(
            f"One-hot rows must have {classes} columns, one for each class, "
            f"but got {targets.shape}. Was the table made with "
            "np.eye(number of samples) instead of np.eye(number of classes)?"
        )
    is_one_hot = ((targets == 0) | (targets == 1)).all(axis=1)
    is_one_hot &= targets.sum(axis=1) == 1
    if not is_one_hot.all():
        row = int((~is_one_hot).argmax())
        raise ValueError(
            f"A one-hot row holds a single 1 and zeros, but row {row} of "
            f"targets is {targets[row].tolist()}. Are these probabilities?"
        )
    return targets
