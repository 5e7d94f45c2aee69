"""The labelled equations of the page "Your own layer"."""

import numpy as np

from nnfs_course import (
    finite_differences,
)
from tests.oracles.equations import (
    RNG,
    I,
    equal,
    equation,
    slope,
)


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
