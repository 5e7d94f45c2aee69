"""The graph behind Values: its nodes, their order, copies of it, NaN in it.

Nothing here knows an operation; those are in `value`. A graph can be a chain of
100,000 of them. A function that called itself from child to parent would
overflow Python's stack, so every loop runs along the flat list that
`topological_order` makes.
"""

from __future__ import annotations

import math
from operator import attrgetter

from nnfs_course.checks.numbers import (
    as_float,
    is_number,
    likely_cause,
    shortened,
    shown,
    text_of,
)

# What a node holds beside its parents.
_STATE = ("data", "exponent", "grad", "label", "local_derivatives", "op")


class Node:
    """One number in a graph, and how it was made. `Value` adds arithmetic."""

    __slots__ = (*_STATE, "parents")

    def __init__(self, data: float, label: str = ""):
        if not is_number(data):
            cause = "It is a Value already: use it as it is."
            if not isinstance(data, Node):
                cause = likely_cause(data)
            raise ValueError(
                f"Value holds one real number, but got {shown(data)} "
                f"({type(data).__name__}). {cause}"
            )
        self.data = as_float(data)
        self.grad = 0.0
        self.op = "leaf"
        self.parents: tuple[Node, ...] = ()
        self.local_derivatives: tuple[float, ...] = ()
        self.exponent: float | None = None
        self.label = label if type(label) is str else text_of(label)

    def __repr__(self) -> str:
        name = f", label={self.label!r}" if self.label else ""
        return f"Value(data={self.data!r}, grad={self.grad!r}{name})"

    def __bool__(self):
        raise ValueError(
            "A Value is neither true nor false: `if value` would be a "
            "comparison, which has no useful derivative. Ask its number: "
            "`if value.data`."
        )

    def __copy__(self):
        return _made(type(self), _state(self), self.parents)

    def __deepcopy__(self, memo: dict):
        # memo is what deepcopy has copied so far. So a Value that is used
        # twice, or copied beside its graph, stays one.
        for node in topological_order(self):
            if id(node) not in memo:
                parents = tuple(memo[id(parent)] for parent in node.parents)
                memo[id(node)] = _made(type(node), _state(node), parents)
        return memo[id(self)]

    def __reduce__(self):
        """For pickle: leaves, and a row for each operation.

        Leaves go to pickle as they are. It knows them again, so graphs that
        are written together still share them.
        """
        order = topological_order(self)
        leaves = [n for n in order if not n.parents and n is not self]
        made = [n for n in order if n.parents or n is self]
        place = {node: i for i, node in enumerate(leaves + made)}
        rows = [(_state(n), [place[p] for p in n.parents]) for n in made]
        return _remade, (type(self), leaves, rows)


def topological_order(*outputs: Node) -> list[Node]:
    """All that the outputs were made of: parents before children.

    The order follows the expression as it was written.

    >>> from nnfs_course.value import Value
    >>> a, b = Value(2, "a"), Value(3, "b")
    >>> [node.label or node.op for node in topological_order(a * b + a)]
    ['a', 'b', 'mul', 'add']
    """
    order: list[Node] = []
    seen: set[Node] = set()
    stack = [(output, False) for output in reversed(outputs)]
    while stack:
        node, parents_are_done = stack.pop()
        if parents_are_done:
            order.append(node)
        elif node not in seen:
            seen.add(node)
            stack.append((node, True))
            for parent in reversed(node.parents):
                stack.append((parent, False))
    return order


def no_nan_in_graph(order: list[Node]) -> None:
    """ValueError is raised if a number in the graph is NaN."""
    for node in order:
        if math.isnan(node.data):
            raise ValueError(
                f"The graph holds NaN, first at {_told(node)}, so it has no "
                "gradient."
            )


def no_nan_in_gradient(gradient: dict[Node, float]) -> None:
    """ValueError is raised if a gradient is NaN; the last node comes first."""
    for node, slope in reversed(gradient.items()):
        if math.isnan(slope):
            raise ValueError(
                f"The gradient is NaN, first at {_told(node)}: an infinite "
                "slope met a zero or an opposite infinity."
            )


def _told(node: Node) -> str:
    label = shortened(node.label)
    if not node.parents:
        return f"the leaf {label or 'without a label'} ({node.data!r})"
    operands = ", ".join(repr(parent.data) for parent in node.parents)
    name = f"{label} = " if label else ""
    return f"{name}{node.op}({operands}) = {node.data!r}"


_state = attrgetter(*_STATE)  # a tuple, of one node


def _made(kind: type, state: tuple, parents: tuple) -> Node:
    node = kind.__new__(kind)
    for name, part in zip(_STATE, state, strict=True):
        setattr(node, name, part)
    node.parents = parents
    return node


def _remade(kind: type, leaves: list, rows: list) -> Node:
    """The graph that `Node.__reduce__` wrote down."""
    nodes = list(leaves)
    for state, places in rows:
        nodes.append(_made(kind, state, tuple(nodes[i] for i in places)))
    return nodes[-1]
