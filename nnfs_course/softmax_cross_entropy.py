"""Softmax and cross-entropy in one: the short gradient (chapter 5)."""

from __future__ import annotations

import numpy as np

from nnfs_course.checks import shapes
from nnfs_course.checks.targets import as_class_indices


class SoftmaxCrossEntropy:
    """Cross-entropy of softmax, straight from the logits::

        loss    = mean over samples of log(sum(exp(logits))) - true logit
        outputs = softmax(logits)
        dinputs = (outputs - one_hot(targets)) / N

    Attributes
    ----------
    outputs : array (N, C)
        The probabilities of the last `forward`; None before.
    targets : array (N,)
        Class indices of the last `forward`, whichever form they came in.
    dinputs : array (N, C)
        dL/d(logits), of the last `backward`.

    Notes
    -----
    The loss goes by log-sum-exp, so no probability is ever put into a
    logarithm, and logits of +1000 and -1000 give the exact loss 2000. NaN and
    infinite logits are refused.

    Source: Kinsley and Kukiela, *Neural Networks from Scratch in Python*,
    chapter 9; Bishop (2006), section 4.3.4; equation eq-fused of chapter 5.

    Examples
    --------
    >>> loss = SoftmaxCrossEntropy()
    >>> round(loss.forward([[0, 0], [1000, -1000]], targets=[0, 1]), 6)
    1000.346574
    >>> loss.backward()
    array([[-0.25,  0.25],
           [ 0.5 , -0.5 ]])
    """

    def __init__(self):
        self.outputs = self.targets = self.dinputs = None

    def forward(self, logits, targets) -> float:
        """The loss, one number. logits (N, C); targets (N,) or (N, C).

        Raises ValueError if logits is not a batch of finite numbers, or if
        targets are neither class indices nor one-hot rows for it.
        """
        logits = shapes.all_finite("logits", shapes.as_batch("logits", logits))
        targets = as_class_indices(targets, *logits.shape)
        shifted = logits - logits.max(axis=1, keepdims=True)  # (N, C)
        exponentials = np.exp(shifted)
        sums = exponentials.sum(axis=1, keepdims=True)  # (N, 1)
        true_logits = shifted[np.arange(len(targets)), targets]  # (N,)
        losses = np.log(sums[:, 0]) - true_logits  # (N,)
        self.outputs, self.targets = exponentials / sums, targets
        return float(losses.mean())

    def backward(self):
        """dinputs = (outputs - one_hot(targets)) / N, (N, C).

        Raises RuntimeError before the first `forward`.
        """
        shapes.needs_forward("SoftmaxCrossEntropy", self.outputs)
        samples = len(self.targets)
        dinputs = self.outputs.copy()  # (N, C); outputs stay as they are
        dinputs[np.arange(samples), self.targets] -= 1
        self.dinputs = dinputs / samples
        return self.dinputs
