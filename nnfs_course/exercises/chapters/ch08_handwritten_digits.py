"""The exercises of chapter 8: accuracy, confusion, and a step on the image."""

from __future__ import annotations

import numpy as np

from nnfs_course.exercises.cases import normal, probabilities
from nnfs_course.exercises.exercise import Exercise, Mistake

# --- accuracy ---


def _accuracy(probabilities, targets):
    answers = probabilities.argmax(axis=1)
    return (answers == targets).mean()


def _accuracy_cases(rng):
    """Wrong at the start, at the end, never, always; at last sure answers."""

    def case(n, c, wrong):
        p = probabilities(rng, n, c)
        targets = p.argmax(axis=1)
        targets[wrong] = (targets[wrong] + 1) % c
        return p, targets

    sure = np.eye(3)[[1, 0, 1, 2, 0]], np.array([1, 1, 0, 2, 0])
    return [
        case(40, 4, slice(23)),
        case(7, 7, [-1]),
        case(30, 2, slice(0, None, 3)),
        case(1, 3, []),
        case(1, 2, [0]),
        sure,
    ]


ACCURACY = Exercise(
    name="accuracy",
    title="the accuracy",
    reference=_accuracy,
    cases=_accuracy_cases,
    parts=("accuracy",),
    mistakes=(
        Mistake("count", {".mean()": ".sum()"}).says(
            "You count the right answers.",
            "That is nearly all there is to do.",
            "What gives it away is the size: a share is never above 1. Two batches of different sizes could not be compared.",
            idea="share-of-all",
        ),
        Mistake("errors", {"==": "!="}).says(
            "You give the share of the *wrong* answers.",
            "This is the error rate, which is also printed in many papers.",
            "What gives it away: an answer that is right every time gets 0.",
            idea="share-of-all",
        ),
        Mistake("down-the-samples", {"axis=1": "axis=0"}).says(
            "You look for the largest number of each column.",
            "Which axis is which is hard to remember.",
            "What gives it away is the number of answers: one for each class, and not one for each sample. With as many samples as classes, it runs.",
            idea="axis",
        ),
        Mistake("one-answer-for-all", {"axis=1": ""}).says(
            "You look for the largest number of the whole table.",
            "`argmax()` without an axis runs.",
            "What gives it away is the number of answers: one, where each sample gives one.",
            idea="axis",
        ),
        Mistake("value-not-place", {"argmax": "max"}).says(
            "You compare the largest probability with the class index.",
            "`max` and `argmax` are both called the maximum.",
            "What gives it away: a probability is hardly ever equal to a class index, so your accuracy is nearly always 0.",
            idea="place",
        ),
        Mistake(
            "mean-probability",
            {
                "answers == targets": "probabilities[np.arange(len(targets)), targets]"
            },
        ).says(
            "You take the mean probability of the true class.",
            "It is a number from 0 to 1 and grows as the network gets better.",
            "What gives it away: an answer counts in full or not at all, so for one single sample only 0 and 1 are possible.",
            idea="largest-wins",
        ),
        Mistake(
            "above-a-half",
            {
                "answers == targets": "probabilities[np.arange(len(targets)), targets] > 0.5"
            },
        ).says(
            "You count a sample only if its true class got more than a half.",
            "With two classes this is the same as winning.",
            "What gives it away: among ten classes, 0.3 can be the largest.",
            idea="largest-wins",
        ),
        Mistake(
            "divided-by-classes", {".mean()": ".sum() / probabilities.shape[1]"}
        ).says(
            "You divide the number of right answers by the number of classes.",
            "Both numbers are in the shape, and it is easy to take the other.",
            "What gives it away is the size: with many samples it is above 1.",
            idea="share-of-all",
        ),
        Mistake("percent", {".mean()": ".mean() * 100"}).says(
            "You give the accuracy in percent.",
            "It is how one says it aloud.",
            "What gives it away is the size: a number from 0 to 1 is asked for.",
            idea="share-of-all",
        ),
    ),
    hints=(
        "First turn each row of probabilities into one answer.",
        "`argmax` gives the place of the largest number. Along which axis?",
        "Compare the answers with the targets: an array of True and False. What is the mean of such an array?",
    ),
    notice="Notice what is lost: a network that is barely right and one that is sure of it have the same accuracy. The loss tells them apart.",
)


# --- confusion-matrix ---


def _confusion(targets, predictions, classes):
    counts = np.zeros((classes, classes), dtype=int)
    for target, prediction in zip(targets, predictions, strict=True):
        counts[target, prediction] += 1
    return counts


def _confusion_cases(rng):
    """The first pair comes three times, and the last class is never true."""

    def case(samples, classes):
        targets = rng.integers(classes - 1, size=samples)
        predictions = rng.integers(classes, size=samples)
        targets[:3], predictions[:3] = 0, 1
        predictions[3:5] = targets[3:5]
        return targets, predictions, classes

    return [
        case(30, 4),
        case(9, 3),
        case(60, 10),
        (np.array([2]), np.array([0]), 3),
        (np.array([0, 0]), np.array([0, 0]), 1),
    ]


CONFUSION = Exercise(
    name="confusion-matrix",
    title="the confusion matrix",
    reference=_confusion,
    cases=_confusion_cases,
    parts=("counts",),
    mistakes=(
        Mistake(
            "transposed", {"target, prediction]": "prediction, target]"}
        ).says(
            "Your rows are what was said, and your columns what is true.",
            "Half of all books do it like this, and the counts are the same.",
            "What gives it away: the sum of row 0 must be how many samples of class 0 there are.",
            idea="row-is",
        ),
        Mistake("repeats-counted-once", {"+= 1": "= 1"}).says(
            "Each pair is counted at most once.",
            "`matrix[targets, predictions] += 1` looks like one addition for each sample. NumPy reads all entries, adds 1, and writes them back. If an entry is written several times, the last one stays.",
            "What gives it away is the sum: all counts together must be the number of samples, and yours has only zeros and ones.",
            idea="repeats",
        ),
        Mistake(
            "one-row-many-times",
            {
                "np.zeros((classes, classes), dtype=int)": "[[0] * classes] * classes",
                "[target, prediction]": "[target][prediction]",
            },
        ).says(
            "All your rows are one and the same list.",
            "`[[0] * 3] * 3` prints like a table of zeros.",
            "What gives it away: all rows are equal. The outer star repeats the list, it does not copy it.",
            idea="alias",
        ),
        Mistake(
            "shares", {"return counts": "return counts / len(targets)"}
        ).says(
            "You divide the counts by the number of samples.",
            "Shares can be compared between batches.",
            "What gives it away is the sum: it is 1. Here counts are wanted.",
            idea="count-not-share",
        ),
        Mistake(
            "shares-of-rows",
            {
                "return counts": "return counts / counts.sum(axis=1, keepdims=True)"
            },
        ).says(
            "You divide each row by its sum.",
            "Such a table says how often each class is recognised.",
            "What gives it away: a class that does not occur has a row of 0 divided by 0. Here counts are wanted.",
            idea="count-not-share",
        ),
        Mistake("right-only", {"+= 1": "+= target == prediction"}).says(
            "Only the right answers are in your table.",
            "They are what the accuracy counts.",
            "What gives it away is the sum: the samples that were confused are missing, and they are what this table is for.",
            idea="row-is",
        ),
        Mistake("wrong-only", {"+= 1": "+= target != prediction"}).says(
            "Only the wrong answers are in your table.",
            "It is called after the confusions.",
            "What gives it away is the sum: all counts together must be the number of samples. The diagonal counts, too.",
            idea="row-is",
        ),
        Mistake(
            "both-orders",
            {"+= 1": "+= 1\n        counts[prediction, target] += 1"},
        ).says(
            "You count each sample in both directions.",
            "A 3 read as 8 and an 8 read as 3 seem to be the same confusion.",
            "What gives it away is the sum: twice the number of samples.",
            idea="row-is",
        ),
    ),
    hints=(
        "A table of zeros first: one row for each true class, one column for each answer.",
        "Each sample adds 1 to one entry. A loop over the samples is fine.",
        "Which entry? Its row is the sample's target, its column is what was said. Beware of doing all samples in one `+=`: pairs come twice.",
    ),
    notice="Notice the diagonal: its sum, divided by the sum of all, is the accuracy. The rest of the table is what the accuracy does not tell.",
)


# --- adversarial-step ---


def _adversarial(image, gradient, epsilon):
    return np.clip(image + epsilon * np.sign(gradient), 0, 1)


def _adversarial_cases(rng):
    """Images whose ends would leave the scale, and images well inside it."""

    def case(size, epsilon, low=0.2, high=0.8):
        image = rng.uniform(low, high, size)
        return image, normal(rng, size) ** 3, epsilon

    leaving = case(64, 0.1, 0, 1), case(9, 0.3, 0, 1), case(4, 0.05, 0, 1)
    for image, gradient, _ in leaving:
        image[[0, -1]] = 0, 1
        gradient[[0, 1, -1]] = -0.7, 0, 0.4
    return [*leaving, case(5, 0.1), case(1, 0.02), case(6, 0.9)]


ADVERSARIAL = Exercise(
    name="adversarial-step",
    title="one step on the image",
    reference=_adversarial,
    cases=_adversarial_cases,
    parts=("new_image",),
    mistakes=(
        Mistake("downhill", {"image +": "image -"}).says(
            "You step against the gradient.",
            "So far every step of this course did.",
            "What gives it away is the loss: it falls, and the network gets surer of the truth. Here it should be fooled.",
            idea="sign-of-step",
        ),
        Mistake("sign-forgotten", {"np.sign(gradient)": "gradient"}).says(
            "You step along the gradient itself, large entries further.",
            "So does gradient descent.",
            "What gives it away: pixels move by different amounts. The text allows each pixel the same small change.",
            idea="sign-only",
        ),
        Mistake("epsilon-forgotten", {"epsilon * ": ""}).says(
            "You move each pixel by 1.",
            "The signs give the direction, and that seems to be all.",
            "What gives it away: your result does not change when `epsilon` does.",
            idea="sign-only",
        ),
        Mistake("not-clipped", {"np.clip(": "(", ", 0, 1)": ")"}).says(
            "Some of your pixels leave the scale from 0 to 1.",
            "The formula of the step is right, and most pixels stay inside.",
            "What gives it away are numbers below 0 or above 1: no ink is lighter than paper.",
            idea="clip",
        ),
        Mistake("sign-of-the-image", {"sign(gradient)": "sign(image)"}).says(
            "You took the signs of the image.",
            "Both arrays have the same shape, so nothing complains.",
            "What gives it away: the gradient does not occur in your result, and every pixel with ink gets darker.",
            idea="sign-only",
        ),
        Mistake(
            "unit-length",
            {"np.sign(gradient)": "gradient / np.linalg.norm(gradient)"},
        ).says(
            "You made the whole gradient one unit long.",
            "That too is a step of fixed length.",
            "What gives it away: pixels move by different amounts, and none by as much as the text allows.",
            idea="sign-only",
        ),
        Mistake(
            "gradient-clipped",
            {
                "np.clip(": "(",
                "np.sign(gradient), 0, 1": "np.clip(np.sign(gradient), 0, 1)",
            },
        ).says(
            "You keep the gradient between 0 and 1, and not the image.",
            "Something has to be clipped, and the gradient is at hand.",
            "What gives it away: none of your pixels gets lighter.",
            idea="clip",
        ),
        Mistake("only-darker", {"np.sign(gradient)": "(gradient > 0)"}).says(
            "Only the pixels with a positive gradient move.",
            "They are those where more ink makes the loss larger.",
            "What gives it away: none of your pixels gets lighter. Less ink can make the loss larger as well.",
            idea="sign-only",
        ),
        Mistake(
            "rescaled",
            {
                "return np.clip(": "new = (",
                ", 0, 1)": ")\n    return (new - new.min()) / (new.max() - new.min())",
            },
        ).says(
            "You stretch the whole image to the scale from 0 to 1.",
            "It keeps every pixel between 0 and 1, too.",
            "What gives it away: pixels that stayed inside the scale have moved by other amounts than the text allows.",
            idea="clip",
        ),
        Mistake(
            "zero-moves-down",
            {"np.sign(gradient)": "np.where(gradient > 0, 1, -1)"},
        ).says(
            "A pixel whose gradient is exactly 0 gets lighter.",
            "There are two directions, so one condition seems to do.",
            "What gives it away: with a gradient of zeros the whole image changes, though no direction is better than the other.",
            idea="sign-only",
        ),
        Mistake(
            "zero-moves-up",
            {"np.sign(gradient)": "np.where(gradient < 0, -1, 1)"},
        ).says(
            "A pixel whose gradient is exactly 0 gets darker.",
            "There are two directions, so one condition seems to do.",
            "What gives it away: with a gradient of zeros the whole image changes, though no direction is better than the other.",
            idea="sign-only",
        ),
    ),
    hints=(
        "Which way must a pixel go so that the loss grows?",
        "`np.sign` gives -1, 0 or 1 for each entry: the direction without the size.",
        "Image, plus or minus (which?) epsilon times the signs. At the end, everything back between 0 and 1.",
    ),
    notice="Notice how little it takes: the gradient says for each pixel which way is worse, and all of them go there together.",
)

EXERCISES = (ACCURACY, CONFUSION, ADVERSARIAL)
