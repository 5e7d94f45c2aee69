"""A network as a trace of whole arrays, small enough to stand in a page.

An operation is one primitive for all places that some letters name::

    {"op": "mul", "inputs": ["x", "W0"], "from": ["i", "ia"], "to": "a"}

says: for all i and a, add x[i] * W0[i, a] to entry a of the result.
"""

from __future__ import annotations

import base64
import copy
import string

import numpy as np

from nnfs_course.checks.numbers import shown
from nnfs_course.dense import Dense
from nnfs_course.network import Network
from nnfs_course.relu import ReLU
from nnfs_course.softmax_cross_entropy import SoftmaxCrossEntropy

BYTE = 127  # the largest whole number of a byte that has a sign


def checked(network) -> Network:
    """The network, if what it is made of can be written as such a trace."""
    if not isinstance(network, Network):
        raise ValueError(
            f"The figure needs a Network, but got {shown(network)}."
        )
    parts = [*network.layers, network.loss]
    for part in parts:
        if type(part) not in (Dense, ReLU, SoftmaxCrossEntropy):
            raise ValueError(
                "The figure can show a network of Dense and ReLU, with "
                "SoftmaxCrossEntropy as its loss, but this one has a "
                f"{type(part).__name__}."
            )
    return network


def quantised(network) -> Network:
    """A copy whose parameters are whole numbers from -127 to 127, times one
    scale for each array."""
    rounded = copy.deepcopy(network)
    rounded.parameters = {
        name: np.rint(array / scale_of(array)) * scale_of(array)
        for name, array in network.parameters.items()
    }
    return rounded


def scale_of(array) -> float:
    """The value of one step, so that the largest entry is 127 of them."""
    return float(np.abs(array).max()) / BYTE or 1.0


def packed(array) -> dict:
    """A quantised array, one byte for each entry."""
    whole = np.rint(array / scale_of(array)).astype(np.int8)
    text = base64.b64encode(whole.tobytes()).decode()
    return {"bytes": text, "scale": scale_of(array)}


def array_trace(network) -> dict:
    """Sizes by letter, arrays by name, and the operations.

    Given x, an image, and t, which is -1 at its true class and else 0, they
    lead to the logits z, the loss L and the probabilities p::

        away = z + sum(z * t)           each logit less the true one
        L    = log(sum(exp(away)))
        p    = exp(away) / sum(exp(away))
    """
    sizes, arrays, trace = {}, {}, []
    letters = iter(string.ascii_lowercase)

    def put(label, op, inputs, places, **more):
        """places as in "i,ia->a": of the inputs, and of the result."""
        before, _, to = places.partition("->")
        operation = {"label": label, "op": op, "inputs": inputs.split()}
        trace.append(operation | {"from": before.split(","), "to": to, **more})
        return label

    z, i = "x", next(letters)
    for k, layer in enumerate(network.layers):
        if isinstance(layer, ReLU):
            z = put(f"relu{k}", "relu", z, f"{i}->{i}")
            continue
        o = next(letters)
        sizes |= dict(zip((i, o), layer.weights.shape, strict=True))
        arrays[f"W{k}"] = packed(layer.weights)
        arrays[f"b{k}"] = packed(layer.biases)
        z = put(f"sum{k}", "mul", f"{z} W{k}", f"{i},{i}{o}->{o}")
        z = put(f"z{k}", "add", f"{z} b{k}", f"{o},{o}->{o}")
        i = o
    put("-true", "mul", f"{z} t", f"{i},{i}->")
    put("away", "add", f"{z} -true", f"{i},->{i}")
    put("total", "exp", "away", f"{i}->")
    put("L", "log", "total", "->")
    put("each", "exp", "away", f"{i}->{i}")
    put("share", "pow", "total", "->", exponent=-1)
    put("p", "mul", "each share", f"{i},->{i}")
    return {"sizes": sizes, "arrays": arrays, "trace": trace}


def farthest_apart(network) -> float:
    """No two logits of an image with pixels from 0 to 1 differ by more."""
    features = len(network.layers[0].weights)
    low, high = np.zeros((1, features)), np.ones((1, features))
    for layer in network.layers:
        if isinstance(layer, ReLU):
            low, high = np.maximum(low, 0), np.maximum(high, 0)
            continue
        up, down = np.maximum(layer.weights, 0), np.minimum(layer.weights, 0)
        low, high = low @ up + high @ down, high @ up + low @ down
        low, high = low + layer.biases, high + layer.biases
    return float(high.max() - low.min())
