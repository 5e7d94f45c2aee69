"""The labelled equations of chapter 2, each side computed."""

import numpy as np

from tests.oracles.equations import (
    RNG,
    I,
    N,
    O,
    equal,
    equation,
    numeric,
)


def layer_problem():
    x, w = RNG.normal(size=(N, I)), RNG.normal(size=(I, O))
    b, g = RNG.normal(size=(1, O)), RNG.normal(size=(N, O))
    return x, w, b, g


@equation(
    "eq-dinputs",
    r"\frac{\partial L}{\partial x_{ni}} = \sum_{k} "
    r"\frac{\partial L}{\partial z_{nk}} \, w_{ik}",
)
def dense_inputs():
    x, w, b, g = layer_problem()
    right = [
        [sum(g[n, k] * w[i, k] for k in range(O)) for i in range(I)]
        for n in range(N)
    ]
    equal(numeric(lambda x: (g * (x @ w + b)).sum(), x), right)


@equation(
    "eq-dweights",
    r"\frac{\partial L}{\partial w_{ik}} = \sum_{n} x_{ni} \, "
    r"\frac{\partial L}{\partial z_{nk}}",
)
def dense_weights():
    x, w, b, g = layer_problem()
    right = [
        [sum(x[n, i] * g[n, k] for n in range(N)) for k in range(O)]
        for i in range(I)
    ]
    equal(numeric(lambda w: (g * (x @ w + b)).sum(), w), right)


@equation(
    "eq-dbiases",
    r"\frac{\partial L}{\partial b_{k}} = \sum_{n} "
    r"\frac{\partial L}{\partial z_{nk}}",
)
def dense_biases():
    x, w, b, g = layer_problem()
    right = [[sum(g[n, k] for n in range(N)) for k in range(O)]]
    equal(numeric(lambda b: (g * (x @ w + b)).sum(), b), right)


@equation(
    "eq-mask",
    r"\frac{\partial L}{\partial z_{nk}} = \begin{cases} "
    r"\dfrac{\partial L}{\partial a_{nk}} & \text{if } z_{nk} > 0 \\ "
    r"0 & \text{if } z_{nk} \le 0 \end{cases}",
)
def mask():
    _, _, _, g = layer_problem()
    z = RNG.normal(size=(N, O))
    right = [
        [g[n, k] if z[n, k] > 0 else 0 for k in range(O)] for n in range(N)
    ]
    equal(numeric(lambda z: (g * np.maximum(z, 0)).sum(), z), right)


@equation(
    "eq-half-square",
    r"L = \frac{1}{2} \sum_{n,k} a_{nk}^2, \qquad \text{because then} \qquad "
    r"\frac{\partial L}{\partial a_{nk}} = a_{nk}",
)
def half_square():
    a = RNG.normal(size=(N, O))
    equal(numeric(lambda a: (a**2).sum() / 2, a), a)
