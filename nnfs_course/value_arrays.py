"""Arrays of Values: NumPy carries the trace through whole layers.

`@`, `+`, `.sum()`, `np.exp` and `np.log` work on an array of Values, because
NumPy asks each entry to do its own arithmetic. So a layer written once gives
numbers or a graph, and the graph checks the layer (chapters 2 to 5).
"""

from __future__ import annotations

import numpy as np

from nnfs_course.checks import shapes
from nnfs_course.checks.numbers import shown, text_of
from nnfs_course.value import Value


def value_array(array, name: str = "") -> np.ndarray:
    """Each number as a Value, labelled name[i,j].

    Raises ValueError if an entry is not a number, or hidden by a mask.

    >>> value_array([[1, 2]], "X")[0, 1]
    Value(data=2.0, grad=0.0, label='X[0,1]')
    """
    numbers, name = shapes.as_array("array", array), text_of(name)
    values = np.empty(numbers.shape, dtype=object)
    for index in shapes.places(numbers):
        place = ",".join(str(i) for i in index)
        label = f"{name}[{place}]" if name else ""
        values[index] = Value(numbers[index], label)
    return values


def data_of(values) -> np.ndarray:
    """The numbers in an array of Values; ValueError if there is another entry.

    >>> data_of(value_array([1, 2]) * 10)
    array([10., 20.])
    """
    return _each(lambda value: value.data, values, float)


def grad_of(values) -> np.ndarray:
    """The gradients in an array of Values, after `backward`.

    Raises ValueError if an entry is no Value.

    >>> x = value_array([1, 2])
    >>> (x * x).sum().backward()
    >>> grad_of(x)
    array([2., 4.])
    """
    return _each(lambda value: value.grad, values, float)


def relu_of(values) -> np.ndarray:
    """ReLU of each entry.

    np.maximum cannot do this: it would pick one of two objects, which leaves
    no trace. (Value refuses to be compared, so it raises instead.) Raises
    ValueError if an entry is no Value.

    >>> data_of(relu_of(value_array([-1, 2])))
    array([0., 2.])
    """
    return _each(Value.relu, values, object)


def _each(of_one, values, kind) -> np.ndarray:
    """of_one for each entry, if all of them are Values."""
    values = shapes.as_array("values", values)
    for value in values.flat:
        if not isinstance(value, Value):
            raise ValueError(
                f"Every entry must be a Value, but one is {shown(value)}. "
                "value_array makes Values of numbers."
            )
    return np.vectorize(of_one, otypes=[kind])(values)
