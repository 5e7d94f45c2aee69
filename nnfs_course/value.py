"""Value: a number that remembers how it was made.

Chapter 1 builds this class. Combine Values with ordinary arithmetic and they form a graph: every
result keeps its parents and, for each parent, the local derivative. Nothing more is needed for
backpropagation, so `sweep` is one loop: upstream gradient times local derivative, added up.

Six operations are primitive: add, mul, pow, exp, log, relu. Subtraction, negation and division are
made of them, so there are six derivative rules to trust, each beside the operation it belongs to.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from numbers import Real

import numpy as np


class Value:
    """A number in a computational graph.

    Parameters
    ----------
    data : int or float
        The number. Infinity and NaN are allowed, as in IEEE arithmetic; `backward` refuses NaN.
    label : str
        A name for drawings and traces.

    Attributes
    ----------
    data : float
        The number itself.
    grad : float
        d(output)/d(this), as of the last `output.backward()`; 0.0 before.
    op : str
        How it was made: "leaf" for a number given by you, else "add", "mul", "pow", "exp", "log"
        or "relu".
    parents : tuple of Value
        The operands, in the order they were written. `a * a` has two parents, both `a`.
    local_derivatives : tuple of float
        d(this)/d(parent), one for each parent, taken when this Value was made.
    exponent : float or None
        The exponent, where op is "pow".
    label : str

    Raises
    ------
    ValueError
        If data is not a real number (text, None, a list, an array, a bool, another Value).

    Notes
    -----
    Values compare by identity, so `Value(1) == Value(1)` is False and `a < b` is an error: a
    comparison has no useful derivative. Compare the numbers: `a.data < b.data`.

    A scalar engine that records its own graph is an old idea, called a tape in the literature on
    reverse-mode automatic differentiation. The best known small one is Andrej Karpathy's micrograd.

    Examples
    --------
    >>> a = Value(3.0, label="a")
    >>> y = a * a + 1
    >>> y.backward()
    >>> y.data, a.grad
    (10.0, 6.0)
    """

    __slots__ = ("data", "grad", "op", "parents", "local_derivatives", "exponent", "label")

    def __init__(self, data: float, label: str = ""):
        if not is_number(data):
            raise ValueError(
                f"Value holds one real number, but got {data!r} ({type(data).__name__}). "
                + _likely_cause(data)
            )
        self.data = float(data)
        self.grad = 0.0
        self.op = "leaf"
        self.parents: tuple[Value, ...] = ()
        self.local_derivatives: tuple[float, ...] = ()
        self.exponent: float | None = None
        self.label = str(label)

    def __repr__(self) -> str:
        name = f", label={self.label!r}" if self.label else ""
        return f"Value(data={self.data!r}, grad={self.grad!r}{name})"

    # --- the six primitives: a value, and beside it the derivative for each parent ---

    def __add__(self, other):
        """self + other. Local derivatives: 1 and 1."""
        other = _operand(other)
        if other is NotImplemented:
            return NotImplemented
        return _result("add", self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        """self * other. Local derivatives: each factor's is the other factor."""
        other = _operand(other)
        if other is NotImplemented:
            return NotImplemented
        return _result("mul", self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, exponent):
        """self ** n for a plain number n. Local derivative: n * self ** (n - 1).

        At self = 0 with 0 < n < 1 the slope is infinite, and IEEE's inf is stored.

        Raises
        ------
        ValueError
            If the exponent is a Value, if 0 is raised to a negative power (a division by zero), or
            if a negative number is raised to a power that is not whole.
        """
        if isinstance(exponent, Value):
            raise ValueError(
                "The exponent of ** must be a plain number, but got a Value. "
                "For a > 0 write (b * a.log()).exp(): then b gets a gradient too."
            )
        if not is_number(exponent):
            return NotImplemented
        exponent = float(exponent)
        if self.data == 0 and exponent < 0:
            raise ValueError(f"Division by zero: {self.data!r} ** {exponent!r} has no value.")
        if self.data < 0 and not exponent.is_integer():
            raise ValueError(f"{self.data!r} ** {exponent!r} is not a real number.")
        slope = 0.0 if exponent == 0 else exponent * _power(self.data, exponent - 1)
        result = _result("pow", _power(self.data, exponent), (self,), (slope,))
        result.exponent = exponent
        return result

    def exp(self) -> Value:
        """e ** self. Local derivative: the result itself. Too large for a float: inf, as in IEEE."""
        try:
            data = math.exp(self.data)
        except OverflowError:
            data = math.inf
        return _result("exp", data, (self,), (data,))

    def log(self) -> Value:
        """Natural logarithm. Local derivative: 1 / self.

        Raises
        ------
        ValueError
            If self is 0 or below: the logarithm has no value there.
        """
        if self.data <= 0:
            raise ValueError(
                f"log({self.data!r}): the logarithm needs a number above 0. If this is a "
                "probability, it may have underflowed: compute the loss from the logits instead."
            )
        return _result("log", math.log(self.data), (self,), (1.0 / self.data,))

    def relu(self) -> Value:
        """max(0, self). Local derivative: 1 where self > 0, else 0 (at exactly 0 we choose 0)."""
        open_gate = 1.0 if self.data > 0 else 0.0
        # "<= 0" and not "> 0" for the value, so that NaN stays NaN and is seen.
        data = 0.0 if self.data <= 0 else self.data
        return _result("relu", data, (self,), (open_gate,))

    # --- made of the primitives, so their derivatives need no rule of their own ---

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -other

    def __truediv__(self, other):
        other = _operand(other)
        return NotImplemented if other is NotImplemented else self * other**-1

    def __radd__(self, other):
        other = _operand(other)
        return NotImplemented if other is NotImplemented else other + self

    def __rmul__(self, other):
        other = _operand(other)
        return NotImplemented if other is NotImplemented else other * self

    def __rsub__(self, other):
        other = _operand(other)
        return NotImplemented if other is NotImplemented else other - self

    def __rtruediv__(self, other):
        other = _operand(other)
        return NotImplemented if other is NotImplemented else other / self

    def __rpow__(self, base):
        """base ** self for a plain base > 0, as exp(self * ln(base))."""
        if not is_number(base):
            return NotImplemented
        if base <= 0:
            raise ValueError(
                f"{base!r} ** Value needs a base above 0: its derivative holds ln(base)."
            )
        return (self * math.log(base)).exp()

    # --- backpropagation ---

    def backward(self, upstream: float = 1.0) -> None:
        """Set `grad` of every Value that self was made of to d(self)/d(that Value) * upstream.

        Walks the graph from the output to the leaves. Each Value hands
        `its gradient * local derivative` to each parent; where two paths meet, the shares add up.

        The gradients of an earlier call are overwritten, so a second call gives the same result.
        Gradients may be infinite where a slope is (see `__pow__`).

        Parameters
        ----------
        upstream : float
            The gradient arriving from whatever comes after self.

        Raises
        ------
        ValueError
            If upstream is not a number, if the graph holds NaN, or if a gradient becomes NaN
            (0 * inf). Then no `grad` has changed.
        """
        if not is_number(upstream) or math.isnan(upstream):
            raise ValueError(f"The upstream gradient must be a number, but got {upstream!r}.")
        order = topological_order(self)
        for node in order:
            if math.isnan(node.data):
                made_of = ", ".join(str(parent.data) for parent in node.parents)
                origin = f"{node.op} of {made_of}" if made_of else "a leaf"
                raise ValueError(
                    f"The graph holds NaN, so there is no gradient. It appears first at "
                    f"{node.label or 'an unlabelled Value'} ({origin})."
                )
        # Gathered beside the graph and written at the end: all gradients or none.
        gradient = sweep(order, float(upstream))
        for node, total in gradient.items():
            if math.isnan(total):
                raise ValueError(
                    f"The gradient of {node.label or 'an unlabelled Value'} ({node.op}, value "
                    f"{node.data!r}) is NaN: an infinite slope met a zero or an opposite infinity."
                )
        for node, total in gradient.items():
            node.grad = total


def sweep(order: list[Value], upstream: float) -> dict[Value, float]:
    """Backpropagation: from the last Value in order back to the first, gradients for all.

    >>> a = Value(3.0)
    >>> sweep(topological_order(a * a), upstream=1.0)[a]
    6.0
    """
    gradient = dict.fromkeys(order, 0.0)
    gradient[order[-1]] = upstream
    for node in reversed(order):
        for parent, local_derivative in zip(node.parents, node.local_derivatives, strict=True):
            gradient[parent] += gradient[node] * local_derivative
    return gradient


def topological_order(output: Value) -> list[Value]:
    """All Values that output was made of, parents before children, output last.

    The order is the one in which the expression was written (depth first, left parent first), and
    it uses a list as its stack: Python's recursion limit would stop at a chain of 1,000 operations.

    >>> a, b = Value(2, "a"), Value(3, "b")
    >>> [node.label or node.op for node in topological_order(a * b + a)]
    ['a', 'b', 'mul', 'add']
    """
    order: list[Value] = []
    seen: set[Value] = set()
    stack = [(output, False)]
    while stack:
        node, parents_done = stack.pop()
        if parents_done:
            order.append(node)
        elif node not in seen:
            seen.add(node)
            stack.append((node, True))
            stack.extend((parent, False) for parent in reversed(node.parents))
    return order


def is_number(candidate: object) -> bool:
    """True for a real number, Python's or NumPy's. False for bool: True is an answer, not a 1."""
    return isinstance(candidate, Real) and not isinstance(candidate, bool)


def _result(
    op: str, data: float, parents: tuple[Value, ...], local_derivatives: Sequence[float]
) -> Value:
    result = Value(data)
    result.op = op
    result.parents = parents
    result.local_derivatives = tuple(local_derivatives)
    return result


def _operand(other):
    """other as a Value; NotImplemented lets Python (or NumPy's arrays) try the other operand."""
    if isinstance(other, Value):
        return other
    return Value(other, label=f"{other:g}") if is_number(other) else NotImplemented


def _power(base: float, exponent: float) -> float:
    with np.errstate(all="ignore"):  # inf instead of Python's OverflowError and ZeroDivisionError
        return float(np.power(base, exponent))


def _likely_cause(data: object) -> str:
    if isinstance(data, Value):
        return "It already is a Value: use it as it is."
    if isinstance(data, str):
        return "If the text is a number, convert it first: float(text)."
    if isinstance(data, (list, tuple, np.ndarray)):
        return "Make one Value for each entry."
    return "Is a variable still unset?" if data is None else "Pass an int or a float."
