"""Every labelled equation of the book, checked by numbers.

A check names the equation by its label, repeats its LaTeX, and compares both
sides: the right side as coded here, the left side by finite differences or by
the chain of its own steps. Editing the equation in a chapter means coming back
here, because the LaTeX must match.
"""

import numpy as np
import pytest

from tests import rules
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
    r"\frac{\partial y}{\partial w_0} = \frac{\partial y}{\partial z} \cdot "
    r"\frac{\partial z}{\partial (x_0 w_0)} \cdot "
    r"\frac{\partial (x_0 w_0)}{\partial w_0}",
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
    r"\frac{\partial y}{\partial a} = \sum_{\text{paths from } a \text{ to } y}"
    r" (\text{product of the local derivatives along the path})",
)
def fork():
    for a in RNG.normal(size=5):
        one_path, other_path = 3, a + a  # 3a, and a * a by both its factors
        equal(slope(lambda a: 3 * a + a * a, a), one_path + other_path)


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
