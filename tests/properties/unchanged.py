"""Whether something is as it was: what to compare before and after."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import traitlets

from nnfs_course.graph import Node


def snapshot(thing, depth=8):
    """All that is inside, as plain data that `==` can compare."""
    if depth == 0:
        return id(thing)
    if isinstance(thing, np.ndarray):
        if thing.dtype == object:
            return _all(thing.ravel().tolist(), depth)
        return thing.dtype.str, thing.shape, thing.tobytes()
    if isinstance(thing, (list, tuple)):
        return _all(thing, depth)
    if isinstance(thing, Mapping):
        return _all(thing.keys(), depth), _all(thing.values(), depth)
    if isinstance(thing, Node):
        return thing.op, repr(thing), _all(thing.parents, depth)
    if isinstance(thing, traitlets.HasTraits):
        return snapshot(thing.state, depth - 1)
    if type(thing).__module__.startswith("nnfs_course"):
        return snapshot(vars(thing), depth - 1)
    return id(thing)


def _all(things, depth):
    return [snapshot(thing, depth - 1) for thing in things]
