"""Softmax: from any numbers to probabilities (chapter 4)."""

from __future__ import annotations

import numpy as np

from nnfs_course.checks import shapes


class Softmax:
    """Each row of logits becomes a row of probabilities::

        outputs = exp(inputs) / exp(inputs).sum(axis=1)
        dinputs = outputs * (dvalues - (dvalues * outputs).sum(axis=1))

    The second line is the vector-Jacobian product. It needs no Jacobian.

    Attributes
    ----------
    inputs, outputs : array (N, C)
        Of the last `forward`; None before.
    dinputs : array (N, C)
        dL/d(inputs), of the last `backward`.

    Notes
    -----
    The maximum of each row is subtracted before exp. The result is the same,
    because softmax does not change when a whole row shifts, and exp cannot
    overflow. NaN and infinite logits are refused.

    Source: Kinsley and Kukiela, *Neural Networks from Scratch in Python*,
    chapter 9; Bridle (1990); equations eq-jacobian and eq-vjp of chapter 4.

    Examples
    --------
    >>> softmax = Softmax()
    >>> softmax.forward([[0, 0]])
    array([[0.5, 0.5]])
    >>> softmax.backward([[1, 0]])
    array([[ 0.25, -0.25]])
    >>> softmax.jacobian()
    array([[[ 0.25, -0.25],
            [-0.25,  0.25]]])
    """

    def __init__(self):
        self.inputs = self.outputs = self.dinputs = None

    def forward(self, inputs):
        """outputs: row by row, exp(inputs) divided by its sum, (N, C).

        Raises ValueError if inputs is not a batch of finite numbers.
        """
        inputs = shapes.as_batch("inputs", inputs)
        shapes.all_finite("inputs", inputs)
        exponentials = np.exp(inputs - inputs.max(axis=1, keepdims=True))
        self.outputs = exponentials / exponentials.sum(axis=1, keepdims=True)
        self.inputs = inputs
        return self.outputs

    def jacobian(self):
        """J[n, i, j] = d outputs[n, i] / d inputs[n, j], (N, C, C)::

            J[n, i, j] = s[i] * ((i == j) - s[j]),  s = outputs[n]

        For looking at and for tests: `backward` gets along without it.
        Raises RuntimeError before the first `forward`.
        """
        shapes.needs_forward("Softmax", self.outputs)
        s = self.outputs
        identity = np.eye(s.shape[1], dtype=s.dtype)
        return s[:, :, None] * (identity - s[:, None, :])

    def backward(self, dvalues):
        """dinputs = outputs * (dvalues - (dvalues * outputs).sum(axis=1)).

        Raises RuntimeError before the first `forward`, ValueError if dvalues
        has not the shape of outputs.
        """
        shapes.needs_forward("Softmax", self.outputs)
        dvalues = shapes.as_gradient("dvalues", dvalues, like=self.outputs)
        mean = (dvalues * self.outputs).sum(axis=1, keepdims=True)  # (N, 1)
        self.dinputs = self.outputs * (dvalues - mean)  # (N, C)
        return self.dinputs
