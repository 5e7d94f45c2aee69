"""The graph of chapter 1: one neuron, forwards and back."""

from __future__ import annotations

from nnfs_course.figures.figure import Figure
from nnfs_course.trace import trace
from nnfs_course.value import Value


def one_neuron(**values: float) -> Figure:
    """One neuron, forwards and back: x0 x1 x2, w0 w1 w2, b and upstream.

    Give a starting value by name: `one_neuron(w0=2)`. Raises ValueError for a
    name without a slider, NaN, or a value outside its slider's range.
    """
    numbers = {"x0": 1, "x1": -2, "x2": 3, "w0": -3, "w1": -1, "w2": 2, "b": 1}
    order = ("x0", "w0", "x1", "w1", "x2", "w2", "b")  # pairs side by side
    leaf = {name: Value(number, name) for name, number in numbers.items()}
    upstream = Value(1, "upstream")
    products = [leaf[f"x{i}"] * leaf[f"w{i}"] for i in range(3)]
    z = products[0] + products[1] + products[2] + leaf["b"]
    y = z.relu()
    loss = y * upstream
    names = [f"p{i}" for i in range(3)]
    for node, label in zip(
        [*products, z, y, loss], [*names, "z", "y", "L"], strict=True
    ):
        node.label = label

    nodes = [
        *({"name": n, "text": n, "shape": "leaf"} for n in numbers),
        *({"name": n, "text": "×", "shape": "op", "title": n} for n in names),
        {"name": "z", "text": "+", "shape": "op", "title": "z"},
        {"name": "y", "text": "relu", "shape": "op", "title": "y = relu(z)"},
    ]
    edges = [
        {"from": "z", "to": "y"},
        {"from": "b", "to": "z"},
        *({"from": n, "to": "z"} for n in names),
        *({"from": f"x{i}", "to": n} for i, n in enumerate(names)),
        *({"from": f"w{i}", "to": n} for i, n in enumerate(names)),
    ]
    return Figure(
        {
            "name": "one-neuron",
            "title": "One neuron, forwards and back",
            "hint": "value on top, gradient ◂ below",
            "trace": trace(loss),
            "root": "L",
            "given": ["y"],
            "leaves": {
                name: {"min": -5, "max": 5, "value": float(number)}
                for name, number in {**numbers, "upstream": 1}.items()
            },
            "sliders": [*order, "upstream"],
            "plain": ["upstream"],
            "upstream": {"y": "upstream"},
            "selected": "w0",
            "predict": "w1",
            "scale": 5,
            "graph": {
                "nodes": nodes,
                "edges": edges,
                "layouts": {
                    "wide": _places(820, 80, 300, 480, 660, (118, 46)),
                    "narrow": _places(350, 50, 160, 232, 310, (96, 46)),
                },
            },
        },
        values,
    )


def _places(width, leaf, product, total, relu, box) -> dict:
    """Where the neuron's nodes stand, for one width of the page."""
    at = {}
    for i in range(3):
        top = 44 + 116 * i
        at[f"x{i}"], at[f"w{i}"] = [leaf, top], [leaf, top + 54]
        at[f"p{i}"] = [product, top + 27]
    at["b"] = [product, 396]
    at["z"], at["y"] = [total, 187], [relu, 187]
    return {"size": [width, 424], "box": list(box), "at": at}
