"""The exercises of chapter 8: accuracy, confusion, and a step on the image."""

from __future__ import annotations

import numpy as np

from nnfs_course.exercises.exercise import Exercise, Mistake

# --- accuracy ---


def _accuracy(probabilities, targets):
    return (probabilities.argmax(axis=1) == targets).mean()


def _answers(rng, samples, classes):
    """Probabilities that are right for some samples, and wrong for others."""
    targets = rng.integers(classes, size=samples)
    scores = rng.normal(0, 1.5, (samples, classes))
    scores[np.arange(samples), targets] += 1
    exponentials = np.exp(scores)
    return exponentials / exponentials.sum(axis=1, keepdims=True), targets


ACCURACY = Exercise(
    name="accuracy",
    title="the accuracy",
    reference=_accuracy,
    cases=lambda rng: [
        _answers(rng, n, c) for n, c in ((40, 4), (7, 7), (1, 3), (30, 2))
    ],
    parts=("accuracy",),
    mistakes=(
        Mistake(
            "count",
            lambda p, t: float((p.argmax(axis=1) == t).sum()),
            "You count the right answers.",
            "That is nearly all there is to do.",
            "What gives it away is the size: a share is never above 1. Two "
            "batches of different sizes could not be compared.",
        ),
        Mistake(
            "errors",
            lambda p, t: (p.argmax(axis=1) != t).mean(),
            "You give the share of the *wrong* answers.",
            "This is the error rate, which is also printed in many papers.",
            "What gives it away: an answer that is right every time gets 0.",
        ),
        Mistake(
            "down-the-samples",
            lambda p, t: (p.argmax(axis=0) == t).mean(),
            "You look for the largest number of each column.",
            "Which axis is which is hard to remember.",
            "What gives it away is the number of answers: one for each class, "
            "and not one for each sample. With as many samples as classes, it "
            "runs.",
        ),
        Mistake(
            "mean-probability",
            lambda p, t: p[np.arange(len(t)), t].mean(),
            "You take the mean probability of the true class.",
            "It is a number from 0 to 1 and grows as the network gets better.",
            "What gives it away: an answer counts in full or not at all, so "
            "for one single sample only 0 and 1 are possible.",
        ),
        Mistake(
            "above-a-half",
            lambda p, t: (p[np.arange(len(t)), t] > 0.5).mean(),
            "You count a sample only if its true class got more than a half.",
            "With two classes this is the same as winning.",
            "What gives it away: among ten classes, 0.3 can be the largest.",
        ),
        Mistake(
            "divided-by-classes",
            lambda p, t: (p.argmax(axis=1) == t).sum() / p.shape[1],
            "You divide the number of right answers by the number of classes.",
            "Both numbers are in the shape, and it is easy to take the other.",
            "What gives it away is the size: with many samples it is above 1.",
        ),
    ),
    hints=(
        "First turn each row of probabilities into one answer.",
        "`argmax` gives the place of the largest number. Along which axis?",
        "Compare the answers with the targets: an array of True and False. "
        "What is the mean of such an array?",
    ),
    notice="Notice what is lost: a network that is barely right and one that "
    "is sure of it have the same accuracy. The loss tells them apart.",
)


# --- confusion-matrix ---


def _confusion(targets, predictions, classes):
    matrix = np.zeros((classes, classes), dtype=int)
    np.add.at(matrix, (targets, predictions), 1)
    return matrix


def _forgetful(targets, predictions, classes):
    matrix = np.zeros((classes, classes), dtype=int)
    matrix[targets, predictions] += 1
    return matrix


def _right_only(targets, predictions, classes):
    return np.diag(np.diag(_confusion(targets, predictions, classes)))


def _confusion_cases(rng):
    def case(samples, classes):
        targets = rng.integers(classes - 1, size=samples)
        predictions = rng.integers(classes, size=samples)
        targets[:3], predictions[:3] = 0, 1  # a pair that comes more than once
        predictions[3:5] = targets[3:5]
        return targets, predictions, classes

    return [case(30, 4), case(9, 3), case(60, 10)]


CONFUSION = Exercise(
    name="confusion-matrix",
    title="the confusion matrix",
    reference=_confusion,
    cases=_confusion_cases,
    parts=("counts",),
    mistakes=(
        Mistake(
            "transposed",
            lambda t, p, c: _confusion(p, t, c),
            "Your rows are what was said, and your columns what is true.",
            "Half of all books do it like this, and the counts are the same.",
            "What gives it away: the sum of row 0 must be how many samples of "
            "class 0 there are.",
        ),
        Mistake(
            "repeats-counted-once",
            _forgetful,
            "Each pair is counted at most once.",
            "`matrix[targets, predictions] += 1` looks like one addition for "
            "each sample. NumPy reads all entries, adds 1, and writes them "
            "back. If an entry is written several times, the last one stays.",
            "What gives it away is the sum: all counts together must be the "
            "number of samples, and yours has only zeros and ones.",
        ),
        Mistake(
            "shares",
            lambda t, p, c: _confusion(t, p, c) / len(t),
            "You divide the counts by the number of samples.",
            "Shares can be compared between batches.",
            "What gives it away is the sum: it is 1. Here counts are wanted.",
        ),
        Mistake(
            "right-only",
            _right_only,
            "Only the right answers are in your table.",
            "They are what the accuracy counts.",
            "What gives it away is the sum: the samples that were confused "
            "are missing, and they are what this table is for.",
        ),
        Mistake(
            "both-orders",
            lambda t, p, c: _confusion(t, p, c) + _confusion(p, t, c),
            "You count each sample in both directions.",
            "A 3 read as 8 and an 8 read as 3 seem to be the same confusion.",
            "What gives it away is the sum: twice the number of samples.",
        ),
    ),
    hints=(
        "A table of zeros first: one row for each true class, one column for "
        "each answer.",
        "Each sample adds 1 to one entry. A loop over the samples is fine.",
        "Which entry? Its row is the sample's target, its column is what was "
        "said. Beware of doing all samples in one `+=`: pairs come twice.",
    ),
    notice="Notice the diagonal: its sum, divided by the sum of all, is the "
    "accuracy. The rest of the table is what the accuracy does not tell.",
)


# --- adversarial-step ---


def _adversarial(image, gradient, epsilon):
    return np.clip(image + epsilon * np.sign(gradient), 0, 1)


def _images(rng):
    cases = []
    for size, epsilon in ((64, 0.1), (9, 0.3), (4, 0.05)):
        image = rng.uniform(0, 1, size)
        image[0], image[1] = 0.0, 1.0
        gradient = rng.choice([-1.0, 1.0], size) * rng.uniform(0.01, 3, size)
        gradient[:2] = [-0.7, 0.4]  # these two would leave the scale
        gradient[2] = 0.0
        cases.append((image, gradient, epsilon))
    return cases


ADVERSARIAL = Exercise(
    name="adversarial-step",
    title="one step on the image",
    reference=_adversarial,
    cases=_images,
    parts=("new_image",),
    mistakes=(
        Mistake(
            "downhill",
            lambda x, g, e: np.clip(x - e * np.sign(g), 0, 1),
            "You step against the gradient.",
            "So far every step of this course did.",
            "What gives it away is the loss: it falls, and the network gets "
            "surer of the truth. Here it should be fooled.",
        ),
        Mistake(
            "sign-forgotten",
            lambda x, g, e: np.clip(x + e * g, 0, 1),
            "You step along the gradient itself, large entries further.",
            "So does gradient descent.",
            "What gives it away: pixels move by different amounts. The text "
            "allows each pixel the same small change.",
        ),
        Mistake(
            "not-clipped",
            lambda x, g, e: x + e * np.sign(g),
            "Some of your pixels leave the scale from 0 to 1.",
            "The formula of the step is right, and most pixels stay inside.",
            "What gives it away are numbers below 0 or above 1: no ink is "
            "lighter than paper.",
        ),
        Mistake(
            "sign-of-the-image",
            lambda x, g, e: np.clip(x + e * np.sign(x), 0, 1),
            "You took the signs of the image.",
            "Both arrays have the same shape, so nothing complains.",
            "What gives it away: the gradient does not occur in your result, "
            "and every pixel with ink gets darker.",
        ),
        Mistake(
            "unit-length",
            lambda x, g, e: np.clip(x + e * g / np.linalg.norm(g), 0, 1),
            "You made the whole gradient one unit long.",
            "That too is a step of fixed length.",
            "What gives it away: pixels move by different amounts, and none "
            "by as much as the text allows.",
        ),
        Mistake(
            "gradient-clipped",
            lambda x, g, e: x + e * np.clip(np.sign(g), 0, 1),
            "You keep the gradient between 0 and 1, and not the image.",
            "Something has to be clipped, and the gradient is at hand.",
            "What gives it away: none of your pixels gets lighter.",
        ),
        Mistake(
            "zero-moves-down",
            lambda x, g, e: np.clip(x + e * np.where(g > 0, 1, -1), 0, 1),
            "A pixel whose gradient is exactly 0 gets lighter.",
            "There are two directions, so one condition seems to do.",
            "What gives it away: with a gradient of zeros the whole image "
            "changes, though no direction is better than the other.",
        ),
        Mistake(
            "zero-moves-up",
            lambda x, g, e: np.clip(x + e * np.where(g < 0, -1, 1), 0, 1),
            "A pixel whose gradient is exactly 0 gets darker.",
            "There are two directions, so one condition seems to do.",
            "What gives it away: with a gradient of zeros the whole image "
            "changes, though no direction is better than the other.",
        ),
    ),
    hints=(
        "Which way must a pixel go so that the loss grows?",
        "`np.sign` gives -1, 0 or 1 for each entry: the direction without the "
        "size.",
        "Image, plus or minus (which?) epsilon times the signs. At the end, "
        "everything back between 0 and 1.",
    ),
    notice="Notice how little it takes: the gradient says for each pixel which "
    "way is worse, and all of them go there together.",
)

EXERCISES = (ACCURACY, CONFUSION, ADVERSARIAL)
