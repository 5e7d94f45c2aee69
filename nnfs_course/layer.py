"""Layer: what every layer promises, written once (chapter 2).

A layer is its formulas. What they have in common is here: the checks at the
door, what is remembered from forward for backward, and the order of the calls.
"""

from __future__ import annotations

from nnfs_course.checks import shapes
from nnfs_course.checks.letters import sizes_of
from nnfs_course.checks.used import Used
from nnfs_course.layout import by_columns


class Layer:
    """The contract of a layer. A layer of your own needs its formulas only::

        outputs_from(used)           outputs, (N, O)
        dinputs_from(dvalues, used)  dL/d(inputs), the shape of inputs
        dweights_from(dvalues, used) dL/d(weights), for a parameter "weights"

    `used` is what forward used: `used.inputs`, each parameter, as
    `used.weights`, and, on the way back, `used.outputs`. A formula may put
    more into it, for the way back.

    Attributes
    ----------
    parameters : dict of str to str
        What can be trained, and its shape: {"weights": "(I, O)"}. I is the
        number of columns of the inputs, O that of the outputs; a layer without
        O gives as many columns as it gets.
    needs_finite : bool
        Whether forward refuses NaN and infinity.
    sums_rows : bool
        Whether formulas add up along rows. Then inputs and dvalues are laid
        out for that, which changes the speed and nothing else.
    gives : str
        "probabilities", if outputs are that: then no softmax may follow.
    inputs, outputs : array (N, I), array (N, O)
        Of the last `forward`; None before.
    dinputs, and d + name for each parameter : array
        The gradients, of the last `backward`; None before.

    Notes
    -----
    `backward` uses what `forward` used, also when parameters were set in
    between: forward keeps a copy of each. Inputs and outputs are not copied,
    so they must not be changed in place until backward is done.

    Examples
    --------
    >>> class Double(Layer):
    ...     def outputs_from(self, used):
    ...         return 2 * used.inputs
    ...
    ...     def dinputs_from(self, dvalues, used):
    ...         return 2 * dvalues
    >>> layer = Double()
    >>> layer.forward([[3, 4]])
    array([[6., 8.]])
    >>> layer.backward([[1, 0]])
    array([[2., 0.]])
    """

    parameters = {}
    needs_finite = False
    sums_rows = False
    gives = ""
    inputs = outputs = dinputs = used = None

    def __init_subclass__(cls, **more):
        super().__init_subclass__(**more)
        for name in cls.parameters:
            setattr(cls, f"d{name}", None)  # before the first backward

    def forward(self, inputs):
        """outputs = outputs_from(used), from a batch of inputs, (N, I).

        Raises ValueError if inputs is not a batch of numbers with I columns,
        or if the parameters do not fit each other or the inputs' dtype.
        """
        arrays = self._arrays()
        columns = sizes_of(self.parameters, arrays).get("I")
        inputs = shapes.as_batch("inputs", inputs, columns=columns)
        if self.needs_finite:
            shapes.all_finite("inputs", inputs)
        copies = {
            name: shapes.as_dtype(name, array, inputs.dtype).copy()
            for name, array in arrays.items()
        }
        laid_out = by_columns(inputs) if self.sums_rows else inputs
        used = Used(inputs=laid_out, **copies)
        used.outputs = self.outputs_from(used)
        self.used, self.inputs, self.outputs = used, inputs, used.outputs
        return self.outputs

    def backward(self, dvalues, *, dinputs=True):
        """All gradients, from dvalues = dL/d(outputs), (N, O).

        Returns dinputs. With `dinputs=False` they are not computed, and None:
        nobody asks the first layer of a network for them. Raises RuntimeError
        before the first `forward`, ValueError if dvalues has not the shape of
        outputs, or a gradient not that of its parameter.
        """
        used = self.used
        shapes.needs_forward(type(self).__name__, used)
        dvalues = shapes.as_gradient("dvalues", dvalues, like=used.outputs)
        if self.sums_rows:
            dvalues = by_columns(dvalues)
        names = [*self.parameters, *(["inputs"] if dinputs else [])]
        gradients = {f"d{n}": self._gradient(n, dvalues, used) for n in names}
        vars(self).update({"dinputs": None, **gradients})
        return self.dinputs

    def sizes(self) -> dict[str, int]:
        """The size behind each letter of `parameters`: {"I": 2, "O": 64}.

        Raises ValueError if the parameters do not fit each other.
        """
        return sizes_of(self.parameters, self._arrays())

    def _arrays(self):
        return {
            name: shapes.as_floats(name, getattr(self, name))
            for name in self.parameters
        }

    def _gradient(self, name, dvalues, used):
        gradient = getattr(self, f"d{name}_from")(dvalues, used)
        expected = getattr(used, name).shape
        if gradient.shape != expected:
            raise ValueError(
                f"d{name}_from must give the shape of {name}, {expected}, but "
                f"gave {gradient.shape}. Is a sum missing, or a transpose?"
            )
        return gradient
