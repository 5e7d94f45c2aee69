"""The figure of chapter 3: one row of probabilities, and -log p."""

from __future__ import annotations

import numpy as np

from nnfs_course.figures.figure import Figure
from nnfs_course.figures.one_sample import grid, step
from nnfs_course.trace import trace
from nnfs_course.value import Value


def cross_entropy() -> Figure:
    """The probability of the true class, its loss, and the slope of -log p.

    p[0] belongs to the true class. The other two classes share what it leaves,
    so the row adds up to 1 wherever the sliders stand; share goes to p[1].
    """
    true, share = Value(0.7, "p[0]"), Value(1 / 3, "share")
    left = 1 - true
    second = left * share
    third = left - second
    surprise = true.log()
    loss = -surprise
    for node, label in zip(
        (second, third, surprise, loss),
        ("p[1]", "p[2]", "log p[0]", "L"),
        strict=True,
    ):
        node.label = label
    p = np.linspace(0.01, 1, 120)
    return Figure(
        {
            "name": "cross-entropy",
            "title": "One sample, and its loss",
            "hint": "class 0 is the true one",
            "trace": trace(loss, second, third),
            "root": "L",
            "leaves": {
                "p[0]": {"min": 0.01, "max": 1, "value": true.data},
                "share": {"min": 0, "max": 1, "value": share.data},
            },
            "sliders": ["p[0]", "share"],
            "selected": "p[0]",
            "predict": "p[0]",
            "scale": 10,
            "rows": [
                {
                    "caption": "forward",
                    "items": [
                        grid("probabilities p", "value", "p"),
                        {"sign": "▸"},
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
                        grid("dp", "grad", "p", "-1/p for the true class"),
                    ],
                },
            ],
            "curve": {
                "points": [[float(a), float(-np.log(a))] for a in p],
                "xlabel": "probability p of the true class",
                "ylabel": "loss, -log p",
                "node": "p[0]",
            },
            "steps": [
                step("p", "dp: -1/p for the true class, 0 for the others."),
            ],
        }
    )
