"""The exercises of chapter 3: labels, the loss, and its gradient."""

from __future__ import annotations

import numpy as np

from nnfs_course.exercises.cases import SIZES, batch, classes
from nnfs_course.exercises.edits import edited
from nnfs_course.exercises.exercise import Exercise, Mistake, Variant
from nnfs_course.exercises.numeric import gradients_of

# --- one-hot ---


def _one_hot(y, n_classes):
    return np.eye(n_classes)[y]


def _one_hot_cases(rng):
    """More samples than classes and fewer, and a last class that is absent."""
    few = np.array([2, 0]), 4
    return [
        (classes(rng, 5, 3), 3),
        few,
        *((classes(rng, *s), s[1]) for s in SIZES),
    ]


ONE_HOT = Exercise(
    name="one-hot",
    title="class indices to one-hot rows",
    reference=_one_hot,
    cases=_one_hot_cases,
    parts=("rows",),
    mistakes=(
        Mistake("sized-by-samples", {"n_classes": "len(y)"}).says(
            "Your table is as wide as there are samples.",
            "The notes do this: `len(y)` is at hand, and with as many samples as classes it is right.",
            "What gives it away is the shape: 5 samples of 3 classes need 3 columns, and yours has 5.",
            idea="what-can-occur",
        ),
        Mistake("sized-by-largest", {"n_classes": "y.max() + 1"}).says(
            "Your table is as wide as the largest class that occurs.",
            "In a large batch every class occurs, and then it is right.",
            "What gives it away is the shape: if the last class is absent from a batch, a column is missing. That is why `n_classes` is given.",
            idea="what-can-occur",
        ),
        Mistake("on-its-side", {"[y]": "[:, y]"}).says(
            "You pick columns of the table, and not rows.",
            "The table of ones on the diagonal is the same both ways.",
            "What gives it away is the shape: samples must be rows, and yours are columns.",
            idea="row-is",
        ),
        Mistake("counted-from-one", {"[y]": "[y - 1]"}).says(
            "You count the classes from 1.",
            "People count like this.",
            "What gives it away: class 0 gets its 1 in the last column.",
            idea="from-zero",
        ),
        Mistake("whole-table", {"[y]": ""}).says(
            "You return the table itself. `y` does not occur.",
            "It is the right table, and its rows are one-hot rows.",
            "What gives it away: there is a row for each class, and there should be one for each sample.",
            idea="one-for-each-row",
        ),
        Mistake("indices-unchanged", {"np.eye(n_classes)[y]": "y"}).says(
            "You return the class indices as they are.",
            "They say the same thing.",
            "What gives it away is the shape: one dimension. One-hot rows have two.",
            idea="names-not-amounts",
        ),
        Mistake("one-row-for-all", {"[y]": "[y].max(axis=0)"}).says(
            "You return one row, with a 1 for each class that occurs.",
            "Zeros, and then a 1 at the places that `y` names: that is how one makes a one-hot row.",
            "What gives it away is the shape: there is one row for the whole batch, and there should be one for each sample.",
            idea="one-for-each-row",
        ),
        Mistake(
            "every-pair", {"[y]": "[y].max(axis=0) * np.ones((len(y), 1))"}
        ).says(
            "Each of your rows has a 1 for every class that occurs.",
            "`rows[:, y] = 1` looks like `in each row, at the place y`.",
            "What gives it away: all rows are equal, and they add up to more than 1. Row 0 must meet `y[0]` only.",
            idea="one-for-each-row",
        ),
        Mistake("sized-by-occurring", {"n_classes": "len(set(y))"}).says(
            "Your table is as wide as there are different classes in `y`.",
            "That is how one counts classes, if all of them occur.",
            "What gives it away: with the classes 0 and 2 alone it has two columns, and class 2 has no place in it.",
            idea="what-can-occur",
        ),
    ),
    hints=(
        "How many rows, and how many columns, must the result have?",
        "`np.eye(n)` is a table whose row c is the one-hot row of class c.",
        "An array of indices in square brackets picks one row for each entry. How large must the table be?",
    ),
    notice="Notice that the table belongs to the classes, and the picking to the samples. The two numbers have nothing to do with each other.",
)


# --- class-indices ---


def _indices(targets):
    return targets if targets.ndim == 1 else targets.argmax(axis=1)


def _indices_cases(rng):
    """Both forms of each batch. In some, only the classes 0 and 1 occur."""
    batches = [(classes(rng, n, c), c) for n, c in SIZES]
    batches += [(np.array([1, 0]), 2), (np.array([0, 1, 1]), 4)]
    return [(t,) for y, c in batches for t in (y, np.eye(c)[y]) if t.any()]


INDICES = Exercise(
    name="class-indices",
    title="targets in either form to class indices",
    reference=_indices,
    cases=_indices_cases,
    parts=("indices",),
    mistakes=(
        Mistake("forms-exchanged", {"== 1": "== 2", "axis=1": "axis=0"}).says(
            "You take one dimension for one-hot, and two for class indices.",
            "The notes say it like this: one dimension sounds like one-hot.",
            "What gives it away is the shape: a one-hot row needs a column for each class, so together with the samples it has two dimensions.",
            idea="tell-apart",
        ),
        Mistake(
            "always-argmax",
            {"targets if targets.ndim == 1 else ": "", "axis=1": "axis=-1"},
        ).says(
            "You look for the largest entry in both forms.",
            "For one-hot rows it is right.",
            "What gives it away is the shape: a row of class indices becomes one single number, the place of the largest.",
            idea="tell-apart",
        ),
        Mistake("down-the-columns", {"axis=1": "axis=0"}).says(
            "You look for the 1 down each column.",
            "`axis=0` is the first axis, and the first that comes to mind.",
            "What gives it away is the number of entries: one for each class, and there should be one for each sample.",
            idea="axis",
        ),
        Mistake("the-one-itself", {"argmax": "max"}).says(
            "You take the largest entry of each row, and not its place.",
            "The two functions differ by three letters.",
            "What gives it away: every entry is 1.",
            idea="place",
        ),
        Mistake("rows-unchanged", {"targets.argmax(axis=1)": "targets"}).says(
            "You return the targets as they came.",
            "For class indices it is right.",
            "What gives it away is the shape: one-hot rows still have two dimensions.",
            idea="tell-apart",
        ),
        Mistake("axis-forgotten", {"axis=1": ""}).says(
            "You look for the largest entry of the whole table.",
            "Without an axis, `argmax` looks everywhere.",
            "What gives it away is the shape: one single number, and there should be one for each sample.",
            idea="axis",
        ),
        Mistake(
            "told-by-values", {"targets.ndim == 1": "targets.max() > 1"}
        ).says(
            "You tell the two forms apart by their largest value.",
            "One-hot rows hold only 0 and 1, and class indices go further.",
            "What gives it away: a batch of class indices in which only the classes 0 and 1 occur is taken for one-hot rows.",
            idea="tell-apart",
        ),
        Mistake(
            "one-form-only", {"targets if targets.ndim == 1 else ": ""}
        ).says(
            "You take every array for one-hot rows.",
            "For one-hot rows it is right.",
            "What gives it away is the error: class indices have one axis, number 0, and you ask for number 1.",
            idea="tell-apart",
        ),
        Mistake(
            "rows-too", {"targets.argmax(axis=1)": "np.where(targets == 1)"}
        ).says(
            "You return two arrays at once: the rows of the ones and their columns.",
            "`np.where` and `nonzero` say where something is, and in a table that takes two numbers.",
            "What gives it away is the shape: (2, N). Which of the two rows is the class?",
            idea="place",
        ),
    ),
    hints=(
        "What tells the two forms apart? It is no value, it is a property of the array.",
        "An array knows its number of dimensions: `targets.ndim`.",
        "With one dimension nothing is to be done. With two, the index is the place of the 1 in its row.",
    ),
    notice="Notice that after this line, a loss needs only one path. Two paths were what broke the notes' loss.",
)


# --- cross-entropy ---


def _batches(rng):
    """No single class: there p is 1, and whoever clips it would be wrong.

    Last a sample that is far off, where 1e-7 more of p shows.
    """
    far_off = np.array([[0.01, 0.99]]), np.array([0])
    return [*(batch(rng, n, c) for n, c in SIZES if c > 1), far_off]


def _loss(p, targets):
    true_p = p[np.arange(len(p)), targets]
    return -np.log(true_p).mean()


LOSS = Exercise(
    name="cross-entropy",
    title="the loss of a batch",
    reference=_loss,
    cases=_batches,
    parts=("loss",),
    samples=lambda p, targets: len(p),
    variants=(
        Variant(
            edited(_loss, {"(true_p)": "(true_p + 1e-7)"}),
            "You add a little, so that there is never a logarithm of 0. That is often done, and it moves the loss a little, too.",
        ),
    ),
    mistakes=(
        Mistake("sum-not-mean", {"mean": "sum"}).says(
            "You add up the losses of the samples.",
            "The formula of the chapter has a sum sign.",
            "What gives it away is the size: twice as many samples would be twice as wrong. There is a 1/N in front of that sum.",
            idea="one-over-n",
        ),
        Mistake("not-averaged", {".mean()": ""}).says(
            "You return one loss for each sample.",
            "Each of them is right.",
            "What gives it away is the shape: a loss is one number, or there would be nothing to make smaller.",
            idea="one-over-n",
        ),
        Mistake("sign-forgotten", {"-np": "np"}).says(
            "The minus is missing.",
            "The logarithm is the interesting part.",
            "What gives it away is the sign: probabilities are at most 1, so their logarithms are negative. A loss is not.",
            idea="surprise",
        ),
        Mistake(
            "all-classes", {"np.log(true_p)": "np.log(p).sum(axis=1)"}
        ).says(
            "You take the logarithms of all classes, not only of the true one.",
            "The formula adds over the classes.",
            "What gives it away: your loss does not change when `targets` does. In the formula each term is multiplied by y, and y is 1 only in one place.",
            idea="surprise",
        ),
        Mistake("mean-over-all-entries", {"mean()": "sum() / p.size"}).says(
            "You take the mean over all entries of the table.",
            "`.mean()` of a one-hot table times logarithms looks like the formula.",
            "What gives it away is the size: it is smaller by the number of classes. The zeros of the other classes count as samples here.",
            idea="one-over-n",
        ),
        Mistake("every-pair", {"np.arange(len(p))": ":"}).says(
            "`p[:, targets]` picks the columns of *all* targets for each row.",
            "A colon looks like `for each row`.",
            "What gives it away is the shape on the way: N rows and N columns, where N numbers are wanted. Row 0 must meet target 0 only.",
            idea="one-for-each-row",
        ),
        Mistake(
            "own-guess", {"p[np.arange(len(p)), targets]": "p.max(axis=1)"}
        ).says(
            "You take the largest probability of each row.",
            "For a network that is right, it is the same.",
            "What gives it away: your loss does not change when `targets` does. It says how sure the network is, not how right.",
            idea="surprise",
        ),
        Mistake("linear", {"-np.log(true_p)": "(1 - true_p)"}).says(
            "You take 1 minus the probability.",
            "It is 0 for a sure and right answer, and it grows with the error.",
            "What gives it away is the size: it never exceeds 1, however sure and wrong the network is.",
            idea="surprise",
        ),
        Mistake(
            "mean-before-log",
            {"np.log(true_p).mean()": "np.log(true_p.mean())"},
        ).says(
            "You take the mean of the probabilities first, and one logarithm then.",
            "One logarithm is less work than N of them.",
            "What gives it away is the size: for two samples at 0.01 and 0.99 it is as if both were at 0.5. One bad mistake hides behind a good guess.",
            idea="mean-then",
        ),
        Mistake("logarithm-forgotten", {"np.log(true_p)": "true_p"}).says(
            "The logarithm is missing.",
            "Minus the probability also falls while the network gets better.",
            "What gives it away is the sign: a loss of -0.9 is below 0, where a perfect network should be.",
            idea="surprise",
        ),
        Mistake("rows-picked", {"np.arange(len(p)), ": ""}).says(
            "`p[targets]` picks whole rows: those of the samples 0, 1 and so on.",
            "`targets` are indices, and square brackets pick by index.",
            "What gives it away is the shape on the way: rows of all classes, where N numbers are wanted. A class is a column.",
            idea="one-for-each-row",
        ),
        Mistake(
            "indices-as-factors",
            {"np.log(true_p)": "(targets * np.log(p)).sum(axis=1)"},
        ).says(
            "You multiply the logarithms by the class indices.",
            "The formula multiplies by y, and `targets` is what is called y elsewhere.",
            "What gives it away: class 2 would count twice, and class 0 not at all. In the formula y is a one-hot row, and here targets are indices.",
            idea="names-not-amounts",
        ),
        Mistake(
            "entropy-instead", {"np.log(true_p)": "(p * np.log(p)).sum(axis=1)"}
        ).says(
            "You multiply each logarithm by its own probability.",
            "It is a famous formula too, and looks nearly the same: the entropy.",
            "What gives it away: your loss does not change when `targets` does. It says how unsure the network is, not how wrong.",
            idea="surprise",
        ),
        Mistake("other-logarithm", {"np.log": "np.log10"}).says(
            "You take the logarithm to the base 10.",
            "On many calculators `log` is just this.",
            "What gives it away is the size: the slope of this logarithm at 1 is not 1. `np.log` is the natural one.",
            idea="surprise",
        ),
    ),
    hints=(
        "First pick one probability for each sample: that of its true class.",
        "Two lists of places pick pairs: row 0 with target 0, row 1 with target 1, and so on.",
        "Minus the logarithm of each picked probability, and then their mean.",
    ),
    notice="Notice that the probabilities of the wrong classes never enter. They are punished anyway: what they have, the true class has not.",
)


# --- cross-entropy-gradient ---


def _gradient(p, targets):
    y = np.eye(p.shape[1])[targets]
    return -y / p / len(p)


GRADIENT = Exercise(
    name="cross-entropy-gradient",
    title="the gradient of the loss",
    reference=_gradient,
    cases=_batches,
    parts=("dinputs",),
    numeric=lambda p, targets: gradients_of(lambda p: _loss(p, targets), p)[0],
    samples=lambda p, targets: len(p),
    mistakes=(
        Mistake("n-forgotten", {" / len(p)": ""}).says(
            "The 1/N is missing.",
            "The derivative of the logarithm is right, and it is the hard part.",
            "What gives it away is the size: everything is N times too large. The loss is a mean, and so is its gradient.",
            idea="one-over-n",
        ),
        Mistake("n-twice", {"len(p)": "len(p) ** 2"}).says(
            "You divide by N twice.",
            "The loss has a mean, and the gradient seems to need one too.",
            "What gives it away is the size: everything is N times too small.",
            idea="one-over-n",
        ),
        Mistake("sign-forgotten", {"-y": "y"}).says(
            "The minus is missing.",
            "The derivative of log p is 1/p, without a minus.",
            "What gives it away is the sign: more probability for the true class means less loss, and yours says more.",
            idea="output-minus-target",
        ),
        Mistake("all-classes", {"-y": "-1"}).says(
            "You fill in all classes.",
            "The formula is the same for each entry, if y is forgotten.",
            "What gives it away: where a class is not the true one, moving its probability does not move the loss.",
            idea="surprise",
        ),
        Mistake("error-instead", {"-y / p": "(p - y)"}).says(
            "This is a gradient, but of something else: of the logits, two chapters from here.",
            "It is the most famous formula about cross-entropy.",
            "What gives it away: columns of wrong classes are not 0 in yours. With respect to `p`, only the true class matters.",
            idea="log-slope",
        ),
        Mistake(
            "true-class-only-column", {"-y / p": "-1 / (y * p).sum(axis=1)"}
        ).says(
            "You return one number for each sample.",
            "The other entries are 0, and 0 seems like nothing.",
            "What gives it away is the shape: a gradient has the shape of what it belongs to, and that is `p`.",
            idea="surprise",
        ),
        Mistake("divided-by-classes", {"len(p)": "p.shape[1]"}).says(
            "You divide by the number of classes.",
            "Both N and C are at hand, and in a square batch they are equal.",
            "What gives it away is the size, as soon as there are more samples than classes.",
            idea="one-over-n",
        ),
        Mistake("times-p", {"/ p": "* p"}).says(
            "You multiply by the probability, and should not.",
            "Upstream times something is what a chain rule looks like.",
            "What gives it away: a sample that the network got very wrong, with p close to 0, gets almost no gradient. It should get the largest.",
            idea="log-slope",
        ),
        Mistake("divided-by-all", {"len(p)": "p.size"}).says(
            "You divide by the number of all entries, N times C.",
            "`.mean()` of the whole table would do this.",
            "What gives it away is the size: the loss is a mean over the samples, and one with more classes is still one sample.",
            idea="one-over-n",
        ),
        Mistake("loss-instead", {"/ p": "* np.log(p)"}).says(
            "You return the terms of the loss, and not their derivatives.",
            "The formula of the loss stands right there.",
            "What gives it away is the sign: more probability for the true class means less loss, and yours says more.",
            idea="log-slope",
        ),
        Mistake("indices-as-factors", {"-y": "-targets"}).says(
            "You take the class indices for the numerator.",
            "The formula has a y there, and `targets` is what is called y elsewhere.",
            "What gives it away is the shape: (N,) over (N, C). In the formula y is a one-hot row, and here targets are indices.",
            idea="names-not-amounts",
        ),
        Mistake("p-forgotten", {" / p": ""}).says(
            "The derivative of the logarithm is missing.",
            "What is left says which classes count, and in which direction.",
            "What gives it away: your result does not change when `p` does. But a sample that is nearly right has less to gain.",
            idea="log-slope",
        ),
    ),
    hints=(
        "Which entries of `p` does the loss look at? All others get 0.",
        "The slope of -log p at p is -1/p.",
        "Fill in the entries of the true classes, then remember that the loss is a mean over the samples.",
    ),
    notice="Notice how steep it is for small p: the network hears loudest about its worst mistakes.",
)

EXERCISES = (ONE_HOT, INDICES, LOSS, GRADIENT)
