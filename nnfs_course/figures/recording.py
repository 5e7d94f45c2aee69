"""Recording: a network's predictions over the plane, while it trains."""

from __future__ import annotations

import copy

import numpy as np

from nnfs_course.checks import settings, shapes
from nnfs_course.checks.numbers import shown
from nnfs_course.checks.targets import as_class_indices
from nnfs_course.network import Network

CELLS = 40  # along each side of the square
MOST_CLASSES = 4  # the figure has as many marks and colours

# Epochs that are kept: 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, ... Ten or so for
# each factor of ten, because early epochs change more than late ones.
FIRST_DIGITS = {1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80}


class Recording:
    """Keeps a network's parameters at some epochs, for `training_replay`::

        recording = Recording(network, inputs, targets)
        history = train(network, inputs, targets, ..., watch=recording)

    Make it before training: it measures the untrained network, epoch 0. Then
    `train` calls it after each epoch. It keeps early epochs densely, later
    ones sparsely, and always the last.

    Parameters
    ----------
    network : Network
        The one that will be trained. It stays as it is.
    inputs : array (N, 2)
        The training data, points of a plane.
    targets : array (N,) or (N, C)
        Their classes; C is 2 to 4.

    Attributes
    ----------
    epochs : list of int
        The epochs kept so far, from 0.

    Raises
    ------
    ValueError
        If data and network do not fit each other, if inputs do not have two
        columns, if there are more than four classes. And when it is called for
        another network, or for a second training run.

    Examples
    --------
    >>> from nnfs_course import Dense, SoftmaxCrossEntropy, spiral
    >>> inputs, targets = spiral(10, 3, seed=0)
    >>> network = Network([Dense(2, 3, rng=0)], SoftmaxCrossEntropy())
    >>> recording = Recording(network, inputs, targets)
    >>> for epoch in range(1, 101):
    ...     recording(epoch, network)
    >>> recording.epochs[:9], recording.epochs[-4:]
    ([0, 1, 2, 3, 4, 5, 6, 8, 10], [50, 60, 80, 100])
    >>> recording
    <Recording of epochs 0 to 100, 19 of them kept>
    """

    def __init__(self, network, inputs, targets):
        if not isinstance(network, Network):
            raise ValueError(
                "Recording needs the Network to watch, but got "
                f"{shown(network)}."
            )
        self.inputs = _points(inputs)
        self._network = network
        self._twin = copy.deepcopy(network)  # to evaluate, and to leave alone
        classes = network.outputs(self.inputs).shape[1]
        if not 2 <= classes <= MOST_CLASSES:
            raise ValueError(
                f"The figure can tell 2 to {MOST_CLASSES} classes apart, but "
                f"this network has {classes} outputs."
            )
        self.classes = classes
        self.targets = as_class_indices(targets, len(self.inputs), classes)
        self.low, self.side = _square(self.inputs)
        self.before = self._measured()
        self._kept = {0: network.parameters}

    def __call__(self, epoch, network) -> None:
        """Keep this epoch. The one before goes, unless it is a round one."""
        epoch = settings.whole_number("epoch", epoch)
        last = next(reversed(self._kept))
        if network is not self._network:
            raise ValueError(
                "This recording was made for another network. Make one for "
                "each: Recording(network, inputs, targets)."
            )
        if epoch <= last:
            raise ValueError(
                f"Epoch {epoch} comes after epoch {last}: a second training "
                "run? Make a new Recording for each run."
            )
        if not _is_round(last):
            del self._kept[last]
        self._kept[epoch] = network.parameters

    @property
    def epochs(self) -> list[int]:
        return list(self._kept)

    @property
    def grid(self) -> np.ndarray:
        """The middle of each cell, (CELLS * CELLS, 2), the top row first."""
        along = (np.arange(CELLS) + 0.5) / CELLS * self.side
        x, y = np.meshgrid(self.low[0] + along, self.low[1] + along[::-1])
        return np.column_stack([x.ravel(), y.ravel()])

    def on_grid(self, epoch) -> tuple[np.ndarray, np.ndarray]:
        """Predicted class and its probability for each cell of the grid.

        Where the outputs are not finite, there is no prediction: class -1.
        """
        grid, network = self.grid, self._twin
        network.parameters = self._kept[epoch]
        classes, confidence = np.full(len(grid), -1), np.zeros(len(grid))
        with np.errstate(over="ignore", invalid="ignore"):
            finite = np.isfinite(network.outputs(grid)).all(axis=1)
            if finite.any():
                probabilities = network.probabilities(grid[finite])
                classes[finite] = probabilities.argmax(axis=1)
                confidence[finite] = probabilities.max(axis=1)
        return classes, confidence

    @np.errstate(over="ignore", invalid="ignore")
    def _measured(self) -> dict:
        """The untrained network's numbers, named as in History."""
        network = self._twin
        loss = network.forward(self.inputs, self.targets)
        network.backward()
        norms = {
            name.removesuffix(".weights"): float(np.linalg.norm(gradient))
            for name, gradient in network.gradients.items()
            if name.endswith(".weights")
        }
        accuracy = network.accuracy(self.inputs, self.targets)
        return {"loss": loss, "accuracy": accuracy, "gradient_norms": norms}

    def __repr__(self) -> str:
        last = self.epochs[-1]
        return (
            f"<Recording of epochs 0 to {last}, {len(self._kept)} of them kept>"
        )


def _is_round(epoch: int) -> bool:
    power = 10 ** max(0, len(str(epoch)) - 2)
    return epoch == 0 or (epoch % power == 0 and epoch // power in FIRST_DIGITS)


def _points(inputs) -> np.ndarray:
    inputs = shapes.as_batch("inputs", inputs)
    if inputs.shape[1] != 2:
        raise ValueError(
            "The picture is a plane, so inputs must have two columns, (N, 2), "
            f"but got {inputs.shape}."
        )
    return shapes.all_finite("inputs", inputs, "Drop what is missing first.")


def _square(inputs) -> tuple[np.ndarray, float]:
    """Its lower left corner and its side: around all points, with a margin."""
    lowest, highest = inputs.min(axis=0), inputs.max(axis=0)
    side = 1.1 * float((highest - lowest).max()) or 1.0
    return (lowest + highest) / 2 - side / 2, side
