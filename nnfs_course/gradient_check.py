"""Gradient checking: is the gradient that was derived the gradient there is?

Move each number a little, both ways, and see how the result moves. That is
slow, and it shares no code and no idea with backpropagation. So if both agree,
both are right, or two different mistakes gave the same number.

The upstream gradient is random, never ones: a row of a softmax Jacobian adds
up to 0, so with ones even a wrong `backward` gives zeros, like the right one.
"""

from __future__ import annotations

import copy
from functools import partial

import numpy as np

from nnfs_course.checks import fitting, settings
from nnfs_course.gradient_report import GradientReport, compare_gradients
from nnfs_course.numeric_gradient import (
    as_float64,
    as_step,
    finite_differences,
    step_at,
)


def check_layer(layer, inputs, *, rng, h=1e-6) -> GradientReport:
    """Check a layer's `backward`: dinputs, and the gradient of each parameter.

    A random upstream gradient u makes one number of the outputs,
    `(u * outputs).sum()`, whose gradients `backward(u)` must give. Parameters
    are what `layer.parameters` names, or else weights and biases; the gradient
    of "gamma" is `layer.dgamma`. The layer and the inputs stay as they are.
    Give rng a seed or a Generator.

    Beside `rtol=1e-6`, the gradients may differ by atol, which is what rounding
    does to the differences: the larger the numbers and the smaller h, the more.
    A hint says where that hides a gradient; then give a larger h. For inputs so
    close to a kink that h takes them over it, give a smaller one.

    Raises ValueError if inputs are float32: their differences are mostly
    rounding. Convert to float64 to check. And if layer is no layer, or a
    parameter has no gradient.
    """
    fitting.is_layer("layer", layer)
    inputs = as_float64(inputs)
    layer = copy.deepcopy(layer)
    outputs = np.array(layer.forward(inputs))
    upstream = settings.generator(rng).normal(size=outputs.shape)
    analytic = {"dinputs": layer.backward(upstream).copy()}
    moving = {"dinputs": inputs}
    for name in _parameters_of(layer):
        analytic[f"d{name}"] = getattr(layer, f"d{name}").copy()
        moving[f"d{name}"] = getattr(layer, name).astype(np.float64)

    def total(name, moved):
        if name == "dinputs":
            return float((upstream * layer.forward(moved)).sum())
        setattr(layer, name[1:], moved)
        return total("dinputs", inputs)

    numeric = {}
    for name, array in moving.items():
        numeric[name] = finite_differences(partial(total, name), array, h)
        total(name, array)  # puts back what was moved
    size = np.abs(upstream * outputs).sum()
    noise = _noise(moving, numeric, size, h)
    return compare_gradients(analytic, numeric, atol=noise, samples=len(inputs))


def check_loss(loss, predictions, targets, *, h=1e-6) -> GradientReport:
    """Check a loss's `backward` against differences of its `forward`.

    The loss and the predictions stay as they are. A probability moves by a
    thousandth of the smallest at most: so it stays above 0, and where the
    logarithm bends most the step is short. Raises ValueError if loss is no loss
    or the predictions are float32.
    """
    fitting.is_loss(loss)
    h = as_step(h)
    predictions = as_float64(predictions)
    loss = copy.deepcopy(loss)
    # A small loss is the logarithm of a number near 1, which is rounded too.
    size = 1 + abs(loss.forward(predictions, targets))
    analytic = {"dinputs": loss.backward().copy()}
    if _are_probabilities(predictions):
        h = min(h, predictions[predictions > 0].min() / 1000)
    numeric = {
        "dinputs": finite_differences(
            lambda moved: loss.forward(moved, targets), predictions, h
        )
    }
    noise = _noise({"dinputs": predictions}, numeric, size, h)
    return compare_gradients(
        analytic, numeric, atol=noise, samples=len(predictions)
    )


def _parameters_of(layer) -> list[str]:
    """What the layer says it trains, or else weights and biases if it has."""
    names = getattr(layer, "parameters", ())
    if not names:
        return [n for n in ("weights", "biases") if hasattr(layer, f"d{n}")]
    for name in names:
        if getattr(layer, f"d{name}", None) is None:
            raise ValueError(
                f"The layer names {name!r} among its parameters, but after "
                f"backward it has no d{name}. Does backward set it?"
            )
    return list(names)


def _are_probabilities(predictions) -> bool:
    sums = predictions.sum(axis=-1)
    return bool((predictions >= 0).all() and np.allclose(sums, 1, atol=1e-3))


def _noise(moving, numeric, size, h) -> dict:
    """How far rounding can take the differences from the slopes, by name.

    What a computer finds is the exact result of numbers that are some epsilons
    off. So it is off by that share of itself (size), and by each number times
    its slope. Of this, a difference carries its part for one step.
    """
    for name, array in moving.items():
        size += np.abs(array * numeric[name]).sum()
    rounding = 10 * np.finfo(np.float64).eps * size
    return {name: rounding / step_at(x, h) for name, x in moving.items()}
