"""train_test_split, drawing the same random numbers as the real one."""

from __future__ import annotations

import math

import numpy as np


def train_test_split(inputs, targets, *, test_size, random_state, stratify):
    """Both arrays shuffled and cut, each class in the same shares."""
    rng = np.random.RandomState(random_state)
    _, classes, counts = np.unique(
        stratify, return_inverse=True, return_counts=True
    )
    test = math.ceil(test_size * len(classes))
    if min(test, len(classes) - test) < len(counts):
        raise ValueError(f"test_size = {test_size} leaves a class out.")
    to_train = _shares(counts, len(classes) - test, rng)
    to_test = _shares(counts - to_train, test, rng)
    order = np.split(np.argsort(classes, kind="stable"), np.cumsum(counts)[:-1])
    train_rows, test_rows = [], []
    for rows, n, m in zip(order, to_train, to_test, strict=True):
        rows = rows[rng.permutation(len(rows))]
        train_rows.extend(rows[:n])
        test_rows.extend(rows[n : n + m])
    a, b = rng.permutation(train_rows), rng.permutation(test_rows)
    return inputs[a], inputs[b], targets[a], targets[b]


def _shares(counts, total, rng):
    """How many to draw from each class: rounded down, the rest by lot."""
    exact = counts / counts.sum() * total
    shares = np.floor(exact)
    left = int(total - shares.sum())
    remainder = exact - shares
    for value in np.sort(np.unique(remainder))[::-1]:
        if left == 0:
            break
        (places,) = np.where(remainder == value)
        n = min(len(places), left)
        shares[rng.choice(places, size=n, replace=False)] += 1
        left -= n
    return shares.astype(int)
