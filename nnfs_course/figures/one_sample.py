"""What the figures of chapters 3 to 5 share: one sample, three classes.

Logits z, probabilities s, targets y, loss L.
"""

from __future__ import annotations

import numpy as np

from nnfs_course.value_arrays import value_array

LOGITS = (1.95, 0.0, 0.69)  # softmax of them is close to 0.7, 0.1, 0.2
CLASSES = range(3)


def sample(true_class: int):
    """z, s, y and the leaves' ranges, for one sample."""
    z = value_array(LOGITS, "z")
    y = value_array(np.eye(3)[true_class], "y")
    exponentials = np.exp(z)
    s = exponentials / exponentials.sum()
    for i in CLASSES:
        s[i].label = f"s[{i}]"
    leaves = {v.label: {"min": -5, "max": 5, "value": v.data} for v in z}
    return z, s, y, leaves


def targets_as_leaves(y) -> dict:
    return {v.label: {"min": 0, "max": 1, "value": v.data} for v in y}


def loss_of(s, y):
    logs = np.log(s)
    for i in CLASSES:
        logs[i].label = f"log s[{i}]"
    loss = -(logs * y).sum()
    loss.label = "L"
    return loss


def row(letter: str) -> list[list[str]]:
    return [[f"{letter}[{i}]" for i in CLASSES]]


def grid(title: str, kind: str, letter: str, note: str = "") -> dict:
    return {"title": title, "kind": kind, "cells": row(letter), "note": note}


def upstream_times_jacobian(title: str) -> list[dict]:
    """ds @ J = dz, as a row of three matrices."""
    jacobian = {"of": row("s")[0], "wrt": row("z")[0]}
    return [
        grid(title, "grad", "s"),
        {"sign": "@"},
        {"title": "Jacobian", "kind": "jacobian", **jacobian},
        {"sign": "="},
        grid("dz", "grad", "z"),
    ]


def true_class_choice() -> dict:
    return {
        "label": "true class",
        "options": [
            {
                "text": str(chosen),
                "values": {f"y[{i}]": float(i == chosen) for i in CLASSES},
            }
            for chosen in CLASSES
        ],
    }


def step(letter: str, text: str) -> dict:
    """One step of the backward pass: which gradients appear, and why."""
    return {"names": row(letter)[0], "text": text}
