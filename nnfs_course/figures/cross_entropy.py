"""The figure of chapter 3: logits, probabilities, and -log p."""

from __future__ import annotations

import numpy as np

from nnfs_course.figures.figure import Figure
from nnfs_course.figures.one_sample import (
    grid,
    loss_of,
    row,
    sample,
    step,
    targets_as_leaves,
    true_class_choice,
)
from nnfs_course.trace import trace


def cross_entropy() -> Figure:
    """Logits to probabilities to loss, and -log p with its slope."""
    _, s, y, leaves = sample(true_class=0)
    p = np.linspace(0.01, 1, 120)
    return Figure(
        {
            "name": "cross-entropy",
            "title": "From logits to the loss",
            "hint": "choose the true class, move the logits",
            "trace": trace(loss_of(s, y)),
            "root": "L",
            "through": {"from": row("z")[0], "to": row("s")[0]},
            "leaves": {**leaves, **targets_as_leaves(y)},
            "sliders": list(leaves),
            "selected": "s[0]",
            "predict": "z[1]",
            "scale": 2,
            "choices": [true_class_choice()],
            "rows": [
                {
                    "caption": "forward",
                    "items": [
                        grid("logits z", "value", "z"),
                        {"sign": "▸"},
                        grid("probabilities s", "value", "s"),
                        grid("targets y", "value", "y"),
                        {
                            "title": "loss L",
                            "kind": "value",
                            "cells": [["L"]],
                        },
                    ],
                },
                {
                    "caption": "backward",
                    "items": [
                        grid("dz", "grad", "z"),
                        {"sign": "◂"},
                        grid(
                            "ds", "grad", "s", "-1/p for the true class, else 0"
                        ),
                    ],
                },
            ],
            "curve": {
                "points": [[float(a), float(-np.log(a))] for a in p],
                "xlabel": "probability of the true class",
                "ylabel": "loss, -log p",
                "node": row("s")[0],
                "of": row("y")[0],
            },
            "steps": [
                step(
                    "s",
                    "ds = -y / s: the true class, steep where s is small.",
                ),
                step(
                    "z",
                    "dz: all classes share one sum, so all logits get a part.",
                ),
            ],
        }
    )
