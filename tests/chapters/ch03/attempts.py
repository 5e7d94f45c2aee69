"""Attempts at the exercises of chapter 3."""

import numpy as np


def away_from_0(clipped):
    """A loss that stays away from log 0."""

    def attempt(p, targets):
        return -np.log(clipped(p[np.arange(len(p)), targets])).mean()

    return attempt


RIGHT = {
    "one-hot": [
        lambda y, n: (y[:, None] == np.arange(n)).astype(float),
        lambda y, n: np.eye(n, dtype=int)[y],
        lambda y, n: [[int(c == k) for c in range(n)] for k in y],
    ],
    "class-indices": [
        lambda t: np.argmax(t, axis=1) if len(t.shape) == 2 else t,
        lambda t: t.nonzero()[1] if t.ndim == 2 else t.astype(float),
    ],
    "cross-entropy": [
        lambda p, t: -(np.eye(p.shape[1])[t] * np.log(p)).sum() / len(p),
        lambda p, t: np.log(1 / p[range(len(p)), t]).mean(),
        away_from_0(lambda p: np.clip(p, 1e-7, 1 - 1e-7)),
        away_from_0(lambda p: p + 1e-9),
        away_from_0(lambda p: p + 1e-7),
    ],
    "cross-entropy-gradient": [
        lambda p, t: np.where(np.eye(p.shape[1])[t] == 1, -1 / p, 0) / len(p)
    ],
}

RARELY_WRONG = [
    ("class-indices", lambda t: t if len(t) == t.size else t.argmax(axis=1)),
]


def picked(p, targets):
    return -np.log(p[np.arange(3), targets]).mean()


def picked_and_divided(p, targets):
    return -np.log(p[np.arange(3), targets]).sum() / 3


def of_given_classes(y, n_classes):
    return np.eye(3)[y]


# Sizes of the chapter's example, and what must stand there.
SIZES = [
    ("cross-entropy", picked, "`len(p)`."),
    ("cross-entropy", picked_and_divided, "`len(p)`."),
    ("one-hot", of_given_classes, "`n_classes`."),
]

NO_SIZE = [
    ("cross-entropy", lambda p, targets: p[np.arange(3), targets].mean()),
]
