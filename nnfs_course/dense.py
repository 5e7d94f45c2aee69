"""Dense: a layer of neurons, for a whole batch at once (chapter 2)."""

from __future__ import annotations

import numpy as np

from nnfs_course.checks import settings
from nnfs_course.layer import Layer


class Dense(Layer):
    """A fully connected layer: every neuron sees every input::

        outputs  = inputs @ weights + biases
        dinputs  = dvalues @ weights.T
        dweights = inputs.T @ dvalues
        dbiases  = dvalues.sum(axis=0, keepdims=True)

    Parameters
    ----------
    n_inputs : int
        Inputs (features) of each neuron, I.
    n_neurons : int
        Neurons (outputs), O.
    rng : numpy.random.Generator or int
        Where the starting weights come from. A seed is enough.
    dtype : numpy.float64 or numpy.float32
        Of the parameters.

    Attributes
    ----------
    weights : array (I, O)
        One column for each neuron. Starts as 0.01 * standard normal.
    biases : array (1, O)
        One number for each neuron. Starts as 0.
    inputs, outputs : array (N, I), array (N, O)
        Of the last `forward`; None before.
    dinputs, dweights, dbiases : arrays
        dL/d(inputs), dL/d(weights), dL/d(biases), of the last `backward`.

    Raises
    ------
    ValueError
        If a size is not a whole number above 0, if rng is missing, or if dtype
        is not a float type.

    Notes
    -----
    `forward(inputs)` and `backward(dvalues)` are those of `Layer`. Outputs
    have the dtype of the inputs. NaN and infinity pass through, as in NumPy;
    the losses refuse them.

    Source: Kinsley and Kukiela, *Neural Networks from Scratch in Python*,
    chapter 9; equations eq-dinputs, eq-dweights and eq-dbiases of chapter 2.

    Examples
    --------
    >>> layer = Dense(2, 1, rng=0)
    >>> layer.weights = np.array([[3.0], [5.0]])
    >>> layer.forward([[1, 2]])
    array([[13.]])
    >>> layer.backward([[10]])
    array([[30., 50.]])
    >>> layer.dweights
    array([[10.],
           [20.]])
    """

    parameters = {"weights": "(I, O)", "biases": "(1, O)"}

    def __init__(self, n_inputs, n_neurons, *, rng, dtype=np.float64):
        shape = settings.sizes(n_inputs=n_inputs, n_neurons=n_neurons)
        normal = settings.generator(rng).standard_normal(shape)
        self.weights = (0.01 * normal).astype(settings.float_type(dtype))
        self.biases = np.zeros_like(self.weights[:1])

    def outputs_from(self, used):
        return used.inputs @ used.weights + used.biases  # (N, O)

    def dinputs_from(self, dvalues, used):
        return dvalues @ used.weights.T  # (N, I)

    def dweights_from(self, dvalues, used):
        return used.inputs.T @ dvalues  # (I, O)

    def dbiases_from(self, dvalues, used):
        return dvalues.sum(axis=0, keepdims=True)  # (1, O)
