"""The exercises of chapter 7: comparing gradients, and the complex step."""

from __future__ import annotations

import numpy as np

from nnfs_course.exercises.cases import normal
from nnfs_course.exercises.exercise import Exercise, Mistake

# --- relative-error ---


def _relative(analytic, numeric):
    a, n = np.abs(analytic), np.abs(numeric)
    difference = np.abs(analytic - numeric)
    size = np.maximum(a, n)
    safe = np.where(size == 0, 1.0, size)
    return (difference / safe).max()


def _relative_cases(rng):
    """The largest error is one of an end, too small or too large there."""

    def case(*shape, worst, sign, share):
        numeric = 4 * normal(rng, *shape)
        analytic = numeric * rng.uniform(1.05, 1.2, shape)
        numeric.flat[worst] = sign * rng.uniform(1.2, 8)
        analytic.flat[worst] = share * numeric.flat[worst]
        return analytic, numeric

    # An entry that ought to be 0, or not to be, beside two that are.
    missing = case(5, worst=-1, sign=-1, share=0)
    extra = case(5, worst=0, sign=1, share=0)[::-1]
    for analytic, numeric in (missing, extra):
        analytic[1:3] = numeric[1:3] = 0
    tiny = case(3, worst=0, sign=1, share=0.5)
    return [
        case(3, 4, worst=0, sign=1, share=0.4),
        case(2, 2, worst=-1, sign=-1, share=0.3),
        case(5, worst=0, sign=1, share=3),
        case(2, 3, worst=-1, sign=-1, share=4),
        case(1, 3, worst=-1, sign=1, share=-0.4),
        missing,
        extra,
        tuple(1e-30 * array for array in tiny),
        (np.zeros(1), np.zeros(1)),
    ]


RELATIVE_ERROR = Exercise(
    name="relative-error",
    title="a relative error that is safe at 0",
    reference=_relative,
    cases=_relative_cases,
    parts=("error",),
    mistakes=(
        Mistake(
            "zero-by-zero", {"np.where(size == 0, 1.0, size)": "size"}
        ).says(
            "Where both are 0, you divide 0 by 0.",
            "The formula says so, and with random numbers it never happens.",
            "What gives it away is the NaN. In a network it does happen: a neuron that does not fire has gradients of exactly 0.",
            idea="safe-at-zero",
        ),
        Mistake("absolute", {"difference / safe": "difference"}).says(
            "You return an absolute error.",
            "The difference is what one wants to know, and it is safe at 0.",
            "What gives it away: make both arrays a thousand times larger, and your error grows, though nothing has got worse.",
            idea="relative",
        ),
        Mistake(
            "sign-kept", {"np.abs(analytic - numeric)": "analytic - numeric"}
        ).says(
            "The difference keeps its sign.",
            "The divisor has its absolute values, and so the line looks safe.",
            "What gives it away: an entry that is far too small counts less than one that is a little too large.",
            idea="distance",
        ),
        Mistake(
            "size-with-sign",
            {"np.maximum(a, n)": "np.maximum(analytic, numeric)"},
        ).says(
            "Your sizes keep their signs.",
            "The difference has its absolute value, and so the line looks safe.",
            "What gives it away is the sign: where both gradients are negative, the error is, too.",
            idea="distance",
        ),
        Mistake(
            "signs-lost", {"np.abs(analytic - numeric)": "np.abs(a - n)"}
        ).says(
            "You compare absolute values, and so the sign is lost.",
            "Sizes are what a relative error is about.",
            "What gives it away: a gradient that points uphill has no error.",
            idea="distance",
        ),
        Mistake("sum-of-sizes", {"np.maximum(a, n)": "a + n"}).says(
            "You divide by both sizes together.",
            "It treats the two alike, and many programs do so.",
            "What gives it away: where both nearly agree, your error is half of what it should be. The text has another divisor.",
            idea="relative",
        ),
        Mistake("by-analytic", {"np.maximum(a, n)": "a"}).says(
            "You divide by the analytic gradient alone.",
            "It is what is checked, so it seems to be the natural measure.",
            "What gives it away: exchange the two arrays, and another error comes out.",
            idea="relative",
        ),
        Mistake("by-numeric", {"np.maximum(a, n)": "n"}).says(
            "You divide by the numeric gradient alone.",
            "It is what is trusted, so it seems to be the natural measure.",
            "What gives it away: exchange the two arrays, and another error comes out.",
            idea="relative",
        ),
        Mistake(
            "epsilon-added", {"np.where(size == 0, 1.0, size)": "size + 1e-8"}
        ).says(
            "You make small sizes larger, and not only those of exactly 0.",
            "A tiny number in the divisor is the usual way to be safe.",
            "What gives it away: entries near 1e-30, one of them half as large as it should be, have an error of almost 0.",
            idea="safe-at-zero",
        ),
        Mistake("mean", {".max()": ".mean()"}).says(
            "You return the mean over the entries.",
            "A mean is the usual way to make one number of many.",
            "What gives it away: the larger the array, the less one wrong entry counts. It hides in the crowd.",
            idea="worst",
        ),
        Mistake(
            "norm",
            {
                "(difference / safe).max()": "np.linalg.norm(difference) / np.linalg.norm(numeric)"
            },
        ).says(
            "You divide the length of the difference by the length of all.",
            "It is one line, it seems safe, and many programs do it.",
            "What gives it away: one wrong small entry beside large right ones is not seen.",
            idea="worst",
        ),
        Mistake(
            "norms-added",
            {
                "(difference / safe).max()": "np.linalg.norm(difference) / (np.linalg.norm(a) + np.linalg.norm(n))"
            },
        ).says(
            "You divide the length of the difference by both lengths.",
            "Many courses check gradients with this one number.",
            "What gives it away: one wrong small entry beside large right ones is not seen.",
            idea="worst",
        ),
        Mistake("one-for-each-entry", {".max()": ""}).says(
            "You return an error for each entry.",
            "Each of them is right.",
            "What gives it away is the shape: one number is asked for.",
            idea="worst",
        ),
        Mistake(
            "largest-of-each",
            {"(difference / safe).max()": "difference.max() / size.max()"},
        ).says(
            "You take the largest difference and the largest size apart.",
            "Two maxima and one division, and it hardly ever divides by 0.",
            "What gives it away: the two may come from different entries, and then they say nothing about each other.",
            idea="worst",
        ),
    ),
    hints=(
        "Work entry by entry first. Only the last operation makes one number of many.",
        "Divide each difference by the size of its own entry, which is the larger one of the two absolute values.",
        "Before dividing, replace sizes of 0 by anything that is not 0: `np.where` does it. Nothing divided by something is 0.",
    ),
    notice="Notice what it still says about an entry of 0 beside 1e-12: the error is 1, the worst there is. A check needs a small absolute limit, too.",
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


def _wrong_entries(function, x, gradient):
    x, h = x.astype(np.float64), 1e-5
    numeric = np.zeros_like(x)
    for i in range(len(x)):
        step = np.zeros_like(x)
        step[i] = h
        numeric[i] = (function(x + step) - function(x - step)) / (2 * h)
    difference = np.abs(gradient - numeric)
    size = np.maximum(np.abs(gradient), np.abs(numeric))
    return (difference > 1e-8 + 1e-4 * size).sum()


def _plane(slopes, scale=1.0):
    def function(x):
        here = slopes.astype(x.dtype)
        return ((here * x).sum() + x.dtype.type(HIGH)) * x.dtype.type(scale)

    return function


def _wrong_entries_cases(rng):
    def slopes(n):
        return rng.choice(SLOPES, n) * np.sign(normal(rng, n))

    def case(true, claimed, scale=1.0):
        place = normal(rng, len(true)).astype(true.dtype)
        return _plane(true, scale), place, claimed * scale

    off = rng.uniform(0.02, 0.04, 5)
    five, four, three = slopes(5), slopes(4), slopes(3)
    rising, single = np.abs(five), slopes(3).astype(np.float32)
    nearly = four * [1, 1, 1 - 4e-5, 1 + 1.6e-4]  # within the limit, and not
    flat = four * [1, 0, 1, 0]
    at_zero = np.array([0, 1e-12, 0, 1.5e-8])

    steep, middle = slopes(2), 4 * normal(rng, 2)

    def bent(x):  # within a short way
        return np.exp(5 * (steep @ (x - middle))) / 5 + HIGH

    return [
        case(four, four),
        case(nearly, four),
        case(five, five * [1 + off[0], 1, 1, 1, 2]),
        case(three, three * [1, 1 - off[1], 1]),
        case(rising, rising * (1 + off * [0, 1, -1, 1, -1]), scale=2**-10),
        case(flat, flat * [-1, 1, 1, 1] + at_zero),
        case(single, single * np.array([1, 1, 1 + off[2]], np.float32)),
        case(five[:1], five[:1]),
        (bent, middle, steep),
    ]


WRONG_ENTRIES = Exercise(
    name="wrong-entries",
    title="how many entries of a gradient are wrong",
    reference=_wrong_entries,
    cases=_wrong_entries_cases,
    parts=("count",),
    mistakes=(
        Mistake("h-too-small", {"1e-5": "1e-12"}).says(
            "Your `h` is too small.",
            "A derivative is a limit, so the smaller the better.",
            "What gives it away: a right gradient is refused. The function is near 100 000, so of its 16 digits few are left behind the point, and dividing by a tiny `h` makes their rounding huge.",
            idea="rounding",
        ),
        Mistake("h-too-large", {"1e-5": "0.1"}).says(
            "You move too far.",
            "A large movement is safe from rounding, and on a straight line any way is short enough.",
            "What gives it away: one right gradient is refused, that of a function that bends. Within your way its slope changes.",
            idea="near-by",
        ),
        Mistake("float32", {"x.astype(np.float64)": "x"}).says(
            "You compare in float32 where `x` is float32.",
            "NumPy keeps the type that comes in, and nothing is to be seen of it in the code.",
            "What gives it away: in float64 all is well, and in float32 a right gradient is refused. With seven digits, a small movement of `x` is mostly rounding.",
            idea="rounding",
        ),
        Mistake("two-forgotten", {"(2 * h)": "h"}).says(
            "You divide by the way from the middle to one side.",
            "h is what was moved, and one divides by what was moved.",
            "What gives it away: of all gradients you accept those that are twice too large.",
            idea="both-ways",
        ),
        Mistake("all-at-once", {"step[i] = h": "step[:] = h"}).says(
            "You move all entries together.",
            "`x + h` is short, and with one entry it is right.",
            "What gives it away: a gradient of one entry is accepted, one of several never.",
            idea="one-at-a-time",
        ),
        Mistake("absolute", {"1e-8 + 1e-4 * size": "1e-4"}).says(
            "Your limit is the same for all sizes.",
            "A difference below a ten-thousandth looks like agreement.",
            "What gives it away: where all slopes are near a thousandth, you accept errors of some percent.",
            idea="relative",
        ),
        Mistake("no-absolute-limit", {"1e-8 + ": ""}).says(
            "Your limit shrinks to nothing where both are close to 0.",
            "A limit relative to the size is the fair one.",
            "What gives it away: you count an entry of 1e-12 beside a 0. That is rounding, and nobody's mistake.",
            idea="two-limits",
        ),
        Mistake("limit-with-sign", {"4 * size": "4 * numeric"}).says(
            "Your limit has a sign.",
            "A limit relative to the gradient is the fair one.",
            "What gives it away: right entries are counted, where the gradient is negative. No difference is below a negative limit.",
            idea="distance",
        ),
        Mistake("another-limit", {"1e-4": "1e-5"}).says(
            "Your relative limit is 1e-5.",
            "It is what `np.isclose` takes if it is not told.",
            "What gives it away: you count an entry that is 4e-5 too small.",
            idea="two-limits",
        ),
        Mistake(
            "too-small-accepted",
            {"np.abs(gradient - numeric)": "gradient - numeric"},
        ).says(
            "The difference keeps its sign, so an entry that is too small is accepted.",
            "The limit is positive, and the line reads like the formula.",
            "What gives it away: exchange the two gradients, and another count comes out.",
            idea="distance",
        ),
        Mistake(
            "too-large-accepted",
            {"np.abs(gradient - numeric)": "numeric - gradient"},
        ).says(
            "The difference keeps its sign, so an entry that is too large is accepted.",
            "The limit is positive, and the line reads like the formula.",
            "What gives it away: exchange the two gradients, and another count comes out.",
            idea="distance",
        ),
        Mistake(
            "signs-lost",
            {"gradient - numeric": "np.abs(gradient) - np.abs(numeric)"},
        ).says(
            "You compare absolute values, and so the sign is lost.",
            "Sizes are what a relative error is about.",
            "What gives it away: a gradient that points uphill is accepted.",
            idea="distance",
        ),
        Mistake("agreeing-counted", {"difference >": "difference <="}).says(
            "You count the entries that agree.",
            "The comparison that comes to mind says whether they are close.",
            "What gives it away: for a gradient that is right everywhere you return its number of entries.",
            idea="how-many",
        ),
        Mistake(
            "one-verdict",
            {
                "return (difference": "return 1 * (difference",
                ".sum()": ".any()",
            },
        ).says(
            "You return 1 as soon as anything is wrong.",
            "One wrong entry is enough to refuse a gradient.",
            "What gives it away: your count never exceeds 1. Where to search is easier to see if all wrong ones are counted.",
            idea="how-many",
        ),
        Mistake("share", {".sum()": ".mean()"}).says(
            "You return a share of the entries, not their number.",
            "`mean` on True and False is as quick as a sum.",
            "What gives it away: your numbers are below 1.",
            idea="how-many",
        ),
    ),
    hints=(
        "First the type: what could `x` be, and in which type should be measured? Then `h`: look at the valley in the plot above.",
        "`finite_differences` of this course, or your `gradient-check` of chapter 5, gives the other gradient. Near the bottom of the valley lie 1e-5 and 1e-6.",
        "For each entry, compare the size of the difference with the limit. That gives True and False, and their sum is a number.",
    ),
    notice="Notice that you had one number to choose, and that it can be wrong on both sides. With a bad `h`, right gradients look wrong.",
)


# --- complex-step ---


def _complex(function, x, h):
    return np.imag(function(x + 1j * h)) / h


def _complex_cases(rng):
    """Slopes and places of both signs; at last an h that is really used."""

    def case(h, x_sign, slope_sign):
        a, b = rng.uniform(0.5, 1.5, 2)

        def function(x):
            return slope_sign * (np.exp(a * x) + b * x**3)

        return function, x_sign * rng.uniform(0.5, 1.5), h

    return [
        case(0.1, 1, 1),
        case(0.2, -1, 1),
        case(0.3, 1, -1),
        case(2.0, -1, -1),
        case(1e-20, 1, 1),
    ]


COMPLEX_STEP = Exercise(
    name="complex-step",
    title="the slope by a complex step",
    reference=_complex,
    cases=_complex_cases,
    parts=("slope",),
    errors={"name '[ij]' is not defined": "In Python, i is written `1j`."},
    mistakes=(
        Mistake("real-part", {"np.imag": "np.real"}).says(
            "You take the real part.",
            "The slope is a real number, so this looks like the part to take.",
            "What gives it away: the real part is nearly the function itself. Divided by a small h, it is huge.",
            idea="second-part",
        ),
        Mistake("not-divided", {" / h": ""}).says(
            "You do not divide by the way that was moved.",
            "The imaginary part holds the derivative, so one takes it.",
            "What gives it away: with half the h, your slope is half as large.",
            idea="second-part",
        ),
        Mistake("whole-way", {"/ h": "/ (2 * h)"}).says(
            "You divide by twice the way.",
            "So it is with central differences, where both sides move.",
            "What gives it away: for a function that returns its argument, the slope is 1, and yours is a half.",
            idea="second-part",
        ),
        Mistake(
            "real-step",
            {
                "np.imag(function(x + 1j * h))": "(function(x + h) - function(x))"
            },
        ).says(
            "You move along the real line: a forward difference.",
            "It is the same idea, without the i.",
            "What gives it away: two nearly equal numbers are subtracted, and with a tiny h nothing is left of them.",
            idea="second-part",
        ),
        Mistake(
            "real-step-both-ways",
            {
                "np.imag(function(x + 1j * h)) / h": "(function(x + h) - function(x - h)) / (2 * h)"
            },
        ).says(
            "You move along the real line: a central difference.",
            "It is the way of the whole book so far.",
            "What gives it away: two nearly equal numbers are subtracted, and with a tiny h nothing is left of them.",
            idea="second-part",
        ),
        Mistake(
            "both-sides", {"x + 1j * h)": "x + 1j * h) - function(x - 1j * h)"}
        ).says(
            "You move both up and down, and divide by one way.",
            "With central differences, both sides move.",
            "What gives it away: for a function that returns its argument, the slope is 1, and yours is 2.",
            idea="second-part",
        ),
        Mistake("length", {"np.imag": "np.abs"}).says(
            "You take the absolute value.",
            "It makes a real number of a complex one.",
            "What gives it away: it is never negative, whatever the function does.",
            idea="second-part",
        ),
        Mistake("other-side", {"+ 1j": "- 1j"}).says(
            "You move down the imaginary axis and divide as if it were up.",
            "Sideways is sideways, one thinks.",
            "What gives it away is the sign.",
            idea="second-part",
        ),
    ),
    hints=(
        "Move `x` by h in the imaginary direction. In Python, `1j` is i.",
        "The result is complex. Which of its two parts holds the slope times h?",
        "One call, one part of the result, one division. `np.imag` takes the imaginary part of anything.",
    ),
    notice="Notice that nothing is subtracted. With an h of 1e-20 this still has all its digits.",
)

EXERCISES = (RELATIVE_ERROR, WRONG_ENTRIES, COMPLEX_STEP)
