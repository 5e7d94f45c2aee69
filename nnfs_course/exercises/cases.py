"""Random inputs in which wrong functions show, for several chapters.

They have both signs, nothing close to 0, sizes that differ and sizes of 1.
"""

from __future__ import annotations

import math

import numpy as np

# Samples and classes: more samples than classes, as many, and fewer.
SIZES = ((4, 3), (3, 3), (1, 4), (6, 2), (2, 5), (2, 1))


def normal(rng, *shape):
    """Random numbers away from 0; two or more of them have both signs."""
    signs = np.resize(rng.permutation([-1.0, 1.0]), math.prod(shape))
    return rng.permutation(signs).reshape(shape) * rng.uniform(0.3, 2, shape)


def probabilities(rng, n, c):
    """Random rows that add up to 1, sure ones and unsure ones."""
    e = np.exp(rng.uniform(-2, 2, (n, c)))
    return e / e.sum(axis=1, keepdims=True)


def classes(rng, n, c):
    """Class indices: all classes occur, or the last one does not if n < c."""
    if n < c:
        return rng.permutation(c - 1)[:n]
    return rng.permutation(np.resize(np.arange(c), n))


def batch(rng, n, c):
    """Probabilities and targets; the first sample is guessed wrong."""
    p, targets = probabilities(rng, n, c), classes(rng, n, c)
    p[0, [targets[0], p[0].argmin()]] = p[0, [p[0].argmin(), targets[0]]]
    return p, targets
