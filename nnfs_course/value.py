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
from numbers import Real

import numpy as np


class Value:
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
    Values compare by identity, and `a < b` is an error: a comparison has no
    useful derivative. Compare the numbers instead: `a.data < b.data`.

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

    __slots__ = (
        "data",
        "exponent",
        "grad",
        "label",
        "local_derivatives",
        "op",
        "parents",
    )

    def __init__(self, data: float, label: str = ""):
        if not is_number(data):
            raise ValueError(
                f"Value holds one real number, but got {data!r} "
                f"({type(data).__name__}). {_likely_cause(data)}"
            )
        self.data = _as_float(data)
        self.grad = 0.0
        self.op = "leaf"
        self.parents: tuple[Value, ...] = ()
        self.local_derivatives: tuple[float, ...] = ()
        self.exponent: float | None = None
        self.label = str(label)

    def __repr__(self) -> str:
        name = f", label={self.label!r}" if self.label else ""
        return f"Value(data={self.data!r}, grad={self.grad!r}{name})"

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
        n = float(exponent)
        if self.data == 0 and n < 0:
            raise ValueError(
                f"{self.data!r} ** {n!r} is a division by zero. Is a "
                "denominator 0?"
            )
        if self.data < 0 and not n.is_integer():
            raise ValueError(f"{self.data!r} ** {n!r} is not a real number.")
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
        if self.data <= 0:
            raise ValueError(
                f"log({self.data!r}): the logarithm needs a number above 0. "
                "Is this a probability that became 0? Then compute the loss "
                "from the logits instead."
            )
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
        if base <= 0:
            raise ValueError(
                f"{base!r} ** Value needs a base above 0, because the "
                "derivative holds ln(base)."
            )
        return (self * math.log(base)).exp()

    # --- backpropagation ---

    def backward(self, upstream: float = 1.0) -> None:
        """Set grad of all that self was made of: upstream * d(self)/d(that).

        Gradients of an earlier call are overwritten, so that a second call
        gives the same result. A gradient may be infinite where a slope is.

        Parameters
        ----------
        upstream : float
            The gradient that arrives from whatever comes after self.

        Raises
        ------
        ValueError
            If upstream is not a number, if the graph holds NaN, or if a
            gradient becomes NaN (0 * inf). Then no `grad` has changed.
        """
        if not is_number(upstream) or math.isnan(upstream):
            raise ValueError(
                f"The upstream gradient must be a number, but got {upstream!r}."
            )
        order = topological_order(self)
        for node in order:
            if math.isnan(node.data):
                raise ValueError(
                    f"The graph holds NaN, first at {_describe(node)}, so it "
                    "has no gradient."
                )
        gradient = sweep(order, float(upstream))
        for node in reversed(order):
            if math.isnan(gradient[node]):
                raise ValueError(
                    f"The gradient is NaN, first at {_describe(node)}: an "
                    "infinite slope met a zero or an opposite infinity."
                )
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


def topological_order(*outputs: Value) -> list[Value]:
    """All that the outputs were made of: parents before children.

    The order follows the expression as it was written. The stack is a list,
    because Python's own would overflow at a chain of 1,000 operations.

    >>> a, b = Value(2, "a"), Value(3, "b")
    >>> [node.label or node.op for node in topological_order(a * b + a)]
    ['a', 'b', 'mul', 'add']
    """
    order: list[Value] = []
    seen: set[Value] = set()
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


def is_number(candidate: object) -> bool:
    """True for a real number of Python or NumPy. A bool is not one here."""
    if type(candidate) in (float, int):  # nearly always, and quick to see
        return True
    return isinstance(candidate, Real) and not isinstance(candidate, bool)


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
    number = _as_float(other)
    return Value(number, f"{number:.12g}")


def _as_float(number: Real) -> float:
    try:
        return float(number)
    except OverflowError:
        raise ValueError(
            f"{str(number)[:20]}... is too large for a float."
        ) from None


def _power(base: float, exponent: float) -> float:
    with np.errstate(all="ignore"):  # inf, where Python would raise
        return float(np.power(base, exponent))


def _describe(node: Value) -> str:
    if not node.parents:
        return f"the leaf {node.label or 'without a label'} ({node.data!r})"
    operands = ", ".join(repr(parent.data) for parent in node.parents)
    name = f"{node.label} = " if node.label else ""
    return f"{name}{node.op}({operands}) = {node.data!r}"


def _likely_cause(data: object) -> str:
    if isinstance(data, Value):
        return "It is a Value already: use it as it is."
    if isinstance(data, str):
        return "If the text is a number, convert it first: float(text)."
    if isinstance(data, np.ndarray) and data.ndim == 0:
        return "Take the number out of the array: array.item()."
    if isinstance(data, (list, tuple, np.ndarray)):
        return "Make one Value for each entry."
    if data is None:
        return "Is a variable not set yet?"
    return "Pass an int or a float."
