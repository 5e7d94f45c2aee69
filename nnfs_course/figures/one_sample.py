"""What the figures of chapters 3 to 5 share: one sample, three classes.

Logits z, probabilities s or p as in the chapter's text, targets y, loss L.
"""

from __future__ import annotations

import numpy as np

from nnfs_course.value_arrays import value_array

LOGITS = (1.95, 0.0, 0.69)  # softmax of them is close to 0.7, 0.1, 0.2
CLASSES = range(3)


def sample(letter: str):
    """Softmax of z under this letter, and the ranges of z's sliders."""
    z = value_array(LOGITS, "z")
    exponentials = np.exp(z)
    s = exponentials / exponentials.sum()
    for i in CLASSES:
        s[i].label = f"{letter}[{i}]"
    leaves = {v.label: {"min": -5, "max": 5, "value": v.data} for v in z}
    return s, leaves


def row(letter: str) -> list[list[str]]:
    return [[f"{letter}[{i}]" for i in CLASSES]]


def grid(title: str, kind: str, letter: str, note: str = "") -> dict:
    return {"title": title, "kind": kind, "cells": row(letter), "note": note}


def upstream_times_jacobian(letter: str, title: str) -> list[dict]:
    """The gradient of the probabilities @ J = dz, as a row of matrices."""
    jacobian = {"of": row(letter)[0], "wrt": row("z")[0]}
    return [
        grid(title, "grad", letter),
        {"sign": "@"},
        {"title": "Jacobian", "kind": "jacobian", **jacobian},
        {"sign": "="},
        grid("dz", "grad", "z"),
    ]


def step(letter: str, text: str) -> dict:
    """One step of the backward pass: which gradients appear, and why."""
    return {"names": row(letter)[0], "text": text}
