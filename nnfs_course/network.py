"""Network: layers in a row, and a loss at the end (chapter 6)."""

from __future__ import annotations

import copy
from contextlib import contextmanager

import numpy as np

from nnfs_course.checks import fitting, shapes, storage
from nnfs_course.checks.named_arrays import all_finite, as_named
from nnfs_course.checks.targets import as_class_indices
from nnfs_course.softmax import Softmax


class Network:
    """Each layer takes what the one before gave; the loss takes the last::

        forward:   inputs -> layers[0] -> layers[1] -> ... -> loss
        backward:  loss -> ... -> layers[1] -> layers[0]

    Parameters
    ----------
    layers : list of layers
        The first is a Dense, or another that knows its number of inputs. The
        others are each a `Layer`, or anything with `forward(inputs)` and
        `backward(dvalues)`. What trains is what their `parameters` name.
    loss : SoftmaxCrossEntropy or CategoricalCrossEntropy
        Or another `Loss`. One that takes logits has no softmax before it.

    Attributes
    ----------
    last_outputs : array (N, C)
        What the last layer gave in the last `forward`; None before.

    Raises
    ------
    ValueError
        If there is no layer, if layers do not fit each other or the loss, if
        one is a class, a network or a loss, appears twice, or has parameters
        that could not be trained.

    Notes
    -----
    Parameters are named by the place of their layer, counted from 0: in
    Dense, ReLU, Dense, they are layer0.weights, layer0.biases, layer2.weights
    and layer2.biases. A method that raises leaves the network as it was.

    Source: Kinsley and Kukiela, *Neural Networks from Scratch in Python*,
    chapters 9 and 18.

    Examples
    --------
    >>> from nnfs_course import Dense, SoftmaxCrossEntropy
    >>> network = Network([Dense(1, 2, rng=0)], SoftmaxCrossEntropy())
    >>> zeros = {"layer0.weights": [[0, 0]], "layer0.biases": [[0, 0]]}
    >>> network.parameters = zeros
    >>> round(network.forward([[2.0]], targets=[0]), 6)
    0.693147
    >>> network.backward()
    >>> network.gradients["layer0.weights"]
    array([[-1.,  1.]])
    """

    def __init__(self, layers, loss):
        self.layers = fitting.layers_in_a_row(layers)
        self.loss = fitting.loss_after(self.layers[-1], loss)
        self.last_outputs = None
        self._places = [
            (f"layer{place}.{parameter}", layer, parameter)
            for place, layer in enumerate(self.layers)
            for parameter in fitting.parameters_of(layer)
        ]

    def forward(self, inputs, targets) -> float:
        """The loss, one number. inputs (N, I); targets (N,) or (N, C).

        Raises ValueError if a layer or the loss refuses what it gets.
        """
        with self._as_it_was_after_an_error():
            outputs = inputs
            for layer in self.layers:
                outputs = layer.forward(outputs)
            loss = self.loss.forward(outputs, targets)
        self.last_outputs = outputs
        return loss

    def backward(self, *, dinputs=False):
        """All gradients of the last `forward`, from the loss back.

        The first layer's dinputs, dL/d(inputs), train nothing. With
        `dinputs=True` they are computed and returned, else the result is
        None. Raises RuntimeError before the first `forward`.
        """
        dvalues = self.loss.backward()
        for layer in reversed(self.layers[1:]):
            dvalues = layer.backward(dvalues)
        return self.layers[0].backward(dvalues, dinputs=dinputs)

    @property
    def parameters(self) -> dict[str, np.ndarray]:
        """Copies of all weights and biases, by name; first layer first.

        Setting it replaces them all. Names and shapes must be the same, and
        dtypes stay. Raises ValueError, before anything is set, if not, or if
        a number is not finite.
        """
        return {name: array.copy() for name, array in self._arrays().items()}

    @parameters.setter
    def parameters(self, arrays):
        before = self._arrays()
        arrays = as_named("parameters", arrays, like=before)
        all_finite("parameters", arrays)
        try:
            self._set(arrays)
        except BaseException:  # Ctrl-C, or a layer's own: all of them or none
            self._set(before)
            raise

    def _arrays(self):
        return {
            name: shapes.as_floats(name, getattr(layer, parameter))
            for name, layer, parameter in self._places
        }

    def _set(self, arrays):
        for name, layer, parameter in self._places:
            setattr(layer, parameter, arrays[name])

    @property
    def gradients(self) -> dict[str, np.ndarray]:
        """Copies of all dweights and dbiases, by the names of `parameters`.

        Raises RuntimeError before the first `backward`.
        """
        gradients = {}
        for name, layer, parameter in self._places:
            gradient = getattr(layer, f"d{parameter}", None)
            if gradient is None:
                raise RuntimeError(
                    "There are no gradients yet. Call forward, then backward."
                )
            gradients[name] = gradient.copy()
        return gradients

    def outputs(self, inputs) -> np.ndarray:
        """What the last layer gives, (N, C). What forward remembers stays."""
        outputs = inputs
        for layer in self.layers:
            outputs = copy.copy(layer).forward(outputs)
        return outputs

    def probabilities(self, inputs) -> np.ndarray:
        """A row of probabilities for each sample, (N, C)."""
        outputs = self.outputs(inputs)
        if fitting.takes_logits(self.loss):
            return Softmax().forward(outputs)
        return outputs

    def predict(self, inputs) -> np.ndarray:
        """The most probable class of each sample, as an index, (N,).

        Raises ValueError if outputs are not finite: they rank nothing.
        """
        outputs = shapes.all_finite("outputs", self.outputs(inputs))
        return outputs.argmax(axis=1)

    def accuracy(self, inputs, targets) -> float:
        """The share of samples, 0 to 1, whose class is predicted right.

        targets (N,) or (N, C). Raises ValueError if they do not fit the
        outputs, or if outputs are not finite.
        """
        outputs = shapes.all_finite("outputs", self.outputs(inputs))
        targets = as_class_indices(targets, *outputs.shape)
        return float((outputs.argmax(axis=1) == targets).mean())

    def save(self, path) -> None:
        """Write the parameters to exactly this path, in NumPy's .npz format."""
        storage.write_arrays(path, self.parameters)

    def load(self, path) -> None:
        """Take the parameters from a file that `save` wrote.

        Raises OSError if the file is missing or cannot be read, ValueError if
        it is damaged or does not fit this network.
        """
        arrays = storage.read_arrays(path)
        try:
            self.parameters = arrays
        except ValueError as error:
            raise ValueError(
                f"{path} does not fit this network: {error}"
            ) from None

    @contextmanager
    def _as_it_was_after_an_error(self):
        """For layers before the one that raised; that one sees to itself."""
        before = [vars(layer).copy() for layer in self.layers]
        try:
            yield
        except BaseException:
            for layer, attributes in zip(self.layers, before, strict=True):
                vars(layer).clear()
                vars(layer).update(attributes)
            raise
