"""Attempts at the exercises of chapter 4."""

import numpy as np

from nnfs_course import Softmax


def loop_vjp(p, d):
    rows = []
    for s, g in zip(p, d, strict=True):
        rows.append((np.diagflat(s) - np.outer(s, s)) @ g)
    return np.array(rows)


RIGHT = {
    "softmax": [
        lambda z: np.exp(z - np.logaddexp.reduce(z, axis=1, keepdims=True)),
        lambda logits: Softmax().forward(logits),
    ],
    "softmax-jacobian": [
        lambda s: s[:, None] * (np.eye(len(s)) - s),
        lambda s: np.diagflat(s) - s.reshape(-1, 1) @ s.reshape(1, -1),
    ],
    "softmax-backward": [
        loop_vjp,
        lambda p, d: np.array(
            [
                g @ (np.diag(s) - np.outer(s, s))
                for s, g in zip(p, d, strict=True)
            ]
        ),
        lambda p, d: p * d - p * np.einsum("nc,nc->n", p, d)[:, None],
    ],
}


def smallest_subtracted(z):
    e = np.exp(z - z.min(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


RARELY_WRONG = [("softmax", smallest_subtracted)]


def in_a_loop(probabilities, dvalues):
    dinputs = np.zeros_like(dvalues)
    for n in range(3):
        s = probabilities[n]
        dinputs[n] = (np.diag(s) - np.outer(s, s)) @ dvalues[n]
    return dinputs


SIZES = [("softmax-backward", in_a_loop, "`len(probabilities)`.")]
