"""One step of training, against other libraries, where they can be imported.

The network is 2 -> H -> 3 on the spiral, in float32, on one thread. A step is
forward, loss, backward and plain gradient descent, for all.
"""

from __future__ import annotations

from contextlib import suppress

import numpy as np

from bench.clock import seconds
from nnfs_course import (
    SGD,
    Dense,
    Network,
    ReLU,
    SoftmaxCrossEntropy,
    spiral,
    train,
)

SIZES = ((300, 64), (3000, 64), (30_000, 64), (3000, 512))
GROWTH = ((300, 64), (1200, 64), (6000, 64), (30_000, 64), (300_000, 64))
RATE = np.float32(0.1)
LAYERS, TRAIN = "this course: layers", "this course: train"
TORCH = "PyTorch, eager"


def measured(samples: int, neurons: int) -> dict:
    """Seconds for a step, by library."""
    inputs, targets = spiral(samples // 3, 3, seed=0)
    inputs = inputs.astype(np.float32)
    steps = {}
    for name, make in MAKERS.items():
        with suppress(ImportError):  # compared with what is there
            steps[name] = make(inputs, targets, neurons)
    found = seconds(steps, each=0.05)
    epochs = _epochs(samples)  # a call of train is so many steps
    found[TRAIN] = {k: t / epochs for k, t in found[TRAIN].items()}
    return found


def _network(neurons):
    layers = [
        Dense(2, neurons, rng=0, dtype=np.float32),
        ReLU(),
        Dense(neurons, 3, rng=1, dtype=np.float32),
    ]
    return layers, SoftmaxCrossEntropy()


def by_layers(inputs, targets, neurons):
    layers, loss = _network(neurons)

    def step():
        outputs = inputs
        for layer in layers:
            outputs = layer.forward(outputs)
        loss.forward(outputs, targets)
        dvalues = loss.backward()
        for layer in reversed(layers[1:]):
            dvalues = layer.backward(dvalues)
        layers[0].backward(dvalues, dinputs=False)
        for layer in (layers[0], layers[2]):
            layer.weights = layer.weights - RATE * layer.dweights
            layer.biases = layer.biases - RATE * layer.dbiases

    return step


def by_train(inputs, targets, neurons):
    network, optimizer = Network(*_network(neurons)), SGD(float(RATE))
    epochs = _epochs(len(inputs))
    return lambda: train(
        network,
        inputs,
        targets,
        optimizer=optimizer,
        epochs=epochs,
        progress=False,
    )


def _epochs(samples: int) -> int:
    return max(10, 30_000 // samples)


def by_torch(inputs, targets, neurons, compiled=False):
    import torch

    torch.set_num_threads(1)
    torch.manual_seed(0)
    model = torch.nn.Sequential(
        torch.nn.Linear(2, neurons),
        torch.nn.ReLU(),
        torch.nn.Linear(neurons, 3),
    )
    optimizer = torch.optim.SGD(model.parameters(), float(RATE))
    x, y = torch.from_numpy(inputs), torch.from_numpy(targets).long()
    loss_of = torch.nn.CrossEntropyLoss()
    forward = torch.compile(model) if compiled else model

    def step():
        optimizer.zero_grad()
        loss = loss_of(forward(x), y)
        loss.backward()
        optimizer.step()
        return loss.item()

    step()  # raises here, if nothing can be compiled on this machine
    return step


def by_torch_compile(inputs, targets, neurons):
    try:
        return by_torch(inputs, targets, neurons, compiled=True)
    except Exception as error:  # no C++ compiler is one of many reasons
        raise ImportError(str(error)) from error


def by_jax(inputs, targets, neurons):
    import jax
    import jax.numpy as jnp

    x, y = jnp.asarray(inputs), jnp.asarray(targets)
    parameters = [jnp.asarray(p) for p in _start(neurons)]

    def loss_of(parameters, x, y):
        w1, b1, w2, b2 = parameters
        logits = jax.nn.relu(x @ w1 + b1) @ w2 + b2
        return -jax.nn.log_softmax(logits)[jnp.arange(len(y)), y].mean()

    @jax.jit
    def update(parameters, x, y):
        loss, gradients = jax.value_and_grad(loss_of)(parameters, x, y)
        pairs = zip(parameters, gradients, strict=True)
        return loss, [p - RATE * g for p, g in pairs]

    def step():
        nonlocal parameters
        loss, parameters = update(parameters, x, y)
        return float(loss)

    return step


def by_autograd(inputs, targets, neurons):
    import autograd
    import autograd.numpy as anp

    one_hot = np.eye(3, dtype=np.float32)[targets]
    parameters = _start(neurons)

    def loss_of(parameters):
        w1, b1, w2, b2 = parameters
        logits = anp.dot(anp.maximum(anp.dot(inputs, w1) + b1, 0), w2) + b2
        shifted = logits - anp.max(logits, axis=1, keepdims=True)
        logs = anp.log(anp.sum(anp.exp(shifted), axis=1, keepdims=True))
        return -anp.sum(one_hot * (shifted - logs)) / len(one_hot)

    gradient = autograd.value_and_grad(loss_of)

    def step():
        nonlocal parameters
        loss, slopes = gradient(parameters)
        pairs = zip(parameters, slopes, strict=True)
        parameters = [p - RATE * g for p, g in pairs]
        return loss

    return step


def by_sklearn(inputs, targets, neurons):
    from sklearn.neural_network import MLPClassifier

    model = MLPClassifier(
        (neurons,),
        solver="sgd",
        momentum=0,
        alpha=0,
        batch_size=len(inputs),
        learning_rate_init=float(RATE),
        shuffle=False,
    )
    model.partial_fit(inputs, targets, classes=[0, 1, 2])
    return lambda: model.partial_fit(inputs, targets)


def _start(neurons):
    layers, _ = _network(neurons)
    first, _, last = layers
    return [first.weights, first.biases, last.weights, last.biases]


MAKERS = {
    LAYERS: by_layers,
    TRAIN: by_train,
    TORCH: by_torch,
    "PyTorch, torch.compile": by_torch_compile,
    "JAX, jax.jit": by_jax,
    "autograd": by_autograd,
    "scikit-learn, partial_fit": by_sklearn,
}
