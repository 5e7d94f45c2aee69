"""The trace: a computation written down as a plain list.

A graph of Values, in topological order, is a flat list of small operations.
Every part of this course shares that list: chapters draw it, the browser
evaluates it when a slider moves, and the tests hold the layers against it.
"""

from __future__ import annotations

from nnfs_course.checks import settings
from nnfs_course.checks.numbers import shown
from nnfs_course.graph import topological_order
from nnfs_course.value import Value


def trace(*outputs: Value) -> list[dict]:
    """The operations that made the outputs, in order, as plain data.

    Each one is a dict with "op", "inputs" (where its parents stand in this
    list), "label" and "value"; a "pow" also has its "exponent". Parents stand
    before their children, and a single output stands last. So one loop forwards
    evaluates the list, and one loop backwards differentiates it.

    Raises ValueError if an output is not a Value.

    >>> for operation in trace(Value(3, "a") ** 2):
    ...     print(operation)
    {'op': 'leaf', 'inputs': [], 'label': 'a', 'value': 3.0}
    {'op': 'pow', 'inputs': [0], 'label': '', 'value': 9.0, 'exponent': 2.0}
    """
    order = topological_order(*(_checked(output) for output in outputs))
    position = {node: index for index, node in enumerate(order)}
    operations = []
    for node in order:
        operation = {
            "op": node.op,
            "inputs": [position[parent] for parent in node.parents],
            "label": node.label,
            "value": node.data,
        }
        if node.op == "pow":
            operation["exponent"] = node.exponent
        operations.append(operation)
    return operations


def draw(output: Value, max_lines: int = 60) -> str:
    """The graph as a text tree: output first, below it what it was made of.

    A Value that is used twice is drawn in full once. After max_lines lines
    the drawing stops and says so.

    Raises ValueError if output is not a Value, or max_lines is below 1.

    >>> a = Value(3, "a")
    >>> y = a * a
    >>> y.backward()
    >>> print(draw(y))
              value   gradient
    mul      9.0000    +1.0000
    ├─ a     3.0000    +6.0000
    └─ a   (drawn above)
    """
    settings.whole_number("max_lines", max_lines)
    rows = [("", "value", "gradient")]
    drawn: set[Value] = set()
    stack = [(_checked(output), "", "")]
    while stack and len(rows) <= max_lines:
        node, branch, indent = stack.pop()
        if node in drawn:
            rows.append((branch + _name(node), "", ""))
            continue
        drawn.add(node)
        numbers = _narrow(node.data), _narrow(node.grad, "+")
        rows.append((branch + _name(node), *numbers))
        last = len(node.parents) - 1
        for index, parent in reversed(list(enumerate(node.parents))):
            fork, below = ("└─ ", "   ") if index == last else ("├─ ", "│  ")
            stack.append((parent, indent + fork, indent + below))
    columns = zip(*rows, strict=True)
    names, values, gradients = (max(map(len, column)) for column in columns)
    lines = []
    for name, value, gradient in rows:
        numbers = f"{value:>{max(8, values)}}   {gradient:>{gradients}}"
        numbers = numbers if value else "(drawn above)"
        lines.append(f"{name:<{names}}   {numbers}")
    if stack:
        total = len(topological_order(output))
        lines.append(f"... {len(drawn)} of {total} Values: raise max_lines")
    return "\n".join(lines)


def _narrow(number: float, sign: str = "") -> str:
    """Four decimals; very large or small numbers with an exponent."""
    ordinary = number == 0 or 1e-4 <= abs(number) < 1e6
    return f"{number:{sign}.4f}" if ordinary else f"{number:{sign}.3e}"


def _name(node: Value) -> str:
    if node.op == "leaf":
        return node.label or "leaf"
    return f"{node.label} = {node.op}" if node.label else node.op


def _checked(output: object) -> Value:
    if not isinstance(output, Value):
        raise ValueError(
            "Expected a Value, the output of a computation, but got "
            f"{shown(output)} ({type(output).__name__})."
        )
    return output
