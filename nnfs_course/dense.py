"""Dense: a layer of neurons, for a whole batch at once (chapter 2)."""

from __future__ import annotations

import numpy as np

from nnfs_course.checks import settings, shapes


class Dense:
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
    Outputs have the dtype of the inputs. NaN and infinity pass through, as in
    NumPy; the losses refuse them.

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

    def __init__(self, n_inputs, n_neurons, *, rng, dtype=np.float64):
        settings.whole_number("n_inputs", n_inputs)
        settings.whole_number("n_neurons", n_neurons)
        rng = settings.generator(rng)
        if np.dtype(dtype) not in (np.float32, np.float64):
            raise ValueError(
                f"dtype must be float32 or float64, but got {np.dtype(dtype)}."
            )
        weights = 0.01 * rng.standard_normal((n_inputs, n_neurons))
        self.weights = weights.astype(dtype)  # (I, O)
        self.biases = np.zeros((1, n_neurons), dtype)  # (1, O)
        self.inputs = self.outputs = None
        self.dinputs = self.dweights = self.dbiases = None

    def forward(self, inputs):
        """outputs = inputs @ weights + biases, (N, I) to (N, O).

        Raises ValueError if inputs is not a batch of numbers with I columns,
        or if weights and biases were replaced by arrays that do not fit.
        """
        weights, biases = self._parameters()
        inputs = shapes.as_batch("inputs", inputs, columns=weights.shape[0])
        weights = weights.astype(inputs.dtype, copy=False)
        biases = biases.astype(inputs.dtype, copy=False)
        self.outputs = inputs @ weights + biases  # (N, O)
        self.inputs = inputs  # (N, I)
        return self.outputs

    def backward(self, dvalues, *, dinputs=True):
        """From dL/d(outputs), (N, O), to dinputs, dweights and dbiases.

        Returns dinputs, (N, I). With `dinputs=False` it is not computed, and
        None: nobody asks the first layer of a network for it. Raises
        RuntimeError before the first `forward`, ValueError if dvalues has not
        the shape of outputs.
        """
        shapes.needs_forward("Dense", self.outputs)
        dvalues = shapes.as_gradient("dvalues", dvalues, like=self.outputs)
        weights = self.weights.astype(dvalues.dtype, copy=False)
        # (N, I): summed over neurons
        self.dinputs = dvalues @ weights.T if dinputs else None
        self.dweights = self.inputs.T @ dvalues  # (I, O): over samples
        self.dbiases = dvalues.sum(axis=0, keepdims=True)  # (1, O): too
        return self.dinputs

    def _parameters(self):
        weights = shapes.as_floats("weights", self.weights)
        biases = shapes.as_floats("biases", self.biases)
        if weights.ndim != 2 or biases.shape != (1, weights.shape[1]):
            raise ValueError(
                "weights must have shape (inputs, neurons) and biases (1, "
                f"neurons), but they have {weights.shape} and {biases.shape}. "
                "Is one of them transposed or flat?"
            )
        return weights, biases
