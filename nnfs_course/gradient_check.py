"""Gradient checking: is the gradient that was derived the gradient there is?

Move each number a little, both ways, and see how the result moves. That is
slow, and it shares no code and no idea with backpropagation. So if both agree,
both are right, or two different mistakes gave the same number.

The upstream gradient is random, never ones: a row of a softmax Jacobian adds
up to 0, so with ones even a wrong `backward` gives zeros, like the right one.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass

import numpy as np

from nnfs_course.numeric_gradient import as_float64, finite_differences


@dataclass(frozen=True)
class Mismatch:
    """One entry of one gradient that is not what it should be."""

    parameter: str
    index: tuple[int, ...]
    analytic: float
    numeric: float

    def __str__(self) -> str:
        place = f"{self.parameter}{list(self.index)}"
        difference = self.analytic - self.numeric
        return (
            f"{place:<20} {self.analytic:>14.6g} {self.numeric:>14.6g} "
            f"{difference:>12.2g}"
        )


@dataclass(frozen=True)
class GradientReport:
    """What a check found. True in an `if` when every entry agrees."""

    compared: int
    mismatches: tuple[Mismatch, ...]
    hints: tuple[str, ...]

    def __bool__(self) -> bool:
        return not self.mismatches

    def __str__(self) -> str:
        if self:
            return f"All {self.compared} gradients agree."
        wrong = len(self.mismatches)
        heading = f"{'entry':<20} {'analytic':>14} {'numeric':>14}"
        lines = [
            f"{wrong} of {self.compared} gradients disagree.",
            f"{heading} {'difference':>12}",
            *(str(mismatch) for mismatch in self.mismatches[:10]),
        ]
        if wrong > 10:
            lines.append(f"... and {wrong - 10} more")
        return "\n".join(lines + [f"Hint: {hint}" for hint in self.hints])

    __repr__ = __str__


def compare_gradients(
    analytic: dict, numeric: dict, *, rtol=1e-6, atol=1e-8, samples=None
) -> GradientReport:
    """Compare arrays by name, entry by entry::

        abs(a - n) <= atol + rtol * max(abs(a), abs(n))

    samples is the size of the batch; with it, a factor of N is recognised.
    Raises ValueError if the names differ.

    >>> compare_gradients({"w": [2.001]}, {"w": [2.0]})
    1 of 1 gradients disagree.
    entry                      analytic        numeric   difference
    w[0]                          2.001              2        0.001
    """
    if set(analytic) != set(numeric):
        raise ValueError(
            f"Cannot compare {sorted(analytic)} with {sorted(numeric)}."
        )
    compared, mismatches, hints = 0, [], []
    for name in analytic:
        a, n = np.asarray(analytic[name]), np.asarray(numeric[name])
        compared += n.size
        if a.shape != n.shape:
            nothing = (float("nan"),) * 2
            mismatches.append(Mismatch(name, a.shape, *nothing))
            hints.append(f"{name} has shape {a.shape}, not {n.shape}.")
            continue
        limit = atol + rtol * np.maximum(np.abs(a), np.abs(n))
        wrong = ~(np.abs(a - n) <= limit)  # "not <=", so that NaN is wrong
        mismatches += [
            Mismatch(
                name, tuple(map(int, i)), float(a[tuple(i)]), float(n[tuple(i)])
            )
            for i in np.argwhere(wrong)
        ]
        if wrong.any():
            hints += [f"{name}: {h}" for h in _hints(a, n, samples, rtol)]
    mismatches.sort(key=lambda m: -abs(m.analytic - m.numeric))
    return GradientReport(compared, tuple(mismatches), tuple(hints))


def check_layer(layer, inputs, *, rng, h=1e-6) -> GradientReport:
    """Check a layer's `backward`: dinputs, and dweights and dbiases if any.

    A random upstream gradient u makes one number of the outputs,
    `(u * outputs).sum()`, whose gradients `backward(u)` must give. The layer
    and the inputs stay as they are. Give rng a seed or a Generator.

    Raises ValueError if inputs are float32: their differences are mostly
    rounding. Convert to float64 to check.
    """
    inputs = as_float64(inputs)
    layer = copy.deepcopy(layer)
    outputs = layer.forward(inputs)
    upstream = np.random.default_rng(rng).normal(size=outputs.shape)
    analytic = {"dinputs": layer.backward(upstream).copy()}

    def total(inputs):
        return float((upstream * layer.forward(inputs)).sum())

    numeric = {"dinputs": finite_differences(total, inputs, h)}
    for name in ("weights", "biases"):
        if hasattr(layer, name):
            parameter = getattr(layer, name).astype(np.float64)
            analytic[f"d{name}"] = getattr(layer, f"d{name}").copy()

            def total_of(moved, name=name):
                setattr(layer, name, moved)
                return total(inputs)

            numeric[f"d{name}"] = finite_differences(total_of, parameter, h)
            setattr(layer, name, parameter)
    return compare_gradients(analytic, numeric, samples=len(inputs))


def check_loss(loss, predictions, targets, *, h=1e-6) -> GradientReport:
    """Check a loss's `backward` against differences of its `forward`.

    The loss and the predictions stay as they are. Raises ValueError if the
    predictions are float32.
    """
    predictions = as_float64(predictions)
    loss = copy.deepcopy(loss)
    loss.forward(predictions, targets)
    analytic = {"dinputs": loss.backward().copy()}
    numeric = {
        "dinputs": finite_differences(
            lambda moved: loss.forward(moved, targets), predictions, h
        )
    }
    return compare_gradients(analytic, numeric, samples=len(predictions))


def _hints(a, n, samples, rtol) -> list[str]:
    """What the wrong array looks like, if it looks like something."""
    if not np.isfinite(a).all():
        return ["the analytic gradient is not finite."]
    factors = {"-1": (-1, "the sign is wrong.")}
    if samples and samples > 1:
        factors["N"] = (samples, "the 1/N of the mean is missing.")
        factors["1/N"] = (1 / samples, "it was divided by N once too often.")
    for name, (factor, meaning) in factors.items():
        if np.allclose(a, factor * n, rtol=10 * rtol) and n.any():
            return [f"it is {name} times the right one: {meaning}"]
    if a.ndim == 2 and a.shape[0] == a.shape[1] and np.allclose(a, n.T):
        return ["it is the transpose of the right one."]
    if not a.any():
        return ["it is all zeros. Was backward called?"]
    return []
