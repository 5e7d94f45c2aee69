"""Gradients, optimizers and training, against other people's libraries.

Each test is named by the library that it asks: torch, jax, autograd, optax.
"""

import numpy as np
import pytest

from nnfs_course import (
    SGD,
    Adam,
    CategoricalCrossEntropy,
    Dense,
    Network,
    ReLU,
    Softmax,
    SoftmaxCrossEntropy,
    train,
)
from tests.oracles.libraries import GRADIENTS_BY, MOVED_BY

KINDS = ["dense", "relu", "softmax", "cross-entropy", "fused", "network"]
SHAPES = [(5, 3, 4), (1, 3, 4), (5, 3, 1), (4, 4, 4), (30, 7, 10)]


def agree(got, expected):
    """Twelve digits of the largest entry; where all should be 0, fourteen."""
    atol = 1e-14 + 1e-12 * np.abs(expected).max()
    np.testing.assert_allclose(got, expected, rtol=1e-9, atol=atol)


def problem(kind, shape):
    """Its arrays, an upstream gradient, targets; and what the course says."""
    samples, inputs, outputs = shape
    rng = np.random.default_rng(3)
    u = rng.normal(size=(samples, outputs))
    y = rng.integers(outputs, size=samples)
    x = rng.normal(size=(samples, inputs))
    z = rng.normal(size=(samples, outputs)) * 3
    if kind == "dense":
        layer = dense(inputs, outputs, rng)
        got = (u * layer.forward(x)).sum(), gradients_of(layer, u)
        return [x, layer.weights, layer.biases], u, y, got
    if kind in ("relu", "softmax"):
        layer = ReLU() if kind == "relu" else Softmax()
        got = (u * layer.forward(z)).sum(), gradients_of(layer, u)
        return [z], u, y, got
    if kind == "network":
        network = two_layers(inputs, outputs, rng)
        value = network.forward(x, y)
        dinputs = network.backward(dinputs=True)
        got = value, [dinputs, *network.gradients.values()]
        return [x, *network.parameters.values()], u, y, got
    plain = kind == "cross-entropy"
    loss = CategoricalCrossEntropy() if plain else SoftmaxCrossEntropy()
    taken = Softmax().forward(z) if plain else z
    return [taken], u, y, (loss.forward(taken, y), [loss.backward()])


def dense(inputs, outputs, rng):
    layer = Dense(inputs, outputs, rng=rng)
    layer.weights = rng.normal(size=layer.weights.shape)
    layer.biases = rng.normal(size=layer.biases.shape)
    return layer


def gradients_of(layer, upstream):
    dinputs = layer.backward(upstream)
    return [dinputs, *(getattr(layer, f"d{name}") for name in layer.parameters)]


def two_layers(inputs, outputs, rng):
    layers = [dense(inputs, 6, rng), ReLU(), dense(6, outputs, rng)]
    return Network(layers, SoftmaxCrossEntropy())


@pytest.mark.parametrize("shape", SHAPES, ids=str)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("library", GRADIENTS_BY)
def test_values_and_gradients(library, kind, shape):
    arrays, u, y, (value, gradients) = problem(kind, shape)
    expected = GRADIENTS_BY[library](kind, arrays, u, y)
    assert value == pytest.approx(expected[0], rel=1e-10, abs=1e-12)
    for ours, theirs in zip(gradients, expected[1], strict=True):
        assert ours.shape == theirs.shape
        agree(ours, theirs)


OPTIMIZERS = {
    "SGD": lambda rate: SGD(rate),
    "momentum": lambda rate: SGD(rate, momentum=0.9),
    "Adam": lambda rate: Adam(rate, epsilon=1e-7),
}


@pytest.mark.parametrize("kind", OPTIMIZERS)
@pytest.mark.parametrize("library", MOVED_BY)
def test_optimizers_take_the_same_path(library, kind):
    rng = np.random.default_rng(5)
    start = rng.normal(size=(3, 4))
    gradients = rng.normal(size=(20, 3, 4)) * np.logspace(-3, 2, 4)
    moved, optimizer = {"w": start}, OPTIMIZERS[kind](0.05)
    for gradient in gradients:
        moved = optimizer.step(moved, {"w": gradient})
    agree(moved["w"], MOVED_BY[library](kind, 0.05, start, list(gradients)))


@pytest.mark.parametrize("kind", OPTIMIZERS)
@pytest.mark.parametrize("library", MOVED_BY)
def test_training_takes_the_same_path(library, kind):
    """Ten steps of `train`; the other library computes every gradient anew."""
    rng = np.random.default_rng(7)
    x, y = rng.normal(size=(30, 4)), rng.integers(3, size=30)
    network = two_layers(4, 3, rng)
    start = network.parameters
    shapes = [p.shape for p in start.values()]
    ends = np.cumsum([p.size for p in start.values()])[:-1]
    gradients_by = GRADIENTS_BY["torch" if library == "torch" else "jax"]
    flat = np.concatenate([p.ravel() for p in start.values()])
    losses, gradients, moved = [], [], flat
    for _ in range(10):
        parts = np.split(moved, ends)
        arrays = [p.reshape(s) for p, s in zip(parts, shapes, strict=True)]
        upstream = np.ones((30, 3))  # a loss needs none; for its columns
        loss, found = gradients_by("network", [x, *arrays], upstream, y)
        losses.append(loss)
        gradients.append(np.concatenate([g.ravel() for g in found[1:]]))
        moved = MOVED_BY[library](kind, 0.05, flat, gradients)
    optimizer = OPTIMIZERS[kind](0.05)
    history = train(
        network, x, y, optimizer=optimizer, epochs=10, progress=False
    )
    np.testing.assert_allclose(history.loss, losses, rtol=1e-10)
    agree(
        np.concatenate([p.ravel() for p in network.parameters.values()]), moved
    )
