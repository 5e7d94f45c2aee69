"""Categorical cross-entropy: how surprised the truth is (chapter 3)."""

from __future__ import annotations

import numpy as np

from nnfs_course.loss import Loss


class CategoricalCrossEntropy(Loss):
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
    `forward(predictions, targets)` and `backward()` are those of `Loss`.

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

    takes = "predictions"

    def loss_from(self, used):
        p = used.predictions[used.true]
        tiny = np.finfo(p.dtype).tiny
        used.p = np.maximum(p, tiny)
        tangent = (used.p - p) / tiny
        return (tangent - np.log(used.p)).mean()

    def dinputs_from(self, used):
        dinputs = np.zeros_like(used.predictions)
        dinputs[used.true] = -1 / used.p / len(dinputs)
        return dinputs
