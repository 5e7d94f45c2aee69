"""The figure of the front page: one weight, one loss, one gradient."""

from __future__ import annotations

from nnfs_course.figures.figure import Figure
from nnfs_course.trace import trace
from nnfs_course.value import Value

INPUT, WANTED, START = 2.0, 6.0, 0.5
ENDS = (0, 6)  # of the slider


def loss_at(weight: float) -> Value:
    """How wrong the smallest network is, squared: (2 * w - 6) ** 2.

    The weight is the first leaf of its graph.
    """
    answer = INPUT * Value(weight, "w")
    answer.label = "answer"
    loss = (answer - WANTED) ** 2
    loss.label = "loss"
    return loss


def curve_points() -> list[list[float]]:
    """The loss over the weight, from one end of the slider to the other."""
    low, high = ENDS
    weights = [low + (high - low) * k / 60 for k in range(61)]
    return [[w, loss_at(w).data] for w in weights]


def first_look(**values: float) -> Figure:
    """One weight to turn until the loss is 0, guided by its gradient.

    It begins with a question, and the gradient is hidden until it is answered.
    Give another starting value by name: `first_look(w=4)`.
    """
    return Figure(
        {
            "name": "first-look",
            "title": "Turn w until the loss is 0",
            "hint": "answer = 2 · w, loss = (answer − 6)²",
            "trace": trace(loss_at(START)),
            "root": "loss",
            "called": "the loss",
            "leaves": {
                "w": {
                    "min": ENDS[0],
                    "max": ENDS[1],
                    "step": 0.1,
                    "value": START,
                }
            },
            "sliders": ["w"],
            "plain": ["w"],
            "selected": "w",
            "predict": "w",
            "predicting": {"name": "w", "part": "sign"},
            "simple": True,
            "scale": 25,
            "curve": {
                "points": curve_points(),
                "ends": [*ENDS],
                "xlabel": "w",
                "ylabel": "loss",
                "node": "w",
            },
            "readout": [
                {"text": "answer", "node": "answer", "kind": "value"},
                {"text": "loss", "node": "loss", "kind": "value"},
                {"text": "gradient of w", "node": "w", "kind": "grad"},
            ],
            "says": {
                "negative": "The gradient is negative: a larger w makes the "
                "loss smaller. So turn w up.",
                "positive": "The gradient is positive: a larger w makes the "
                "loss larger. So turn w down.",
                "zero": "The gradient is 0: you are at the bottom. Neither "
                "way leads further down.",
            },
        },
        values,
    )
