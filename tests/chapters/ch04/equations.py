"""The labelled equations of chapter 4, each side computed."""

import numpy as np

from tests.oracles.equations import (
    RNG,
    O,
    equal,
    equation,
    logits_of_one_sample,
    numeric,
    numeric_jacobian,
    slope,
    softmax_of,
)


@equation("eq-softmax", r"s_i = \frac{e^{z_i}}{\sum_k e^{z_k}}")
def softmax():
    s = softmax_of(logits_of_one_sample())
    assert (s > 0).all()
    equal(s.sum(), 1)


@equation(
    "eq-shift",
    r"\begin{aligned} \frac{e^{z_i + c}}{\sum_k e^{z_k + c}} "
    r"&= \frac{e^c \, e^{z_i}}{e^c \sum_k e^{z_k}} \\[6pt] "
    r"&= \frac{e^{z_i}}{\sum_k e^{z_k}} \end{aligned}",
)
def shift():
    z, c = logits_of_one_sample(), RNG.normal()
    left = np.exp(z + c) / np.exp(z + c).sum()
    middle = np.exp(c) * np.exp(z) / (np.exp(c) * np.exp(z).sum())
    equal(left, middle)
    equal(middle, softmax_of(z))


@equation("eq-share", r"s_i = e^{z_i} \cdot \frac{1}{S}")
def share():
    e = np.exp(logits_of_one_sample())
    equal(softmax_of(np.log(e)), e * (1 / e.sum()))


@equation("eq-reciprocal", r"\frac{d}{dS} \, \frac{1}{S} = -\frac{1}{S^2}")
def reciprocal():
    for S in RNG.uniform(0.5, 5, size=5):
        left = slope(lambda S: 1 / S, S)
        equal(left, -1 / S**2)
        equal(1 / S + S * left, 0)  # as the text says before it


@equation(
    "eq-diagonal",
    r"\begin{aligned} \frac{\partial s_i}{\partial z_i} "
    r"&= e^{z_i} \cdot \frac{1}{S} + "
    r"e^{z_i} \left( -\frac{1}{S^2} \right) e^{z_i} \\ "
    r"&= s_i - s_i^2 \\ &= s_i (1 - s_i) \end{aligned}",
)
def diagonal():
    z = logits_of_one_sample()
    e, s = np.exp(z), softmax_of(z)
    left = np.diag(numeric_jacobian(z))
    equal(left, e * (1 / e.sum()) + e * (-1 / e.sum() ** 2) * e)
    equal(left, s - s**2)
    equal(left, s * (1 - s))


@equation(
    "eq-off-diagonal",
    r"\begin{aligned} \frac{\partial s_i}{\partial z_j} "
    r"&= e^{z_i} \left( -\frac{1}{S^2} \right) e^{z_j} \\ "
    r"&= -s_i s_j \end{aligned}",
)
def off_diagonal():
    z = logits_of_one_sample()
    e, s, jacobian = np.exp(z), softmax_of(z), numeric_jacobian(z)
    for i, j in np.ndindex(jacobian.shape):
        if i != j:
            equal(jacobian[i, j], e[i] * (-1 / e.sum() ** 2) * e[j])
            equal(jacobian[i, j], -s[i] * s[j])


@equation(
    "eq-jacobian",
    r"J_{ij} = \frac{\partial s_i}{\partial z_j} = s_i (\delta_{ij} - s_j)",
)
def jacobian():
    z = logits_of_one_sample()
    s, left = softmax_of(z), numeric_jacobian(z)
    for i, j in np.ndindex(left.shape):
        equal(left[i, j], s[i] * ((i == j) - s[j]))
    equal(left, np.diag(s) - np.outer(s, s))  # as the text says beside it


@equation(
    "eq-softmax-chain",
    r"\frac{\partial L}{\partial z_j} = \sum_i "
    r"\frac{\partial L}{\partial s_i} \, J_{ij}",
)
def softmax_chain():
    z, g = logits_of_one_sample(), RNG.normal(size=O)
    jacobian = numeric_jacobian(z)
    left = numeric(lambda z: (g * softmax_of(z)).sum(), z)
    equal(
        left, [sum(g[i] * jacobian[i, j] for i in range(O)) for j in range(O)]
    )


@equation(
    "eq-vjp",
    r"\begin{aligned} \frac{\partial L}{\partial z_j} "
    r"&= \sum_i g_i \, s_i (\delta_{ij} - s_j) \\ "
    r"&= g_j s_j - s_j \sum_i g_i s_i \\ "
    r"&= s_j \Bigl( g_j - \sum_i g_i s_i \Bigr) \end{aligned}",
)
def vjp():
    z, g = logits_of_one_sample(), RNG.normal(size=O)
    s = softmax_of(z)
    left = numeric(lambda z: (g * softmax_of(z)).sum(), z)
    for j in range(O):
        total = sum(g[i] * s[i] for i in range(O))
        delta = [i == j for i in range(O)]
        equal(left[j], sum(g[i] * s[i] * (delta[i] - s[j]) for i in range(O)))
        equal(left[j], g[j] * s[j] - s[j] * total)
        equal(left[j], s[j] * (g[j] - total))
