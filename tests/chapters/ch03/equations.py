"""The labelled equations of chapter 3, each side computed."""

import numpy as np

from tests.oracles.equations import (
    RNG,
    N,
    equal,
    equation,
    mean_cross_entropy,
    numeric,
    one_hot_rows,
    rows_of_probabilities,
    slope,
)


@equation(
    "eq-loss",
    r"L = -\frac{1}{N} \sum_{n} \sum_{c} y_{nc} \log p_{nc}",
)
def loss():
    p, y = rows_of_probabilities(), one_hot_rows()
    surprise = [-np.log(p[n, y[n].argmax()]) for n in range(N)]
    equal(mean_cross_entropy(p, y), np.mean(surprise))


@equation("eq-exp", r"\frac{d\,e^x}{dx} = e^x")
def slope_of_exp():
    for x in RNG.normal(size=5):
        equal(slope(np.exp, x), np.exp(x))


@equation("eq-log", r"\frac{d \log p}{dp} = \frac{1}{p}")
def slope_of_log():
    for p in RNG.uniform(0.1, 1, size=5):
        equal(slope(np.log, p), 1 / p)


@equation(
    "eq-dpredictions",
    r"\frac{\partial L}{\partial p_{nc}} = "
    r"-\frac{1}{N} \cdot \frac{y_{nc}}{p_{nc}}",
)
def loss_gradient():
    p, y = rows_of_probabilities(), one_hot_rows()
    equal(numeric(lambda p: mean_cross_entropy(p, y), p), -1 / N * y / p)
