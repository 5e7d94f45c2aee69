"""Loss: what every loss promises, written once (chapter 3).

Like a layer, a loss is its formulas. It is where the backward pass starts, so
its `backward` takes nothing.
"""

from __future__ import annotations

import numpy as np

from nnfs_course.checks import shapes
from nnfs_course.checks.targets import as_class_indices
from nnfs_course.checks.used import Used
from nnfs_course.layout import by_columns

DOORS = {
    "predictions": shapes.as_probabilities,
    "logits": shapes.as_finite_batch,
}


class Loss:
    """The contract of a loss. A loss of your own needs its formulas only::

        loss_from(used)     the mean over the samples, one number
        dinputs_from(used)  its gradient, with the 1/N of the mean, (N, C)

    `used` is what forward used: `used.predictions` (or `used.logits`),
    `used.targets` as class indices, and `used.true`, which picks each sample's
    true class: `used.predictions[used.true]` has shape (N,). A formula may put
    more into it, for the way back. All of it can be read on the loss, too.

    Attributes
    ----------
    takes : str
        "predictions", rows of probabilities; or "logits", any finite numbers.
    targets : array (N,)
        Class indices of the last `forward`, whichever form they came in.
    dinputs : array (N, C)
        dL/d(what it takes), of the last `backward`; None before.
    """

    takes = "predictions"

    def __init__(self):
        self.used = self.targets = self.dinputs = None
        setattr(self, self.takes, None)

    def forward(self, inputs, targets) -> float:
        """The loss, one number. inputs (N, C); targets (N,) or (N, C).

        Raises ValueError if inputs are not what the loss takes, or if targets
        are neither class indices nor one-hot rows for them.
        """
        inputs = by_columns(DOORS[self.takes](self.takes, inputs))
        targets = as_class_indices(targets, *inputs.shape)
        used = Used(targets=targets)
        used.true = (np.arange(len(targets)), targets)
        setattr(used, self.takes, inputs)
        loss = float(self.loss_from(used))
        vars(self).update(vars(used), used=used)
        return loss

    def backward(self):
        """dinputs = dinputs_from(used), (N, C).

        Raises RuntimeError before the first `forward`.
        """
        shapes.needs_forward(type(self).__name__, self.used)
        self.dinputs = self.dinputs_from(self.used)
        return self.dinputs
