"""Value: one neuron, and a long chain."""

from nnfs_course import Value

X, W = [1.0, -2.0, 3.0], [-3.0, -1.0, 2.0]


def neuron():
    x, w = [Value(v) for v in X], [Value(v) for v in W]
    y = (x[0] * w[0] + x[1] * w[1] + x[2] * w[2] + 1.0).relu()
    y.backward()


def chain():
    y = Value(1.0)
    for _ in range(32_500):
        y = y * 1.00001 + 0.1
    y.backward()


BENCHES = [
    ("Value: one neuron, forward and backward", neuron),
    ("Value: a chain of 65,000 operations", chain),
]
