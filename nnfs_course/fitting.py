"""Do layers and a loss fit each other? Asked once, when a network is made."""

from __future__ import annotations

from nnfs_course.dense import Dense
from nnfs_course.relu import ReLU
from nnfs_course.softmax import Softmax
from nnfs_course.softmax_cross_entropy import SoftmaxCrossEntropy


def layers_in_a_row(layers) -> tuple:
    """layers as a tuple, if each can take what the one before gives.

    >>> len(layers_in_a_row([Dense(2, 64, rng=0), ReLU(), Dense(64, 3, rng=0)]))
    3
    """
    if not isinstance(layers, (list, tuple)) or not layers:
        raise ValueError(
            f"layers must be a list of at least one layer, but got {layers!r}."
        )
    for place, layer in enumerate(layers):
        _is_layer(f"layers[{place}]", layer)
        if any(layer is other for other in layers[:place]):
            raise ValueError(
                f"layers[{place}] is the same object as an earlier layer. A "
                "layer remembers one place only: make a second one."
            )
    if not isinstance(layers[0], Dense):
        raise ValueError(
            "The first layer must be a Dense, which says how many inputs there "
            f"are, but it is a {type(layers[0]).__name__}."
        )
    _widths_fit(layers)
    return tuple(layers)


def loss_after(last, loss):
    """loss, if it can follow the layer named last."""
    _is_instance("loss", loss, ("forward", "backward"))
    if isinstance(loss, (Dense, ReLU, Softmax)):
        raise ValueError(
            f"loss must be a loss, like SoftmaxCrossEntropy(), but got a "
            f"{type(loss).__name__}, which is a layer."
        )
    if isinstance(last, Softmax) and isinstance(loss, SoftmaxCrossEntropy):
        raise ValueError(
            "There is a Softmax before SoftmaxCrossEntropy, so softmax would "
            "be taken twice. Leave the layer out, or use "
            "CategoricalCrossEntropy."
        )
    return loss


def _is_layer(name, layer):
    _is_instance(name, layer, ("forward", "backward"))
    if hasattr(layer, "targets"):
        raise ValueError(
            f"{name} is a {type(layer).__name__}, which is a loss. Pass it as "
            "loss."
        )


def _is_instance(name, thing, methods):
    if isinstance(thing, type):
        raise ValueError(
            f"{name} is the class {thing.__name__}. Make one of it: "
            f"{thing.__name__}(...)."
        )
    missing = [method for method in methods if not hasattr(thing, method)]
    if missing:
        raise ValueError(
            f"{name} needs forward and backward, but {thing!r} has no "
            f"{' and no '.join(missing)}."
        )


def _widths_fit(layers):
    """Numbers of neurons against numbers of inputs, as far as they are known.

    ReLU and Softmax give as many columns as they get. What another kind of
    layer gives, only its forward knows.
    """
    columns = None
    for place, layer in enumerate(layers):
        if isinstance(layer, Dense):
            n_inputs, n_neurons = layer.weights.shape
            if columns not in (None, n_inputs):
                raise ValueError(
                    f"layers[{place}] has {n_inputs} inputs, but the layer "
                    f"before has {columns} neurons. The two must be equal."
                )
            columns = n_neurons
        elif not isinstance(layer, (ReLU, Softmax)):
            columns = None
