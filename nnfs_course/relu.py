"""ReLU: a gate for every number (chapters 1 and 2)."""

from __future__ import annotations

import numpy as np

from nnfs_course.checks import shapes


class ReLU:
    """The rectified linear unit, entry by entry::

        outputs = max(0, inputs)
        dinputs = dvalues where inputs > 0, else 0

    Attributes
    ----------
    inputs, outputs : array (N, O)
        Of the last `forward`; None before.
    dinputs : array (N, O)
        dL/d(inputs), of the last `backward`.

    Notes
    -----
    At exactly 0 the derivative is taken to be 0. NaN stays NaN on the way
    forward; no gradient passes back through it.

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

    def __init__(self):
        self.inputs = self.outputs = self.dinputs = None

    def forward(self, inputs):
        """outputs = max(0, inputs), any batch (N, O).

        Raises ValueError if inputs is not a batch of numbers.
        """
        inputs = shapes.as_batch("inputs", inputs)
        self.outputs = np.maximum(inputs, 0)
        self.inputs = inputs
        return self.outputs

    def backward(self, dvalues):
        """dinputs: dvalues where the gate was open, 0 where it was closed.

        Raises RuntimeError before the first `forward`, ValueError if dvalues
        has not the shape of outputs.
        """
        shapes.needs_forward("ReLU", self.outputs)
        dvalues = shapes.as_gradient("dvalues", dvalues, like=self.outputs)
        self.dinputs = np.where(self.inputs > 0, dvalues, 0)
        return self.dinputs
