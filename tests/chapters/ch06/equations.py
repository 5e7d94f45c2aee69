"""The labelled equations of chapter 6, each side computed."""

import numpy as np

from nnfs_course import (
    SGD,
    Adam,
)
from tests.oracles.equations import (
    RNG,
    N,
    O,
    equal,
    equation,
    mean_cross_entropy,
    numeric,
    one_hot_rows,
    softmax_of,
)


@equation(
    "eq-first-loss",
    r"L = -\frac{1}{N} \sum_{n} \log \frac{1}{C} = \log C",
)
def first_loss():
    everywhere = np.full((N, O), 1 / O)
    equal(mean_cross_entropy(everywhere, one_hot_rows()), np.log(O))


@equation(
    "eq-descent",
    r"L(\theta - \eta g) \approx L(\theta) - \eta \sum_i g_i^2",
)
def descent():
    x, t = RNG.normal(size=(N, O)), one_hot_rows()

    def loss(z):
        return mean_cross_entropy(softmax_of(z), t)

    g, rate = numeric(loss, x), 1e-5
    moved = (loss(x - rate * g) - loss(x)) / rate
    np.testing.assert_allclose(moved, -(g**2).sum(), rtol=1e-4)


def some_steps(optimizer, gradients):
    """Where a parameter, from 0, stands after each step, and the changes."""
    places = [np.zeros_like(gradients[0])]
    for g in gradients:
        places.append(optimizer.step({"w": places[-1]}, {"w": g})["w"])
    return places, np.diff(places, axis=0)


@equation(
    "eq-momentum",
    r"v \leftarrow \mu \, v - \eta \, g, \qquad \theta \leftarrow \theta + v",
)
def momentum():
    mu, eta = 0.8, 0.3
    gradients = RNG.normal(size=(6, O))
    places, _ = some_steps(SGD(eta, momentum=mu), gradients)
    theta, v = np.zeros(O), np.zeros(O)
    for g, place in zip(gradients, places[1:], strict=True):
        v = mu * v - eta * g
        theta = theta + v
        equal(theta, place)


@equation(
    "eq-steady",
    r"\begin{aligned} v &= -\eta \, g \, (1 + \mu + \mu^2 + \ldots) \\ "
    r"&= -\frac{\eta}{1 - \mu} \, g \end{aligned}",
)
def steady():
    mu, eta, g = 0.8, 0.3, RNG.normal(size=O)
    _, changes = some_steps(SGD(eta, momentum=mu), [g] * 200)
    equal(changes[-1], -eta * g * sum(mu**k for k in range(200)))
    equal(changes[-1], -eta / (1 - mu) * g)


@equation("eq-decay", r"\eta_k = \frac{\eta}{1 + d \, k}")
def decay():
    eta, d = 0.3, 0.7
    _, changes = some_steps(SGD(eta, decay=d), np.ones((9, 1)))
    equal(changes.ravel(), [-eta / (1 + d * k) for k in range(9)])


@equation(
    "eq-adam-means",
    r"\begin{aligned} m &\leftarrow \beta_1 m + (1 - \beta_1) \, g \\ "
    r"v &\leftarrow \beta_2 v + (1 - \beta_2) \, g^2 \end{aligned}",
)
def adam_means():
    adam = Adam(0.1, beta_1=0.8, beta_2=0.9)
    gradients = RNG.normal(size=(6, O))
    some_steps(adam, gradients)
    # Unrolled: each gradient with the share that is left of it.
    left = np.arange(5, -1, -1)[:, None]
    equal(adam.m["w"], (0.2 * 0.8**left * gradients).sum(axis=0))
    equal(adam.v["w"], (0.1 * 0.9**left * gradients**2).sum(axis=0))


@equation(
    "eq-adam-hats",
    r"\hat{m} = \frac{m}{1 - \beta_1^t}, \qquad "
    r"\hat{v} = \frac{v}{1 - \beta_2^t}",
)
def adam_hats():
    """The hats of equal gradients are the gradient and its square."""
    g = RNG.normal(size=O)
    for t in range(1, 9):
        adam = Adam(0.1, beta_1=0.8, beta_2=0.9)
        some_steps(adam, [g] * t)
        equal(adam.m["w"] / (1 - 0.8**t), g)
        equal(adam.v["w"] / (1 - 0.9**t), g**2)


@equation(
    "eq-adam-step",
    r"\theta \leftarrow \theta - \eta \, "
    r"\frac{\hat{m}}{\sqrt{\hat{v}} + \varepsilon}",
)
def adam_step():
    eta, epsilon = 0.3, 0.05
    adam = Adam(eta, beta_1=0.8, beta_2=0.9, epsilon=epsilon)
    _, changes = some_steps(adam, RNG.normal(size=(6, O)))
    m_hat = adam.m["w"] / (1 - 0.8**6)
    v_hat = adam.v["w"] / (1 - 0.9**6)
    equal(changes[-1], -eta * m_hat / (v_hat**0.5 + epsilon))
