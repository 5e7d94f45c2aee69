"""Arrays in a file: plain numbers by name, and nothing that could run."""

from __future__ import annotations

import io

import numpy as np

from nnfs_course.checks.numbers import shown


def write_arrays(path, arrays: dict[str, np.ndarray]) -> None:
    """Write arrays to exactly this path, in NumPy's .npz format."""
    buffer = io.BytesIO()
    np.savez(buffer, **arrays)
    _path(path).write_bytes(buffer.getvalue())


def read_arrays(path) -> dict[str, np.ndarray]:
    """The arrays of a file that `write_arrays` wrote.

    A file can come from anywhere, so Python objects (pickles) are refused:
    loading them can run any code. Raises OSError if the file is missing or
    cannot be read, ValueError if it is not what `write_arrays` writes, or if
    path is no path.
    """
    content = io.BytesIO(_path(path).read_bytes())
    try:
        with np.load(content, allow_pickle=False) as file:
            return {name: file[name] for name in file.files}
    except Exception as error:  # zip, header and data each fail in many ways
        raise ValueError(
            f"{path} is not a file of arrays that Network.save wrote: it is "
            f"damaged, cut short, or something else ({error})."
        ) from error


def _path(path):
    from pathlib import Path  # slow to import, and few save a network

    try:
        return Path(path)
    except TypeError:
        raise ValueError(
            f"The path of a file must be text or a Path, but got {shown(path)}."
        ) from None
