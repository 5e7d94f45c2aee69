"""The trace: a computation written down as a plain list.

A graph of Values, in topological order, is a flat list of small operations. That list is the one
thing every part of this course shares: chapters draw it, the browser evaluates it when a slider
moves, and the tests hold the layers against it.
"""

from __future__ import annotations

from nnfs_course.value import Value, topological_order


def trace(output: Value) -> list[dict]:
    """The operations that made output, in order, as plain data (numbers, text, lists).

    Each operation is a dict: "op", "inputs" (positions of its parents in this list), "label" and
    "value"; a "pow" also has its "exponent". Parents always stand before their children, and the
    output stands last, so one loop forwards evaluates the list and one loop backwards
    differentiates it.

    >>> for operation in trace(Value(3, "a") ** 2):
    ...     print(operation)
    {'op': 'leaf', 'inputs': [], 'label': 'a', 'value': 3.0}
    {'op': 'pow', 'inputs': [0], 'label': '', 'value': 9.0, 'exponent': 2.0}
    """
    order = topological_order(_checked(output))
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
    """The graph as a text tree, output first: label, operation, value, gradient.

    A Value used twice is drawn in full once; after that a line points back to it. At most
    max_lines lines are drawn, and a last line says how many are missing.

    >>> a = Value(3, "a")
    >>> y = a * a
    >>> y.backward()
    >>> print(draw(y))
    mul            value   9.0000   gradient  +1.0000
    ├─ a           value   3.0000   gradient  +6.0000
    └─ a           (drawn above)
    """
    if max_lines < 1:
        raise ValueError(f"max_lines must be at least 1, but got {max_lines!r}.")
    rows: list[tuple[str, str]] = []
    drawn: set[Value] = set()
    stack = [(_checked(output), "", "")]
    while stack and len(rows) < max_lines:
        node, branch, indent = stack.pop()
        name = f"{node.label} = {node.op}" if node.label and node.op != "leaf" else node.label
        name = name or node.op
        if node in drawn:
            rows.append((branch + name, "(drawn above)"))
            continue
        drawn.add(node)
        numbers = f"value {node.data:8.4f}   gradient {node.grad:+8.4f}"
        rows.append((branch + name, numbers))
        last = len(node.parents) - 1
        for index, parent in reversed(list(enumerate(node.parents))):
            fork, below = ("└─ ", "   ") if index == last else ("├─ ", "│  ")
            stack.append((parent, indent + fork, indent + below))
    width = max(12, *(len(name) for name, _ in rows))
    lines = [f"{name:<{width}}   {numbers}" for name, numbers in rows]
    if stack:
        total = len(topological_order(output))
        lines.append(f"... cut here, with {len(drawn)} of {total} Values drawn: raise max_lines")
    return "\n".join(lines)


def _checked(output: object) -> Value:
    if not isinstance(output, Value):
        raise ValueError(
            f"Expected a Value, the output of a computation, but got {output!r} "
            f"({type(output).__name__})."
        )
    return output
