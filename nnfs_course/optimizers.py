"""Optimizers: from gradients to better parameters (chapter 6)."""

from __future__ import annotations

import numpy as np

from nnfs_course.checks import settings
from nnfs_course.checks.named_arrays import (
    all_finite,
    as_named,
    in_parts,
    joined,
)
from nnfs_course.checks.numbers import shortened
from nnfs_course.checks.shapes import NotFinite


class SGD:
    """Stochastic gradient descent, with momentum if asked for::

        rate      = learning_rate / (1 + decay * steps)
        velocity  = momentum * velocity - rate * gradient
        parameter = parameter + velocity

    Velocities start at 0. With momentum 0, each step is `-rate * gradient`.

    Parameters
    ----------
    learning_rate : float
        Above 0.
    momentum : float
        How much of the last velocity stays: 0 or above, and below 1.
    decay : float
        How fast the rate falls; 0 or above.

    Attributes
    ----------
    steps : int
        Finished steps.
    velocity : dict of str to array
        By the name of the parameter, in its shape; empty before the first step.

    Raises
    ------
    ValueError
        If a setting is not a finite number in its range.

    Notes
    -----
    One optimizer belongs to one network: it remembers how that one moved.

    Source: Kinsley and Kukiela, *Neural Networks from Scratch in Python*,
    chapter 10.

    Examples
    --------
    >>> sgd = SGD(0.1, momentum=0.5)
    >>> sgd.step({"w": [1.0]}, {"w": [2.0]})
    {'w': array([0.8])}
    >>> sgd.step({"w": [0.8]}, {"w": [2.0]})
    {'w': array([0.5])}
    """

    def __init__(self, learning_rate, *, momentum=0.0, decay=0.0):
        self.learning_rate = _rate("learning_rate", learning_rate)
        self.momentum = _share("momentum", momentum)
        self.decay = _decay(decay)
        self.steps = 0
        self.velocity = {}

    @property
    def rate(self) -> float:
        """The learning rate of the next step."""
        return self.learning_rate / (1 + self.decay * self.steps)

    def step(self, parameters, gradients):
        """The parameters one step further: a new dict of new arrays.

        parameters and gradients are dicts of name to array, with the same
        names and shapes; both stay as they are. Dtypes are the parameters'.
        Raises ValueError if they do not fit each other or the last step, or
        if a number is not finite.
        """
        parameters, gradients = _checked(parameters, gradients, self.velocity)
        parameter, gradient = joined(parameters), joined(gradients)
        velocity = joined(self.velocity) if self.steps else 0
        with np.errstate(over="ignore", invalid="ignore"):
            velocity = self.momentum * velocity - self.rate * gradient
            moved = in_parts(parameter + velocity, like=parameters)
        _all_finite(parameters, gradients, moved)
        self.velocity = in_parts(velocity, like=parameters)
        self.steps += 1
        return moved


class Adam:
    """Adam: a rate for each number, from the history of its gradient::

        rate  = learning_rate / (1 + decay * steps)
        t     = steps + 1
        m     = beta_1 * m + (1 - beta_1) * gradient
        v     = beta_2 * v + (1 - beta_2) * gradient**2
        m_hat = m / (1 - beta_1**t)
        v_hat = v / (1 - beta_2**t)
        parameter = parameter - rate * m_hat / (sqrt(v_hat) + epsilon)

    m and v start at 0. Both are too small at first; the hats correct that.

    Parameters
    ----------
    learning_rate, epsilon : float
        Above 0.
    decay : float
        How fast the rate falls; 0 or above.
    beta_1, beta_2 : float
        How much of m and of v stays: 0 or above, and below 1.

    Attributes
    ----------
    steps : int
        Finished steps.
    m, v : dict of str to array
        By the name of the parameter, in its shape; empty before the first step.

    Raises
    ------
    ValueError
        If a setting is not a finite number in its range.

    Notes
    -----
    One optimizer belongs to one network: it remembers how that one moved.

    Source: Kingma and Ba (2015), *Adam: a method for stochastic optimization*;
    Kinsley and Kukiela, *Neural Networks from Scratch in Python*, chapter 10.

    Examples
    --------
    Whatever the size of the gradient, the first step is one learning rate.

    >>> Adam(0.1).step({"w": [1.0, 1.0]}, {"w": [100.0, -5.0]})
    {'w': array([0.9, 1.1])}
    """

    def __init__(
        self,
        learning_rate=0.001,
        *,
        decay=0.0,
        beta_1=0.9,
        beta_2=0.999,
        epsilon=1e-7,
    ):
        self.learning_rate = _rate("learning_rate", learning_rate)
        self.decay = _decay(decay)
        self.beta_1 = _share("beta_1", beta_1)
        self.beta_2 = _share("beta_2", beta_2)
        self.epsilon = _rate("epsilon", epsilon)
        self.steps = 0
        self.m, self.v = {}, {}

    @property
    def rate(self) -> float:
        """The learning rate of the next step."""
        return self.learning_rate / (1 + self.decay * self.steps)

    def step(self, parameters, gradients):
        """The parameters one step further: a new dict of new arrays.

        parameters and gradients are dicts of name to array, with the same
        names and shapes; both stay as they are. Dtypes are the parameters'.
        Raises ValueError if they do not fit each other or the last step, or
        if a number is not finite.
        """
        parameters, gradients = _checked(parameters, gradients, self.m)
        parameter, gradient = joined(parameters), joined(gradients)
        m, v = (joined(self.m), joined(self.v)) if self.steps else (0, 0)
        t = self.steps + 1
        with np.errstate(over="ignore", divide="ignore", invalid="ignore"):
            m = self.beta_1 * m + (1 - self.beta_1) * gradient
            v = self.beta_2 * v + (1 - self.beta_2) * gradient**2
            m_hat = m / (1 - self.beta_1**t)
            v_hat = v / (1 - self.beta_2**t)
            change = self.rate * m_hat / (np.sqrt(v_hat) + self.epsilon)
            moved = in_parts(parameter - change, like=parameters)
            m, v = in_parts(m, like=parameters), in_parts(v, like=parameters)
        _all_finite(parameters, gradients, moved)
        all_finite("the new v", v)  # a square can overflow on its own
        self.m, self.v, self.steps = m, v, t
        return moved


def _rate(name, value):
    return settings.number(name, value, lambda rate: rate > 0, "above 0")


def _share(name, value):
    words = "from 0 up to, but not including, 1"
    return settings.number(name, value, lambda share: 0 <= share < 1, words)


def _decay(value):
    return settings.number("decay", value, lambda d: d >= 0, "0 or above")


def _all_finite(parameters, gradients, moved):
    """A NaN or infinity that came in shows in what comes out.

    So one look is enough; only if it finds one, the first cause is named.
    """
    try:
        all_finite("the new parameters", moved)
    except NotFinite:
        all_finite("parameters", parameters)
        all_finite("gradients", gradients)
        raise


def _checked(parameters, gradients, state):
    """Both as new dicts that fit each other, and what the last step moved."""
    parameters = as_named("parameters", parameters)
    gradients = as_named("gradients", gradients, like=parameters)
    before = {name: (array.shape, array.dtype) for name, array in state.items()}
    now = {name: (p.shape, p.dtype) for name, p in parameters.items()}
    if state and before != now:
        name = next(n for n in (*now, *before) if now.get(n) != before.get(n))
        raise ValueError(
            f"{shortened(name)} was {_told(before, name)} in the last step and "
            f"is {_told(now, name)} now. An optimizer remembers the parameters "
            "that it moves: make a new one for another network."
        )
    return parameters, gradients


def _told(kinds, name):
    shape, dtype = kinds.get(name, (None, None))
    return f"{dtype} of shape {shape}" if name in kinds else "absent"
