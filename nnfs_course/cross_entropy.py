"""Categorical cross-entropy: how surprised the truth is (chapter 3)."""

from __future__ import annotations

import numpy as np

from nnfs_course.checks import shapes
from nnfs_course.checks.targets import as_class_indices


class CategoricalCrossEntropy:
    """The mean of -log(p), p being the probability of the true class::

        loss    = mean over samples of -log(p)
        dinputs = -1 / p / N in the column of the true class, else 0

    Attributes
    ----------
    predictions : array (N, C)
        Of the last `forward`; None before.
    targets : array (N,)
        Class indices of the last `forward`, whichever form they came in.
    dinputs : array (N, C)
        dL/d(predictions), of the last `backward`.

    Notes
    -----
    At p = 0 the logarithm has no value. Below the smallest normal number of
    the dtype (`tiny`), the curve therefore continues as its own tangent:
    `-log(tiny) + (tiny - p) / tiny`, with the slope `-1 / tiny`. So value and
    gradient are finite and belong to the same function.

    Predictions must be rows of probabilities, so NaN and infinity are refused.

    Source: Kinsley and Kukiela, *Neural Networks from Scratch in Python*,
    chapters 5 and 9; equations eq-loss and eq-dpredictions of chapter 3.

    Examples
    --------
    >>> loss = CategoricalCrossEntropy()
    >>> round(loss.forward([[0.5, 0.5], [0.25, 0.75]], targets=[0, 0]), 6)
    1.039721
    >>> loss.backward()
    array([[-1.,  0.],
           [-2.,  0.]])
    """

    def __init__(self):
        self.predictions = self.targets = self.dinputs = None

    def forward(self, predictions, targets) -> float:
        """The loss, one number. predictions (N, C); targets (N,) or (N, C).

        Raises ValueError if predictions are not rows of probabilities, or if
        targets are neither class indices nor one-hot rows for them.
        """
        predictions = shapes.as_probabilities("predictions", predictions)
        targets = as_class_indices(targets, *predictions.shape)
        p, floor = self._true_class(predictions, targets)
        below = np.minimum(p - floor, 0) / floor  # 0, or down to -1 at p = 0
        losses = -np.log(np.maximum(p, floor)) - below  # (N,)
        self.predictions, self.targets = predictions, targets
        return float(losses.mean())

    def backward(self):
        """dinputs: -1 / p / N in the column of the true class, else 0.

        Raises RuntimeError before the first `forward`.
        """
        shapes.needs_forward("CategoricalCrossEntropy", self.predictions)
        samples = len(self.predictions)
        p, floor = self._true_class(self.predictions, self.targets)
        dinputs = np.zeros_like(self.predictions)  # (N, C)
        true_column = (np.arange(samples), self.targets)
        dinputs[true_column] = -1 / np.maximum(p, floor) / samples
        self.dinputs = dinputs
        return self.dinputs

    @staticmethod
    def _true_class(predictions, targets):
        """Each sample's p, (N,), and the number where the tangent begins."""
        p = predictions[np.arange(len(targets)), targets]
        return p, np.finfo(p.dtype).tiny
