"""The figures of chapters 3 to 5: one sample, three classes.

All three share one trace: logits z, probabilities s, targets y, loss L.
"""

from __future__ import annotations

import numpy as np

from nnfs_course.figures.widget import Figure
from nnfs_course.shapes import as_floats
from nnfs_course.trace import trace
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


def softmax_jacobian(upstream=(0.1, 0.2, 0.3)) -> Figure:
    """The Jacobian as a heat map, an upstream vector, and their product.

    upstream holds three numbers between -5 and 5. Raises ValueError if not.
    """
    upstream = as_floats("upstream", upstream)
    if upstream.shape != (3,):
        raise ValueError(
            "upstream must have shape (3,), one number for each probability, "
            f"but got {upstream.shape}."
        )
    _, s, _, leaves = sample(true_class=0)
    g = value_array(upstream, "g")
    loss = (s * g).sum()
    loss.label = "L"
    leaves |= {v.label: {"min": -5, "max": 5, "value": v.data} for v in g}
    figure = Figure(
        {
            "name": "softmax-jacobian",
            "title": "Softmax and its Jacobian",
            "hint": "row: an output, column: a logit",
            "trace": trace(loss),
            "root": "L",
            "through": {"from": row("z")[0], "to": row("s")[0]},
            "leaves": leaves,
            "sliders": list(leaves),
            "selected": "z[0]",
            "predict": "z[0]",
            "scale": 0.25,
            "plain": row("g")[0],
            "diagonal": {"z": row("z")[0], "s": row("s")[0]},
            "upstream": {f"s[{i}]": f"g[{i}]" for i in CLASSES},
            "rows": [
                {
                    "caption": "forward",
                    "items": [
                        grid("logits z", "value", "z"),
                        {"sign": "▸"},
                        grid("probabilities s", "value", "s"),
                    ],
                },
                {
                    "caption": "backward: the upstream row times the Jacobian",
                    "items": upstream_times_jacobian("ds, upstream"),
                },
            ],
            "steps": [
                step("s", "ds arrives: one number for each output."),
                step(
                    "z", "dz: each logit collects from all outputs: its column."
                ),
            ],
        }
    )
    figure.values = dict(figure.values)  # the range check, for upstream
    return figure


def fused_gradient() -> Figure:
    """The long way and the short way to dL/dz, side by side."""
    _, s, y, leaves = sample(true_class=0)
    short = s - y
    for i in CLASSES:
        short[i].label = f"short[{i}]"
    return Figure(
        {
            "name": "fused-gradient",
            "title": "Two ways to the gradient of the logits",
            "hint": "N = 1: one sample",
            "trace": trace(loss_of(s, y), *short),
            "root": "L",
            "through": {"from": row("z")[0], "to": row("s")[0]},
            "leaves": {**leaves, **targets_as_leaves(y)},
            "sliders": list(leaves),
            "selected": "z[0]",
            "predict": "z[1]",
            "scale": 1,
            "choices": [true_class_choice()],
            "rows": [
                {
                    "caption": "forward",
                    "items": [
                        grid("logits z", "value", "z"),
                        {"sign": "▸"},
                        grid("probabilities s", "value", "s"),
                        grid("targets y", "value", "y"),
                    ],
                },
                {
                    "caption": "the long way: the loss, then the Jacobian",
                    "items": upstream_times_jacobian("ds"),
                },
                {
                    "caption": "the short way: s - y",
                    "items": [grid("s - y", "value", "short")],
                },
            ],
            "compare": {
                "text": "Largest difference between the two ways:",
                "pairs": [[f"z[{i}]", f"short[{i}]"] for i in CLASSES],
            },
            "steps": [
                step("s", "ds = -y / s: through the loss."),
                step("z", "dz = ds @ Jacobian: through softmax. It is s - y."),
            ],
        }
    )
