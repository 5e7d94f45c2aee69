"""Do layers and a loss fit each other? Asked once, when a network is made.

Only what a layer or a loss says of itself counts: its `parameters` and sizes,
what it `gives` and `takes`. So layers of a reader's own are judged like ours.
"""

from __future__ import annotations

from nnfs_course.checks import shapes
from nnfs_course.checks.numbers import shown


def layers_in_a_row(layers) -> tuple:
    """layers as a tuple, if each can take what the one before gives."""
    if not isinstance(layers, (list, tuple)) or not layers:
        raise ValueError(
            "layers must be a list of at least one layer, but got "
            f"{shown(layers)}."
        )
    for place, layer in enumerate(layers):
        _fits_into_a_row(f"layers[{place}]", layer)
        if any(layer is other for other in layers[:place]):
            raise ValueError(
                f"layers[{place}] is the same object as an earlier layer. A "
                "layer remembers one place only: make a second one."
            )
    if "I" not in _sizes(layers[0]):
        raise ValueError(
            "The first layer must be a Dense, or another with a parameter "
            "that says how many inputs there are, but it is a "
            f"{type(layers[0]).__name__}."
        )
    _widths_fit(layers)
    return tuple(layers)


def loss_after(last, loss):
    """loss, if it can follow the layer named last."""
    is_loss(loss)
    if takes_logits(loss) and getattr(last, "gives", "") == "probabilities":
        raise ValueError(
            f"There is a {type(last).__name__} before "
            f"{type(loss).__name__}, so softmax would be taken twice. Leave "
            "the layer out, or use CategoricalCrossEntropy."
        )
    return loss


def takes_logits(loss) -> bool:
    """Whether the loss holds the softmax itself."""
    return getattr(loss, "takes", "") == "logits"


def parameters_of(layer) -> tuple[str, ...]:
    """The names of what can be trained in a layer."""
    return tuple(getattr(layer, "parameters", ()))


def is_loss(loss) -> None:
    """ValueError is raised if loss is a layer, or has no methods of a loss."""
    _has_methods("loss", loss)
    if hasattr(loss, "outputs_from"):
        raise ValueError(
            f"loss must be a loss, like SoftmaxCrossEntropy(), but got a "
            f"{type(loss).__name__}, which is a layer."
        )


def is_layer(name, layer) -> None:
    """ValueError is raised if layer is a loss, or has no methods of a layer."""
    _has_methods(name, layer)
    if hasattr(layer, "takes") or hasattr(layer, "targets"):
        raise ValueError(
            f"{name} is a {type(layer).__name__}, which is a loss. Pass it as "
            "loss."
        )


def _fits_into_a_row(name, layer):
    is_layer(name, layer)
    kind = type(layer).__name__
    if hasattr(layer, "layers"):
        raise ValueError(
            f"{name} is a {kind}, which is made of layers. Put its layers into "
            f"this list instead: [*network.layers, ...]."
        )
    if not hasattr(layer, "__dict__"):
        raise ValueError(
            f"{name} is a {kind} with __slots__. After an error a network puts "
            "its layers back as they were, and needs their __dict__ for that."
        )
    _can_be_trained(name, layer)


def _can_be_trained(name, layer):
    declared = parameters_of(layer)
    if not declared and hasattr(layer, "weights"):
        raise ValueError(
            f"{name} has weights, but no `parameters` that name them, so they "
            'would never be trained. Write parameters = {"weights": "(I, O)"} '
            "into the class, and so on for each."
        )
    for parameter in declared:
        if not hasattr(layer, parameter):
            raise ValueError(
                f"{name} names the parameter {parameter!r}, but has no "
                f"{parameter}."
            )
        shapes.as_floats(f"{name}.{parameter}", getattr(layer, parameter))


def _has_methods(name, thing):
    if isinstance(thing, type):
        raise ValueError(
            f"{name} is the class {thing.__name__}. Make one of it: "
            f"{thing.__name__}(...)."
        )
    needed = ("forward", "backward")
    missing = [method for method in needed if not hasattr(thing, method)]
    if missing:
        raise ValueError(
            f"{name} needs forward and backward, but {shown(thing)} has no "
            f"{' and no '.join(missing)}."
        )


def _sizes(layer) -> dict:
    return layer.sizes() if hasattr(layer, "sizes") else {}


def _widths_fit(layers):
    """Numbers of neurons against numbers of inputs, as far as they are known.

    What a layer without sizes gives, only its forward knows.
    """
    columns = None
    for place, layer in enumerate(layers):
        sizes = _sizes(layer)
        n_inputs = sizes.get("I", columns)
        if columns not in (None, n_inputs):
            raise ValueError(
                f"layers[{place}] has {n_inputs} inputs, but the layer "
                f"before has {columns} neurons. The two must be equal."
            )
        columns = sizes.get("O", n_inputs) if hasattr(layer, "sizes") else None
