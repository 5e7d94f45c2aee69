"""The exercises of chapter 7: comparing gradients, and two ways to get them."""

from __future__ import annotations

import numpy as np

from nnfs_course.exercises.exercise import Exercise, Mistake

# --- relative-error ---


def _sizes(a, n):
    return np.maximum(np.abs(a), np.abs(n))


def _relative(analytic, numeric):
    size = _sizes(analytic, numeric)
    size = np.where(size == 0, 1.0, size)
    return (np.abs(analytic - numeric) / size).max()


def _relative_cases(rng):
    """The largest error is one of an analytic entry that is too small."""
    cases = []
    for shape, lost in [((3, 4), False), ((5,), True), ((2, 2), False)]:
        numeric = rng.choice([2.0, 5.0], shape) * rng.uniform(1, 2, shape)
        analytic = numeric * rng.uniform(1.05, 1.2, shape)
        a, n = analytic.reshape(-1), numeric.reshape(-1)
        a[0] = n[0] * rng.uniform(0.3, 0.5)
        if lost:
            a[1] = n[1] = 0.0
            n[2] = 0.0  # an entry that ought to be 0, and is not
        cases.append((analytic, numeric))
    return cases


def _quiet(function):
    def wrong(analytic, numeric):
        with np.errstate(all="ignore"):
            return function(analytic, numeric)

    return wrong


RELATIVE_ERROR = Exercise(
    name="relative-error",
    chapter=7,
    title="a relative error that is safe at 0",
    reference=_relative,
    cases=_relative_cases,
    parts=("error",),
    mistakes=(
        Mistake(
            "zero-by-zero",
            _quiet(lambda a, n: (np.abs(a - n) / _sizes(a, n)).max()),
            "Where both are 0, you divide 0 by 0.",
            "The formula says so, and with random numbers it never happens.",
            "What gives it away is the NaN. In a network it does happen: a "
            "neuron that does not fire has gradients of exactly 0.",
        ),
        Mistake(
            "absolute",
            lambda a, n: np.abs(a - n).max(),
            "You return an absolute error.",
            "The difference is what one wants to know, and it is safe at 0.",
            "What gives it away: make both arrays a thousand times larger, and "
            "your error grows, though nothing has got worse.",
        ),
        Mistake(
            "sign-kept",
            lambda a, n: (
                (a - n) / np.where(_sizes(a, n) == 0, 1.0, _sizes(a, n))
            ).max(),
            "The difference keeps its sign.",
            "The divisor has its absolute values, and so the line looks safe.",
            "What gives it away: an entry that is far too small counts less "
            "than one that is a little too large.",
        ),
        Mistake(
            "mean",
            lambda a, n: (
                np.abs(a - n) / np.where(_sizes(a, n) == 0, 1.0, _sizes(a, n))
            ).mean(),
            "You return the mean over the entries.",
            "A mean is the usual way to make one number of many.",
            "What gives it away: the larger the array, the less one wrong "
            "entry counts. It hides in the crowd.",
        ),
        Mistake(
            "norm",
            lambda a, n: np.linalg.norm(a - n) / np.linalg.norm(n),
            "You divide the length of the difference by the length of all.",
            "It is one line, it is safe, and many programs do it.",
            "What gives it away: one wrong small entry beside large right ones "
            "is not seen.",
        ),
        Mistake(
            "largest-of-each",
            lambda a, n: np.abs(a - n).max() / _sizes(a, n).max(),
            "You take the largest difference and the largest size apart.",
            "Two maxima and one division, and it cannot divide by 0.",
            "What gives it away: the two may come from different entries, and "
            "then they say nothing about each other.",
        ),
    ),
    hints=(
        "Work entry by entry first. Only the last operation makes one number "
        "of many.",
        "Divide each difference by the size of its own entry, which is the "
        "larger one of the two absolute values.",
        "Before dividing, replace sizes of 0 by anything that is not 0: "
        "`np.where` does it. Nothing divided by something is 0.",
    ),
    notice="Notice what it still says about an entry of 0 beside 1e-12: the "
    "error is 1, the worst there is. A check needs a small absolute limit, "
    "too.",
)


# --- central-difference ---


def _moved(x, i, step):
    x = x.copy()
    x[i] += step
    return x


def _each(entry):
    """A gradient, one entry at a time, by a formula for one entry."""

    def gradient(function, x, h):
        return np.array([entry(function, x, i, h) for i in range(len(x))])

    return gradient


def _central(function, x, h):
    gradient = np.zeros(len(x))
    for i in range(len(x)):
        above, below = _moved(x, i, h), _moved(x, i, -h)
        gradient[i] = (function(above) - function(below)) / (2 * h)
    return gradient


def _central_cases(rng):
    """Functions that bend, and steps so large that it can be seen."""

    def case(size, h):
        a = rng.uniform(0.5, 1.5, size)

        def function(x):
            return (np.exp(a * x)).sum() + x.prod() + x.sum() ** 2

        return function, rng.uniform(0.3, 1.5, size), h

    return [case(3, 0.3), case(4, 0.2), case(2, 0.4)]


def _not_restored(function, x, h):
    moved, gradient = x.copy(), np.zeros(len(x))
    for i in range(len(x)):
        moved[i] += h
        above = function(moved)
        moved[i] -= 2 * h
        gradient[i] = (above - function(moved)) / (2 * h)
    return gradient


def _one_h_back(function, x, h):
    moved, gradient = x.copy(), np.zeros(len(x))
    for i in range(len(x)):
        moved[i] += h
        above = function(moved)
        moved[i] -= h
        gradient[i] = (above - function(moved)) / (2 * h)
    return gradient


CENTRAL_DIFFERENCE = Exercise(
    name="central-difference",
    chapter=7,
    title="the gradient by central differences",
    reference=_central,
    cases=_central_cases,
    parts=("gradient",),
    mistakes=(
        Mistake(
            "forward",
            _each(lambda f, x, i, h: (f(_moved(x, i, h)) - f(x)) / h),
            "You move one way only: a forward difference.",
            "It is how a derivative is defined in school, and it saves a call.",
            "What gives it away: where the function bends upwards, yours is "
            "always too large. Its error shrinks with h and not with h².",
        ),
        Mistake(
            "backward",
            _each(lambda f, x, i, h: (f(x) - f(_moved(x, i, -h))) / h),
            "You move one way only: a backward difference.",
            "It is as good as a forward difference.",
            "What gives it away: where the function bends upwards, yours is "
            "always too small.",
        ),
        Mistake(
            "two-forgotten",
            _each(
                lambda f, x, i, h: (
                    (f(_moved(x, i, h)) - f(_moved(x, i, -h))) / h
                )
            ),
            "You divide by the way from the middle to one side.",
            "h is what was moved, and one divides by what was moved.",
            "What gives it away: for the sum of all entries, each slope is 1, "
            "and yours is 2.",
        ),
        Mistake(
            "half-the-way",
            _one_h_back,
            "Your second point is the middle, and you divide as if it were "
            "the far side.",
            "Putting the number back looks like moving it down.",
            "What gives it away: for the sum of all entries, each slope is 1, "
            "and yours is a half.",
        ),
        Mistake(
            "not-restored",
            _not_restored,
            "An entry that was moved is not put back before the next one.",
            "The formula is right, and so is the first entry.",
            "What gives it away: exchange the entries of `x`, and other "
            "numbers come out. Each is measured at another place.",
        ),
        Mistake(
            "all-at-once",
            lambda f, x, h: np.full(len(x), (f(x + h) - f(x - h)) / (2 * h)),
            "You move all entries together.",
            "`x + h` is short, and with one entry it is right.",
            "What gives it away: all entries of your gradient are equal. "
            "Moving all together measures the sum of all slopes.",
        ),
    ),
    hints=(
        "One entry at a time. Which two places does the function have to be "
        "asked at?",
        "For entry i: a copy of `x` with this entry moved up, another copy "
        "with it moved down.",
        "Divide by the whole way between the two places. Fresh copies for each "
        "entry, so that nothing has to be put back.",
    ),
    notice="Notice that it needs no knowledge of the function. Any function "
    "that can be called can be checked.",
)


# --- complex-step ---


def _complex(function, x, h):
    return np.imag(function(x + 1j * h)) / h


def _complex_cases(rng):
    def case(h):
        a, b = rng.uniform(0.5, 1.5, 2)

        def function(x):
            return np.exp(a * x) + b * x**3

        return function, rng.uniform(0.5, 1.5), h

    return [case(0.1), case(0.2), case(0.3)]


COMPLEX_STEP = Exercise(
    name="complex-step",
    chapter=7,
    title="the slope by a complex step",
    reference=_complex,
    cases=_complex_cases,
    parts=("slope",),
    mistakes=(
        Mistake(
            "real-part",
            lambda f, x, h: np.real(f(x + 1j * h)) / h,
            "You take the real part.",
            "The slope is a real number, so this looks like the part to take.",
            "What gives it away: the real part is nearly the function itself. "
            "Divided by a small h, it is huge.",
        ),
        Mistake(
            "not-divided",
            lambda f, x, h: np.imag(f(x + 1j * h)),
            "You do not divide by the way that was moved.",
            "The imaginary part holds the derivative, so one takes it.",
            "What gives it away: with half the h, your slope is half as large.",
        ),
        Mistake(
            "whole-way",
            lambda f, x, h: np.imag(f(x + 1j * h)) / (2 * h),
            "You divide by twice the way.",
            "So it is with central differences, where both sides move.",
            "What gives it away: for a function that returns its argument, the "
            "slope is 1, and yours is a half.",
        ),
        Mistake(
            "real-step",
            lambda f, x, h: (f(x + h) - f(x)) / h,
            "You move along the real line: a forward difference.",
            "It is the same idea, without the i.",
            "What gives it away: two nearly equal numbers are subtracted, and "
            "with a tiny h nothing is left of them.",
        ),
        Mistake(
            "length",
            lambda f, x, h: np.abs(f(x + 1j * h)) / h,
            "You take the absolute value.",
            "It makes a real number of a complex one.",
            "What gives it away: it is never negative, whatever the function "
            "does.",
        ),
        Mistake(
            "other-side",
            lambda f, x, h: np.imag(f(x - 1j * h)) / h,
            "You move down the imaginary axis and divide as if it were up.",
            "Sideways is sideways, one thinks.",
            "What gives it away is the sign.",
        ),
    ),
    hints=(
        "Move `x` by h in the imaginary direction. In Python, `1j` is i.",
        "The result is complex. Which of its two parts holds the slope times "
        "h?",
        "One call, one part of the result, one division. `np.imag` takes the "
        "imaginary part of anything.",
    ),
    notice="Notice that nothing is subtracted. With an h of 1e-20 this still "
    "has all its digits.",
)

EXERCISES = (RELATIVE_ERROR, CENTRAL_DIFFERENCE, COMPLEX_STEP)
