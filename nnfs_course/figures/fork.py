"""The fork of chapter 1: a number that is used three times."""

from __future__ import annotations

from nnfs_course.figures.figure import Figure
from nnfs_course.trace import trace
from nnfs_course.value import Value


def fork(**values: float) -> Figure:
    """A number used three times, y = 3a + a * a: its gradients add up."""
    a = Value(2, "a")
    tripled, squared = 3 * a, a * a
    y = tripled + squared
    tripled.label, squared.label, y.label = "3a", "a·a", "y"
    at = {
        "a": [0.16, 135],
        "3a": [0.57, 58],
        "a·a": [0.57, 208],
        "y": [0.9, 135],
    }
    layouts = {
        name: {
            "size": [width, 260],
            "box": [104, 46],
            "at": {node: [x * width, y] for node, (x, y) in at.items()},
        }
        for name, width in (("wide", 760), ("narrow", 350))
    }
    return Figure(
        {
            "name": "fork",
            "title": "A fork: three paths from a to y",
            "hint": "y = 3a + a · a",
            "trace": trace(y),
            "root": "y",
            "begin": "we ask about y itself, so what arrives at y is 1.",
            "leaves": {"a": {"min": -5, "max": 5, "value": 2.0}},
            "sliders": ["a"],
            "selected": "a",
            "predict": "a",
            "scale": 5,
            "graph": {
                "nodes": [
                    {"name": "a", "text": "a", "shape": "leaf"},
                    {"name": "3a", "text": "×3", "shape": "op"},
                    {
                        "name": "a·a",
                        "text": "×",
                        "shape": "op",
                        "title": "a · a",
                    },
                    {"name": "y", "text": "+", "shape": "op", "title": "y"},
                ],
                "edges": [
                    {"from": "3a", "to": "y"},
                    {"from": "a·a", "to": "y"},
                    {"from": "a", "to": "3a"},
                    {"from": "a", "to": "a·a", "operand": 0, "bend": -34},
                    {"from": "a", "to": "a·a", "operand": 1, "bend": 34},
                ],
                "layouts": layouts,
            },
        },
        values,
    )
