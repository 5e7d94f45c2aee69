"""What predictions and orderings compute: each chapter tells it in its file."""

from __future__ import annotations

COMPUTED, ORDERED = {}, {}


def prediction(name: str):
    """The function computes the answer of this prediction."""
    return _register(name, COMPUTED)


def ordering(name: str):
    """The function gives the names a program starts with, and its results."""
    return _register(name, ORDERED)


def _register(name: str, there: dict):
    def register(compute):
        assert name not in there, f"{name} is computed twice"
        there[name] = compute
        return compute

    return register
