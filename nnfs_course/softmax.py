"""Softmax: from any numbers to probabilities (chapter 4)."""

from __future__ import annotations

import numpy as np

from nnfs_course.checks import shapes
from nnfs_course.layer import Layer


class Softmax(Layer):
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
    `forward(inputs)` and `backward(dvalues)` are those of `Layer`.

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

    needs_finite = True
    sums_rows = True
    gives = "probabilities"

    def outputs_from(self, used):
        top = used.inputs.max(axis=1, keepdims=True)
        exponentials = np.exp(used.inputs - top)
        return exponentials / exponentials.sum(axis=1, keepdims=True)

    def dinputs_from(self, dvalues, used):
        mean = np.einsum("nc,nc->n", dvalues, used.outputs)  # (N,)
        return used.outputs * (dvalues - mean[:, np.newaxis])

    def jacobian(self):
        """J[n, i, j] = d outputs[n, i] / d inputs[n, j], (N, C, C)::

            J[n, i, j] = s[i] * ((i == j) - s[j]),  s = outputs[n]

        For looking at and for tests: `backward` gets along without it.
        Raises RuntimeError before the first `forward`.
        """
        shapes.needs_forward("Softmax", self.outputs)
        tables = [np.diag(s) - np.outer(s, s) for s in self.outputs]
        return np.array(tables)
