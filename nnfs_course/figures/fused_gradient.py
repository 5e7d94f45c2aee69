"""The figure of chapter 5: two ways to the gradient of the logits."""

from __future__ import annotations

import numpy as np

from nnfs_course.figures.figure import Figure
from nnfs_course.figures.one_sample import (
    CLASSES,
    grid,
    row,
    sample,
    step,
    upstream_times_jacobian,
)
from nnfs_course.trace import trace
from nnfs_course.value_arrays import value_array

TRUE_CLASS = {
    "label": "true class",
    "options": [
        {
            "text": str(chosen),
            "values": {f"y[{i}]": float(i == chosen) for i in CLASSES},
        }
        for chosen in CLASSES
    ],
}


def fused_gradient() -> Figure:
    """The long way and the short way to dL/dz, side by side."""
    p, leaves = sample("p")
    y = value_array(np.eye(3)[0], "y")
    leaves |= {v.label: {"min": 0, "max": 1, "value": v.data} for v in y}
    logs, short = np.log(p), p - y
    for i in CLASSES:
        logs[i].label = f"log p[{i}]"
        short[i].label = f"short[{i}]"
    loss = -(logs * y).sum()
    loss.label = "L"
    return Figure(
        {
            "name": "fused-gradient",
            "title": "Two ways to the gradient of the logits",
            "hint": "N = 1: one sample",
            "trace": trace(loss, *short),
            "root": "L",
            "through": {"from": row("z")[0], "to": row("p")[0]},
            "leaves": leaves,
            "sliders": row("z")[0],
            "selected": "z[0]",
            "predict": "z[1]",
            "scale": 1,
            "choices": [TRUE_CLASS],
            "rows": [
                {
                    "caption": "forward",
                    "items": [
                        grid("logits z", "value", "z"),
                        {"sign": "▸"},
                        grid("probabilities p", "value", "p"),
                        grid("targets y", "value", "y"),
                    ],
                },
                {
                    "caption": "the long way: the loss, then the Jacobian",
                    "items": upstream_times_jacobian("p", "dp"),
                },
                {
                    "caption": "the short way: p - y",
                    "items": [grid("p - y", "value", "short")],
                },
            ],
            "compare": {
                "text": "Largest difference between the two ways:",
                "pairs": [[f"z[{i}]", f"short[{i}]"] for i in CLASSES],
            },
            "steps": [
                step("p", "dp = -y / p: through the loss."),
                step("z", "dz = dp @ Jacobian: through softmax. It is p - y."),
            ],
        }
    )
