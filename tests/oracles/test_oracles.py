"""The layers against references that share no code with them.

HIPS autograd and the same computation made of Values; more libraries are asked
in test_libraries. Upstream gradients are random.
"""

import autograd
import autograd.numpy as anp
import numpy as np
import pytest

from nnfs_course import (
    CategoricalCrossEntropy,
    Dense,
    ReLU,
    Softmax,
    SoftmaxCrossEntropy,
    data_of,
    grad_of,
    relu_of,
    value_array,
)

#         N  I  O or C
SHAPES = [(5, 3, 4), (1, 3, 4), (5, 3, 1), (5, 3, 2), (4, 4, 4), (1, 1, 1)]
shapes = pytest.mark.parametrize("shape", SHAPES, ids=str)


def agree(got, expected):
    scale = np.abs(expected).max()
    np.testing.assert_allclose(
        got, expected, rtol=1e-10, atol=1e-15 + 1e-12 * scale
    )


def problem(shape, seed=0):
    """A layer, its inputs, an upstream gradient, and targets."""
    samples, inputs, outputs = shape
    rng = np.random.default_rng(seed)
    layer = Dense(inputs, outputs, rng=rng)
    layer.weights = rng.normal(size=(inputs, outputs))
    layer.biases = rng.normal(size=(1, outputs))
    x = rng.normal(size=(samples, inputs))
    upstream = rng.normal(size=(samples, outputs))
    targets = rng.integers(outputs, size=samples)
    return layer, x, upstream, targets


# --- Dense, and Dense with ReLU ---


@shapes
def test_dense_and_relu_match_autograd(shape):
    layer, x, upstream, _ = problem(shape)
    relu = ReLU()
    relu.forward(layer.forward(x))
    layer.backward(relu.backward(upstream))

    def loss(x, w, b):
        return anp.sum(upstream * anp.maximum(anp.dot(x, w) + b, 0))

    expected = autograd.grad(loss, (0, 1, 2))(x, layer.weights, layer.biases)
    for got, right in zip(
        (layer.dinputs, layer.dweights, layer.dbiases), expected, strict=True
    ):
        assert got.shape == right.shape
        agree(got, right)


@shapes
def test_dense_and_relu_match_values(shape):
    layer, x, upstream, _ = problem(shape)
    relu = ReLU()
    outputs = relu.forward(layer.forward(x))
    layer.backward(relu.backward(upstream))

    X, W = value_array(x, "X"), value_array(layer.weights, "W")
    b = value_array(layer.biases, "b")
    A = relu_of(X @ W + b)
    agree(outputs, data_of(A))
    (A * upstream).sum().backward()
    agree(layer.dinputs, grad_of(X))
    agree(layer.dweights, grad_of(W))
    agree(layer.dbiases, grad_of(b))


# --- softmax ---


@shapes
def test_softmax_matches_autograd(shape):
    _, _, upstream, _ = problem(shape)
    z = np.random.default_rng(1).normal(size=upstream.shape) * 3
    softmax = Softmax()
    softmax.forward(z)

    def loss(z):
        e = anp.exp(z)
        return anp.sum(upstream * e / anp.sum(e, axis=1, keepdims=True))

    agree(softmax.backward(upstream), autograd.grad(loss)(z))


@shapes
def test_softmax_matches_values_and_its_jacobian_does(shape):
    _, _, upstream, _ = problem(shape)
    z = np.random.default_rng(1).normal(size=upstream.shape) * 3
    softmax = Softmax()
    softmax.forward(z)
    Z = value_array(z)
    E = np.exp(Z)
    S = E / E.sum(axis=1, keepdims=True)
    agree(softmax.outputs, data_of(S))
    (S * upstream).sum().backward()
    agree(softmax.backward(upstream), grad_of(Z))
    # Row i of sample n's Jacobian is the gradient of output i alone.
    jacobian = softmax.jacobian()
    for n, i in np.ndindex(z.shape):
        S[n, i].backward()
        agree(jacobian[n, i], grad_of(Z[n]))


def jacobian_loop(outputs, dvalues):
    """The notes' way: one Jacobian for each sample, in a Python loop."""
    dinputs = np.empty_like(dvalues)
    for n, (s, d) in enumerate(zip(outputs, dvalues, strict=True)):
        s = s.reshape(-1, 1)
        dinputs[n] = (np.diagflat(s) - s @ s.T) @ d
    return dinputs


@shapes
def test_softmax_matches_the_jacobian_sample_by_sample(shape):
    _, _, upstream, _ = problem(shape)
    softmax = Softmax()
    outputs = softmax.forward(upstream[::-1] * 2)
    agree(softmax.backward(upstream), jacobian_loop(outputs, upstream))
    agree(
        softmax.backward(upstream),
        np.einsum("nij,nj->ni", softmax.jacobian(), upstream),
    )


# --- the losses ---


@shapes
def test_cross_entropy_matches_autograd_and_values(shape):
    _, _, upstream, targets = problem(shape)
    p = Softmax().forward(upstream)
    loss = CategoricalCrossEntropy()
    value = loss.forward(p, targets)
    gradient = loss.backward()
    one_hot = np.eye(p.shape[1])[targets]

    def reference(p):
        return -anp.sum(one_hot * anp.log(p)) / len(p)

    agree(value, reference(p))
    agree(gradient, autograd.grad(reference)(p))
    P = value_array(p)
    L = -(np.log(P) * one_hot).sum() / len(p)
    L.backward()
    agree(gradient, grad_of(P))


@shapes
@pytest.mark.parametrize("scale", [1, 30])
def test_the_fused_loss_matches_autograd_values_and_the_long_way(shape, scale):
    _, _, upstream, targets = problem(shape)
    z = upstream * scale
    loss = SoftmaxCrossEntropy()
    value = loss.forward(z, targets)
    gradient = loss.backward()
    one_hot = np.eye(z.shape[1])[targets]

    def reference(z):
        return anp.sum(
            anp.log(anp.sum(anp.exp(z), axis=1)) - anp.sum(one_hot * z, axis=1)
        ) / len(z)

    agree(gradient, autograd.grad(reference)(z))
    assert value == pytest.approx(reference(z), rel=1e-10, abs=1e-12)

    Z = value_array(z)
    E = np.exp(Z)
    L = (np.log(E.sum(axis=1)) - (Z * one_hot).sum(axis=1)).sum() / len(z)
    L.backward()
    assert value == pytest.approx(L.data, rel=1e-10, abs=1e-12)
    agree(gradient, grad_of(Z))

    softmax, plain = Softmax(), CategoricalCrossEntropy()
    long_value = plain.forward(softmax.forward(z), targets)
    assert value == pytest.approx(long_value, rel=1e-9, abs=1e-12)
    np.testing.assert_allclose(
        softmax.backward(plain.backward()), gradient, rtol=1e-9, atol=1e-12
    )


@shapes
@pytest.mark.parametrize("seed", range(5))
def test_a_whole_network_matches_autograd(shape, seed):
    samples, inputs, classes = shape
    rng = np.random.default_rng(seed)
    first, relu = Dense(inputs, 7, rng=rng), ReLU()
    last, loss = Dense(7, classes, rng=rng), SoftmaxCrossEntropy()
    first.weights, last.weights = 100 * first.weights, 100 * last.weights
    x = rng.normal(size=(samples, inputs))
    targets = rng.integers(classes, size=samples)
    value = loss.forward(last.forward(relu.forward(first.forward(x))), targets)
    first.backward(relu.backward(last.backward(loss.backward())))
    one_hot = np.eye(classes)[targets]

    def reference(x, w1, b1, w2, b2):
        h = anp.maximum(anp.dot(x, w1) + b1, 0)
        z = anp.dot(h, w2) + b2
        log_sum = anp.log(anp.sum(anp.exp(z), axis=1))
        return anp.sum(log_sum - anp.sum(one_hot * z, axis=1)) / samples

    parameters = (x, first.weights, first.biases, last.weights, last.biases)
    assert value == pytest.approx(reference(*parameters), rel=1e-10, abs=1e-12)
    expected = autograd.grad(reference, (0, 1, 2, 3, 4))(*parameters)
    got = (
        *(first.dinputs, first.dweights, first.dbiases),
        *(last.dweights, last.dbiases),
    )
    for ours, theirs in zip(got, expected, strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=1e-9, atol=1e-13)
