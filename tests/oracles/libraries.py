"""Other people's libraries: loss and gradients of one small network, by each.

A library that is not installed is skipped, with its name as the reason. With
REQUIRE_ORACLES=1 that is an error.
"""

from __future__ import annotations

import importlib
import os
from importlib.metadata import version

import numpy as np
import pytest

compared: dict[str, str] = {}  # name and version, for the report


def library(name: str):
    """The imported library; or skip, or fail where all are required."""
    try:
        module = importlib.import_module(name)
    except ImportError:
        if os.environ.get("REQUIRE_ORACLES"):
            pytest.fail(f"{name} is required here, but is not installed.")
        pytest.skip(f"{name} is not installed")
    compared[name] = version(name)
    return module


def by_torch(kind, arrays, upstream, targets):
    """(result, gradients) of one computation, as NumPy arrays."""
    torch = library("torch")
    F = torch.nn.functional
    u, y = torch.tensor(upstream), torch.tensor(targets)
    tensors = [torch.tensor(a, requires_grad=True) for a in arrays]
    result = {
        "dense": lambda x, w, b: (u * F.linear(x, w.T, b[0])).sum(),
        "relu": lambda x: (u * F.relu(x)).sum(),
        "softmax": lambda x: (u * F.softmax(x, dim=1)).sum(),
        "cross-entropy": lambda p: F.nll_loss(p.log(), y),
        "fused": lambda z: F.cross_entropy(z, y),
        "network": lambda x, w1, b1, w2, b2: F.cross_entropy(
            F.linear(F.relu(F.linear(x, w1.T, b1[0])), w2.T, b2[0]), y
        ),
    }[kind](*tensors)
    result.backward()
    return result.item(), [t.grad.numpy() for t in tensors]


def by_jax(kind, arrays, upstream, targets):
    jax = library("jax")
    jax.config.update("jax_enable_x64", True)
    nn, np_ = jax.nn, jax.numpy
    rows = np.arange(len(targets))

    def fused(z):
        return -nn.log_softmax(z)[rows, targets].mean()

    function = {
        "dense": lambda x, w, b: (upstream * (x @ w + b)).sum(),
        "relu": lambda x: (upstream * nn.relu(x)).sum(),
        "softmax": lambda x: (upstream * nn.softmax(x)).sum(),
        "cross-entropy": lambda p: -np_.log(p)[rows, targets].mean(),
        "fused": fused,
        "network": lambda x, w1, b1, w2, b2: fused(
            nn.relu(x @ w1 + b1) @ w2 + b2
        ),
    }[kind]
    every = tuple(range(len(arrays)))
    result, gradients = jax.value_and_grad(function, every)(*arrays)
    return float(result), [np.asarray(g) for g in gradients]


def by_autograd(kind, arrays, upstream, targets):
    autograd = library("autograd")
    np_ = importlib.import_module("autograd.numpy")
    one_hot = np.eye(upstream.shape[1])[targets]

    def softmax(z):
        return np_.exp(z) / np_.sum(np_.exp(z), axis=1, keepdims=True)

    def cross_entropy(p):
        return -np_.sum(one_hot * np_.log(p)) / len(targets)

    function = {
        "dense": lambda x, w, b: np_.sum(upstream * (np_.dot(x, w) + b)),
        "relu": lambda x: np_.sum(upstream * np_.maximum(x, 0)),
        "softmax": lambda x: np_.sum(upstream * softmax(x)),
        "cross-entropy": cross_entropy,
        "fused": lambda z: cross_entropy(softmax(z)),
        "network": lambda x, w1, b1, w2, b2: cross_entropy(
            softmax(np_.dot(np_.maximum(np_.dot(x, w1) + b1, 0), w2) + b2)
        ),
    }[kind]
    every = tuple(range(len(arrays)))
    return function(*arrays), autograd.grad(function, every)(*arrays)


GRADIENTS_BY = {"torch": by_torch, "jax": by_jax, "autograd": by_autograd}


def moved_by_torch(kind, rate, start, gradients):
    """Parameters after a step for each gradient, by the library's optimizer."""
    torch = library("torch")
    parameter = torch.tensor(start, requires_grad=True)
    optimizer = {
        "SGD": lambda p: torch.optim.SGD(p, lr=rate),
        "momentum": lambda p: torch.optim.SGD(p, lr=rate, momentum=0.9),
        "Adam": lambda p: torch.optim.Adam(p, lr=rate, eps=1e-7),
    }[kind]([parameter])
    for gradient in gradients:
        parameter.grad = torch.tensor(gradient)
        optimizer.step()
    return parameter.detach().numpy()


def moved_by_optax(kind, rate, start, gradients):
    optax, jax = library("optax"), library("jax")
    jax.config.update("jax_enable_x64", True)
    optimizer = {
        "SGD": lambda: optax.sgd(rate),
        "momentum": lambda: optax.sgd(rate, momentum=0.9),
        "Adam": lambda: optax.adam(rate, eps=1e-7),
    }[kind]()
    parameter = jax.numpy.asarray(start)
    state = optimizer.init(parameter)
    for gradient in gradients:
        updates, state = optimizer.update(gradient, state, parameter)
        parameter = optax.apply_updates(parameter, updates)
    return np.asarray(parameter)


MOVED_BY = {"torch": moved_by_torch, "optax": moved_by_optax}
