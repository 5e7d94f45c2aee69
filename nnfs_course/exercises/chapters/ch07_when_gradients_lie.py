"""The exercises of chapter 7: comparing gradients, and the complex step."""

from __future__ import annotations

import numpy as np

from nnfs_course.exercises.exercise import Exercise, Mistake

# --- relative-error ---


def _sizes(a, n):
    return np.maximum(np.abs(a), np.abs(n))


def _worst(analytic, numeric, size):
    size = np.where(size == 0, 1.0, size)
    return (np.abs(analytic - numeric) / size).max()


def _relative(analytic, numeric):
    return _worst(analytic, numeric, _sizes(analytic, numeric))


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
            "sum-of-sizes",
            lambda a, n: _worst(a, n, np.abs(a) + np.abs(n)),
            "You divide by both sizes together.",
            "It treats the two alike, and many programs do so.",
            "What gives it away: where both nearly agree, your error is half "
            "of what it should be. The text has another divisor.",
        ),
        Mistake(
            "by-analytic",
            lambda a, n: _worst(a, n, np.abs(a)),
            "You divide by the analytic gradient alone.",
            "It is what is checked, so it seems to be the natural measure.",
            "What gives it away: exchange the two arrays, and another error "
            "comes out.",
        ),
        Mistake(
            "by-numeric",
            lambda a, n: _worst(a, n, np.abs(n)),
            "You divide by the numeric gradient alone.",
            "It is what is trusted, so it seems to be the natural measure.",
            "What gives it away: exchange the two arrays, and another error "
            "comes out.",
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


# --- wrong-entries ---

# Every value here is 100 000 and something, as the sum of many losses can be.
# Such numbers lie SPACING apart, so what a central difference finds is a whole
# multiple of SPACING / 2h. These slopes lie midway between the multiples, for
# h = 1e-8, 1e-9 and so on: a step that small misses each of them, and not only
# most of them.
HIGH = 1e5
SPACING = np.spacing(HIGH)
SLOPES = SPACING / 2e-11 * np.array([2 + 5 / 9, 3 + 5 / 9])


def _moved(x, i, step):
    x = x.copy()
    x[i] += step
    return x


def _central(function, x, h):
    gradient = np.zeros(x.shape, x.dtype)
    for i in np.ndindex(x.shape):
        above, below = _moved(x, i, h), _moved(x, i, -h)
        gradient[i] = (function(above) - function(below)) / (2 * h)
    return gradient


def _count(differs):
    """What counts the entries where differs(gradient, numeric) is true."""

    def wrong_entries(function, x, gradient, h=1e-5):
        numeric = _central(function, x.astype(np.float64), h)
        return differs(gradient.astype(np.float64), numeric).sum()

    return wrong_entries


def _limit(a, n):
    return 1e-8 + 1e-4 * _sizes(a, n)


def _far(a, n):
    return np.abs(a - n) > _limit(a, n)


_wrong_entries = _count(_far)


def _with_step(h):
    return lambda function, x, gradient: _wrong_entries(
        function, x, gradient, h
    )


def _by(numeric_of):
    """The same count, with another numeric gradient."""

    def wrong_entries(function, x, gradient):
        return _far(gradient, numeric_of(function, x)).sum()

    return wrong_entries


def _plane(slopes, scale=1.0):
    def function(x):
        here = slopes.astype(x.dtype)
        return ((here * x).sum() + x.dtype.type(HIGH)) * x.dtype.type(scale)

    return function


def _wrong_entries_cases(rng):
    def slopes(size):
        return rng.choice(SLOPES, size) * rng.choice([-1.0, 1.0], size)

    def off(size=()):
        return rng.uniform(0.02, 0.04, size)

    def place(size):
        return rng.uniform(0.5, 2.0, size)

    right = slopes(4)
    cases = [(_plane(right), place(4), right)]

    right = slopes(5)
    too_large = right + np.abs(right) * [off(), 0, 0, 0, 0]
    too_large[4] = 2 * right[4]
    cases.append((_plane(right), place(5), too_large))

    right = slopes(3)
    too_small = right - np.abs(right) * [0, off(), 0]
    cases.append((_plane(right), place(3), too_small))

    steep, middle = np.abs(slopes(2)), place(2)  # it bends within a short way

    def bent(x):
        return (steep * np.exp(5 * (x - middle))).sum() / 5 + HIGH

    cases.append((bent, middle, steep))

    right = slopes(3).astype(np.float32)
    lost = right * np.array([1, 1, 1 + off()], np.float32)
    cases.append((_plane(right), place(3).astype(np.float32), lost))

    right = slopes(4)
    small = right * [1, 1 + off(), 1 - off(), 1 + off()]
    cases.append((_plane(right, 2**-10), place(4), small * 2**-10))

    right = slopes(4) * [1, 0, 1, 0]
    cases.append((_plane(right), place(4), right * [-1, 1, 1, 1] + 1e-12))

    right = slopes(1)
    cases.append((_plane(right), place(1), right))
    return cases


def _reference(function, x, gradient):
    return _wrong_entries(function, x, gradient)


WRONG_ENTRIES = Exercise(
    name="wrong-entries",
    title="how many entries of a gradient are wrong",
    reference=_reference,
    cases=_wrong_entries_cases,
    parts=("count",),
    mistakes=(
        Mistake(
            "h-too-small",
            _with_step(1e-12),
            "Your `h` is too small.",
            "A derivative is a limit, so the smaller the better.",
            "What gives it away: a right gradient is refused. The function is "
            "near 100 000, so of its 16 digits few are left behind the point, "
            "and dividing by a tiny `h` makes their rounding huge.",
        ),
        Mistake(
            "h-too-large",
            _with_step(0.1),
            "You move too far.",
            "A large movement is safe from rounding, and on a straight line "
            "any way is short enough.",
            "What gives it away: one right gradient is refused, that of a "
            "function that bends. Within your way its slope changes.",
        ),
        Mistake(
            "float32",
            _by(lambda f, x: _central(f, x, x.dtype.type(1e-5))),
            "You compare in float32 where `x` is float32.",
            "NumPy keeps the type that comes in, and nothing is to be seen of "
            "it in the code.",
            "What gives it away: in float64 all is well, and in float32 a "
            "right gradient is refused. With seven digits, a small movement "
            "of `x` is mostly rounding.",
        ),
        Mistake(
            "two-forgotten",
            _by(lambda f, x: 2 * _central(f, x.astype(np.float64), 1e-5)),
            "You divide by the way from the middle to one side.",
            "h is what was moved, and one divides by what was moved.",
            "What gives it away: of all gradients you accept those that are "
            "twice too large.",
        ),
        Mistake(
            "all-at-once",
            _by(
                lambda f, x: (
                    (f(x.astype(float) + 1e-5) - f(x.astype(float) - 1e-5))
                    / 2e-5
                )
            ),
            "You move all entries together.",
            "`x + h` is short, and with one entry it is right.",
            "What gives it away: a gradient of one entry is accepted, one of "
            "several never.",
        ),
        Mistake(
            "absolute",
            _count(lambda a, n: np.abs(a - n) > 1e-4),
            "Your limit is the same for all sizes.",
            "A difference below a ten-thousandth looks like agreement.",
            "What gives it away: where all slopes are near a thousandth, you "
            "accept errors of some percent.",
        ),
        Mistake(
            "no-absolute-limit",
            _count(lambda a, n: np.abs(a - n) > 1e-4 * _sizes(a, n)),
            "Your limit shrinks to nothing where both are close to 0.",
            "A limit relative to the size is the fair one.",
            "What gives it away: you count an entry of 1e-12 beside a 0. That "
            "is rounding, and nobody's mistake.",
        ),
        Mistake(
            "too-small-accepted",
            _count(lambda a, n: a - n > _limit(a, n)),
            "The difference keeps its sign, so an entry that is too small is "
            "accepted.",
            "The limit is positive, and the line reads like the formula.",
            "What gives it away: exchange the two gradients, and another "
            "count comes out.",
        ),
        Mistake(
            "too-large-accepted",
            _count(lambda a, n: n - a > _limit(a, n)),
            "The difference keeps its sign, so an entry that is too large is "
            "accepted.",
            "The limit is positive, and the line reads like the formula.",
            "What gives it away: exchange the two gradients, and another "
            "count comes out.",
        ),
        Mistake(
            "signs-lost",
            _count(lambda a, n: _far(np.abs(a), np.abs(n))),
            "You compare absolute values, and so the sign is lost.",
            "Sizes are what a relative error is about.",
            "What gives it away: a gradient that points uphill is accepted.",
        ),
        Mistake(
            "agreeing-counted",
            _count(lambda a, n: ~_far(a, n)),
            "You count the entries that agree.",
            "The comparison that comes to mind says whether they are close.",
            "What gives it away: for a gradient that is right everywhere you "
            "return its number of entries.",
        ),
        Mistake(
            "one-verdict",
            _count(lambda a, n: np.any(_far(a, n))),
            "You return 1 as soon as anything is wrong.",
            "One wrong entry is enough to refuse a gradient.",
            "What gives it away: your count never exceeds 1. Where to search "
            "is easier to see if all wrong ones are counted.",
        ),
        Mistake(
            "share",
            lambda f, x, g: _wrong_entries(f, x, g) / g.size,
            "You return a share of the entries, not their number.",
            "`mean` on True and False is as quick as a sum.",
            "What gives it away: your numbers are below 1.",
        ),
    ),
    hints=(
        "First the type: what could `x` be, and in which type should be "
        "measured? Then `h`: look at the valley in the plot above.",
        "`finite_differences` of this course, or your `gradient-check` of "
        "chapter 5, gives the other gradient. Near the bottom of the valley "
        "lie 1e-5 and 1e-6.",
        "For each entry, compare the size of the difference with the limit. "
        "That gives True and False, and their sum is a number.",
    ),
    notice="Notice that you had one number to choose, and that it can be "
    "wrong on both sides. With a bad `h`, right gradients look wrong.",
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

EXERCISES = (RELATIVE_ERROR, WRONG_ENTRIES, COMPLEX_STEP)
