"""Examples that others have worked out in print, with their numbers."""

import math

import pytest

from nnfs_course import Value
from nnfs_course.value import _result


def test_the_example_of_micrograd_s_readme():
    """Karpathy's README prints 24.7041, 138.8338 and 645.5773."""
    a, b = Value(-4.0), Value(2.0)
    c = a + b
    d = a * b + b**3
    c += c + 1
    c += 1 + c + (-a)
    d += d * 2 + (b + a).relu()
    d += 3 * d + (b - a).relu()
    e = c - d
    f = e**2
    g = f / 2.0
    g += 10.0 / f
    g.backward()
    assert [f"{n:.4f}" for n in (g.data, a.grad, b.grad)] == [
        "24.7041",
        "138.8338",
        "645.5773",
    ]


def test_the_first_circuit_of_cs231n():
    """f = (x + y) * z at -2, 5, -4: q = 3, f = -12, gradients -4, -4, 3."""
    x, y, z = Value(-2), Value(5), Value(-4)
    q = x + y
    f = q * z
    f.backward()
    assert (q.data, f.data) == (3, -12)
    assert (x.grad, y.grad, z.grad, q.grad) == (-4, -4, 3, -4)


def test_the_sigmoid_neuron_of_cs231n():
    """w = 2, -3, -3 and x = -1, -2: the output is 0.73, ddot 0.2."""
    w, x = [Value(n) for n in (2, -3, -3)], [Value(n) for n in (-1, -2)]
    dot = w[0] * x[0] + w[1] * x[1] + w[2]
    f = 1 / (1 + (-dot).exp())
    f.backward()
    assert dot.data == 1
    assert round(f.data, 2) == 0.73
    assert round(dot.grad, 1) == 0.2
    assert [n.grad for n in x] == pytest.approx(
        [0.3932238664829637, -0.5898357997244456], rel=1e-12
    )
    assert [n.grad for n in w] == pytest.approx(
        [-0.19661193324148185, -0.3932238664829637, 0.19661193324148185],
        rel=1e-12,
    )


def test_the_table_of_baydin_and_others():
    """f = ln(x1) + x1 x2 - sin(x2) at 2, 5: 11.652, and 5.5 and 1.716.

    Baydin et al., "Automatic differentiation in machine learning: a survey",
    2018, table 3. The sine is no operation of Value; like each of them, it is
    recorded by its result and its local derivative.
    """
    x1, x2 = Value(2), Value(5)
    logarithm, product = x1.log(), x1 * x2
    sine = _result("sin", math.sin(5), (x2,), (math.cos(5),))
    total = logarithm + product
    f = total - sine
    f.backward()
    forward = [v.data for v in (logarithm, product, sine, total, f)]
    assert [round(v, 3) for v in forward] == [
        *(0.693, 10, -0.959, 10.693, 11.652)
    ]
    assert [v.grad for v in (f, total, sine, logarithm, product)] == [
        *(1, 1, -1, 1, 1)
    ]
    assert x1.grad == 5.5
    assert x2.grad == pytest.approx(1.716, abs=5e-4)
