"""What all layers and losses promise, and the exact edge cases of each."""

import math
import tracemalloc

import numpy as np
import pytest

from nnfs_course import (
    CategoricalCrossEntropy,
    Dense,
    ReLU,
    Softmax,
    SoftmaxCrossEntropy,
)

RNG = np.random.default_rng(7)
X = RNG.normal(size=(5, 3))
UPSTREAM = {"Dense": RNG.normal(size=(5, 4))}
TARGETS = np.array([0, 2, 1, 1, 0])

LAYERS = {
    "Dense": lambda: Dense(3, 4, rng=0),
    "ReLU": ReLU,
    "Softmax": Softmax,
}
LOSSES = {
    "CategoricalCrossEntropy": CategoricalCrossEntropy,
    "SoftmaxCrossEntropy": SoftmaxCrossEntropy,
}
each_layer = pytest.mark.parametrize("name", LAYERS)
each_loss = pytest.mark.parametrize("name", LOSSES)
P = Softmax().forward(X)


def upstream_for(name):
    return UPSTREAM.get(name, X[::-1].copy())


def state(thing) -> dict:
    copied = {}
    for name, value in vars(thing).items():
        is_array = isinstance(value, np.ndarray)
        copied[name] = value.copy() if is_array else value
    return copied


def same(before: dict, after: dict) -> bool:
    return before.keys() == after.keys() and all(
        np.array_equal(before[k], after[k]) for k in before
    )


# --- the contract ---


@each_layer
def test_a_layer_stores_and_returns(name):
    layer = LAYERS[name]()
    assert layer.forward(X) is layer.outputs
    assert layer.inputs is X
    assert layer.backward(upstream_for(name)) is layer.dinputs
    assert layer.dinputs.shape == X.shape


@each_layer
def test_a_layer_changes_neither_its_arguments_nor_what_it_stored(name):
    layer, x, upstream = LAYERS[name](), X.copy(), upstream_for(name)
    kept = upstream.copy()
    layer.forward(x)
    before = {k: v for k, v in state(layer).items() if not k.startswith("d")}
    layer.backward(upstream)
    assert np.array_equal(x, X)
    assert np.array_equal(upstream, kept)
    after = {k: v for k, v in state(layer).items() if not k.startswith("d")}
    assert same(before, after)


@each_layer
def test_backward_overwrites_and_never_adds(name):
    layer = LAYERS[name]()
    layer.forward(X)
    layer.backward(upstream_for(name))
    once = state(layer)
    layer.backward(upstream_for(name))
    assert same(once, state(layer))


@each_layer
def test_forward_again_replaces_what_backward_uses(name):
    layer, fresh = LAYERS[name](), LAYERS[name]()
    layer.forward(X[::-1] * 3)
    layer.forward(X)
    fresh.forward(X)
    upstream = upstream_for(name)
    assert np.array_equal(layer.backward(upstream), fresh.backward(upstream))


@each_layer
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_a_layer_keeps_the_dtype_of_its_inputs(name, dtype):
    layer = LAYERS[name]()
    assert layer.forward(X.astype(dtype)).dtype == dtype
    assert layer.backward(upstream_for(name)).dtype == dtype
    if name == "Dense":
        assert layer.dweights.dtype == layer.dbiases.dtype == dtype


@each_layer
def test_whole_numbers_and_lists_become_float64(name):
    layer = LAYERS[name]()
    outputs = layer.forward([[1, -2, 3], [0, 5, -1]])
    assert outputs.dtype == np.float64
    dinputs = layer.backward(np.ones(outputs.shape, dtype=int))
    assert dinputs.dtype == np.float64


@each_layer
def test_a_batch_of_one(name):
    layer = LAYERS[name]()
    batch = layer.forward(X)
    single = LAYERS[name]()
    if name == "Dense":
        single.weights = layer.weights
    np.testing.assert_allclose(single.forward(X[:1]), batch[:1], rtol=1e-15)
    upstream = upstream_for(name)
    np.testing.assert_allclose(
        single.backward(upstream[:1]),
        layer.backward(upstream)[:1],
        rtol=1e-14,
    )


@each_loss
def test_a_loss_keeps_its_arguments_and_overwrites_its_gradient(name):
    loss, p, y = LOSSES[name](), P.copy(), TARGETS.copy()
    value = loss.forward(p, y)
    assert type(value) is float
    before = state(loss)
    first = loss.backward().copy()
    assert loss.backward() is loss.dinputs
    assert np.array_equal(loss.dinputs, first)
    assert np.array_equal(p, P)
    assert np.array_equal(y, TARGETS)
    del before["dinputs"]
    after = state(loss)
    del after["dinputs"]
    assert same(before, after)


@each_loss
def test_both_forms_of_targets_give_the_same(name):
    loss = LOSSES[name]()
    value = loss.forward(P, TARGETS)
    gradient = loss.backward()
    for one_hot in (np.eye(3)[TARGETS], np.eye(3, dtype=int)[TARGETS].tolist()):
        assert loss.forward(P, one_hot) == value
        assert np.array_equal(loss.backward(), gradient)
    for indices in (TARGETS.tolist(), TARGETS.astype(np.uint8)):
        assert loss.forward(P, indices) == value


@each_loss
def test_a_loss_keeps_float32(name):
    loss = LOSSES[name]()
    loss.forward(P.astype(np.float32), TARGETS)
    assert loss.backward().dtype == np.float32


@each_loss
def test_the_loss_is_the_mean_so_1_over_n_enters_once(name):
    loss = LOSSES[name]()
    one = loss.forward(P, TARGETS)
    gradient = loss.backward()
    doubled = loss.forward(np.vstack([P, P]), np.tile(TARGETS, 2))
    assert doubled == pytest.approx(one, rel=1e-15)
    np.testing.assert_allclose(loss.backward()[:5], gradient / 2, rtol=1e-14)


@each_loss
def test_one_class_leaves_nothing_to_be_wrong_about(name):
    loss = LOSSES[name]()
    assert loss.forward([[1.0], [1.0]], [0, 0]) == 0
    assert loss.forward([[1.0], [1.0]], [[1], [1]]) == 0


# --- Dense ---


def test_dense_starts_small_random_and_repeatable():
    layer = Dense(200, 300, rng=np.random.default_rng(3))
    assert layer.weights.shape == (200, 300)
    assert layer.biases.shape == (1, 300)
    assert not layer.biases.any()
    assert layer.weights.std() == pytest.approx(0.01, rel=0.02)
    assert np.array_equal(layer.weights, Dense(200, 300, rng=3).weights)
    assert not np.array_equal(layer.weights, Dense(200, 300, rng=4).weights)
    assert Dense(2, 3, rng=0, dtype=np.float32).weights.dtype == np.float32


def test_dense_leaves_the_global_random_state_alone():
    before = np.random.get_state()[1].copy()  # noqa: NPY002
    Dense(3, 4, rng=0)
    assert np.array_equal(np.random.get_state()[1], before)  # noqa: NPY002


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (dict(n_inputs=0, n_neurons=3, rng=0), "n_inputs .* above 0"),
        (dict(n_inputs=3, n_neurons=-1, rng=0), "n_neurons .* got -1"),
        (dict(n_inputs=3.0, n_neurons=3, rng=0), "n_inputs .* got 3.0"),
        (dict(n_inputs=True, n_neurons=3, rng=0), "n_inputs .* got True"),
        (dict(n_inputs=3, n_neurons=3, rng=None), "rng must be"),
        (dict(n_inputs=3, n_neurons=3, rng=-1), "rng must be .* got -1"),
        (dict(n_inputs=3, n_neurons=3, rng="x"), "rng must be .* got 'x'"),
        (dict(n_inputs=3, n_neurons=3, rng=0, dtype=int), "got <class 'int'>"),
    ],
)
def test_dense_refuses_bad_sizes(arguments, message):
    with pytest.raises(ValueError, match=message):
        Dense(**arguments)


def test_dense_leaves_out_dinputs_if_nobody_asks():
    layer, full = Dense(3, 4, rng=0), Dense(3, 4, rng=0)
    for each in (layer, full):
        each.forward(X)
        each.backward(UPSTREAM["Dense"])
    assert layer.backward(UPSTREAM["Dense"], dinputs=False) is None
    assert layer.dinputs is None
    assert np.array_equal(layer.dweights, full.dweights)
    assert np.array_equal(layer.dbiases, full.dbiases)
    assert np.array_equal(layer.backward(UPSTREAM["Dense"]), full.dinputs)


def test_dense_needs_an_rng_by_name():
    with pytest.raises(TypeError):
        Dense(3, 4)
    with pytest.raises(TypeError):
        Dense(3, 4, 0)


@pytest.mark.parametrize(
    ("weights", "biases"),
    [
        (np.ones((3, 4)), np.zeros(4)),
        (np.ones((3, 4)), np.zeros((4, 1))),
        (np.ones((3, 4)), np.zeros((1, 3))),
        (np.ones((3, 4)), np.zeros((1, 1))),
        (np.ones(3), np.zeros((1, 4))),
    ],
)
def test_replaced_parameters_must_fit_each_other(weights, biases):
    layer = Dense(3, 4, rng=0)
    layer.weights, layer.biases = weights, biases
    with pytest.raises(ValueError, match="transposed or flat"):
        layer.forward(X)


# --- ReLU ---


def test_relu_at_exactly_zero_and_around_it():
    relu = ReLU()
    outputs = relu.forward([[0.0, -0.0, 5e-324, -5e-324, math.inf, -math.inf]])
    assert outputs.tolist() == [[0, 0, 5e-324, 0, math.inf, 0]]
    dinputs = relu.backward(np.full((1, 6), -3.0))
    assert dinputs.tolist() == [[0, 0, -3, 0, -3, 0]]
    assert not np.signbit(dinputs[0, 0])  # 0.0, and not -0.0


def test_relu_lets_nan_through_forward_and_nothing_back():
    relu = ReLU()
    assert math.isnan(relu.forward([[math.nan]])[0, 0])
    assert relu.backward([[2.0]])[0, 0] == 0


def test_a_closed_gate_gives_a_plain_0():
    relu = ReLU()
    relu.forward([[-1.0, 0.0]])
    dinputs = relu.backward([[-3.0, -3.0]])
    assert not np.signbit(dinputs).any()  # array([[0., 0.]]), and no -0.
    with np.errstate(invalid="ignore"):  # 0 * inf, as everywhere in NumPy
        assert np.isnan(relu.backward([[math.inf, 1.0]])[0, 0])


# --- softmax ---


def test_softmax_does_not_change_when_a_row_shifts():
    z = np.array([[1.0, 2, 3, 4], [2, 3, 4, 5], [3, 4, 5, 6]])
    outputs = Softmax().forward(z)
    np.testing.assert_allclose(outputs[0], outputs[1], rtol=1e-15)
    np.testing.assert_allclose(outputs[0], outputs[2], rtol=1e-15)


def test_softmax_of_logits_of_a_thousand():
    outputs = Softmax().forward([[1000.0, -1000.0, 1000.0], [-1e3, -1e3, -1e3]])
    np.testing.assert_allclose(outputs[0], [0.5, 0, 0.5])
    np.testing.assert_allclose(outputs[1], [1 / 3] * 3)


def test_softmax_of_one_class_is_one_and_its_gradient_zero():
    softmax = Softmax()
    assert softmax.forward([[3.0], [-1000.0]]).tolist() == [[1], [1]]
    assert softmax.backward([[5.0], [7.0]]).tolist() == [[0], [0]]


def test_jacobian_rows_and_columns_add_up_to_zero():
    softmax = Softmax()
    softmax.forward(X)
    jacobian = softmax.jacobian()
    assert jacobian.shape == (5, 3, 3)
    np.testing.assert_allclose(jacobian.sum(axis=1), 0, atol=1e-16)
    np.testing.assert_allclose(jacobian.sum(axis=2), 0, atol=1e-16)
    assert jacobian.dtype == np.float64


def test_softmax_backward_allocates_nothing_of_size_c_by_c():
    samples, classes = 1000, 1000
    softmax = Softmax()
    softmax.forward(np.random.default_rng(0).normal(size=(samples, classes)))
    upstream = np.ones((samples, classes))
    tracemalloc.start()
    softmax.backward(upstream)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    # One batch is 8 MB. The Jacobians of all samples would be 8,000 MB.
    assert peak < 4 * samples * classes * 8


# --- cross-entropy ---


def test_cross_entropy_by_hand():
    loss = CategoricalCrossEntropy()
    value = loss.forward([[0.7, 0.1, 0.2], [0.1, 0.5, 0.4]], [0, 1])
    assert value == pytest.approx(-(math.log(0.7) + math.log(0.5)) / 2)
    np.testing.assert_allclose(
        loss.backward(), [[-1 / 0.7 / 2, 0, 0], [0, -1 / 0.5 / 2, 0]]
    )


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_value_and_gradient_agree_at_p_0(dtype):
    tiny = float(np.finfo(dtype).tiny)
    loss = CategoricalCrossEntropy()

    def at(p):
        row = np.array([[p, 1]], dtype=dtype)
        return loss.forward(row, [0])

    at_zero = at(0)
    slope = float(loss.backward()[0, 0])
    assert math.isfinite(at_zero)
    assert slope == pytest.approx(-1 / tiny, rel=1e-6)
    assert loss.backward()[0, 1] == 0
    # Both belong to one function: its own difference quotient, at that scale.
    step = tiny / 2
    assert (at(step) - at_zero) / step == pytest.approx(slope, rel=1e-4)
    # It joins -log(p) without a jump, and it falls all the way.
    assert at(tiny) == pytest.approx(-math.log(tiny), rel=1e-6)
    assert at_zero > at(step) > at(tiny) > at(2 * tiny)


def test_cross_entropy_at_p_1_is_exactly_0():
    loss = CategoricalCrossEntropy()
    assert loss.forward([[1.0, 0.0]], [0]) == 0
    assert loss.backward().tolist() == [[-1, 0]]


# --- the fused loss ---


def test_the_fused_loss_at_logits_of_a_thousand():
    loss = SoftmaxCrossEntropy()
    z = [[1000.0, -1000.0], [-1000.0, 1000.0], [1000.0, 1000.0]]
    assert loss.forward(z[:1], [0]) == 0
    assert loss.backward().tolist() == [[0, 0]]
    assert loss.forward(z[:1], [1]) == 2000
    assert loss.backward().tolist() == [[1, -1]]
    assert loss.forward(z[2:], [1]) == pytest.approx(math.log(2))
    assert loss.backward().tolist() == [[0.5, -0.5]]
    assert loss.forward(z[:2], [1, 1]) == 1000
    np.testing.assert_allclose(loss.backward().sum(axis=1), 0, atol=1e-16)


def test_the_fused_gradient_rows_add_up_to_zero():
    loss = SoftmaxCrossEntropy()
    loss.forward(X, TARGETS)
    np.testing.assert_allclose(loss.backward().sum(axis=1), 0, atol=1e-16)
    np.testing.assert_allclose(loss.outputs, Softmax().forward(X), rtol=1e-15)
