"""Every labelled equation of the book, checked by numbers.

A check names the equation by its label, repeats its LaTeX, and compares both
sides: the right side as coded here, the left side by finite differences or by
the chain of its own steps. Editing the equation in a chapter means coming back
here, because the LaTeX must match.
"""

import numpy as np
import pytest

from nnfs_course import (
    SGD,
    Adam,
    Dense,
    Network,
    SoftmaxCrossEntropy,
    finite_differences,
)
from nnfs_course.exercises.chapters.ch08_handwritten_digits import ADVERSARIAL
from tests.chapters import rules
from tests.conftest import CHAPTERS, read_notebook

CHECKS = {}
RNG = np.random.default_rng(1)


def equation(label: str, latex: str):
    def register(check):
        assert label not in CHECKS, f"two checks for {label}"
        CHECKS[label] = (" ".join(latex.split()), check)
        return check

    return register


def slope(f, x: float, h: float = 1e-6) -> float:
    """df/dx by central differences."""
    return (f(x + h) - f(x - h)) / (2 * h)


def equal(a, b):
    np.testing.assert_allclose(a, b, rtol=1e-7, atol=1e-9)


# --- chapter 1 ---


@equation(
    "eq-product",
    r"\frac{\partial (x w)}{\partial x} = w, \qquad "
    r"\frac{\partial (x w)}{\partial w} = x",
)
def product():
    x, w = RNG.normal(size=2)
    equal(slope(lambda x: x * w, x), w)
    equal(slope(lambda w: x * w, w), x)


@equation(
    "eq-sum",
    r"\frac{\partial (a + b)}{\partial a} = 1, \qquad "
    r"\frac{\partial (a + b)}{\partial b} = 1",
)
def addition():
    a, b = RNG.normal(size=2)
    equal(slope(lambda a: a + b, a), 1)
    equal(slope(lambda b: a + b, b), 1)


@equation(
    "eq-relu",
    r"\frac{d\,\mathrm{relu}(z)}{dz} = \begin{cases} 1 & \text{if } z > 0 \\ "
    r"0 & \text{if } z \le 0 \end{cases}",
)
def relu():
    def right_side(z):
        return 1.0 if z > 0 else 0.0

    for z in [*RNG.normal(size=20), 1e-3, -1e-3]:
        equal(slope(lambda z: max(z, 0.0), z), right_side(z))
    # At 0 both 0 and 1 are slopes of one side. The book picks 0.
    assert right_side(0.0) == 0.0


@equation(
    "eq-chain",
    r"\frac{\partial y}{\partial w_2} = \frac{\partial y}{\partial z} \cdot "
    r"\frac{\partial z}{\partial p} \cdot \frac{\partial p}{\partial w_2}",
)
def chain():
    x, w, rest = 1.7, 2.3, -0.4
    product, z = x * w, x * w + rest
    equal(
        slope(lambda w: max(x * w + rest, 0.0), w),
        slope(lambda z: max(z, 0.0), z)
        * slope(lambda p: p + rest, product)
        * slope(lambda w: x * w, w),
    )


@equation(
    "eq-fork",
    r"\frac{\partial y}{\partial a} = \sum_{\text{paths}} "
    r"\text{(local derivatives, multiplied)}",
)
def fork():
    for a in RNG.normal(size=5):
        paths = [3, a, a]  # through 3a, and through a * a by each factor
        equal(slope(lambda a: 3 * a + a * a, a), sum(paths))


# --- chapter 2 ---

N, I, O = 5, 3, 4  # noqa: E741 (the letters of the book)


def layer_problem():
    x, w = RNG.normal(size=(N, I)), RNG.normal(size=(I, O))
    b, g = RNG.normal(size=(1, O)), RNG.normal(size=(N, O))
    return x, w, b, g


def numeric(f, array):
    """The gradient of f(array), entry by entry, by central differences."""
    gradient = np.empty_like(array)
    for i in np.ndindex(array.shape):

        def at(value, i=i):
            moved = array.copy()
            moved[i] = value
            return f(moved)

        gradient[i] = slope(at, array[i])
    return gradient


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


# --- chapter 3 ---


def rows_of_probabilities():
    e = np.exp(RNG.normal(size=(N, O)))
    return e / e.sum(axis=1, keepdims=True)


def one_hot_rows():
    return np.eye(O)[RNG.integers(O, size=N)]


def mean_cross_entropy(p, y):
    return -(y * np.log(p)).sum() / N


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


# --- chapter 4 ---


def softmax_of(z):
    e = np.exp(z)
    return e / e.sum(axis=-1, keepdims=True)


def logits_of_one_sample():
    return RNG.normal(size=O)


def numeric_jacobian(z):
    return np.array(
        [numeric(lambda z, i=i: softmax_of(z)[i], z) for i in range(len(z))]
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


# --- chapter 5 ---


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


# --- chapter 6 ---


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


# --- chapter 7 ---


def error_of(approximation, h: float) -> float:
    """How far it is from the slope of exp at 0.7."""
    return abs(approximation(np.exp, 0.7, h) - np.exp(0.7))


def falls_with_the_power(approximation, power):
    ratio = error_of(approximation, 1e-2) / error_of(approximation, 1e-3)
    np.testing.assert_allclose(ratio, 10**power, rtol=0.02)


@equation(
    "eq-forward-difference",
    r"f'(x) \approx \frac{f(x + h) - f(x)}{h}",
)
def forward_difference():
    falls_with_the_power(lambda f, x, h: (f(x + h) - f(x)) / h, 1)


@equation(
    "eq-central-difference",
    r"f'(x) \approx \frac{f(x + h) - f(x - h)}{2h}",
)
def central_difference():
    falls_with_the_power(lambda f, x, h: (f(x + h) - f(x - h)) / (2 * h), 2)


def rest_of_sin(x: float, d):
    """What is left of sin when its straight line at x is taken away."""
    return np.sin(x + d) - (np.sin(x) + d * np.cos(x))


@equation(
    "eq-rest",
    r"r(d) = f(x + d) - f(x) - d\, f'(x)",
)
def rest():
    x, h = 0.7, 1e-3
    for d, sign in ((h, 1), (-h, -1)):  # a bowl: the same on both sides
        share = rest_of_sin(x, 2 * d) / rest_of_sin(x, d)
        np.testing.assert_allclose(share, 4, rtol=1e-2)
        one_sided = sign * (np.sin(x + d) - np.sin(x)) / h
        equal(one_sided - np.cos(x), sign * rest_of_sin(x, d) / h)


@equation("eq-truncation", r"D = f'(x) + k\, h^2 + \ldots")
def truncation():
    """The same k for every h, and it is what the two rests leave."""
    x, ks = 0.7, []
    for h in (1e-2, 1e-3):
        error = (np.sin(x + h) - np.sin(x - h)) / (2 * h) - np.cos(x)
        rests = rest_of_sin(x, h) - rest_of_sin(x, -h)
        equal(error, rests / (2 * h))
        ks.append(error / h**2)
    np.testing.assert_allclose(ks[0], ks[1], rtol=1e-4)


@equation(
    "eq-relative-error",
    r"e = \frac{|a - n|}{\max(|a|, |n|)}",
)
def relative_error():
    """The same in both orders, in all units, and 1 if one of them is 0."""

    def right(a, n):
        return abs(a - n) / max(abs(a), abs(n))

    a, n = RNG.normal(size=2)
    equal(right(a, n), right(n, a))
    equal(right(a, n), right(1000 * a, 1000 * n))
    equal(right(a, 0.0), 1)
    equal(right(4.0, 5.0), 0.2)


@equation(
    "eq-complex-taylor",
    r"\begin{aligned} f(x + ih) = {} &f(x) + i h f'(x) \\ "
    r"&- c\, h^2 - \ldots \end{aligned}",
)
def complex_taylor():
    x, h = 0.7, 1e-3
    c = rest_of_sin(x, h) / h**2  # of the bowl
    right = np.sin(x) + 1j * h * np.cos(x) - c * h**2
    equal(np.sin(x + 1j * h), right)


@equation(
    "eq-complex-step",
    r"f'(x) \approx \frac{\operatorname{Im} f(x + ih)}{h}",
)
def complex_step():
    assert error_of(lambda f, x, h: f(x + 1j * h).imag / h, 1e-20) < 1e-14


# --- chapter 8 ---


@equation(
    "eq-adversarial",
    r"x' = x + \epsilon \, "
    r"\mathrm{sign}\!\left(\frac{\partial L}{\partial x}\right)",
)
def adversarial():
    """No other small step of this length makes the loss grow as much."""
    rng = np.random.default_rng(8)
    network = Network([Dense(I, O, rng=rng)], SoftmaxCrossEntropy())
    x, targets = rng.uniform(0.2, 0.8, (1, I)), np.array([1])
    before = network.forward(x, targets)
    slope = network.backward(dinputs=True)
    epsilon = 1e-6
    moved = ADVERSARIAL.reference(x, slope, epsilon)
    equal(moved, x + epsilon * np.sign(slope))
    growth = (network.forward(moved, targets) - before) / epsilon
    np.testing.assert_allclose(growth, np.abs(slope).sum(), rtol=1e-4)
    for _ in range(20):
        other = x + epsilon * rng.uniform(-1, 1, x.shape)
        assert network.forward(other, targets) - before < growth * epsilon


# --- a layer of your own ---


@equation(
    "eq-own-tanh",
    r"\frac{\partial L}{\partial x} = \frac{\partial L}{\partial y} \, "
    r"(1 - y^2), \qquad y = \tanh x",
)
def own_tanh():
    x, upstream = RNG.normal(size=2)
    y = np.tanh(x)
    equal(slope(lambda x: upstream * np.tanh(x), x), upstream * (1 - y**2))


def normalised(x):
    v = ((x - x.mean(axis=0)) ** 2).mean(axis=0)
    return (x - x.mean(axis=0)) / np.sqrt(v + 1e-5)


@equation(
    "eq-own-normal",
    r"y_{nk} = \gamma_k \, \hat x_{nk} + \beta_k, \qquad "
    r"\hat x_{nk} = \frac{x_{nk} - m_k}{\sqrt{v_k + \varepsilon}}",
)
def own_normal():
    """Columns of mean 0 and spread 1, whatever they were."""
    x = 3 + 7 * RNG.normal(size=(40, I))
    equal(normalised(x).mean(axis=0), 0)
    np.testing.assert_allclose(normalised(x).std(axis=0), 1, rtol=1e-5)
    np.testing.assert_allclose(normalised(2 * x + 1), normalised(x), rtol=1e-5)


@equation(
    "eq-own-normal-back",
    r"\frac{\partial L}{\partial x_{nk}} = "
    r"\frac{1}{\sqrt{v_k + \varepsilon}} \left( d_{nk} - \overline{d}_k - "
    r"\hat x_{nk} \, \overline{(d \, \hat x)}_k \right)",
)
def own_normal_back():
    x, d = RNG.normal(size=(2, 5, I))
    width = np.sqrt(((x - x.mean(axis=0)) ** 2).mean(axis=0) + 1e-5)
    hat = normalised(x)
    right = (d - d.mean(axis=0) - hat * (d * hat).mean(axis=0)) / width
    left = finite_differences(lambda x: (d * normalised(x)).sum(), x)
    np.testing.assert_allclose(left, right, rtol=1e-6, atol=1e-8)


# --- the rules about checks ---


def in_the_book() -> dict[str, str]:
    found = {}
    for path in CHAPTERS:
        equations = rules.labelled_equations(read_notebook(path))
        assert not set(found) & set(equations), "a label is used twice"
        found |= equations
    return found


def test_every_labelled_equation_has_a_check_and_no_check_is_left_over():
    assert set(CHECKS) == set(in_the_book())


@pytest.mark.parametrize("label", CHECKS)
def test_the_equation_in_the_book_is_the_one_that_is_checked(label):
    assert in_the_book()[label] == CHECKS[label][0]


@pytest.mark.parametrize("label", CHECKS)
def test_both_sides_of_the_equation_agree(label):
    CHECKS[label][1]()
