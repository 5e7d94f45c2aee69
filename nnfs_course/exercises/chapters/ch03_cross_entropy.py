"""The exercises of chapter 3: labels, the loss, and its gradient."""

from __future__ import annotations

import numpy as np

from nnfs_course.exercises.exercise import Exercise, Mistake
from nnfs_course.exercises.numeric import gradients_of


def probabilities(rng, n, c):
    """Random rows that add up to 1, no entry close to 0."""
    p = rng.uniform(0.2, 1, (n, c))
    return p / p.sum(axis=1, keepdims=True)


def batch(rng, n, c):
    """Probabilities and class indices; targets that p would not all guess."""
    p = probabilities(rng, n, c)
    targets = rng.integers(c, size=n)
    targets[0] = (p[0].argmax() + 1) % c
    return p, targets


SIZES = ((4, 3), (3, 3), (1, 4), (6, 2), (2, 1))  # N, C


def _columns(p):
    return np.arange(len(p))


# --- one-hot ---


def _one_hot(y, n_classes):
    return np.eye(n_classes)[y]


def _one_hot_cases(rng):
    """More samples than classes and fewer, a last class that is absent."""
    few = np.array([2, 0])
    return [
        (rng.permutation(np.array([0, 1, 2, 1, 0])), 3),
        (few, 4),
        (rng.permutation(np.array([0, 1, 2])), 3),
        (np.array([0]), 1),
    ]


def _padded(y, n_classes):
    return np.eye(len(y))[y]


def _off_by_one(y, n_classes):
    return np.eye(n_classes)[y - 1]


ONE_HOT = Exercise(
    name="one-hot",
    title="class indices to one-hot rows",
    reference=_one_hot,
    cases=_one_hot_cases,
    parts=("rows",),
    mistakes=(
        Mistake(
            "sized-by-samples",
            _padded,
            "Your table is as wide as there are samples.",
            "The notes do this: `len(y)` is at hand, and with as many samples "
            "as classes it is right.",
            "What gives it away is the shape: 5 samples of 3 classes need 3 "
            "columns, and yours has 5.",
        ),
        Mistake(
            "sized-by-largest",
            lambda y, n: np.eye(y.max() + 1)[y],
            "Your table is as wide as the largest class that occurs.",
            "In a large batch every class occurs, and then it is right.",
            "What gives it away is the shape: if the last class is absent "
            "from a batch, a column is missing. That is why `n_classes` is "
            "given.",
        ),
        Mistake(
            "on-its-side",
            lambda y, n: np.eye(n)[:, y],
            "You pick columns of the table, and not rows.",
            "The table of ones on the diagonal is the same both ways.",
            "What gives it away is the shape: samples must be rows, and yours "
            "are columns.",
        ),
        Mistake(
            "counted-from-one",
            _off_by_one,
            "You count the classes from 1.",
            "People count like this.",
            "What gives it away: class 0 gets its 1 in the last column.",
        ),
        Mistake(
            "whole-table",
            lambda y, n: np.eye(n),
            "You return the table itself. `y` does not occur.",
            "It is the right table, and its rows are one-hot rows.",
            "What gives it away: there is a row for each class, and there "
            "should be one for each sample.",
        ),
        Mistake(
            "indices-unchanged",
            lambda y, n: y,
            "You return the class indices as they are.",
            "They say the same thing.",
            "What gives it away is the shape: one dimension. One-hot rows have "
            "two.",
        ),
    ),
    hints=(
        "How many rows, and how many columns, must the result have?",
        "`np.eye(n)` is a table whose row c is the one-hot row of class c.",
        "An array of indices in square brackets picks one row for each "
        "entry. How large must the table be?",
    ),
    notice="Notice that the table belongs to the classes, and the picking to "
    "the samples. The two numbers have nothing to do with each other.",
)


# --- class-indices ---


def _indices(targets):
    return targets if targets.ndim == 1 else targets.argmax(axis=1)


def _indices_cases(rng):
    y = rng.permutation(np.array([1, 2, 2, 0]))
    return [(y,), (np.eye(3)[y],), (np.array([1, 0]),), (np.eye(4)[[3, 1]],)]


INDICES = Exercise(
    name="class-indices",
    title="targets in either form to class indices",
    reference=_indices,
    cases=_indices_cases,
    parts=("indices",),
    mistakes=(
        Mistake(
            "forms-exchanged",
            lambda t: t.argmax() if t.ndim == 1 else t,
            "You take one dimension for one-hot, and two for class indices.",
            "The notes say it like this: one dimension sounds like one-hot.",
            "What gives it away is the shape: a one-hot row needs a column for "
            "each class, so together with the samples it has two dimensions.",
        ),
        Mistake(
            "always-argmax",
            lambda t: t.argmax(axis=-1),
            "You look for the largest entry in both forms.",
            "For one-hot rows it is right.",
            "What gives it away is the shape: a row of class indices becomes "
            "one single number, the place of the largest.",
        ),
        Mistake(
            "down-the-columns",
            lambda t: t if t.ndim == 1 else t.argmax(axis=0),
            "You look for the 1 down each column.",
            "`axis=0` is the first axis, and the first that comes to mind.",
            "What gives it away is the number of entries: one for each class, "
            "and there should be one for each sample.",
        ),
        Mistake(
            "the-one-itself",
            lambda t: t if t.ndim == 1 else t.max(axis=1),
            "You take the largest entry of each row, and not its place.",
            "The two functions differ by three letters.",
            "What gives it away: every entry is 1.",
        ),
        Mistake(
            "rows-unchanged",
            lambda t: t,
            "You return the targets as they came.",
            "For class indices it is right.",
            "What gives it away is the shape: one-hot rows still have two "
            "dimensions.",
        ),
    ),
    hints=(
        "What tells the two forms apart? It is no value, it is a property of "
        "the array.",
        "An array knows its number of dimensions: `targets.ndim`.",
        "With one dimension nothing is to be done. With two, the index is the "
        "place of the 1 in its row.",
    ),
    notice="Notice that after this line, a loss needs only one path. Two paths "
    "were what broke the notes' loss.",
)


# --- cross-entropy ---


def _loss(p, targets):
    return -np.log(p[_columns(p), targets]).mean()


LOSS = Exercise(
    name="cross-entropy",
    title="the loss of a batch",
    reference=_loss,
    cases=lambda rng: [batch(rng, n, c) for n, c in SIZES],
    parts=("loss",),
    samples=lambda p, targets: len(p),
    mistakes=(
        Mistake(
            "sum-not-mean",
            lambda p, t: -np.log(p[_columns(p), t]).sum(),
            "You add up the losses of the samples.",
            "The formula of the chapter has a sum sign.",
            "What gives it away is the size: twice as many samples would be "
            "twice as wrong. There is a 1/N in front of that sum.",
        ),
        Mistake(
            "not-averaged",
            lambda p, t: -np.log(p[_columns(p), t]),
            "You return one loss for each sample.",
            "Each of them is right.",
            "What gives it away is the shape: a loss is one number, or there "
            "would be nothing to make smaller.",
        ),
        Mistake(
            "sign-forgotten",
            lambda p, t: np.log(p[_columns(p), t]).mean(),
            "The minus is missing.",
            "The logarithm is the interesting part.",
            "What gives it away is the sign: probabilities are at most 1, so "
            "their logarithms are negative. A loss is not.",
        ),
        Mistake(
            "all-classes",
            lambda p, t: -np.log(p).sum(axis=1).mean(),
            "You take the logarithms of all classes, not only of the true one.",
            "The formula adds over the classes.",
            "What gives it away: your loss does not change when `targets` "
            "does. In the formula each term is multiplied by y, and y is 1 "
            "only in one place.",
        ),
        Mistake(
            "mean-over-all-entries",
            lambda p, t: -(np.eye(p.shape[1])[t] * np.log(p)).mean(),
            "You take the mean over all entries of the table.",
            "`.mean()` of a one-hot table times logarithms looks like the "
            "formula.",
            "What gives it away is the size: it is smaller by the number of "
            "classes. The zeros of the other classes count as samples here.",
        ),
        Mistake(
            "every-pair",
            lambda p, t: -np.log(p[:, t]).mean(),
            "`p[:, targets]` picks the columns of *all* targets for each row.",
            "A colon looks like `for each row`.",
            "What gives it away is the shape on the way: N rows and N columns, "
            "where N numbers are wanted. Row 0 must meet target 0 only.",
        ),
        Mistake(
            "own-guess",
            lambda p, t: -np.log(p.max(axis=1)).mean(),
            "You take the largest probability of each row.",
            "For a network that is right, it is the same.",
            "What gives it away: your loss does not change when `targets` "
            "does. It says how sure the network is, not how right.",
        ),
        Mistake(
            "linear",
            lambda p, t: (1 - p[_columns(p), t]).mean(),
            "You take 1 minus the probability.",
            "It is 0 for a sure and right answer, and it grows with the error.",
            "What gives it away is the size: it never exceeds 1, however sure "
            "and wrong the network is.",
        ),
    ),
    hints=(
        "First pick one probability for each sample: that of its true class.",
        "Two lists of places pick pairs: row 0 with target 0, row 1 with "
        "target 1, and so on.",
        "Minus the logarithm of each picked probability, and then their mean.",
    ),
    notice="Notice that the probabilities of the wrong classes never enter. "
    "They are punished anyway: what they have, the true class has not.",
)


# --- cross-entropy-gradient ---


def _gradient(p, targets):
    return -np.eye(p.shape[1])[targets] / p / len(p)


def _y(p, t):
    return np.eye(p.shape[1])[t]


GRADIENT = Exercise(
    name="cross-entropy-gradient",
    title="the gradient of the loss",
    reference=_gradient,
    cases=lambda rng: [batch(rng, n, c) for n, c in SIZES],
    parts=("dinputs",),
    numeric=lambda p, targets: gradients_of(
        lambda p: -np.log(p[_columns(p), targets]).mean(), p
    )[0],
    samples=lambda p, targets: len(p),
    mistakes=(
        Mistake(
            "n-forgotten",
            lambda p, t: -_y(p, t) / p,
            "The 1/N is missing.",
            "The derivative of the logarithm is right, and it is the hard "
            "part.",
            "What gives it away is the size: everything is N times too large. "
            "The loss is a mean, and so is its gradient.",
        ),
        Mistake(
            "n-twice",
            lambda p, t: -_y(p, t) / p / len(p) ** 2,
            "You divide by N twice.",
            "The loss has a mean, and the gradient seems to need one too.",
            "What gives it away is the size: everything is N times too small.",
        ),
        Mistake(
            "sign-forgotten",
            lambda p, t: _y(p, t) / p / len(p),
            "The minus is missing.",
            "The derivative of log p is 1/p, without a minus.",
            "What gives it away is the sign: more probability for the true "
            "class means less loss, and yours says more.",
        ),
        Mistake(
            "all-classes",
            lambda p, t: -1 / p / len(p),
            "You fill in all classes.",
            "The formula is the same for each entry, if y is forgotten.",
            "What gives it away: where a class is not the true one, moving its "
            "probability does not move the loss.",
        ),
        Mistake(
            "error-instead",
            lambda p, t: (p - _y(p, t)) / len(p),
            "This is a gradient, but of something else: of the logits, two "
            "chapters from here.",
            "It is the most famous formula about cross-entropy.",
            "What gives it away: columns of wrong classes are not 0 in yours. "
            "With respect to `p`, only the true class matters.",
        ),
        Mistake(
            "true-class-only-column",
            lambda p, t: -1 / p[_columns(p), t] / len(p),
            "You return one number for each sample.",
            "The other entries are 0, and 0 seems like nothing.",
            "What gives it away is the shape: a gradient has the shape of what "
            "it belongs to, and that is `p`.",
        ),
        Mistake(
            "divided-by-classes",
            lambda p, t: -_y(p, t) / p / p.shape[1],
            "You divide by the number of classes.",
            "Both N and C are at hand, and in a square batch they are equal.",
            "What gives it away is the size, as soon as there are more samples "
            "than classes.",
        ),
        Mistake(
            "times-p",
            lambda p, t: -_y(p, t) * p / len(p),
            "You multiply by the probability, and should not.",
            "Upstream times something is what a chain rule looks like.",
            "What gives it away: a sample that the network got very wrong, "
            "with p close to 0, gets almost no gradient. It should get the "
            "largest.",
        ),
    ),
    hints=(
        "Which entries of `p` does the loss look at? All others get 0.",
        "The slope of -log p at p is -1/p.",
        "Fill in the entries of the true classes, then remember that the loss "
        "is a mean over the samples.",
    ),
    notice="Notice how steep it is for small p: the network hears loudest "
    "about its worst mistakes.",
)

EXERCISES = (ONE_HOT, INDICES, LOSS, GRADIENT)
