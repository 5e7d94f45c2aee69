"""Value against references that share no code with it."""

import copy
import gc
import math
import pickle
from fractions import Fraction

import autograd
import autograd.numpy as anp
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnfs_course import Value
from nnfs_course.graph import topological_order

# --- random expressions, written once for three kinds of numbers ---

LEAVES = 3
UNARY = ("exp", "log", "relu", "neg", "pow2", "pow-1", "pow0.5")
BINARY = ("add", "mul", "sub", "div", "radd", "rsub", "rmul", "rdiv")


def expressions():
    leaf = st.integers(0, LEAVES - 1)
    return st.recursive(
        leaf,
        lambda inner: st.one_of(
            st.tuples(st.sampled_from(UNARY), inner),
            st.tuples(st.sampled_from(BINARY), inner, inner),
        ),
        max_leaves=8,
    )


def evaluate(tree, leaves, exp, log, relu):
    """The tree on Values, on autograd's boxes or on complex numbers."""
    if isinstance(tree, int):
        return leaves[tree]
    op, *operands = tree
    a = evaluate(operands[0], leaves, exp, log, relu)
    match op:
        case "exp":
            return exp(a * 0.1)
        case "log":
            return log(a * a + 0.5)
        case "relu":
            return relu(a)
        case "neg":
            return -a
        case "pow2":
            return a**2
        case "pow-1":
            return (a * a + 1) ** -1
        case "pow0.5":
            return (a * a + 1) ** 0.5
        case "radd":
            return 2 + a
        case "rsub":
            return 3 - a
        case "rmul":
            return 0.5 * a
        case "rdiv":
            return 1 / (a * a + 1)
    b = evaluate(operands[1], leaves, exp, log, relu)
    match op:
        case "add":
            return a + b
        case "mul":
            return a * b
        case "sub":
            return a - b
    return a / (b * b + 1)


points = st.lists(
    st.floats(-2, 2).filter(lambda x: abs(x) > 1e-3),
    min_size=LEAVES,
    max_size=LEAVES,
)


@settings(max_examples=300, deadline=None)
@given(tree=expressions(), point=points, upstream=st.floats(-3, 3))
def test_gradients_match_autograd(tree, point, upstream):
    def reference(x):
        return upstream * evaluate(
            tree, x, anp.exp, anp.log, lambda a: anp.where(a > 0, a, 0.0)
        )

    leaves = [Value(x) for x in point]
    y = evaluate(tree, leaves, Value.exp, Value.log, Value.relu)
    y.backward(upstream)
    expected = autograd.grad(reference)(np.array(point))
    got = np.array([leaf.grad for leaf in leaves])
    # A leaf that the expression does not use keeps 0, which is also right.
    np.testing.assert_allclose(got, expected, rtol=1e-10, atol=1e-12)


@settings(max_examples=300, deadline=None)
@given(tree=expressions(), point=points)
def test_gradients_match_the_complex_step(tree, point):
    leaves = [Value(x) for x in point]
    y = evaluate(tree, leaves, Value.exp, Value.log, Value.relu)
    y.backward()
    for i in range(LEAVES):
        shifted = [complex(x) for x in point]
        shifted[i] += 1e-30j
        moved = evaluate(
            tree,
            shifted,
            np.exp,
            np.log,
            lambda a: a if a.real > 0 else 0j,
        )
        assert leaves[i].grad == pytest.approx(
            moved.imag / 1e-30, rel=1e-9, abs=1e-12
        )


@pytest.mark.parametrize(
    ("function", "x", "slope"),
    [
        (lambda a: a + 2, 3, 1),
        (lambda a: 2 + a, 3, 1),
        (lambda a: a - 2, 3, 1),
        (lambda a: 2 - a, 3, -1),
        (lambda a: a * 2, 3, 2),
        (lambda a: 2 * a, 3, 2),
        (lambda a: a / 2, 3, 0.5),
        (lambda a: 2 / a, 4, -0.125),
        (lambda a: a**3, 2, 12),
        (lambda a: a**0, 2, 0),
        (lambda a: a**0, 0, 0),
        (lambda a: a**1, 0, 1),
        (lambda a: a**2, -3, -6),
        (lambda a: 2**a, 3, 8 * math.log(2)),
        (lambda a: -a, 3, -1),
        (lambda a: a.exp(), 0, 1),
        (lambda a: a.log(), 4, 0.25),
        (lambda a: a.relu(), 3, 1),
        (lambda a: a.relu(), -3, 0),
        (lambda a: a.relu(), 0, 0),
        (lambda a: a.relu(), -0.0, 0),
        (lambda a: sum([a, a, a]), 1, 3),
    ],
)
def test_each_operation_by_hand(function, x, slope):
    a = Value(x)
    function(a).backward()
    assert a.grad == pytest.approx(slope, rel=1e-15)


# --- the graph ---


def test_gradients_add_at_forks():
    a = Value(2)
    b = a * 3
    y = b * b + b + a
    y.backward()
    assert a.grad == 2 * 9 * 2 + 3 + 1


def test_a_times_a_has_two_parents():
    a = Value(5)
    assert (a * a).parents == (a, a)


def test_parents_stand_as_written():
    a, b = Value(1, "a"), Value(2, "b")
    assert (a + b).parents == (a, b)
    assert (b + a).parents == (b, a)
    order = [n.label or n.op for n in topological_order(b * a + a)]
    assert order == ["b", "a", "mul", "add"]


def test_backward_twice_is_backward_once():
    a = Value(3)
    b = a * a
    y = b * b + b
    y.backward()
    once = (a.grad, b.grad, y.grad)
    y.backward()
    assert (a.grad, b.grad, y.grad) == once


def test_each_output_overwrites_the_gradients_of_the_one_before():
    a = Value(3)
    (a * 2).backward()
    (a * 5).backward()
    assert a.grad == 5


def test_a_chain_of_100_000_operations():
    y = x = Value(1.0)
    for _ in range(50_000):
        y = y * 1.00001 + 0
    y.backward()
    assert x.grad == pytest.approx(1.00001**50_000)
    del y  # freeing a long chain must not overflow the stack either


def test_a_graph_has_no_reference_cycles():
    gc.collect()
    gc.disable()
    try:
        x = Value(2.0)
        y = (x * x + 3).exp().log().relu() ** 2
        y.backward()
        del x, y
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_values_have_no_dict():
    with pytest.raises(AttributeError):
        Value(1).dta = 2  # a misspelled name is an error, not a new attribute


def test_updating_a_leaf_does_not_change_gradients_of_the_run_before():
    a, b = Value(2), Value(3)
    y = a * b
    a.data = 100
    y.backward()
    assert b.grad == 2


# --- inside NumPy's object arrays ---


def test_values_pass_through_numpy():
    rng = np.random.default_rng(0)
    x, w, b = (
        rng.normal(size=(2, 3)),
        rng.normal(size=(3, 4)),
        rng.normal(size=4),
    )
    as_values = np.vectorize(Value, otypes=[object])
    X, W, B = as_values(x), as_values(w), as_values(b)
    out = np.log(np.exp(X @ W + B).sum(axis=1))
    out.sum().backward()

    def reference(w):
        return anp.sum(anp.log(anp.sum(anp.exp(anp.dot(x, w) + b), axis=1)))

    got = np.vectorize(lambda v: v.grad)(W)
    np.testing.assert_allclose(got, autograd.grad(reference)(w), rtol=1e-12)


@pytest.mark.parametrize(
    "function",
    [
        lambda v, a: v + a,
        lambda v, a: a + v,
        lambda v, a: v - a,
        lambda v, a: a - v,
        lambda v, a: v * a,
        lambda v, a: a * v,
        lambda v, a: v / a,
        lambda v, a: a / v,
        lambda v, a: v**a,
    ],
)
def test_a_value_and_an_array_combine_entry_by_entry(function):
    array = np.array([1.0, 2.0, 4.0])
    result = function(Value(2.0), array)
    assert result.shape == (3,)
    assert [v.data for v in result] == list(function(2.0, array))


@pytest.mark.parametrize("number", [np.float64(3), np.float32(3), np.int64(3)])
def test_numpy_scalars_work_on_either_side(number):
    a = Value(2)
    for y in (a * number, number * a):
        assert isinstance(y, Value)
        y.backward()
        assert a.grad == 3


# --- edges of arithmetic: as IEEE has it ---


def test_overflow_is_infinite():
    assert Value(1000).exp().data == math.inf
    assert (Value(10) ** 400).data == math.inf
    assert (Value(-10) ** 401).data == -math.inf
    assert (Value(1e308) * 10).data == math.inf


def test_the_slope_of_the_square_root_at_0_is_infinite():
    a = Value(0)
    (a**0.5).backward()
    assert a.grad == math.inf


# --- bad input ---


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        ("a", "convert it first"),
        (None, "not set"),
        ([1, 2], "for each entry"),
        (np.array(1.0), "array.item"),
        (np.array([1.0]), "for each entry"),
        (True, "int or a float"),
        (1j, "int or a float"),
        (Value(1), "a Value already"),
    ],
)
def test_value_refuses_what_is_not_one_number(data, hint):
    with pytest.raises(ValueError, match=hint) as error:
        Value(data)
    assert type(data).__name__ in str(error.value)


def test_a_whole_number_beyond_all_floats_is_refused():
    with pytest.raises(ValueError, match="too large for a float"):
        Value(10**400)
    with pytest.raises(ValueError, match="too large for a float"):
        Value(1) + 10**400


def test_constants_are_labelled_with_all_their_digits():
    assert (Value(1) + 1_000_001).parents[1].label == "1000001"
    assert (Value(1) + Fraction(1, 4)).parents[1].label == "0.25"


@pytest.mark.parametrize(
    ("function", "message"),
    [
        (lambda: Value(1) ** Value(2), "exponent .* plain number"),
        (lambda: Value(0) ** -1, "division by zero"),
        (lambda: 1 / Value(0), "division by zero"),
        (lambda: Value(1) / 0, "division by zero"),
        (lambda: Value(1) / Value(0), "division by zero"),
        (lambda: Value(-2) ** 0.5, "not a real number"),
        (lambda: Value(0).log(), "above 0"),
        (lambda: Value(-1).log(), "above 0"),
        (lambda: (-2) ** Value(2), "base above 0"),
        (lambda: 0 ** Value(2), "base above 0"),
        (lambda: Value(1).backward("x"), "upstream gradient"),
        (lambda: Value(1).backward(math.nan), "upstream gradient"),
    ],
)
def test_bad_arithmetic_is_an_error(function, message):
    with pytest.raises(ValueError, match=message):
        function()


@pytest.mark.parametrize(
    "function",
    [
        lambda a: a + "b",
        lambda a: a - "b",
        lambda a: "b" - a,
        lambda a: "b" / Value(0),
        lambda a: a - True,
        lambda a: True / a,
        lambda a: a < 1,
        lambda a: a**None,
        lambda a: "b" ** a,
        lambda a: None**a,
    ],
)
def test_operations_that_do_not_exist_are_type_errors(function):
    with pytest.raises(TypeError):
        function(Value(1))


def test_np_maximum_cannot_pass_for_a_relu():
    values = np.array([Value(-1), Value(2)], dtype=object)
    with pytest.raises(TypeError):
        np.maximum(values, 0)


def _all_gradients(output):
    return [node.grad for node in topological_order(output)]


def test_nan_in_the_graph_is_refused_and_named():
    a, b = Value(math.inf, "a"), Value(3, "b")
    difference = a - a
    y = difference.relu() * b
    before = _all_gradients(y)
    with pytest.raises(ValueError, match=r"NaN, first at add\(inf, -inf\)"):
        y.backward()
    assert _all_gradients(y) == before


def test_nan_leaf_is_named_by_its_label():
    with pytest.raises(ValueError, match="the leaf w0"):
        (Value(math.nan, "w0") * 2).backward()


def test_nan_that_arises_in_the_gradients_leaves_none_half_written():
    a = Value(0, "a")
    y = a**0.5 * 0 + a * 7  # 0 * inf on the way back
    before = _all_gradients(y)
    with pytest.raises(ValueError, match="infinite slope"):
        y.backward()
    assert _all_gradients(y) == before


def test_repr_shows_the_numbers_and_no_address():
    assert repr(Value(2, "a")) == "Value(data=2.0, grad=0.0, label='a')"
    assert repr(Value(2)) == "Value(data=2.0, grad=0.0)"


# --- whole numbers beyond all floats ---

HUGE = 10**400


@pytest.mark.parametrize(
    "function",
    [
        lambda: Value(2) ** HUGE,
        lambda: HUGE ** Value(2),
        lambda: Value(2) * -HUGE,
        lambda: Value(2) / Fraction(HUGE),
        lambda: (Value(2) * 3).backward(HUGE),
        lambda: (Value(2) * 3).backward(10**5000),  # Python prints no such int
        lambda: Value(10**5000),
    ],
)
def test_a_number_beyond_all_floats_is_refused_in_a_sentence(function):
    with pytest.raises(ValueError, match="too large for a float") as error:
        function()
    assert len(str(error.value)) < 130


# --- copies ---


def long_chain(length):
    x = y = Value(1.000001, "x")
    for _ in range(length):
        y = y * x
    return x, y


def copies():
    return pytest.mark.parametrize(
        "copied",
        [copy.deepcopy, lambda it: pickle.loads(pickle.dumps(it))],
        ids=["deepcopy", "pickle"],
    )


@copies()
@pytest.mark.parametrize("length", [1_000, 100_000])
def test_a_long_chain_can_be_copied(copied, length):
    x, y = long_chain(length)
    y.backward()
    twin_x, twin_y = copied((x, y))
    assert (twin_y.data, twin_y.grad) == (y.data, y.grad)
    assert twin_x.grad == x.grad
    assert twin_x is not x
    twin_y.backward(2.0)
    assert twin_x.grad == pytest.approx(2 * x.grad)
    assert y.grad == 1.0  # the original is left alone


@copies()
def test_a_copy_is_the_whole_graph_with_all_it_knows(copied):
    a, b = Value(2.0, "a"), Value(3.0, "b")
    square = a**2
    y = (square * b + a).exp().log().relu() + square
    square.label, y.label = "square", "y"
    y.backward()
    order, twins = topological_order(y), topological_order(copied(y))
    assert len(order) == len(twins)
    place = {node: i for i, node in enumerate(order)}
    for node, twin in zip(order, twins, strict=True):
        assert twin is not node
        assert type(twin) is Value
        for name in Value.__base__.__slots__:
            if name != "parents":
                assert getattr(twin, name) == getattr(node, name), name
        assert twin.parents == tuple(twins[place[p]] for p in node.parents)


@copies()
def test_outputs_copied_together_still_share_their_leaves(copied):
    a = Value(2.0, "a")
    twin_a, first, second = copied([a, a * 3, a * a])
    second.backward()
    assert twin_a.grad == 4
    first.backward()
    assert twin_a.grad == 3


def test_deepcopy_keeps_an_intermediate_result_that_is_copied_beside():
    a = Value(2.0)
    between = a * 3
    twin_between, twin_y = copy.deepcopy((between, between * 5))
    twin_y.backward()
    assert twin_between.grad == 5


def test_a_shallow_copy_is_another_value_with_the_same_parents():
    a = Value(2.0, "a")
    y = a * a
    twin = copy.copy(y)
    assert twin is not y
    assert twin.parents == (a, a)
    twin.label = "twin"
    assert y.label == ""


# --- neither true nor false ---


@pytest.mark.parametrize(
    "function",
    [
        lambda: bool(Value(0)),
        lambda: not Value(1),
        lambda: Value(1) and 2,
        lambda: np.any(np.array([Value(1), Value(2)])),
        lambda: np.where(np.array([Value(1), Value(2)]), 1, 0),
    ],
)
def test_a_value_is_neither_true_nor_false(function):
    with pytest.raises(
        ValueError, match=r"neither true nor false.*value\.data"
    ):
        function()


def test_the_relu_of_minus_0_is_0():
    assert math.copysign(1, Value(-0.0).relu().data) == 1


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda: Value(math.nan, "a") * 1, "the leaf a (nan),"),
        (lambda: Value(math.nan) * 1, "the leaf without a label (nan),"),
        (lambda: labelled_nan(), "y = add(inf, -inf) = nan,"),
    ],
)
def test_it_is_told_which_number_is_nan(make, told):
    with pytest.raises(ValueError, match="holds NaN") as caught:
        make().backward()
    assert f"first at {told}" in str(caught.value)


def labelled_nan():
    y = Value(math.inf) + Value(-math.inf)
    y.label = "y"
    return y
