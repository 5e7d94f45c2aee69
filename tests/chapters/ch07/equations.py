"""The labelled equations of chapter 7, each side computed."""

import numpy as np

from tests.oracles.equations import (
    RNG,
    equal,
    equation,
)


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
