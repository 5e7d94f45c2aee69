"""Two gradients side by side: where they disagree, and what it looks like."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnfs_course.checks import settings, shapes
from nnfs_course.checks.named_arrays import has_names
from nnfs_course.checks.numbers import shortened, shown


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
        hints = [f"Hint: {hint}" for hint in self.hints]
        if self:
            return "\n".join([f"All {self.compared} gradients agree.", *hints])
        wrong = len(self.mismatches)
        heading = f"{'entry':<20} {'analytic':>14} {'numeric':>14}"
        lines = [
            f"{wrong} of {self.compared} gradients disagree.",
            f"{heading} {'difference':>12}",
            *(str(mismatch) for mismatch in self.mismatches[:10]),
        ]
        if wrong > 10:
            lines.append(f"... and {wrong - 10} more")
        return "\n".join(lines + hints)

    __repr__ = __str__


def compare_gradients(
    analytic: dict, numeric: dict, *, rtol=1e-6, atol=1e-8, samples=None
) -> GradientReport:
    """Compare arrays by name, entry by entry::

        abs(a - n) <= atol + rtol * max(abs(a), abs(n))

    atol is one number, or for each name a number or an array: how far rounding
    alone can take them apart. samples is the size of the batch; with it, a
    factor of N is recognised. Raises ValueError if the names differ.

    >>> compare_gradients({"w": [2.001]}, {"w": [2.0]})
    1 of 1 gradients disagree.
    entry                      analytic        numeric   difference
    w[0]                          2.001              2        0.001
    """
    for arrays in (analytic, numeric):
        if not has_names(arrays):
            raise ValueError(
                "Gradients must be a dict of name to array, but got "
                f"{shown(arrays)}."
            )
    if set(analytic) != set(numeric):
        raise ValueError(
            f"Cannot compare {shown([*analytic])} with {shown([*numeric])}."
        )
    rtol = settings.number("rtol", rtol, lambda r: r >= 0, "0 or above")
    if samples is not None:
        samples = settings.whole_number("samples", samples)
    if not isinstance(atol, dict):
        atol = dict.fromkeys(analytic, atol)
    if not set(analytic) <= set(atol):
        raise ValueError(
            f"atol must have the names {shown([*analytic], 200)}, but got "
            f"{shown(atol)}."
        )
    compared, mismatches, hints = 0, [], []
    for name in analytic:
        a = shapes.as_floats(f"analytic[{shown(name)}]", analytic[name])
        n = shapes.as_floats(f"numeric[{shown(name)}]", numeric[name])
        limit = shapes.as_floats("atol", atol[name])
        if limit.ndim and limit.shape != n.shape:
            raise ValueError(
                f"atol for {shortened(name)} must be one number or have shape "
                f"{n.shape}, but got {limit.shape}."
            )
        compared += n.size
        if a.shape != n.shape:
            nothing = (float("nan"),) * 2
            mismatches.append(Mismatch(name, a.shape, *nothing))
            hints.append(f"{name} has shape {a.shape}, not {n.shape}.")
            continue
        wrong = ~_close(a, n, rtol, limit)
        mismatches += [
            Mismatch(
                name, tuple(map(int, i)), float(a[tuple(i)]), float(n[tuple(i)])
            )
            for i in np.argwhere(wrong)
        ]
        if n.any() and (np.abs(n) <= limit).all():
            hints.append(
                f"{name} is smaller than atol, where any small gradient agrees."
            )
        if wrong.any():
            hints += [
                f"{name}: {h}" for h in _hints(a, n, samples, 10 * rtol, limit)
            ]
    mismatches.sort(key=lambda m: -abs(m.analytic - m.numeric))
    return GradientReport(compared, tuple(mismatches), tuple(hints))


def _close(a, n, rtol, atol) -> np.ndarray:
    """False where NaN is: it is never near anything."""
    return np.abs(a - n) <= atol + rtol * np.maximum(np.abs(a), np.abs(n))


def _hints(a, n, samples, rtol, atol) -> list[str]:
    """What the wrong array looks like, if it looks like something."""
    if not np.isfinite(a).all():
        return ["the analytic gradient is not finite."]
    factors = {"-1": (-1, "the sign is wrong.")}
    if samples and samples > 1:
        factors["N"] = (samples, "the 1/N of the mean is missing.")
        factors["1/N"] = (1 / samples, "divided by N once too often.")
    for name, (factor, meaning) in factors.items():
        if _close(a, factor * n, rtol, atol).all() and n.any():
            return [f"it is {name} times the right one: {meaning}"]
    square = a.ndim == 2 and a.shape[0] == a.shape[1]
    if square and _close(a, n.T, rtol, atol).all():
        return ["it is the transpose of the right one."]
    if not a.any():
        return ["it is all zeros. Was backward called?"]
    return []
