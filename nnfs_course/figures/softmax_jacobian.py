"""The figure of chapter 4: the Jacobian as a heat map."""

from __future__ import annotations

from nnfs_course.checks.shapes import as_floats
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
    s, leaves = sample("s")
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
                    "items": upstream_times_jacobian("s", "ds, upstream"),
                },
            ],
            "given": row("s")[0],
            "begin": "ds arrives, one number for each output.",
            "steps": [
                step(
                    "z", "dz: each logit collects from all outputs: its column."
                ),
            ],
        }
    )
    figure.values = dict(figure.values)  # the range check, for upstream
    return figure
