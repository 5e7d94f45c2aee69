"""The graph of chapter 1: one neuron, forwards and back."""

from __future__ import annotations

from nnfs_course.figures.figure import Figure
from nnfs_course.trace import trace
from nnfs_course.value import Value

NUMBERS = {"x0": 1, "x1": -2, "x2": 3, "w0": -3, "w1": -1, "w2": 2, "b": 1}
ORDER = ("x0", "w0", "x1", "w1", "x2", "w2", "b")  # pairs side by side
PRODUCTS = ("p0", "p1", "p2")


def one_neuron(*, gradients: bool = True, **values: float) -> Figure:
    """One neuron, forwards and back: x0 x1 x2, w0 w1 w2, b, and the output y.

    Give a starting value by name: `one_neuron(w0=2)`. With `gradients=False`
    it goes forwards only, for readers who have not met a gradient yet. Raises
    ValueError for a name without a slider, NaN, or a value outside its
    slider's range.
    """
    spec = {
        "name": "one-neuron",
        "title": "One neuron, forwards and back",
        "hint": "value on top, gradient ◂ below",
        "trace": trace(_output()),
        "root": "y",
        "begin": "we ask about y itself, so what arrives at y is 1.",
        "leaves": {
            # The bias reaches past the place where z crosses 0.
            name: {"min": -5, "max": 5, "value": float(number)}
            if name != "b"
            else {"min": -10, "max": 10, "value": float(number)}
            for name, number in NUMBERS.items()
        },
        "sliders": [*ORDER],
        "selected": "w0",
        "predict": "w1",
        "scale": 5,
        "graph": _graph(),
    }
    if not gradients:
        spec |= {
            "name": "neuron-forward",
            "title": "One neuron",
            "hint": "seven numbers go in, one comes out",
            "simple": True,
            "forward": True,
            "plain": [*ORDER],
        }
    return Figure(spec, values)


def _output() -> Value:
    leaf = {name: Value(number, name) for name, number in NUMBERS.items()}
    products = [leaf[f"x{i}"] * leaf[f"w{i}"] for i in range(3)]
    z = products[0] + products[1] + products[2] + leaf["b"]
    y = z.relu()
    names = (*PRODUCTS, "z", "y")
    for node, label in zip([*products, z, y], names, strict=True):
        node.label = label
    return y


def _graph() -> dict:
    return {
        "nodes": [
            *({"name": n, "text": n, "shape": "leaf"} for n in NUMBERS),
            *(
                {"name": n, "text": "×", "shape": "op", "title": n}
                for n in PRODUCTS
            ),
            {"name": "z", "text": "+", "shape": "op", "title": "z"},
            {
                "name": "y",
                "text": "relu",
                "shape": "op",
                "title": "y = relu(z)",
            },
        ],
        "edges": [
            {"from": "z", "to": "y"},
            {"from": "b", "to": "z"},
            *({"from": n, "to": "z"} for n in PRODUCTS),
            *({"from": f"x{i}", "to": n} for i, n in enumerate(PRODUCTS)),
            *({"from": f"w{i}", "to": n} for i, n in enumerate(PRODUCTS)),
        ],
        "layouts": {
            "wide": _places(820, 80, 300, 480, 660, (118, 46)),
            "narrow": _places(350, 50, 160, 232, 310, (96, 46)),
        },
    }


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
