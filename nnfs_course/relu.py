"""ReLU: a gate for every number (chapters 1 and 2)."""

from __future__ import annotations

import numpy as np

from nnfs_course.layer import Layer


class ReLU(Layer):
    """The rectified linear unit, entry by entry::

        outputs = max(0, inputs)
        dinputs = dvalues * (inputs > 0)

    Attributes
    ----------
    inputs, outputs : array (N, O)
        Of the last `forward`; None before.
    dinputs : array (N, O)
        dL/d(inputs), of the last `backward`.

    Notes
    -----
    `forward(inputs)` and `backward(dvalues)` are those of `Layer`.

    At exactly 0 the derivative is taken to be 0. NaN stays NaN on the way
    forward; no gradient passes back through it. An infinite dvalue times 0 is
    NaN, as everywhere in NumPy.

    Source: Kinsley and Kukiela, *Neural Networks from Scratch in Python*,
    chapter 9; equation eq-mask of chapter 2.

    Examples
    --------
    >>> relu = ReLU()
    >>> relu.forward([[2, 0, -3]])
    array([[2., 0., 0.]])
    >>> relu.backward([[10, 10, 10]])
    array([[10.,  0.,  0.]])
    """

    def outputs_from(self, used):
        return np.maximum(used.inputs, 0)

    def dinputs_from(self, dvalues, used):
        dinputs = dvalues * (used.inputs > 0)  # times 1 or 0
        dinputs += 0  # -0.0 becomes 0.0
        return dinputs
