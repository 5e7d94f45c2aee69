"""Bad input: a message that says what, why and how; nothing has changed."""

import math
from fractions import Fraction

import numpy as np
import pytest

from nnfs_course import (
    SGD,
    Adam,
    CategoricalCrossEntropy,
    Dense,
    ReLU,
    Softmax,
    SoftmaxCrossEntropy,
    Value,
    digits,
    draw,
    figures,
    spiral,
    value_array,
)
from tests.test_layers import LAYERS, LOSSES, same, state

X = np.array([[1.0, 2.0, 3.0], [0.5, -1.0, 2.0]])
P = np.array([[0.7, 0.1, 0.2], [0.2, 0.2, 0.6]])


def refuses(thing, method, *arguments, match):
    """It raises ValueError with this message, and thing stays as it was."""
    before = state(thing)
    with pytest.raises(ValueError, match=match):
        getattr(thing, method)(*arguments)
    assert same(before, state(thing))


def used(name):
    """A layer or a loss after one forward and one backward."""
    if name in LAYERS:
        layer = LAYERS[name]()
        layer.backward(np.ones_like(layer.forward(X)))
        return layer
    loss = LOSSES[name]()
    loss.forward(P, [0, 1])
    loss.backward()
    return loss


# --- inputs of layers, predictions and logits of losses ---

BAD_BATCHES = [
    ([1.0, 2.0, 3.0], r"\(3,\).*reshape\(1, -1\)"),
    (np.ones((2, 3, 4)), r"\(2, 3, 4\).*reshape"),
    (np.ones((2, 2, 3)), r"\(2, 2, 3\)"),
    (1.0, r"got \(\)"),
    (np.empty((0, 3)), "empty batch"),
    (np.array([[None, 1, 2]], dtype=object), "dtype is object"),
    (np.array([[Value(1), Value(2), Value(3)]]), "dtype is object.*Value"),
    ([["a", "b", "c"]], "dtype is <U1.*read as text"),
    (np.array([[b"1", b"2", b"3"]]), "dtype is .S1"),
    (np.array([[True, False, True]]), "dtype is bool.*comparison"),
    (np.array([[1j, 0, 0]]), "dtype is complex"),
    ([[1.0, 2.0], [1.0]], "rows differ in length"),
    (None, "dtype is object"),
    ("text", "dtype is <U4"),
]


@pytest.mark.parametrize("name", [*LAYERS, *LOSSES])
@pytest.mark.parametrize(("batch", "match"), BAD_BATCHES)
def test_what_is_not_a_batch_of_numbers(name, batch, match):
    arguments = (batch,) if name in LAYERS else (batch, [0, 1])
    refuses(used(name), "forward", *arguments, match=match)


@pytest.mark.parametrize(
    ("shape", "match"),
    [
        ((2, 4), "4 columns instead of 3.*number of inputs right.$"),
        ((3, 2), "2 columns instead of 3.*must be rows"),
        ((2, 0), "0 columns instead of 3"),
    ],
)
def test_a_wrong_number_of_features(shape, match):
    refuses(used("Dense"), "forward", np.ones(shape), match=match)


@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf])
@pytest.mark.parametrize("name", ["Softmax", *LOSSES])
def test_nan_and_infinity_are_refused_where_they_would_spread(name, bad):
    x = P.copy()
    x[1, 2] = bad
    arguments = (x,) if name in LAYERS else (x, [0, 1])
    refuses(used(name), "forward", *arguments, match=r"\[1, 2\] is -?(nan|inf)")


def test_nan_and_infinity_pass_through_dense():
    outputs = Dense(1, 1, rng=0).forward([[math.nan], [math.inf]])
    assert math.isnan(outputs[0, 0])
    assert math.isinf(outputs[1, 0])


# --- backward ---


@pytest.mark.parametrize("make", [*LAYERS.values(), *LOSSES.values()])
def test_backward_before_forward(make):
    thing = make()
    arguments = () if type(thing).__name__ in LOSSES else (X,)
    before = state(thing)
    with pytest.raises(RuntimeError, match=r"forward.*[Cc]all forward first"):
        thing.backward(*arguments)
    assert same(before, state(thing))


def test_the_jacobian_before_forward():
    with pytest.raises(RuntimeError, match="Call forward first"):
        Softmax().jacobian()


@pytest.mark.parametrize("name", LAYERS)
@pytest.mark.parametrize(
    "shape", [(3, 3), (1, 3), (2, 1), (3,), (1,), (), (2, 2, 3), (1, 4), (0, 3)]
)
def test_dvalues_of_another_shape_are_no_silent_broadcast(name, shape):
    refuses(used(name), "backward", np.ones(shape), match="dvalues must have")


@pytest.mark.parametrize("name", LAYERS)
@pytest.mark.parametrize(
    "dvalues", [None, "abc", [[True] * 3] * 2, np.ones((2, 3), dtype=object)]
)
def test_dvalues_that_are_not_numbers(name, dvalues):
    refuses(used(name), "backward", dvalues, match="dvalues must hold numbers")


# --- targets ---

BAD_TARGETS = [
    ([[0], [1]], r"\(2, 1\).*ravel"),
    ([0.0, 1.0], "whole numbers.*float64.*measurements"),
    ([0, -1], r"0\.\.2.*targets\[1\] is -1"),
    ([0, 3], r"0\.\.2.*targets\[1\] is 3.*start at 1"),
    ([True, False], "bool.*astype"),
    ([[True, False, False], [False, True, False]], "bool"),
    (["cat", "dog"], "dtype is <U3.*Number the classes"),
    (np.empty((2, 0)), "3 columns"),
    ([None, 1], "dtype is object"),
    ([[1, 0, 0], [1, 1, 0]], r"row 1 .*\[1, 1, 0\]"),
    ([[1, 0, 0], [0, 0, 0]], "row 1"),
    ([[1, 0, 0], [0.3, 0.3, 0.4]], "row 1.*probabilities"),
    ([[1, 0, 0], [2, -1, 0]], "row 1"),
    ([[1, 0, 0], [math.nan, 1, 0]], "row 1"),
    ([[1, 0, 0, 0, 0], [0, 1, 0, 0, 0]], "3 columns.*np.eye"),
    ([[1, 0], [0, 1]], "3 columns"),
    ([0, 1, 2], "2 predictions but 3 targets"),
    ([0], "2 predictions but 1 targets"),
    ([], "2 predictions but 0 targets"),
    ([[1, 0, 0]], "2 predictions but 1 targets"),
    (0, r"got \(\)"),
    (np.zeros((2, 3, 1)), r"got \(2, 3, 1\)"),
    ([[1, 0, 0], [1, 0]], "differ in length"),
]


@pytest.mark.parametrize("name", LOSSES)
@pytest.mark.parametrize(("targets", "match"), BAD_TARGETS)
def test_targets_that_do_not_fit(name, targets, match):
    refuses(used(name), "forward", P, targets, match=match)


# --- predictions of the plain cross-entropy ---


@pytest.mark.parametrize(
    ("row", "match"),
    [
        ([1.2, -0.1, -0.1], r"between 0 and 1.*\[1, 0\] is 1.2.*logits"),
        ([-0.1, 0.6, 0.5], r"between 0 and 1.*\[1, 0\] is -0.1"),
        ([0.5, 0.1, 0.1], "row 1 adds up to 0.7.*wrong axis"),
        ([0.33, 0.33, 0.33], "row 1 adds up to 0.99"),
        ([0.0, 0.0, 0.0], "row 1 adds up to 0"),
    ],
)
def test_predictions_that_are_no_probabilities(row, match):
    loss = used("CategoricalCrossEntropy")
    refuses(loss, "forward", [[0.2, 0.3, 0.5], row], [0, 1], match=match)


def test_rounding_is_no_reason_to_refuse():
    p = np.array([[0.1] * 10], dtype=np.float32)
    assert CategoricalCrossEntropy().forward(p, [3]) == pytest.approx(
        math.log(10), rel=1e-6
    )
    thirds = [[0.333, 0.333, 0.334]]
    assert CategoricalCrossEntropy().forward(thirds, [0]) > 1


def test_errors_name_the_layer_s_own_word():
    """dvalues for what arrives, logits for what goes into the fused loss."""
    refuses(SoftmaxCrossEntropy(), "forward", [1.0], [0], match="^logits must")
    refuses(CategoricalCrossEntropy(), "forward", [1.0], [0], match="^predict")
    refuses(ReLU(), "forward", [1.0], match="^inputs must")


# --- nothing is lost on the way in ---


def masked(array, dtype=float):
    array = np.array(array, dtype)
    return np.ma.array(array, mask=array == 2)


@pytest.mark.parametrize("name", [*LAYERS, *LOSSES])
def test_a_mask_is_not_lost_but_refused(name):
    arguments = (masked(X),) if name in LAYERS else (masked(X), [0, 1])
    match = r"masked array.*filled\(0\), or drop"
    refuses(used(name), "forward", *arguments, match=match)


def test_a_mask_over_gradients_targets_and_arrays_of_values():
    dense = used("Dense")
    hidden = masked(np.ones(dense.outputs.shape))
    refuses(dense, "backward", hidden, match="dvalues is a masked array")
    targets = masked([0, 2], int)
    loss = used("SoftmaxCrossEntropy")
    refuses(loss, "forward", X, targets, match="targets is a masked array")
    with pytest.raises(ValueError, match="array is a masked array"):
        value_array(masked([1, 2]))


@pytest.mark.parametrize("name", LAYERS)
def test_a_gradient_too_large_for_float32_does_not_become_infinite(name):
    layer = LAYERS[name]()
    outputs = layer.forward(X.astype(np.float32))
    dvalues = np.ones_like(outputs, dtype=np.float64)
    dvalues[1, 2] = -1e39
    match = r"dvalues must fit into float32, but dvalues\[1, 2\] is -1e\+39"
    refuses(layer, "backward", dvalues, match=match)


@pytest.mark.parametrize("number", [math.inf, math.nan])
def test_what_was_not_finite_before_passes(number):
    layer = ReLU()
    layer.forward(np.ones((1, 1), np.float32))
    assert layer.backward([[number]]).dtype == np.float32
    assert not math.isfinite(layer.dinputs[0, 0])


# --- whole numbers have no end, floats have one ---

HUGE = 10**400


@pytest.mark.parametrize(
    "huge",
    [HUGE, -HUGE, 10**5000, Fraction(HUGE)],
    ids=["10**400", "-10**400", "10**5000", "Fraction"],
)
@pytest.mark.parametrize(
    "function",
    [
        lambda huge: Dense(2, 1, rng=0).forward([[huge, 1.5]]),
        lambda huge: ReLU().forward([[huge]]),
        lambda huge: used("Dense").backward([[huge] * 4] * 2),
        lambda huge: SoftmaxCrossEntropy().forward([[huge, 1]], [0]),
        lambda huge: SoftmaxCrossEntropy().forward([[1.0, 2.0]], [huge]),
        lambda huge: SoftmaxCrossEntropy().forward([[1.0, 2.0]], [[huge, 0]]),
        lambda huge: CategoricalCrossEntropy().forward([[huge, 0]], [0]),
        lambda huge: value_array([1.5, huge]),
        lambda huge: Dense(huge, 1, rng=0),
        lambda huge: Dense(1, huge, rng=0),
        lambda huge: spiral(huge, 3, seed=0),
        lambda huge: spiral(3, huge, seed=0),
        lambda huge: spiral(3, 3, seed=huge),
        lambda huge: digits(seed=0, held_out=huge),
        lambda huge: SGD(huge),
        lambda huge: SGD(0.1, momentum=huge),
        lambda huge: SGD(0.1, decay=huge),
        lambda huge: Adam(huge),
        lambda huge: Adam(epsilon=huge),
        lambda huge: SGD(0.1).step({"w": [1.0]}, {"w": [huge]}),
        lambda huge: draw(Value(1), max_lines=huge),
        lambda huge: figures.one_neuron(w0=huge),
        lambda huge: figures.one_neuron().values.update(w0=huge),
    ],
)
def test_a_number_beyond_all_floats_is_refused_in_a_sentence(function, huge):
    words = r"must (be|hold|lie)|too large for a float"
    with pytest.raises(ValueError, match=words) as error:
        function(huge)
    assert "int_max_str_digits" not in str(error.value)
    assert len(str(error.value)) < 300


def test_more_rows_than_any_memory_holds():
    with pytest.raises(ValueError, match="n_neurons must be at most"):
        Dense(1, 2**31, rng=0)
