"""History: how a training run went (chapter 6)."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(repr=False)
class History:
    """How a training run went: lists with one entry for each finished epoch.

    Loss, accuracy and gradient norms are measured on the way, before each
    step, on the batch of that step; an entry is their mean over the epoch's
    samples. So with a full batch, `loss[0]` is the loss before any step.

    Attributes
    ----------
    epochs : list of int
        1, 2, 3, ...
    loss, accuracy : list of float
        On the training data.
    gradient_norms : dict of str to list of float
        For each layer that trains, like layer0: the norm of the gradient of
        its first parameter, the root of the sum of its squares. For Dense
        that is dweights.
    rate : list of float
        The learning rate of the epoch's first step.
    held_out_accuracy : list of float
        After the epoch's last step; empty if nothing was held out.
    stopped : str or None
        "interrupted" or "diverged"; None if all epochs are done.
    """

    epochs: list = field(default_factory=list)
    loss: list = field(default_factory=list)
    accuracy: list = field(default_factory=list)
    gradient_norms: dict = field(default_factory=dict)
    rate: list = field(default_factory=list)
    held_out_accuracy: list = field(default_factory=list)
    stopped: str | None = None

    def keep_whole_epochs(self) -> None:
        """Drop what an interrupt left of an epoch that is not in `epochs`."""
        done = len(self.epochs)
        norms = self.gradient_norms.values()
        for numbers in (self.loss, self.accuracy, self.rate, *norms):
            del numbers[done:]
        del self.held_out_accuracy[done:]

    def __repr__(self) -> str:
        text = f"{len(self.epochs)} epochs"
        for name in ("loss", "accuracy", "held_out_accuracy"):
            if numbers := getattr(self, name):
                told = name.replace("_", " ").replace("held out", "held-out")
                text += f", {told} {numbers[0]:.4g} to {numbers[-1]:.4g}"
        return f"<{text}{f', {self.stopped}' if self.stopped else ''}>"
