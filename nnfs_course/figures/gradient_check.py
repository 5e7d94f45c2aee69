"""GradientCheck: backward against differences, for every step h.

The gradient is that of exp at 1. What can go wrong with its check can be
switched on: numbers of seven digits, a corner nearby, a wrong backward.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import product

import numpy as np

from nnfs_course.checks.numbers import is_number, shown
from nnfs_course.figures.lookup import Lookup
from nnfs_course.gradient_report import compare_gradients

X, SLOPE = 1.0, math.e  # exp is its own derivative
CORNER = 1.001
LOW, HIGH = 1e-12, 10.0  # the ends of the axis of errors
STEPS = [k / 4 for k in range(-56, 1)]  # log10 of h, from 1e-14 to 1
SWITCHES = {
    "float32": "compute in float32",
    "kink": f"add relu(x - {CORNER}), whose corner is close",
    "factor": "backward is wrong: twice too large",
}


def gradient_check(*, log10h=-1.0, switches=()) -> GradientCheck:
    """Is this gradient right? It depends on how far the number moves.

    Parameters
    ----------
    log10h : float
        The step to show first: log10 of h, from -14 to 0.
    switches : iterable of str
        What is switched on: "float32", "kink", "factor".

    Raises
    ------
    ValueError
        If log10h is not in that range, or a switch is none of these.

    Examples
    --------
    >>> figure = gradient_check(log10h=-5)
    >>> figure.error < 1e-9, figure.agrees
    (True, True)
    >>> figure.switches = ["factor"]
    >>> f"{figure.error:.2f}", figure.agrees
    ('2.72', False)
    """
    figure = GradientCheck()
    figure.log10h = log10h
    figure.switches = switches
    figure.spec = {**figure.spec, "start": figure.state}
    return figure


class GradientCheck(Lookup):
    """A live figure. Make one with `gradient_check()`.

    Attributes
    ----------
    log10h : float
        The step, as its logarithm. The nearest quarter is shown.
    switches : tuple of str
        What is switched on.
    error : float
        How far apart backward and differences are.
    agrees : bool
        The verdict of `compare_gradients`.
    """

    def __init__(self):
        off = dict.fromkeys(SWITCHES, False)
        super().__init__(spec=_spec(), state={"log10h": 0, **off})

    @property
    def log10h(self) -> float:
        return min(STEPS, key=lambda step: abs(step - self.state["log10h"]))

    @log10h.setter
    def log10h(self, log10h: float) -> None:
        low, high = STEPS[0], STEPS[-1]
        if not is_number(log10h) or not low <= log10h <= high:
            raise ValueError(
                f"log10h must be a number from {low:g} to {high:g}, the "
                f"logarithm of a step, but got {shown(log10h)}."
            )
        self.state = {**self.state, "log10h": float(log10h)}

    @property
    def switches(self) -> tuple[str, ...]:
        return tuple(name for name in SWITCHES if self.state[name])

    @switches.setter
    def switches(self, on: Iterable[str]) -> None:
        try:
            on = [on] if isinstance(on, str) else list(on)
        except TypeError:  # one thing, which the next lines refuse by name
            on = [on]
        for name in on:
            if not isinstance(name, str) or name not in SWITCHES:
                raise ValueError(
                    f"There is no switch {shown(name)}. There are: "
                    f"{', '.join(SWITCHES)}."
                )
        self.state = {**self.state, **{name: name in on for name in SWITCHES}}

    @property
    def error(self) -> float:
        return self._case["error"][STEPS.index(self.log10h)]

    @property
    def agrees(self) -> bool:
        return self._case["agrees"][STEPS.index(self.log10h)]

    @property
    def _case(self) -> dict:
        return self.spec["cases"][" ".join(self.switches)]

    def __repr__(self) -> str:
        return "GradientCheck()"

    def as_html(self) -> str:
        """The verdicts for a long, a good and a short step, as a table.

        How far apart two gradients are is rounding, and differs between
        processors. Whether they are too far apart does not, at these steps.
        """
        chosen = [-2.0, -5.0, -12.0]
        heads = "".join(f"<th>h = 1e{step:.0f}</th>" for step in chosen)
        rows = "".join(
            f"<tr><th scope='row'>{names or 'nothing switched on'}</th>"
            + "".join(
                f"<td>{_word(case['agrees'][STEPS.index(step)])}</td>"
                for step in chosen
            )
            + "</tr>"
            for names, case in self.spec["cases"].items()
        )
        return (
            f"<table><caption>{self.spec['title']} (live in the built book and "
            "in a running notebook)</caption><thead><tr><th></th>"
            f"{heads}</tr></thead><tbody>{rows}</tbody></table>"
        )


def _word(agrees: bool) -> str:
    return "agrees" if agrees else "disagrees"


def central(function, x, h: float) -> float:
    """The central difference, all of it in the precision of x.

    `finite_differences` refuses float32, and steps that would get lost: it
    stays out of the places that this figure is about.
    """
    h = x.dtype.type(h)
    return float((function(x + h) - function(x - h)) / (2 * h))


def with_corner(x):
    return np.exp(x) + np.maximum(x - x.dtype.type(CORNER), 0)


def _case(float32: bool, kink: bool, factor: bool) -> dict:
    """Both gradients, how far apart they are, and the verdict, for each h."""
    x = (np.float32 if float32 else np.float64)(X)
    function = with_corner if kink else np.exp
    analytic = 2 * SLOPE if factor else SLOPE
    numeric = [central(function, x, 10.0**step) for step in STEPS]
    reports = [compare_gradients({"x": analytic}, {"x": n}) for n in numeric]
    return {
        "analytic": analytic,
        "numeric": numeric,
        "error": [abs(analytic - n) for n in numeric],
        "agrees": [bool(report) for report in reports],
        "rounding": x.dtype.name,
    }


def _wall(height) -> list[float | None]:
    """How high it is at each step, as far as the picture goes."""
    heights = [height(10.0**step) for step in STEPS]
    return [y if LOW <= y <= HIGH else None for y in heights]


def _spec() -> dict:
    """Everything the page needs to know, as plain data."""
    cases = {}
    for on in product([False, True], repeat=len(SWITCHES)):
        names = [n for n, is_on in zip(SWITCHES, on, strict=True) if is_on]
        cases[" ".join(names)] = _case(*on)
    right, wrong = {"x": SLOPE}, {"x": 0.0}
    reports = [compare_gradients(a, right) for a in (wrong, right)]
    return {
        "name": "gradient-check",
        "title": "Is this gradient right?",
        "steps": STEPS,
        "switches": SWITCHES,
        "cases": cases,
        "verdicts": [str(report).splitlines()[0] for report in reports],
        "limit": 1e-8 + 1e-6 * SLOPE,  # as in compare_gradients
        "walls": {
            "bending": _wall(lambda h: SLOPE / 6 * h**2),
            "float64": _wall(lambda h: 2.0**-52 * SLOPE / h),
            "float32": _wall(lambda h: 2.0**-23 * SLOPE / h),
        },
        "axes": {
            "steps": [-12, -8, -4, 0],
            "error": {
                "low": LOW,
                "high": HIGH,
                "ticks": [1e-12, 1e-9, 1e-6, 1e-3, 1.0],
            },
        },
    }
