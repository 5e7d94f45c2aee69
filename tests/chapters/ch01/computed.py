"""What chapter 1 asks for, computed."""

import itertools

from nnfs_course import (
    Value,
    figures,
)
from nnfs_course.graph import topological_order
from tests.quizzes.computed import prediction

NAMES = ("x0", "x1", "x2", "w0", "w1", "w2", "b")


def neuron(**changed: float) -> dict[str, Value]:
    """The numbers of the neuron, and its output `y` after one sweep back."""
    numbers = dict(zip(NAMES, (1, -2, 3, -3, -1, 2, 1), strict=True))
    v = {name: Value(n) for name, n in (numbers | changed).items()}
    z = v["x0"] * v["w0"] + v["x1"] * v["w1"] + v["x2"] * v["w2"] + v["b"]
    v["y"] = z.relu()
    v["y"].backward()
    return v


@prediction("bias-down")
def _():
    low = figures.one_neuron().spec["leaves"]["b"]["min"]
    path = [neuron(b=1 - k / 10)["y"].data for k in range(int((1 - low) * 10))]
    stays = path[-1] == 0 == path[-20]
    falls = all(a >= b for a, b in itertools.pairwise(path)) and path[0] == 6
    assert stays
    assert falls
    return "It falls, comes to 0, and stays there."


@prediction("nudge-w2")
def _():
    return neuron(w2=2.01)["y"].data - neuron()["y"].data


@prediction("one-more-factor")
def _():
    v = neuron()
    (10 * v["y"]).backward()
    return v["w2"].grad


@prediction("own-upstream")
def _():
    v = neuron()
    products = [v[f"x{i}"] * v[f"w{i}"] for i in range(3)]
    sum((products[i] * (i + 1) for i in range(3)), Value(0)).backward()
    return v["w2"].grad


@prediction("fork-sum")
def _():
    a = Value(2)
    (3 * a + a * a).backward()
    return a.grad


@prediction("overwritten")
def _():
    a = Value(2)
    order = topological_order(3 * a + a * a)
    gradient = {node: 0.0 for node in order} | {order[-1]: 1.0}
    for node in reversed(order):
        for p, local in zip(node.parents, node.local_derivatives, strict=True):
            gradient[p] = gradient[node] * local
    assert gradient[a] in (3, 2)
    return "Only the share that arrives last."


@prediction("one-step")
def _():
    v = neuron()
    moved = {
        name: v[name].data - 0.001 * v[name].grad
        for name in ("w0", "w1", "w2", "b")
    }
    return v["y"].data - neuron(**moved)["y"].data


@prediction("where-it-ends")
def _():
    v = neuron()
    falls = sum(v[name].grad ** 2 for name in ("w0", "w1", "w2", "b"))
    return v["y"].data / falls


@prediction("which-live")
def _():
    v = neuron(b=-6)
    return [(0, k) for k, name in enumerate(NAMES) if v[name].grad != 0]
