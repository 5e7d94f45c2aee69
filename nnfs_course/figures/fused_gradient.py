"""The figure of chapter 5: two ways to the gradient of the logits."""

from __future__ import annotations

from nnfs_course.figures.figure import Figure
from nnfs_course.figures.one_sample import (
    CLASSES,
    grid,
    loss_of,
    row,
    sample,
    step,
    targets_as_leaves,
    true_class_choice,
    upstream_times_jacobian,
)
from nnfs_course.trace import trace


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
