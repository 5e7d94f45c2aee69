"""What chapter 7 asks for, computed."""

import functools

import numpy as np

from nnfs_course import (
    ReLU,
    compare_gradients,
    digits,
    finite_differences,
)
from nnfs_course.quizzes.contents import PREDICTIONS
from tests.conftest import CHAPTERS as NOTEBOOKS
from tests.conftest import read_notebook
from tests.quizzes.computed import prediction


@functools.cache
def museum() -> dict:
    """The names of chapter 7, made by its own cells, without its pictures."""
    (path,) = (path for path in NOTEBOOKS if path.stem.startswith("07"))
    names = {"np": np, "finite_differences": finite_differences}
    names["compare_gradients"] = compare_gradients
    for cell in read_notebook(path).cells:
        first = cell.source.partition("(")[0]
        if cell.cell_type == "code" and first in (
            "def train_by_hand",
            "def softmax",
            "def softmax_twice",
            "RNG = np.random.default_rng",
        ):
            exec(cell.source, names)
    return names


@prediction("mask-lost")
def _():
    by_hand, data = museum()["train_by_hand"], digits(seed=0)
    loss, accuracy = by_hand(data, masked=False)
    right, reference = by_hand(data, masked=True)
    assert min(accuracy, reference) > 0.9
    fell = (loss[0] - loss[-1]) / (right[0] - right[-1])
    same = 0.9 < fell < 1.1
    return "It falls, much as with the right gradient." if same else "?"


def error_of_exp(h: float) -> float:
    return abs((np.exp(1 + h) - np.exp(1 - h)) / (2 * h) - np.e)


@prediction("smaller-h")
def _():
    worse = error_of_exp(1e-12) > 1000 * error_of_exp(1e-5)
    return "No, it is far worse." if worse else "?"


@prediction("tenth-of-h")
def _():
    return error_of_exp(1e-2) / error_of_exp(1e-3)


@prediction("lost-entry")
def _():
    right = np.ones(10_000)
    wrong = right * (np.arange(10_000) != 7)
    return np.linalg.norm(right - wrong) / np.linalg.norm(right)


@prediction("at-the-corner")
def _():
    relu, h = ReLU(), 1e-6
    below, above = relu.forward([[-h, h]])[0]
    return (above - below) / (2 * h)


@prediction("complex-abs")
def _():
    return np.imag(np.abs(-2 + 1e-20j)) / 1e-20


@prediction("past-all-eight")
def _():
    names, found = museum(), []
    labels = PREDICTIONS["past-all-eight"].matrix
    with np.errstate(all="ignore"):  # wrong networks may overflow
        for (row, column), name in np.ndenumerate(labels):
            exhibit = functools.partial(names["exhibit"], str(name))
            if all(fine(exhibit()) for fine in names["CHECKS"].values()):
                found.append((row, column))
    return found
