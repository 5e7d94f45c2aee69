"""A trace turned into a program: the same again, with other numbers.

Making Values takes most of the time of a small computation. If the same one
comes again and again, as in training, its trace can be written out as plain
Python once: a line for each operation, forwards and then backwards. The `jit`
of a large library does this, too.
"""

from __future__ import annotations

import math
import re
from keyword import iskeyword

from nnfs_course.checks.numbers import shown
from nnfs_course.trace import trace
from nnfs_course.value import Value

# What Values compute with errors of their own, Values compute here, too.
RULES = {
    "exp": lambda x: Value(x).exp().data,
    "log": lambda x: Value(x).log().data,
    "power": lambda x, n: (Value(x) ** n).data,
    "slope": lambda x, n: (Value(x) ** n).local_derivatives[0],
}
CONSTANTS = {"inf": math.inf, "nan": math.nan}  # as Python writes them
OURS = re.compile(r"[vg]\d+|again|" + "|".join(RULES))


def compiled(output: Value):
    """A function of the labelled leaves: the output, and all their gradients.

    It takes them in the order of `trace`, or by name. A leaf without a label
    that is a name in Python, like the number in `x + 1`, stays as it was. Its
    text can be read as `source`.

    Raises ValueError if output is not a Value, if no leaf has a name, if two
    have the same, or if one has a name that the text uses itself. The function
    raises what Values raise where there is no value; NaN passes.

    >>> x, w = Value(3.0, "x"), Value(-2.0, "w")
    >>> again = compiled(x * w + 1)
    >>> again(x=2.0, w=4.0)
    (9.0, {'x': 4.0, 'w': 2.0})
    >>> print(again.source)
    def again(x, w):
        v2 = x * w
        v4 = v2 + 1.0
        g4 = 1.0
        g2 = g4
        g0 = g2 * w
        g1 = g2 * x
        return v4, {'x': g0, 'w': g1}
    """
    operations = trace(output)
    names = _names_of_leaves(operations)
    texts = [
        names.get(place, repr(o["value"])) if o["op"] == "leaf" else f"v{place}"
        for place, o in enumerate(operations)
    ]
    gradients = ", ".join(
        f"{name!r}: g{place}" for place, name in names.items()
    )
    lines = [
        f"def again({', '.join(names.values())}):",
        *_forward(operations, texts),
        *_backward(operations, texts, wanted=set(names)),
        f"    return {texts[-1]}, {{{gradients}}}",
    ]
    made = RULES | CONSTANTS
    exec("\n".join(lines), made)  # names, operators and numbers, all ours
    again = made["again"]
    again.source = "\n".join(lines)
    return again


def _names_of_leaves(operations) -> dict[int, str]:
    """The place of each leaf that is an argument, and its name."""
    names = {
        place: o["label"]
        for place, o in enumerate(operations)
        if o["op"] == "leaf" and _is_name(o["label"])
    }
    labels = list(names.values())
    if not labels:
        raise ValueError(
            "No leaf has a label that can name an argument. Make one that "
            'has: Value(3.0, "x").'
        )
    for label in labels:
        if labels.count(label) > 1:
            raise ValueError(
                f"Two leaves have the label {shown(label)}. Rename one."
            )
        if OURS.fullmatch(label):
            raise ValueError(
                f"The label {shown(label)} is a name of the program's own. "
                "Take another, like x0."
            )
    return names


def _is_name(label: str) -> bool:
    number = label in CONSTANTS  # the label of a plain number
    return label.isidentifier() and not iskeyword(label) and not number


def _forward(operations, texts):
    for place, o in enumerate(operations):
        operands = [texts[i] for i in o["inputs"]]
        if o["op"] == "add":
            text = " + ".join(operands)
        elif o["op"] == "mul":
            text = " * ".join(operands)
        elif o["op"] == "relu":
            text = f"0.0 if {operands[0]} <= 0 else {operands[0]}"
        elif o["op"] == "pow":
            text = f"power({operands[0]}, {o['exponent']!r})"
        else:
            text = f"{o['op']}({', '.join(operands)})"
        if o["op"] != "leaf":
            yield f"    v{place} = {text}"


def _backward(operations, texts, wanted):
    """Upstream gradient times local derivative, added up: as in `sweep`."""
    for place, o in enumerate(operations):
        if wanted & set(o["inputs"]):
            wanted.add(place)
    last = len(operations) - 1
    yield f"    g{last} = 1.0"
    reached = {last}
    for place in reversed(range(len(operations))):
        inputs = operations[place]["inputs"]
        for which, parent in enumerate(inputs):
            if parent in wanted:
                sign = "+=" if parent in reached else "="
                factor = _local(operations, texts, place, which)
                yield f"    g{parent} {sign} g{place}{factor}"
                reached.add(parent)


def _local(operations, texts, place, which) -> str:
    """Times the local derivative with respect to one of the operands."""
    o = operations[place]
    operand = texts[o["inputs"][which]]
    return {
        "add": "",
        "mul": f" * {texts[o['inputs'][which - 1]]}",  # the other of the two
        "pow": f" * slope({operand}, {o.get('exponent')!r})",
        "exp": f" * v{place}",
        "log": f" * (1 / {operand})",
        "relu": f" * ({operand} > 0)",
    }[o["op"]]
