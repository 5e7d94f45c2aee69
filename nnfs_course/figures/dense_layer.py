"""The matrices of chapter 2: a dense layer, ReLU, and a batch of three."""

from __future__ import annotations

import numpy as np

from nnfs_course.checks.shapes import as_floats
from nnfs_course.figures.figure import Figure
from nnfs_course.trace import trace
from nnfs_course.value_arrays import relu_of, value_array

INPUTS = np.array([[1, 2, 3, 2.5], [2, 5, -1, 2], [-1.5, 2.7, 3.3, -0.8]])
WEIGHTS = np.array(
    [
        [0.2, 0.5, -0.26],
        [0.8, -0.91, -0.27],
        [-0.5, 0.26, 0.17],
        [1, -0.5, 0.87],
    ]
)
BIASES = np.array([2, 3, 0.5])
# Nine different numbers: equal ones would hide what is mixed up.
UPSTREAM = np.array([[1, -2, 0.5], [3, -1, 2], [-3, 1.5, -0.5]])


def names(letter: str, rows: int, columns: int) -> list[list[str]]:
    """[["X[0,0]", "X[0,1]", ...], ...]"""
    return [[f"{letter}[{i},{j}]" for j in range(columns)] for i in range(rows)]


def dense_layer(upstream=UPSTREAM) -> Figure:
    """Z = X @ W + b, A = relu(Z), and all gradients; any entry can be moved.

    upstream is the gradient that arrives, (3, 3). Raises ValueError if it has
    another shape or holds anything but numbers between -10 and 10.
    """
    upstream = as_floats("upstream", upstream)
    if upstream.shape != UPSTREAM.shape:
        raise ValueError(
            "upstream must have shape (3, 3), a row for each sample and a "
            f"column for each neuron, but got {upstream.shape}."
        )
    X, W = value_array(INPUTS, "X"), value_array(WEIGHTS, "W")
    b, G = value_array(BIASES, "b"), value_array(upstream, "G")
    Z = X @ W + b
    A = relu_of(Z)
    for n, k in np.ndindex(Z.shape):
        Z[n, k].label, A[n, k].label = f"Z[{n},{k}]", f"A[{n},{k}]"
    loss = (A * G).sum()
    loss.label = "L"

    leaves = {
        value.label: {"min": -10, "max": 10, "value": value.data}
        for array in (X, W, b, G)
        for value in array.ravel()
    }
    bias_names = [[value.label for value in b]]
    cells = {
        "X": names("X", 3, 4),
        "W": names("W", 4, 3),
        "b": bias_names,
        "Z": names("Z", 3, 3),
        "A": names("A", 3, 3),
    }

    words = {
        "X": ("inputs", "dinputs"),
        "W": ("weights", "dweights"),
        "b": ("biases", "dbiases"),
    }

    def titles(letter):
        """The chapter's names before the figure's: "weights W"."""
        value, gradient = words.get(letter, ("", ""))
        return f"{value} {letter}".strip(), f"{gradient} d{letter}".strip()

    def pair(letter, **more):
        """A matrix, and its gradient below it."""
        value, gradient = titles(letter)
        grid = {"cells": cells[letter]}
        below = {"title": gradient, "kind": "grad", **grid, **more}
        return {"title": value, "kind": "value", **grid, "below": below}

    # Closed, db is one row; unfolded, it stands below the rows of dZ.
    column_sum = {"title": "column sums of dZ", "cells": cells["Z"]}

    def step(letter, text):
        flat = [name for row in cells[letter] for name in row]
        return {"names": flat, "text": text}

    figure = Figure(
        {
            "name": "dense-layer",
            "title": "A layer and a batch of three",
            "hint": "select a number to move it, a gradient to take it apart",
            "trace": trace(loss),
            "root": "L",
            "leaves": leaves,
            "sliders": list(leaves),
            "one_slider": True,
            "plain": [value.label for value in G.ravel()],
            "selected": "W[0,1]",
            "predict": "W[0,1]",
            "scale": 5,
            "upstream": {
                f"A[{n},{k}]": f"G[{n},{k}]" for n, k in np.ndindex(3, 3)
            },
            "rows": [
                {
                    "caption": "a layer: Z = X @ W + b, each with its gradient",
                    "items": [
                        pair("X"),
                        {"sign": "@"},
                        pair("W"),
                        {"sign": "+"},
                        pair("b", addends=column_sum),
                    ],
                },
                {
                    "caption": "its ReLU: A = relu(Z). The gradient dA arrives",
                    "items": [
                        {"sign": "="},
                        pair("Z"),
                        {"sign": "▸"},
                        pair("A"),
                    ],
                },
            ],
            "given": [name for row in cells["A"] for name in row],
            "begin": "dA arrives, one number for each output.",
            "steps": [
                step("Z", "dZ is dA where Z > 0. Where the gate is closed, 0."),
                step(
                    "b",
                    "db adds up each column of dZ: all samples used this bias.",
                ),
                step("W", "dW = X.T @ dZ: a sum over the samples."),
                step("X", "dX = dZ @ W.T: a sum over the neurons."),
            ],
        }
    )
    figure.values = dict(figure.values)  # the range check, for upstream
    return figure
