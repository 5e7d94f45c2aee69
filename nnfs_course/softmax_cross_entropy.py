"""Softmax and cross-entropy in one: the short gradient (chapter 5)."""

from __future__ import annotations

import numpy as np

from nnfs_course.loss import Loss


class SoftmaxCrossEntropy(Loss):
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
    `forward(logits, targets)` and `backward()` are those of `Loss`.

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

    takes = "logits"
    outputs = None  # before the first forward

    def loss_from(self, used):
        shifted = used.logits - used.logits.max(axis=1, keepdims=True)
        exponentials = np.exp(shifted)
        sums = exponentials.sum(axis=1, keepdims=True)
        used.outputs = exponentials / sums
        return (np.log(sums[:, 0]) - shifted[used.true]).mean()

    def dinputs_from(self, used):
        dinputs = np.copy(used.outputs)
        dinputs[used.true] -= 1
        return dinputs / len(dinputs)
