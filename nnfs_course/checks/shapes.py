"""Checks at the door: what arrived, what was expected, the likely cause.

Every layer and every loss looks at its inputs here before it changes anything.
So a wrong shape is an error in the line that made it, and never a silent
broadcast that gives wrong numbers ten lines later.
"""

from __future__ import annotations

import numpy as np

# A row of probabilities may miss 1 by rounding, and by a small nudge of a
# gradient check, but not by more.
ROW_SUM_TOLERANCE = 1e-3

FLOATS = (np.dtype("f"), np.dtype("d"))


def as_floats(name: str, array) -> np.ndarray:
    """array as float32 or float64: float32 stays, whole numbers become float64.

    >>> as_floats("inputs", [[1, 2]])
    array([[1., 2.]])
    """
    if type(array) is np.ndarray and array.dtype in FLOATS:
        return array  # nearly always
    array = as_array(name, array)
    if array.dtype.kind not in "iuf":
        raise ValueError(
            f"{name} must hold numbers, but its dtype is {array.dtype}. "
            f"{_CAUSES.get(array.dtype.kind, 'Convert it to float64.')}"
        )
    # In another byte order, as some files have it, "f" is float32, too.
    return as_dtype(
        name, array, np.dtype("f" if array.dtype.char == "f" else "d")
    )


_CAUSES = {
    "O": "Is an entry None, text or a Value, or a whole number above 2**64?",
    "U": "Was a table read as text? Try .astype(float).",
    "S": "Was a table read as text? Try .astype(float).",
    "b": "Is this the result of a comparison? Try .astype(float).",
    "c": "Layers are real; for a complex step, pass a plain function.",
}


def as_array(name: str, array) -> np.ndarray:
    """array as an array of NumPy, with nothing lost on the way."""
    if isinstance(array, np.ndarray) and hasattr(array, "mask"):
        raise ValueError(
            f"{name} is a masked array, and nothing here knows of masks: what "
            f"is hidden would count. Fill it in, {name}.filled(0), or drop "
            "those rows."
        )
    try:
        return np.asarray(array)
    except ValueError as error:
        raise ValueError(
            f"{name} must be an array of numbers, but its rows differ in "
            f"length ({error})."
        ) from None


def as_dtype(name: str, array: np.ndarray, dtype) -> np.ndarray:
    """array in this dtype, if no finite number becomes infinite there."""
    if array.dtype == dtype:
        return array
    with np.errstate(over="ignore"):  # it is looked for in the next line
        converted = array.astype(dtype)
    overflown = np.isinf(converted) & np.isfinite(array)
    if overflown.any():
        place, number = _first(name, array, overflown)
        raise NotFinite(
            f"{name} must fit into {np.dtype(dtype)}, but {place} is {number}, "
            "which is too large for it. Did training diverge?"
        )
    return converted


def as_batch(name: str, array, columns: int | None = None) -> np.ndarray:
    """array as a batch of floats, (N, columns), with at least one row.

    >>> as_batch("inputs", [[1, 2]], columns=2)
    array([[1., 2.]])
    """
    array = as_floats(name, array)
    expected = f"(N, {columns or 'features'})"
    if array.ndim != 2:
        cause = (
            f"One sample is a batch of one: {name}.reshape(1, -1)."
            if array.ndim == 1
            else f"One row for each sample: {name}.reshape(len({name}), -1)."
        )
        raise ValueError(
            f"{name} must have shape {expected}, a row for each sample, but "
            f"got {array.shape}. {cause if array.ndim else ''}".rstrip()
        )
    if columns is not None and array.shape[1] != columns:
        cause = "Is the layer's number of inputs right?"
        if array.shape[0] == columns:
            cause += " Or are samples columns here? They must be rows."
        raise ValueError(
            f"{name} must have shape {expected}, but got {array.shape}: "
            f"{array.shape[1]} columns instead of {columns}. {cause}"
        )
    if array.size == 0:
        raise ValueError(
            f"{name} has shape {array.shape}: an empty batch has no mean. "
            "Did a filter or a split leave nothing?"
        )
    return array


def as_gradient(name: str, array, like: np.ndarray) -> np.ndarray:
    """An upstream gradient: in the shape and the dtype of the outputs."""
    array = as_floats(name, array)
    if array.shape != like.shape:
        raise ValueError(
            f"{name} must have shape {like.shape}, that of the outputs whose "
            f"gradient it is, but got {array.shape}. Is it the gradient of "
            "another layer or another batch?"
        )
    return as_dtype(name, array, like.dtype)


class NotFinite(ValueError):
    """A NaN or an infinity where there must be none."""


def all_finite(
    name: str,
    array: np.ndarray,
    cause: str = "Did training diverge, or a division by 0 happen before?",
) -> np.ndarray:
    """array, if it holds neither NaN nor infinity; else NotFinite is raised."""
    if not np.isfinite(array).all():
        place, number = _first(name, array, ~np.isfinite(array))
        raise NotFinite(
            f"{name} must be finite, but {place} is {number}. {cause}"
        )
    return array


def as_finite_batch(name: str, array) -> np.ndarray:
    """array as a batch of floats, (N, features), without NaN and infinity."""
    return all_finite(name, as_batch(name, array))


def places(array: np.ndarray):
    """Every index of an array. One without entries has none, however long its
    other sides are: np.ndindex would fill the memory with those."""
    return np.ndindex(array.shape) if array.size else ()


def _first(name: str, array: np.ndarray, wrong: np.ndarray):
    """Where the first wrong entry stands, and what it is."""
    first = tuple(int(i) for i in np.argwhere(wrong)[0])
    return f"{name}{list(first) or ''}", array[first]


def as_probabilities(name: str, array) -> np.ndarray:
    """array as rows of probabilities: each entry >= 0, each row adding to 1."""
    array = as_finite_batch(name, array)
    wrong = (array < 0) | (array > 1 + ROW_SUM_TOLERANCE)
    if wrong.any():
        place, number = _first(name, array, wrong)
        raise ValueError(
            f"{name} must lie between 0 and 1, but {place} is {number}. Are "
            "these logits? Put a softmax in between, or use "
            "SoftmaxCrossEntropy."
        )
    sums = array.sum(axis=1)
    worst = int(np.abs(sums - 1).argmax())
    if abs(sums[worst] - 1) > ROW_SUM_TOLERANCE:
        raise ValueError(
            f"Each row of {name} must add up to 1, but row {worst} adds up to "
            f"{sums[worst]:.6g}. Was softmax taken over the wrong axis, or are "
            "these the outputs of a layer without softmax?"
        )
    return array


def needs_forward(name: str, remembered) -> None:
    """backward needs what forward remembers."""
    if remembered is None:
        raise RuntimeError(
            f"{name}.backward was called before {name}.forward: there is "
            "nothing to differentiate yet. Call forward first."
        )
