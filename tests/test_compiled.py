"""A compiled trace against the Values that it was made of."""

import math

import pytest
from hypothesis import given, settings

from nnfs_course import Value, compiled
from tests.test_value import LEAVES, evaluate, expressions, points

NAMES = [f"x{i}" for i in range(LEAVES)]


def made(tree, point):
    leaves = [Value(x, name) for x, name in zip(point, NAMES, strict=True)]
    y = evaluate(tree, leaves, Value.exp, Value.log, Value.relu)
    y.backward()
    return y, dict(zip(NAMES, leaves, strict=True))


@settings(max_examples=200, deadline=None, derandomize=True)
@given(tree=expressions(), here=points, there=points)
def test_it_computes_what_values_compute_to_the_last_bit(tree, here, there):
    again = compiled(made(tree, here)[0])
    y, leaves = made(tree, there)
    used = again.__code__.co_varnames[: again.__code__.co_argcount]
    value, gradients = again(**{name: leaves[name].data for name in used})
    assert value == y.data
    assert gradients == {name: leaves[name].grad for name in used}


def test_a_leaf_alone_and_a_leaf_used_twice():
    assert compiled(Value(2.0, "a"))(5.0) == (5.0, {"a": 1.0})
    a = Value(3.0, "a")
    assert compiled(a * a)(4.0) == (16.0, {"a": 8.0})
    assert compiled(a + a)(4.0) == (8.0, {"a": 2.0})


def test_numbers_that_stay_get_no_line_on_the_way_back():
    again = compiled(Value(2.0) * 3.0 + Value(1.0, "x"))
    assert again.source.count("    g") == 2  # of the sum, and of x
    assert again(4.0) == (10.0, {"x": 1.0})


@pytest.mark.parametrize("x", [-1.0, 0.0, -0.0, 1.0, math.inf])
def test_relu_at_its_corner_and_beyond(x):
    leaf = Value(x, "x")
    y = leaf.relu()
    y.backward()
    assert compiled(Value(1.0, "x").relu())(x) == (y.data, {"x": leaf.grad})


def test_infinity_as_a_constant_and_as_a_result():
    x = Value(1.0, "x")
    assert compiled(x + math.inf)(2.0)[0] == math.inf
    assert compiled(x.exp())(1000.0) == (math.inf, {"x": math.inf})


def test_it_raises_what_values_raise():
    x = Value(1.0, "x")
    with pytest.raises(ValueError, match="logarithm"):
        compiled(x.log())(-1.0)
    with pytest.raises(ValueError, match="0"):
        compiled(x**-1)(0.0)


@pytest.mark.parametrize(
    ("output", "words"),
    [
        (Value(1.0) + 2, "No leaf has a label"),
        (Value(1.0, "two words") * Value(1.0, "if"), "No leaf has a label"),
        (Value(1.0, "a") * Value(2.0, "a"), "Two leaves have the label 'a'"),
        (Value(1.0, "v3") + 1, "'v3' is a name of the program's own"),
        (Value(1.0, "power") ** 2, "'power' is a name"),
        (3.0, "Expected a Value"),
    ],
)
def test_what_cannot_be_compiled(output, words):
    with pytest.raises(ValueError, match=words):
        compiled(output)


def test_a_chain_of_ten_thousand():
    y = x = Value(1.0, "x")
    for _ in range(10_000):
        y = y * 1.0001
    y.backward()
    assert compiled(y)(1.0) == (y.data, {"x": x.grad})
