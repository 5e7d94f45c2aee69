"""What forward used, kept for backward."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np


class Used(SimpleNamespace):
    """Arrays under plain names: `used.inputs`, `used.weights`, ...

    Two are equal if they hold the same numbers under the same names, so that
    a layer can be compared with what it was before.

    >>> Used(inputs=np.ones(2)) == Used(inputs=np.ones(2))
    True
    """

    __hash__ = None

    def __eq__(self, other):
        if (
            not isinstance(other, Used)
            or vars(self).keys() != vars(other).keys()
        ):
            return False
        return all(
            np.array_equal(array, getattr(other, name))
            for name, array in vars(self).items()
        )

    def __ne__(self, other):  # SimpleNamespace has one of its own
        return not self == other
