"""Attempts of readers at chapter 6, once answered with the wrong words."""

import numpy as np

from nnfs_course.exercises.catalogue import ALL
from nnfs_course.exercises.diagnosis import diagnose


def efficient_adam(w, m, v, gradient, t, rate, beta_1, beta_2, epsilon):
    """Algorithm 1 of Kingma and Ba in the order that section 2 gives."""
    m = beta_1 * m + (1 - beta_1) * gradient
    v = beta_2 * v + (1 - beta_2) * gradient**2
    rate = rate * np.sqrt(1 - beta_2**t) / (1 - beta_1**t)
    return w - rate * m / (np.sqrt(v) + epsilon), m, v


def test_the_efficient_order_of_adam_is_named():
    feedback = diagnose(ALL["adam-step"], efficient_adam)
    assert feedback.mistake == "epsilon-not-corrected"
