"""The exercises of chapter 4: softmax, its Jacobian, and the VJP.

The upstream gradients are random in every entry. With those of cross-entropy,
0 outside the true class, two of the mistakes below would give equal numbers.
"""

from __future__ import annotations

import numpy as np

from nnfs_course.exercises.cases import SIZES, normal, probabilities
from nnfs_course.exercises.exercise import Exercise, Mistake
from nnfs_course.exercises.numeric import gradients_of

# --- softmax ---


def _softmax(logits):
    shifted = logits - logits.max(axis=1, keepdims=True)
    e = np.exp(shifted)
    return e / e.sum(axis=1, keepdims=True)


def _softmax_cases(rng):
    """Also rows far above and below 0, and far apart within a row."""
    far = [
        [1000.0, 999.0, 998.0],
        [-1000.0, -1001.0, -999.0],
        [1000.0, 0.0, -1000.0],
    ]
    tried = [(2 * normal(rng, n, c),) for n, c in SIZES]
    return [*tried, (np.array(far),), (-np.array(far[-1:]),)]


SOFTMAX = Exercise(
    name="softmax",
    title="logits to probabilities",
    reference=_softmax,
    cases=_softmax_cases,
    parts=("probabilities",),
    samples=len,
    mistakes=(
        Mistake(
            "maximum-forgotten", {" - logits.max(axis=1, keepdims=True)": ""}
        ).says(
            "For logits of 1000 the exponential is too large for a float, and what comes out is not a number.",
            "Everything else is right, and for small logits so is the result.",
            "What gives it away: NaN for the row [1000, 999, 998]. Softmax sees only differences, so there is something that you may subtract first.",
            idea="large-numbers",
        ),
        Mistake(
            "one-maximum-for-all", {"max(axis=1, keepdims=True)": "max()"}
        ).says(
            "You subtract one maximum from the whole batch.",
            "A shift changes nothing, so any number seems to do.",
            "What gives it away: a row of logits far below those of another row becomes 0 divided by 0. Each row has a largest entry of its own.",
            idea="samples-apart",
        ),
        Mistake("whole-batch", {"axis=1, keepdims=True": ""}).says(
            "You divide by the sum over the whole batch.",
            "Without an axis, `sum` adds up everything.",
            "What gives it away is a sum: all your probabilities together add up to 1. Each row should.",
            idea="samples-apart",
        ),
        Mistake("down-the-columns", {"axis=1": "axis=0"}).says(
            "You divide by the sums of the columns.",
            "`axis=0` is the first axis, and the first that comes to mind.",
            "What gives it away is a sum: your columns add up to 1, and it should be the rows. Samples have nothing to share.",
            idea="axis",
        ),
        Mistake(
            "dimension-lost", {"e.sum(axis=1, keepdims=True)": "e.sum(axis=1)"}
        ).says(
            "The sums of the rows are a flat array, so NumPy lines them up with the columns.",
            "`axis=1` is right, and in a square batch nothing complains.",
            "What gives it away is a sum: the rows do not add up to 1. Sums of rows must stay a column, (N, 1).",
            idea="keepdims",
        ),
        Mistake("not-exponential", {"e / e.sum": "logits / logits.sum"}).says(
            "You divide the logits themselves by their sum.",
            "They then add up to 1.",
            "What gives it away is the sign: some of your probabilities are negative.",
            idea="shares",
        ),
        Mistake("not-divided", {" / e.sum(axis=1, keepdims=True)": ""}).says(
            "You return the exponentials, and do not divide.",
            "They are positive, and the largest is 1.",
            "What gives it away is a sum: a row of probabilities adds up to 1.",
            idea="shares",
        ),
        Mistake(
            "sigmoid",
            {"e / e.sum(axis=1, keepdims=True)": "1 / (1 + np.exp(-logits))"},
        ).says(
            "This is the sigmoid. It looks at each logit alone.",
            "It is softmax's cousin, and its results lie between 0 and 1.",
            "What gives it away is a sum: the rows do not add up to 1.",
            idea="shares",
        ),
        Mistake(
            "sum-of-the-batch", {"e.sum(axis=1, keepdims=True)": "e.sum()"}
        ).says(
            "The exponentials are right. You divide them by the sum over the whole batch.",
            "Without an axis, `sum` adds up everything.",
            "What gives it away is a sum: all your probabilities together add up to 1. Each row should.",
            idea="samples-apart",
        ),
        Mistake("sums-of-columns", {"e.sum(axis=1": "e.sum(axis=0"}).says(
            "The exponentials are right. You divide them by the sums of the columns.",
            "`axis=0` is the first axis, and the first that comes to mind.",
            "What gives it away is a sum: your columns add up to 1, and it should be the rows.",
            idea="axis",
        ),
        Mistake(
            "maximum-lies-flat", {"max(axis=1, keepdims=True)": "max(axis=1)"}
        ).says(
            "The maxima of the rows are a flat array, so NumPy lines them up with the columns.",
            "`axis=1` is right, and in a square batch of small logits nothing complains.",
            "What gives it away is the shape: (N,) does not fit (N, C). It must stay a column, (N, 1).",
            idea="keepdims",
        ),
        Mistake("dimensions-lost", {", keepdims=True": ""}).says(
            "The maxima and the sums of the rows are flat arrays, so NumPy lines them up with the columns.",
            "`axis=1` is right both times, and in a square batch nothing complains.",
            "What gives it away is the shape: (N,) does not fit (N, C). One number for each row must stay a column, (N, 1).",
            idea="keepdims",
        ),
    ),
    hints=(
        "Two steps: make everything positive, then turn it into shares.",
        "Each row is divided by its own sum. The sums must be a column, so that they line up with the rows.",
        "Before the exponential, subtract from each row its own largest entry. Nothing changes, and nothing overflows.",
    ),
    notice="Notice what you did for the row with 1000: after the subtraction the largest exponent is 0, so no exponential exceeds 1.",
)


# --- softmax-jacobian ---


def _jacobian(s):
    return np.diag(s) - np.outer(s, s)


JACOBIAN = Exercise(
    name="softmax-jacobian",
    title="the Jacobian of one sample",
    reference=_jacobian,
    cases=lambda rng: [(probabilities(rng, 1, c)[0],) for c in (3, 4, 2, 5, 1)],
    parts=("J",),
    numeric=lambda s: np.stack(
        [
            gradients_of(lambda z, i=i: _softmax(z[None])[0, i], np.log(s))[0]
            for i in range(len(s))
        ]
    ),
    mistakes=(
        Mistake("diagonal-only", {"np.outer(s, s)": "np.diag(s * s)"}).says(
            "The diagonal is right, and everything beside it is 0.",
            "The notes say it like this: softmax times (1 - softmax). It is true for the sigmoid.",
            "What gives it away is a sum: if all logits rise together nothing changes, so each row must add up to 0.",
            idea="shares",
        ),
        Mistake("vector", {"np.diag(s)": "s", "np.outer(s, s)": "s * s"}).says(
            "You return one derivative for each output.",
            "The notes say it like this: softmax times (1 - softmax).",
            "What gives it away is the shape: every output depends on every logit, so with three classes there are nine derivatives.",
            idea="shares",
        ),
        Mistake("sign-exchanged", {"np.diag(s) -": "-np.diag(s) +"}).says(
            "The two pieces are subtracted the wrong way around.",
            "Both are there.",
            "What gives it away is the sign: if a logit rises, its own probability rises. Your diagonal says that it falls.",
            idea="shares",
        ),
        Mistake("added", {" - ": " + "}).says(
            "You add the two pieces.",
            "Contributions usually add up.",
            "What gives it away is the sign: outside the diagonal yours is positive. But what one class gains, the others lose.",
            idea="shares",
        ),
        Mistake("delta-forgotten", {"np.diag(s)": ""}).says(
            "You use the formula for another logit everywhere, also on the diagonal.",
            "Outside the diagonal it is right.",
            "What gives it away is a sum: the rows do not add up to 0, and on the diagonal a class would push itself down.",
            idea="shares",
        ),
        Mistake(
            "no-diagonal-square", {"(s, s)": "(s, s) * (1 - np.eye(len(s)))"}
        ).says(
            "On the diagonal, the square is missing.",
            "The delta seems to choose one of two cases, and the second piece to belong to the other.",
            "What gives it away is a sum: the rows do not add up to 0. If its own logit rises, the sum below the fraction rises too.",
            idea="shares",
        ),
        Mistake(
            "one-minus-everywhere",
            {"np.diag(s) - ": "", "(s, s)": "(s, 1 - s)"},
        ).says(
            "You use s (1 - s) everywhere, with two different entries outside the diagonal.",
            "The diagonal's formula looks as if it could be continued.",
            "What gives it away is the sign: outside the diagonal yours is positive. But what one class gains, the others lose.",
            idea="shares",
        ),
        Mistake("row-for-column", {"np.outer(s, s)": "s @ s"}).says(
            "The product has only one number, and it should be a table.",
            "`s @ s.T` looks like a column times a row. But a flat array has no other side: its `.T` is the same flat array. And `reshape(-1, 1)`, which the notes call a row, makes a column.",
            "What gives it away: the same number is subtracted from every entry.",
            idea="outer",
        ),
        Mistake("ones-on-the-diagonal", {"np.diag(s)": "np.eye(len(s))"}).says(
            "Your first piece has ones on the diagonal.",
            "The delta in the formula is 1 there, and `np.eye` is a table of deltas.",
            "What gives it away is a sum: the rows do not add up to 0. What is the delta multiplied by?",
            idea="shares",
        ),
        Mistake("entry-by-entry", {"np.outer(s, s)": "s * s"}).says(
            "You subtract a row of squares from every row.",
            "`s * s` looks like every product of two entries.",
            "What gives it away is a sum: the rows do not add up to 0. With three classes there are nine products of two entries, and yours are three.",
            idea="outer",
        ),
        Mistake(
            "minus-forgotten", {"(s, s)": "(s, s) * (2 * np.eye(len(s)) - 1)"}
        ).says(
            "Your diagonal is right. Beside it, the minus is missing.",
            "In the case of the other logit, the minus is the only sign there is.",
            "What gives it away is the sign: what one class gains, the others lose.",
            idea="shares",
        ),
        Mistake("square-twice", {"np.diag(s)": "np.diag(s * (1 - s))"}).says(
            "On the diagonal, the square is subtracted twice.",
            "s (1 - s) on the diagonal is right, and minus the products beside it is right. The table of products has a diagonal too.",
            "What gives it away is a sum: the rows do not add up to 0.",
            idea="shares",
        ),
    ),
    hints=(
        "There are two cases: an output's own logit, and another one. Both are in the chapter.",
        "One piece has s on the diagonal and 0 elsewhere. The other has every product of two entries of s.",
        "`np.diag` makes the first piece. A column times a row makes the second. One is subtracted from the other.",
    ),
    notice="Notice that your table is symmetric, and that rows and columns both add up to 0.",
)


# --- softmax-backward ---


def _vjp(probabilities, dvalues):
    average = (dvalues * probabilities).sum(axis=1, keepdims=True)
    return probabilities * (dvalues - average)


VJP = Exercise(
    name="softmax-backward",
    title="softmax's backward pass for a batch",
    reference=_vjp,
    cases=lambda rng: [
        (probabilities(rng, n, c), normal(rng, n, c)) for n, c in SIZES
    ],
    parts=("dinputs",),
    numeric=lambda probabilities, dvalues: gradients_of(
        lambda z: (dvalues * _softmax(z)).sum(), np.log(probabilities)
    )[0],
    samples=lambda probabilities, dvalues: len(dvalues),
    mistakes=(
        Mistake("diagonal-only", {".sum(axis=1, keepdims=True)": ""}).says(
            "You use only the diagonal of the Jacobian.",
            "The notes say it like this: softmax times (1 - softmax). It is true for the sigmoid.",
            "What gives it away is a sum: each row of the gradient must add up to 0.",
            idea="shares",
        ),
        Mistake("average-forgotten", {" - average": ""}).says(
            "You multiply probabilities and upstream gradient, and stop.",
            "It is the first half of the formula.",
            "What gives it away is a sum: each row must add up to 0. If the upstream gradient is the same for all classes, nothing should happen.",
            idea="weighted-average",
        ),
        Mistake(
            "plain-average", {"(dvalues * probabilities).sum": "dvalues.mean"}
        ).says(
            "You subtract the plain mean of the upstream gradient.",
            "The chapter says `average`, and this is one.",
            "What gives it away is a sum: each row must add up to 0. The average must give more weight to likelier classes.",
            idea="weighted-average",
        ),
        Mistake("factor-forgotten", {"return probabilities *": "return"}).says(
            "The difference is right. A factor in front of it is missing.",
            "The rest of the formula is long enough.",
            "What gives it away is a sum: each row must add up to 0, and a class with a probability of 0 must get a gradient of 0.",
            idea="shares",
        ),
        Mistake("whole-batch", {"axis=1, keepdims=True": ""}).says(
            "Your sum runs over the whole batch.",
            "Without an axis, `sum` adds up everything.",
            "What gives it away: sample 0 changes when sample 1 does. Each sample has an average of its own.",
            idea="samples-apart",
        ),
        Mistake("dimension-lost", {", keepdims=True": ""}).says(
            "The sums of the rows are a flat array, so NumPy lines them up with the columns.",
            "`axis=1` is right, and in a square batch nothing complains.",
            "What gives it away is a sum: the rows do not add up to 0. Sums of rows must stay a column, (N, 1).",
            idea="keepdims",
        ),
        Mistake("down-the-columns", {"axis=1": "axis=0"}).says(
            "Your sum runs over the samples.",
            "`axis=0` is right for the biases.",
            "What gives it away is a sum: the rows do not add up to 0. Here classes share something, and samples do not.",
            idea="axis",
        ),
        Mistake(
            "one-jacobian-for-all",
            {"probabilities": "probabilities.mean(axis=0)"},
        ).says(
            "You use one Jacobian for the whole batch.",
            "One matrix product would be so much shorter.",
            "What gives it away: each sample has probabilities of its own, so each has a Jacobian of its own. A batch of one comes out right.",
            idea="samples-apart",
        ),
        Mistake(
            "largest-class-only",
            lambda s, d: _vjp(s, d) * (s == s.max(axis=1, keepdims=True)),
        ).says(
            "Only the likeliest class of each sample gets a gradient.",
            "The prediction is that class, so it seems to be the one that counts.",
            "What gives it away is a sum: each row must add up to 0, and one entry alone cannot.",
            idea="shares",
        ),
        Mistake(
            "brackets-forgotten", {"(dvalues - average)": "dvalues - average"}
        ).says(
            "Only the first term is multiplied by the probabilities.",
            "Without brackets the line still reads like the formula.",
            "What gives it away is a sum: each row must add up to 0, and yours does not as soon as there are several classes.",
            idea="brackets",
        ),
        Mistake("mean-of-products", {"sum": "mean"}).says(
            "You take the mean of the products, so you divide by the number of classes once more.",
            "The chapter says `average`, and that is what `mean` computes.",
            "What gives it away is a sum: each row must add up to 0. The weights add up to 1 already, so nothing is left to divide by.",
            idea="weighted-average",
        ),
        Mistake(
            "plain-sum", {"(dvalues * probabilities).sum": "dvalues.sum"}
        ).says(
            "You subtract the plain sum of the upstream gradient.",
            "The sum over the classes is there, and the formula is long.",
            "What gives it away is a sum: each row must add up to 0. An average gives more weight to likelier classes.",
            idea="weighted-average",
        ),
    ),
    hints=(
        "Try one sample first: its Jacobian times its upstream gradient.",
        "Each row of the result adds up to 0. Use that as a test.",
        "For each row: the average of the upstream gradient, weighted by the probabilities. Then each logit gets its probability times how far its own upstream gradient lies above that average.",
    ),
    notice="Notice that it does not matter whether you wrote J @ g or g @ J: the Jacobian is symmetric. And with no matrix at all it is faster still.",
)

EXERCISES = (SOFTMAX, JACOBIAN, VJP)
