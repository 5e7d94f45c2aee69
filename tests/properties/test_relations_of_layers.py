"""What holds for every right layer, whatever the numbers are.

No expected number stands here: each test compares a layer with itself, on two
inputs whose results must belong together.
"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnfs_course import Dense, ReLU, Softmax
from tests.properties.problems import (
    LAYERS,
    agree,
    layer_problems,
    moderate,
    swept,
)

each_layer = pytest.mark.parametrize("name", LAYERS)
factors = st.floats(-4, 4, width=32)


@each_layer
@given(data=st.data())
def test_permuted_samples_permute_dinputs_and_leave_dweights(name, data):
    layer, x, u = data.draw(layer_problems(name))
    order = data.draw(st.permutations(range(len(x))))
    straight, permuted = swept(layer, x, u), swept(layer, x[order], u[order])
    for gradient, array in permuted.items():
        per_sample = gradient in ("outputs", "dinputs")
        expected = straight[gradient]
        agree(array, expected[order] if per_sample else expected)


@each_layer
@given(data=st.data(), factor=factors)
def test_a_scaled_upstream_scales_all_gradients(name, data, factor):
    layer, x, u = data.draw(layer_problems(name))
    once, scaled = swept(layer, x, u), swept(layer, x, factor * u)
    agree(scaled.pop("outputs"), once["outputs"])
    for gradient, array in scaled.items():
        size = np.abs(factor) * np.abs(u).max() * (1 + np.abs(x).max())
        close(array, factor * once[gradient], size)


@each_layer
@given(data=st.data())
def test_the_upstreams_of_two_consumers_add_up(name, data):
    layer, x, u = data.draw(layer_problems(name))
    more = u[::-1] * 0.5 + 1
    one, other = swept(layer, x, u), swept(layer, x, more)
    both = swept(layer, x, u + more)
    for gradient in both.keys() - {"outputs"}:
        size = (np.abs(u).max() + np.abs(more).max()) * (1 + np.abs(x).max())
        close(both[gradient], one[gradient] + other[gradient], 20 * size)


@each_layer
@given(data=st.data())
def test_a_sample_is_alone_in_its_row(name, data):
    """Another sample changes nothing in this row, and parameters' gradients
    are sums over the samples."""
    layer, x, u = data.draw(layer_problems(name))
    batch = swept(layer, x, u)
    rows = [swept(layer, x[[n]], u[[n]]) for n in range(len(x))]
    for gradient, array in batch.items():
        alone = [row[gradient] for row in rows]
        if gradient in ("outputs", "dinputs"):
            close(array, np.concatenate(alone), 1 + np.abs(u).max())
        else:
            size = len(x) * np.abs(u).max() * (1 + np.abs(x).max())
            close(array, sum(alone), size)


@each_layer
@given(data=st.data())
def test_a_doubled_batch_doubles_the_parameters_gradients(name, data):
    """A layer adds up over the samples: the mean is the loss's own."""
    layer, x, u = data.draw(layer_problems(name))
    once = swept(layer, x, u)
    twice = swept(layer, np.tile(x, (2, 1)), np.tile(u, (2, 1)))
    for gradient, array in twice.items():
        if gradient in ("outputs", "dinputs"):
            tiled = np.tile(once[gradient], (2, 1))
            close(array, tiled, 1 + np.abs(u).max())
        else:
            size = len(x) * np.abs(u).max() * (1 + np.abs(x).max())
            close(array, 2 * once[gradient], size)


def close(got, expected, size):
    """Equal up to the rounding of sums of numbers of this size."""
    np.testing.assert_allclose(got, expected, rtol=1e-12, atol=1e-13 * size)


# --- Dense ---


@given(problem=layer_problems("Dense"), factor=factors)
def test_scaled_parameters_scale_outputs_and_dinputs(problem, factor):
    layer, x, u = problem
    once = swept(layer, x, u)
    layer.weights, layer.biases = factor * layer.weights, factor * layer.biases
    scaled = swept(layer, x, u)
    size = 1 + np.abs(layer.weights).max() * (1 + np.abs(x).max()) * 8
    close(scaled["outputs"], factor * once["outputs"], size)
    close(scaled["dinputs"], factor * once["dinputs"], size)
    agree(scaled["dweights"], once["dweights"])
    agree(scaled["dbiases"], once["dbiases"])


@given(problem=layer_problems("Dense"), factor=factors)
def test_scaled_inputs_scale_dweights_alone(problem, factor):
    layer, x, u = problem
    once, scaled = swept(layer, x, u), swept(layer, factor * x, u)
    size = len(x) * np.abs(u).max() * (1 + np.abs(factor * x).max())
    close(scaled["dweights"], factor * once["dweights"], size)
    agree(scaled["dinputs"], once["dinputs"])
    agree(scaled["dbiases"], once["dbiases"])


@given(problem=layer_problems("Dense"), data=st.data())
def test_permuted_neurons_permute_columns(problem, data):
    layer, x, u = problem
    once = swept(layer, x, u)
    order = data.draw(st.permutations(range(u.shape[1])))
    layer.weights, layer.biases = (
        layer.weights[:, order],
        layer.biases[:, order],
    )
    permuted = swept(layer, x, u[:, order])
    size = 8 * np.abs(u).max() * u.shape[1]
    close(permuted["dinputs"], once["dinputs"], size)
    for name in ("outputs", "dweights", "dbiases"):
        agree(permuted[name], once[name][:, order])


@given(problem=layer_problems("Dense"))
def test_two_layers_without_a_gate_are_one(problem):
    first, x, u = problem
    middle = first.weights.shape[1]
    second = Dense(middle, 2, rng=0)
    second.weights = first.weights.T[:, [0, -1]] + 1
    u = u[:, [0, -1]]
    second.forward(first.forward(x))
    dinputs = first.backward(second.backward(u))
    one = Dense(len(first.weights), 2, rng=0)
    one.weights = first.weights @ second.weights
    one.biases = first.biases @ second.weights + second.biases
    both = swept(one, x, u)
    size = 1e4 * (1 + np.abs(u).max())
    close(second.outputs, both["outputs"], size)
    close(dinputs, both["dinputs"], size)


# --- ReLU and Softmax ---


@given(problem=layer_problems("ReLU"), factor=st.floats(0.125, 8))
def test_relu_follows_a_positive_factor(problem, factor):
    layer, x, u = problem
    once, scaled = swept(layer, x, u), swept(layer, factor * x, u)
    agree(scaled["outputs"], factor * once["outputs"])
    assert np.array_equal(scaled["dinputs"], once["dinputs"])


@given(problem=layer_problems("ReLU"))
def test_relu_twice_is_relu_once(problem):
    layer, x, u = problem
    once = swept(layer, x, u)
    again = swept(ReLU(), once["outputs"], u)
    assert np.array_equal(again["outputs"], once["outputs"])
    assert np.array_equal(
        swept(layer, x, again["dinputs"])["dinputs"], once["dinputs"]
    )


@given(problem=layer_problems("Softmax"), shift=st.floats(-1e3, 1e3))
def test_a_constant_in_a_row_changes_nothing_in_softmax(problem, shift):
    layer, x, u = problem
    x = np.round(x * 1024) / 1024  # so that the shift itself does not round
    shifts = np.round(shift) * np.arange(len(x))[:, None]
    once, shifted = swept(layer, x, u), swept(layer, x + shifts, u)
    for name, array in once.items():
        agree(shifted[name], array)


@given(problem=layer_problems("Softmax"), constant=moderate)
def test_a_constant_in_the_upstream_moves_no_logit(problem, constant):
    """Rows of the Jacobian add up to 0: probabilities add up to 1."""
    layer, x, u = problem
    once, moved = swept(layer, x, u), swept(layer, x, u + constant)
    close(moved["dinputs"], once["dinputs"], 1 + np.abs(u + constant).max())
    close(once["outputs"].sum(axis=1), 1, 1)
    close(once["dinputs"].sum(axis=1), 0, 1 + np.abs(u).max())


@given(problem=layer_problems("Softmax"), data=st.data())
def test_permuted_classes_commute_with_softmax(problem, data):
    layer, x, u = problem
    order = data.draw(st.permutations(range(x.shape[1])))
    once, permuted = swept(layer, x, u), swept(layer, x[:, order], u[:, order])
    size = 1 + np.abs(u).max()
    for name, array in permuted.items():
        close(array, once[name][:, order], size)


@given(problem=layer_problems("Softmax"))
def test_the_jacobian_is_symmetric_and_gives_the_gradient(problem):
    layer, x, u = problem
    dinputs = swept(layer, x, u)["dinputs"]
    jacobian = Softmax.jacobian(layer)
    assert np.array_equal(jacobian, jacobian.transpose(0, 2, 1))
    size = 1 + np.abs(u).max()
    close(np.einsum("nij,ni->nj", jacobian, u), dinputs, 10 * size)
