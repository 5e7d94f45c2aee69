"""The labelled equations of chapter 5, each side computed."""

import numpy as np

from tests.oracles.equations import (
    RNG,
    N,
    O,
    equal,
    equation,
    logits_of_one_sample,
    mean_cross_entropy,
    numeric,
    numeric_jacobian,
    one_hot_rows,
    softmax_of,
)


@equation(
    "eq-fused",
    r"\frac{\partial L}{\partial z_{nj}} = \frac{p_{nj} - y_{nj}}{N}",
)
def fused():
    z, y = RNG.normal(size=(N, O)), one_hot_rows()
    left = numeric(lambda z: mean_cross_entropy(softmax_of(z), y), z)
    equal(left, (softmax_of(z) - y) / N)


@equation(
    "eq-fused-steps",
    r"\begin{aligned} \frac{\partial L}{\partial z_j} &= \sum_i "
    r"\frac{\partial L}{\partial p_i} \cdot "
    r"\frac{\partial p_i}{\partial z_j} \\ "
    r"&= \sum_i \left( -\frac{y_i}{p_i} \right) p_i (\delta_{ij} - p_j) \\ "
    r"&= \sum_i -y_i (\delta_{ij} - p_j) \\ "
    r"&= -y_j + p_j \sum_i y_i \\ "
    r"&= p_j - y_j \end{aligned}",
)
def fused_steps():
    z, y = logits_of_one_sample(), np.eye(O)[2]
    p = softmax_of(z)
    left = numeric(lambda z: -(y * np.log(softmax_of(z))).sum(), z)
    dp = numeric(lambda p: -(y * np.log(p)).sum(), p)
    jacobian = numeric_jacobian(z)
    every = range(O)
    for j in every:
        delta = [i == j for i in every]
        equal(left[j], sum(dp[i] * jacobian[i, j] for i in every))
        equal(
            left[j],
            sum(-y[i] / p[i] * p[i] * (delta[i] - p[j]) for i in every),
        )
        equal(left[j], sum(-y[i] * (delta[i] - p[j]) for i in every))
        equal(left[j], -y[j] + p[j] * sum(y[i] for i in every))
        equal(left[j], p[j] - y[j])


@equation(
    "eq-log-sum-exp",
    r"\begin{aligned} -\log p_t "
    r"&= -\log \frac{e^{z_t}}{\sum_k e^{z_k}} \\ "
    r"&= \log \sum_k e^{z_k} - z_t \end{aligned}",
)
def log_sum_exp():
    z = logits_of_one_sample()
    for t in range(O):
        equal(-np.log(softmax_of(z)[t]), np.log(np.exp(z).sum()) - z[t])
