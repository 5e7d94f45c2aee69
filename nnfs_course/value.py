"""Value: a number that remembers how it was made.

Chapter 1 builds this class. Ordinary arithmetic on Values makes a graph: every
result keeps its parents and, for each parent, the local derivative. That is
all backpropagation needs, so `sweep` is one loop: upstream gradient times
local derivative, added up.

Six operations are primitive: add, mul, pow, exp, log, relu. Subtraction,
negation and division are made of them. So there are six rules to trust, and
each stands beside the operation that it belongs to.
"""

from __future__ import annotations

import math

import numpy as np

from nnfs_course.checks.arithmetic import (
    as_upstream,
    base_for_value,
    exponent_for,
    has_logarithm,
)
from nnfs_course.checks.numbers import as_float, is_number
from nnfs_course.graph import (
    Node,
    no_nan_in_gradient,
    no_nan_in_graph,
    topological_order,
)


class Value(Node):
    """A number in a computational graph.

    Parameters
    ----------
    data : int or float
        The number. Infinity and NaN are allowed, as in IEEE arithmetic, but
        `backward` refuses a graph that holds NaN.
    label : str
        A name for drawings and traces.

    Attributes
    ----------
    data : float
        The number itself.
    grad : float
        d(output)/d(this), as of the last `output.backward()`; 0.0 before.
    op : str
        How it was made: "add", "mul", "pow", "exp", "log", "relu", or "leaf"
        for a number that was given.
    parents : tuple of Value
        The operands. `a * a` has two parents, both `a`.
    local_derivatives : tuple of float
        d(this)/d(parent) for each parent, taken when this Value was made.
    exponent : float or None
        The exponent, where op is "pow".
    label : str
        The name.

    Raises
    ------
    ValueError
        If data is not one real number: text, None, a bool, an array, a Value.

    Notes
    -----
    Values compare by identity, and `a < b` and `if a` are errors: a comparison
    has no useful derivative. Compare the numbers instead: `a.data < b.data`.

    `copy.deepcopy` and `pickle` take the whole graph. What shares a leaf still
    shares it afterwards.

    A scalar engine that records its own graph is an old idea, the "tape" of
    reverse-mode automatic differentiation. The best known small one is
    micrograd by Andrej Karpathy.

    Examples
    --------
    >>> a = Value(3.0, label="a")
    >>> y = a * a + 1
    >>> y.backward()
    >>> y.data, a.grad
    (10.0, 6.0)
    """

    __slots__ = ()  # nothing beside what a Node holds

    # --- the six primitives: the value, then a derivative for each parent ---

    def __add__(self, other):
        """self + other. Local derivatives: 1 and 1."""
        other = _operand(other)
        if other is NotImplemented:
            return NotImplemented
        total = self.data + other.data
        return _result("add", total, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        """self * other. Local derivatives: for each factor, the other one."""
        other = _operand(other)
        if other is NotImplemented:
            return NotImplemented
        product = self.data * other.data
        return _result("mul", product, (self, other), (other.data, self.data))

    def __pow__(self, exponent):
        """self ** n, n a plain number. Local derivative: n * self ** (n - 1).

        At 0, with n between 0 and 1, the slope is infinite: IEEE's inf.

        Raises
        ------
        ValueError
            If n is a Value, if self is 0 and n below 0 (division by zero), or
            if self is below 0 and n is not whole.
        """
        if isinstance(exponent, Value):
            raise ValueError(
                "The exponent of ** must be a plain number, but got a Value. "
                "For a > 0 write (b * a.log()).exp(): then b gets a gradient."
            )
        if not is_number(exponent):
            return NotImplemented
        n = exponent_for(self.data, exponent)
        slope = n * _power(self.data, n - 1) if n != 0 else 0.0
        result = _result("pow", _power(self.data, n), (self,), (slope,))
        result.exponent = n
        return result

    def exp(self) -> Value:
        """e ** self. Local derivative: the result. Above 709: IEEE's inf."""
        try:
            result = math.exp(self.data)
        except OverflowError:
            result = math.inf
        return _result("exp", result, (self,), (result,))

    def log(self) -> Value:
        """Natural logarithm. Local derivative: 1 / self.

        Raises
        ------
        ValueError
            If self is 0 or below: the logarithm has no value there.
        """
        has_logarithm(self.data)
        return _result("log", math.log(self.data), (self,), (1 / self.data,))

    def relu(self) -> Value:
        """max(0, self). Local derivative: 1 if self > 0, else 0, also at 0."""
        # "<= 0 gives 0", and not "> 0 passes", so that NaN passes and is seen.
        result = 0.0 if self.data <= 0 else self.data
        return _result("relu", result, (self,), (float(self.data > 0),))

    # --- made of the primitives: their derivatives need no rule ---

    __radd__ = __add__
    __rmul__ = __mul__

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else self + -other

    def __rsub__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else other + -self

    def __truediv__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else self * other**-1

    def __rtruediv__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else other * self**-1

    def __rpow__(self, base):
        """base ** self for a plain base > 0, as exp(self * ln(base))."""
        if not is_number(base):
            return NotImplemented
        return (self * math.log(base_for_value(base))).exp()

    # --- backpropagation ---

    def backward(self, upstream: float = 1.0) -> None:
        """Set grad of all that self was made of: upstream * d(self)/d(that).

        upstream is the gradient that arrives from whatever comes after self.
        Gradients of an earlier call are overwritten, so that a second call
        gives the same result. A gradient may be infinite where a slope is.

        Raises
        ------
        ValueError
            If upstream is not a number, if the graph holds NaN, or if a
            gradient becomes NaN (0 * inf). Then no `grad` has changed.
        """
        upstream = as_upstream(upstream)
        order = topological_order(self)
        no_nan_in_graph(order)
        gradient = sweep(order, upstream)
        no_nan_in_gradient(gradient)
        for node in order:
            node.grad = gradient[node]


def sweep(order: list[Value], upstream: float) -> dict[Value, float]:
    """The gradients of all Values in order, from the last back to the first.

    >>> a = Value(3.0)
    >>> sweep(topological_order(a * a), upstream=1.0)[a]
    6.0
    """
    gradient = dict.fromkeys(order, 0.0)
    gradient[order[-1]] = upstream
    for node in reversed(order):
        for parent, local in zip(
            node.parents, node.local_derivatives, strict=True
        ):
            gradient[parent] += gradient[node] * local
    return gradient


def _result(op, data, parents, local_derivatives) -> Value:
    result = Value(data)
    result.op = op
    result.parents = parents
    result.local_derivatives = local_derivatives
    return result


def _operand(other):
    """other as a Value. NotImplemented lets the other operand try, which is
    how an array of numbers takes over and works entry by entry."""
    if isinstance(other, Value):
        return other
    if not is_number(other):
        return NotImplemented
    number = as_float(other)
    return Value(number, f"{number:.12g}")


def _power(base: float, exponent: float) -> float:
    with np.errstate(all="ignore"):  # inf, where Python would raise
        return float(np.power(base, exponent))
