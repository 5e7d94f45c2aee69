"""One neuron: Values, closures as in micrograd, and a compiled trace."""

from __future__ import annotations

from bench.clock import seconds
from nnfs_course import Value, compiled

X, W = [1.0, -2.0, 3.0], [-3.0, -1.0, 2.0]


class Closure:
    """A number whose way back is a function of its own: micrograd's design."""

    def __init__(self, data, parents=()):
        self.data, self.grad, self.parents = data, 0.0, set(parents)
        self.back = lambda: None

    def __add__(self, other):
        other = other if isinstance(other, Closure) else Closure(other)
        out = Closure(self.data + other.data, (self, other))

        def back():
            self.grad += out.grad
            other.grad += out.grad

        out.back = back
        return out

    def __mul__(self, other):
        out = Closure(self.data * other.data, (self, other))

        def back():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.back = back
        return out

    def relu(self):
        out = Closure(max(0.0, self.data), (self,))

        def back():
            self.grad += (out.data > 0) * out.grad

        out.back = back
        return out

    def backward(self):
        order, seen = [], set()

        def visit(node):
            if node not in seen:
                seen.add(node)
                for parent in node.parents:
                    visit(parent)
                order.append(node)

        visit(self)
        self.grad = 1.0
        for node in reversed(order):
            node.back()


def neuron(kind):
    x, w = [kind(v) for v in X], [kind(v) for v in W]
    y = (x[0] * w[0] + x[1] * w[1] + x[2] * w[2] + 1.0).relu()
    y.backward()
    return y


def chain(length=32_500):
    y = Value(1.0)
    for _ in range(length):
        y = y * 1.00001 + 0.1
    y.backward()


def measured() -> dict:
    x = [Value(v, f"x{i}") for i, v in enumerate(X)]
    w = [Value(v, f"w{i}") for i, v in enumerate(W)]
    y = (x[0] * w[0] + x[1] * w[1] + x[2] * w[2] + 1.0).relu()
    again, numbers = compiled(y), (1.0, -3.0, -2.0, -1.0, 3.0, 2.0)
    return seconds(
        {
            "closures": lambda: neuron(Closure),
            "Values": lambda: neuron(Value),
            "compiled trace": lambda: again(*numbers),
            "Values, a chain of 65,000": chain,
        }
    )
