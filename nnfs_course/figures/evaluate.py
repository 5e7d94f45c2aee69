"""Evaluate a trace again in Python, with other numbers at its leaves."""

from __future__ import annotations

from collections.abc import Mapping

from nnfs_course.value import Value


def evaluate(
    trace: list[dict], leaves: Mapping[str, float]
) -> dict[str, Value]:
    """The labelled Values of a trace, made anew from these leaves.

    A leaf that is not given keeps the value in the trace.

    >>> from nnfs_course import trace
    >>> square = Value(3, "a") ** 2
    >>> square.label = "y"
    >>> evaluate(trace(square), {"a": 5})["y"].data
    25.0
    """
    made: list[Value] = []
    for operation in trace:
        op, label = operation["op"], operation["label"]
        operands = [made[i] for i in operation["inputs"]]
        if op == "leaf":
            result = Value(leaves.get(label, operation["value"]), label)
        elif op == "add":
            result = operands[0] + operands[1]
        elif op == "mul":
            result = operands[0] * operands[1]
        elif op == "pow":
            result = operands[0] ** operation["exponent"]
        else:  # exp, log, relu: methods of one Value
            result = getattr(operands[0], op)()
        result.label = label
        made.append(result)
    return {node.label: node for node in made if node.label}
