"""The exercises of chapter 5: loss and softmax in one, and a whole network."""

from __future__ import annotations

import numpy as np

from nnfs_course.exercises.cases import SIZES, batch, classes, normal
from nnfs_course.exercises.edits import edited
from nnfs_course.exercises.exercise import Exercise, Mistake, Variant
from nnfs_course.exercises.numeric import gradients_of

# --- fused-gradient ---


def _fused(p, targets):
    y = np.eye(p.shape[1])[targets]
    return (p - y) / len(p)


def _fused_cases(rng):
    """At last a network that is sure: of the truth, and of something else."""
    sure = np.array([[0.0, 1.0, 0.0], [0.25, 0.75, 0.0], [1.0, 0.0, 0.0]])
    cases = [batch(rng, n, c) for n, c in SIZES]
    return [*cases, (sure, np.array([1, 2, 2]))]


def _through_softmax(g: str) -> str:
    return f"p * ({g} - ({g} * p).sum(axis=1, keepdims=True))"


# What can go wrong in these two lines, here and in a network.
ON_LOGITS = (
    Mistake("sign-exchanged", {"p - y": "y - p"}).says(
        "You subtract what the network said from what is true.",
        "That is the direction in which the logits should go. A gradient points uphill, the other way.",
        "What gives it away is the sign: more logit for the true class means less loss, so its entry must be negative.",
        idea="output-minus-target",
    ),
    Mistake("divided-by-classes", {"len(p)": "p.shape[1]"}).says(
        "You divide by the number of classes.",
        "Both N and C are at hand, and in a square batch they are equal.",
        "What gives it away is the size, as soon as there are more samples than classes.",
        idea="one-over-n",
    ),
    Mistake("divided-by-entries", {"len(p)": "p.size"}).says(
        "You divide by the number of all entries, N times C.",
        "A mean over the array is one call.",
        "What gives it away is the size. The loss has one number for each sample, and the mean is taken over those.",
        idea="one-over-n",
    ),
    Mistake("true-class-only", {"(p - y)": "(p - y) * y"}).says(
        "Only the true class gets a gradient.",
        "That holds for the *probabilities*. Here it is about the logits.",
        "What gives it away is a sum: each row must add up to 0. Softmax shares one sum among all classes, so every logit has a part.",
        idea="shares",
    ),
    Mistake("targets-forgotten", {" - y": ""}).says(
        "You divide the probabilities by N and subtract nothing.",
        "The notes' class can do this: one letter is missing, so the subtraction happens to another array.",
        "What gives it away is the sign: nothing is negative, so the true class would be pushed down as well.",
        idea="output-minus-target",
    ),
    Mistake(
        "whole-columns",
        {"np.eye(p.shape[1])[targets]": "0 * p\n    y[:, targets] = 1"},
    ).says(
        "You subtract 1 in whole columns, in every row.",
        "`d[:, targets] -= 1` reads like: in each row, at its target.",
        "What gives it away is a sum: each row must add up to 0. A colon means all rows, for each of the targets.",
        idea="one-for-each-row",
    ),
    Mistake("indices-subtracted", {"- y": "- targets.reshape(-1, 1)"}).says(
        "You subtract the class *numbers* from the probabilities.",
        "`p - y` is the formula, and y is what the array is called.",
        "What gives it away is a sum: each row must add up to 0. Class 2 is not twice as much as class 1. The formula's y is one-hot.",
        idea="names-not-amounts",
    ),
    Mistake("through-the-loss-only", {"(p - y)": "-y / p"}).says(
        "This is the gradient of the probabilities. Softmax is missing.",
        "It is the right answer of chapter 3.",
        "What gives it away is a sum: each row must add up to 0.",
        idea="chain-order",
    ),
    Mistake("indices-in-a-row", {"- y": "- targets"}).says(
        "You subtract the array of class *numbers*.",
        "`p - y` is the formula, and y is what the array is called.",
        "What gives it away is the shape: N numbers are laid along the C classes. It runs for as many samples as classes, or for one.",
        idea="names-not-amounts",
    ),
    Mistake(
        "elementwise-softmax",
        {"(p - y)": "-y / p * p * (1 - p)"},
    ).says(
        "You multiply by p(1 - p), entry by entry, for softmax.",
        "It is the diagonal of the Jacobian, and all there is of a sigmoid.",
        "What gives it away is a sum: each row must add up to 0. Here only the true class gets a gradient.",
        idea="shares",
    ),
)

FUSED = Exercise(
    name="fused-gradient",
    title="the gradient of the logits, the short way",
    reference=_fused,
    cases=_fused_cases,
    parts=("dlogits",),
    numeric=lambda p, targets: gradients_of(
        lambda logits: _fused_loss(logits, targets), np.log(p)
    )[0],
    samples=lambda p, targets: len(p),
    mistakes=(
        *ON_LOGITS,
        Mistake("n-forgotten", {" / len(p)": ""}).says(
            "The 1/N is missing.",
            "The famous formula is usually written for one sample.",
            "What gives it away is the size: everything is N times too large.",
            idea="one-over-n",
        ),
        Mistake("n-twice", {"len(p)": "len(p) ** 2"}).says(
            "You divide by N twice.",
            "Both the loss and the batch seem to ask for it.",
            "What gives it away is the size: everything is N times too small.",
            idea="one-over-n",
        ),
        Mistake(
            "mean-over-samples",
            {"(p - y) / len(p)": "(p - y).mean(axis=0)"},
        ).says(
            "You take the mean over the samples.",
            "The loss is such a mean, so its gradient seems to be one.",
            "What gives it away is the shape: each sample has logits of its own, and each logit a gradient.",
            idea="samples-apart",
        ),
        Mistake(
            "softmax-twice",
            {
                "return": "g =",
                "len(p)": "len(p)\n    return p * (g - (g * p).sum(axis=1, keepdims=True))",
            },
        ).says(
            "You went through softmax again. It is in this formula already.",
            "In a network each layer has its backward, and softmax is a layer.",
            "What gives it away is the size: a true class with p close to 0 gets almost no gradient, and it should get almost -1/N.",
            idea="chain-order",
        ),
        Mistake(
            "the-long-way",
            {"(p - y) / len(p)": _through_softmax("(-y / p / len(p))")},
        ).says(
            "You went the long way: back through the loss, then back through softmax. It is right until a probability is 0.",
            "Chapters 3 and 4 built both pieces, and the chain rule joins them.",
            "What gives it away is the NaN: where p is 0, the first of the two pieces divides 0 by 0. Which factor cancels on paper?",
            idea="safe-at-zero",
        ),
        Mistake(
            "the-long-way-true-class-only",
            {
                "(p - y) / len(p)": _through_softmax(
                    "np.where(y == 1, -1 / p / len(p), 0)"
                )
            },
        ).says(
            "You went the long way: back through the loss, then back through softmax. It is right until a true class has p = 0.",
            "Chapters 3 and 4 built both pieces, and the chain rule joins them.",
            "What gives it away is the NaN: there the first of the two pieces is infinite, and the second multiplies it by 0. Which factor cancels on paper?",
            idea="safe-at-zero",
        ),
    ),
    hints=(
        "What did the network say, and what should it have said?",
        "Turn the targets into one-hot rows first, or change one entry in each row of a copy.",
        "What was said minus what is true, and then the 1/N of the mean.",
    ),
    notice="Notice that nothing was divided by a probability. So nothing goes wrong when one of them is 0.",
)


# --- fused-loss ---


def _fused_loss(logits, targets):
    rows = np.arange(len(logits))
    top = logits.max(axis=1, keepdims=True)
    sums = np.exp(logits - top).sum(axis=1, keepdims=True)
    log_p = logits - top - np.log(sums)
    return -log_p[rows, targets].mean()


def _fused_loss_cases(rng):
    def case(n, c):
        return 3 * normal(rng, n, c), classes(rng, n, c)

    far = np.array([[1000.0, -1000.0, 3.0], [-1000.0, -990.0, -1003.0]])
    large = case(3, 2)
    return [
        *(case(n, c) for n, c in SIZES),
        (1000 + large[0], large[1]),
        (far, np.array([1, 1])),
    ]


# How near to 0 a clip lets a probability come, or what is added to it.
CLIPS = {
    "clipped": 1e-7,
    "clipped-at-1e-8": 1e-8,
    "clipped-at-1e-9": 1e-9,
    "clipped-at-1e-10": 1e-10,
    "clipped-at-1e-12": 1e-12,
    "clipped-at-1e-15": 1e-15,
}

FUSED_LOSS = Exercise(
    name="fused-loss",
    title="the loss, straight from the logits",
    reference=_fused_loss,
    cases=_fused_loss_cases,
    parts=("loss",),
    samples=lambda logits, targets: len(logits),
    mistakes=(
        Mistake("overflow", {"logits.max(axis=1, keepdims=True)": "0"}).says(
            "For logits of 1000 the exponential is too large for a float.",
            "The formula is right, and for small logits so is the result.",
            "What gives it away: the loss of [1000, -1000, 3] is not finite. Take the largest logit of each row out of the sum first.",
            idea="large-numbers",
        ),
        Mistake("one-maximum", {"max(axis=1, keepdims=True)": "max()"}).says(
            "You take the same number out of all rows, the largest of all.",
            "It is safe from overflow, and on paper any number may be taken.",
            "What gives it away: a row that lies 2000 below the others has exponentials of 0 only, and the logarithm of 0 is not finite.",
            idea="samples-apart",
        ),
        Mistake("one-sum", {".sum(axis=1, keepdims=True)": ".sum()"}).says(
            "You add up the exponentials of all samples.",
            "`.sum()` is short, and for one sample it is right.",
            "What gives it away: the loss of a sample changes when another one joins the batch.",
            idea="samples-apart",
        ),
        Mistake(
            "through-the-probability",
            {
                "logits - top - np.log(sums)": "np.log(np.exp(logits - top) / sums)"
            },
        ).says(
            "You compute the probabilities first and then take the logarithm.",
            "It is the definition, and on paper it is the same.",
            "What gives it away: a probability of 0 has an infinite logarithm. The right loss of two logits that lie 2000 apart is 2000.",
            idea="large-numbers",
        ),
        *(
            Mistake(
                name,
                {
                    "logits - top - np.log(sums)": "np.log(np.clip("
                    f"np.exp(logits - top) / sums, {least}, 1 - {least}))"
                },
            ).says(
                "You keep the probabilities away from 0 with a clip, or with a small number that is added.",
                "The notes do it, and the result is finite.",
                "What gives it away is the size: no loss of yours exceeds "
                f"about {-np.log(least):.0f}, however wrong the network is. "
                "And from there on nothing moves.",
                idea="large-numbers",
            )
            for name, least in CLIPS.items()
        ),
        Mistake("maximum-lost", {"logits - top - ": "logits - "}).says(
            "The maximum was taken out of the sum and not put back.",
            "In softmax one need not put it back: it cancels there.",
            "What gives it away is a shift: add 5 to all logits. The loss must not change, and yours does.",
            idea="large-numbers",
        ),
        Mistake("sum-not-mean", {".mean()": ".sum()"}).says(
            "You add up the losses of the samples.",
            "One loss for each sample is right, and they seem to belong together.",
            "What gives it away is the size: twice as many samples would be twice as wrong.",
            idea="one-over-n",
        ),
        Mistake("mean-forgotten", {".mean()": ""}).says(
            "You return one loss for each sample.",
            "Each of them is right.",
            "What gives it away is the shape: the loss is one number.",
            idea="one-over-n",
        ),
        Mistake("mean-over-entries", {".mean()": ".sum() / logits.size"}).says(
            "You take the mean over all N times C entries.",
            "After multiplying by one-hot rows, `.mean()` is at hand.",
            "What gives it away is the size: the zeros of the other classes are counted as if they were samples.",
            idea="one-over-n",
        ),
        Mistake("all-pairs", {"rows, targets": ":, targets"}).says(
            "You take each target out of *every* row.",
            "`[:, targets]` reads like: of each row, its target.",
            "What gives it away is the shape before the mean: N rows and N columns, where N numbers are wanted.",
            idea="one-for-each-row",
        ),
        Mistake("sign-exchanged", {"-log_p": "log_p"}).says(
            "The sign is turned around.",
            "The logarithm of the probability is what the formula is about.",
            "What gives it away is the sign: a loss is not negative.",
            idea="surprise",
        ),
        Mistake("own-guess", {"[rows, targets]": ".max(axis=1)"}).says(
            "You use the largest logit of each row in place of the true one.",
            "For a network that is right, it is the same.",
            "What gives it away: your loss does not change when `targets` does.",
            idea="surprise",
        ),
    ),
    hints=(
        "Put softmax into the logarithm, on paper. Which exponential and logarithm cancel?",
        "Log-sum-exp of a row, minus the logit of its true class.",
        "For the log-sum-exp: subtract the largest logit, then exponential, sum, logarithm, and add the largest logit again.",
    ),
    notice="Notice that the loss of two logits 2000 apart came out exact. No probability was on the way that could become 0.",
)


# --- network-backward ---


def _network(inputs, weights1, biases1, weights2, biases2, targets):
    z = inputs @ weights1 + biases1
    a = np.maximum(z, 0)
    logits = a @ weights2 + biases2
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    y = np.eye(p.shape[1])[targets]
    dlogits = (p - y) / len(p)
    da = dlogits @ weights2.T
    dz = da * (z > 0)
    dweights1 = inputs.T @ dz
    dbiases1 = dz.sum(axis=0, keepdims=True)
    dweights2 = a.T @ dlogits
    dbiases2 = dlogits.sum(axis=0, keepdims=True)
    return dweights1, dbiases1, dweights2, dbiases2


def _network_cases(rng):
    """At last logits far apart, and a sample that is 0 as the biases are."""

    def case(n, i, h, c):
        shapes = (n, i), (i, h), (1, h), (h, c), (1, c)
        arrays = (normal(rng, *shape) for shape in shapes)
        return [*arrays, classes(rng, n, c)]

    sizes = (6, 2, 5, 3), (4, 4, 4, 4), (8, 3, 6, 2), (1, 1, 3, 2), (3, 2, 1, 4)
    last = case(5, 3, 4, 3)
    last[0][1], last[2][:], last[3] = 0, 0, 1000 * last[3]
    return [*(case(*size) for size in sizes), last]


NETWORK = Exercise(
    name="network-backward",
    title="all gradients of a network of two layers",
    reference=_network,
    cases=_network_cases,
    parts=("dweights1", "dbiases1", "dweights2", "dbiases2"),
    numeric=lambda inputs, *parameters_and_targets: gradients_of(
        lambda w1, b1, w2, b2: _fused_loss(
            np.maximum(inputs @ w1 + b1, 0) @ w2 + b2,
            parameters_and_targets[-1],
        ),
        *parameters_and_targets[:-1],
    ),
    samples=lambda inputs, *others: len(inputs),
    variants=(
        Variant(
            edited(_network, {"z > 0": "z >= 0"}),
            "Where a ReLU got exactly 0 you let the gradient pass. There is a corner, and both are allowed. This course takes 0 there.",
        ),
    ),
    mistakes=(
        *ON_LOGITS,
        Mistake("relu-skipped", {"da * (z > 0)": "da"}).says(
            "On the way back, the ReLU is left out.",
            "The notes do this. Nothing stops you, the shapes are equal.",
            "What gives it away: `dweights2` and `dbiases2` are right, and the first layer is wrong. Between the two layers something is missing.",
            idea="chain-order",
        ),
        Mistake("mask-from-gradient", {"z > 0": "da > 0"}).says(
            "Your mask looks at the signs of the gradient.",
            "ReLU keeps what is positive.",
            "What gives it away: the second layer is right and the first is not. The gate was set on the way forward.",
            idea="mask",
        ),
        Mistake("values-as-mask", {"(z > 0)": "a"}).says(
            "You multiply by the hidden values in place of the ReLU's slope.",
            "They are 0 in the right places.",
            "What gives it away is the size: where a ReLU is open, the gradient passes as it is, however large the value.",
            idea="mask",
        ),
        Mistake("mask-as-gradient", {"da * (z > 0)": "1.0 * (z > 0)"}).says(
            "You go on with the mask itself, of zeros and ones.",
            "It is the slope of the ReLU.",
            "What gives it away: `dweights1` does not change when `weights2` does. A slope is one factor of the chain rule.",
            idea="mask",
        ),
        Mistake("before-the-relu", {"a.T @": "z.T @"}).says(
            "For `dweights2` you use what went *into* the ReLU.",
            "It is an output of the first layer, and has the same shape.",
            "What gives it away: a weight behind a silent neuron gets a gradient, although that neuron gave 0. What did the second layer really receive?",
            idea="chain-order",
        ),
        Mistake("weights-not-transposed", {"weights2.T": "weights2"}).says(
            "On the way back through the second layer, `weights2` stands as on the way forward.",
            "With as many classes as hidden neurons it runs.",
            "What gives it away are the shapes of the other networks. What went out along a row of weights comes back along that row.",
            idea="transpose",
        ),
        Mistake(
            "weight-gradients-transposed",
            {
                "inputs.T @ dz": "dz.T @ inputs",
                "a.T @ dlogits": "dlogits.T @ a",
            },
        ).says(
            "Your gradients of the weights lie on their side.",
            "Many books have weights with a row for each neuron.",
            "What gives it away is the shape: a gradient has the shape of what it belongs to.",
            idea="transpose",
        ),
        Mistake(
            "keepdims-forgotten", {"sum(axis=0, keepdims=True)": "sum(axis=0)"}
        ).says(
            "Your sums for the biases have lost an axis.",
            "The numbers are right.",
            "What gives it away is the shape: a gradient has the shape of what it belongs to, and biases are a row.",
            idea="keepdims",
        ),
        Mistake(
            "biases-not-summed",
            {
                "dz.sum(axis=0, keepdims=True)": "dz",
                "dlogits.sum(axis=0, keepdims=True)": "dlogits",
            },
        ).says(
            "The gradients of the biases have a row for each sample.",
            "A bias is added with a factor of 1, so its gradient is what arrives.",
            "What gives it away is the shape. One bias serves all samples, and each of them has a say.",
            idea="sum-over-batch",
        ),
        Mistake(
            "biases-averaged",
            {"dz.sum(": "dz.mean(", "dlogits.sum(": "dlogits.mean("},
        ).says(
            "For the biases you take the mean over the samples.",
            "The loss is a mean over them.",
            "What gives it away is the size: both are N times too small, and the weights are right. The 1/N came in at the loss.",
            idea="sum-over-batch",
        ),
        Mistake("n-forgotten", {" / len(p)": ""}).says(
            "The 1/N is missing in the gradient of the logits.",
            "The famous formula is usually written for one sample.",
            "What gives it away is the size: all four are N times too large.",
            idea="one-over-n",
        ),
        Mistake("n-twice", {"len(p)": "len(p) ** 2"}).says(
            "The layers divide by N, and the loss has done so already.",
            "Many books put the 1/N into the layers. Both together are one too many.",
            "What gives it away is the size: all four are N times too small.",
            idea="one-over-n",
        ),
        Mistake(
            "softmax-twice",
            {
                "len(p)": "len(p)\n    dlogits = p * (dlogits - (dlogits * p).sum(axis=1, keepdims=True))"
            },
        ).says(
            "You went through softmax again, after the fused gradient.",
            "Softmax is a layer, so it seems to need its turn.",
            "What gives it away: `dbiases2` is wrong already. The mistake is before the first layer on the way back.",
            idea="chain-order",
        ),
        Mistake("hidden-values-as-gradient", {"da * (z > 0)": "a"}).says(
            "For the first layer you use the hidden *values* where their gradient belongs.",
            "Both have the same shape, and both are called something with `hidden` in many programs.",
            "What gives it away: `dweights1` does not change when `weights2` does. But what the first layer does is felt only through the second one.",
            idea="upstream",
        ),
        Mistake("relu-missing-forward", {"np.maximum(z, 0)": "z"}).says(
            "Your forward pass has no ReLU.",
            "On the way back it is there.",
            "What gives it away: `dbiases2` is wrong already, so the probabilities must be. Start with the forward pass.",
            idea="chain-order",
        ),
        Mistake("overflow", {" - logits.max(axis=1, keepdims=True)": ""}).says(
            "For large logits the exponential is too large for a float.",
            "The formula of softmax is right, and for small logits so is the result.",
            "What gives it away is the NaN, where logits lie near 1000. Take the largest logit of each row out first.",
            idea="large-numbers",
        ),
    ),
    hints=(
        "Forward first: hidden layer, ReLU, second layer, softmax. Keep what you will need.",
        "Back: the fused gradient of the logits, then the second layer, the ReLU, the first layer.",
        "You have written all pieces already: `fused-gradient`, `dense-dweights`, `dense-dbiases`, `dense-dinputs`, `relu-mask`.",
    ),
    notice="Notice that these few lines are all that training needs. Chapter 6 repeats them a thousand times.",
)


# --- gradient-check ---


def _check(f, x, h):
    gradient = np.zeros_like(x)
    for place in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[place] = h
        gradient[place] = (f(x + step) - f(x - step)) / (2 * h)
    return gradient


def _check_cases(rng):
    """Functions that bend, and in which every entry has a part of its own."""

    def case(h, *shape):
        a, b = normal(rng, *shape), normal(rng, *shape)
        return (
            lambda x: float((a * np.exp(b * x)).sum()),
            normal(rng, *shape),
            h,
        )

    def product(x):
        return float(np.prod(x + x**3))

    return [
        case(0.1, 2, 3),
        case(0.2, 4),
        case(0.3, 1, 1),
        case(0.2, 3, 1),
        (product, normal(rng, 3), 0.1),
    ]


GRADIENT_CHECK = Exercise(
    name="gradient-check",
    title="a gradient by central differences",
    reference=_check,
    cases=_check_cases,
    parts=("gradient",),
    variants=tuple(
        Variant(
            edited(_check, {other: "x", "(2 * h)": "h"}),
            f"You nudged {way} only. It is allowed, and its error shrinks with "
            "h. Nudging both ways is better by far: there the error shrinks with the square of h.",
        )
        for other, way in (("x - step", "upwards"), ("x + step", "downwards"))
    ),
    mistakes=(
        Mistake("half-the-way", {"(2 * h)": "h"}).says(
            "You nudge both ways and divide by h.",
            "The nudge is h, after all.",
            "What gives it away is the size: everything is twice as large as it should be. How far apart are the two places?",
            idea="both-ways",
        ),
        Mistake("one-side-twice-the-way", {"x - step": "x"}).says(
            "You nudge one way and divide by twice the nudge.",
            "The 2h belongs to the formula that one remembers.",
            "What gives it away is the size: everything is about half as large as it should be. How far apart are the two places?",
            idea="both-ways",
        ),
        Mistake("brackets-forgotten", {"(2 * h)": "2 * h"}).says(
            "You divide by 2, and then multiply by h.",
            "On paper, a fraction needs no brackets.",
            "What gives it away is the size: with a smaller `h` your gradient shrinks to 0.",
            idea="brackets",
        ),
        Mistake("all-at-once", {"[place] = h": "[:] = h"}).says(
            "You move all entries of `x` at the same time.",
            "`x + h` is so much shorter than a loop.",
            "What gives it away: all entries of your gradient are equal. They are the sum of what you are looking for.",
            idea="one-at-a-time",
        ),
        Mistake("whole-rows", {"np.ndindex(x.shape)": "range(len(x))"}).says(
            "You move whole rows of `x`.",
            "`range(len(x))` is the usual loop, and for one axis it is right.",
            "What gives it away: all entries of a row of your gradient are equal.",
            idea="one-at-a-time",
        ),
        Mistake(
            "not-put-back", {"(2 * h)": "(2 * h)\n        x = x - step"}
        ).says(
            "An entry stays where it was moved to, when the next one is moved.",
            "For the first entry it makes no difference.",
            "What gives it away: entry [0] is right, and the error grows from entry to entry. Put each one back before you go on.",
            idea="one-at-a-time",
        ),
        Mistake(
            "steps-pile-up",
            {
                "    for place": "    step = np.zeros_like(x)\n    for place",
                "        step = np.zeros_like(x)\n": "",
            },
        ).says(
            "The step of the last entry is still in the next one's.",
            "An array of zeros seems to be needed once only.",
            "What gives it away: entry [0] is right, and each later one has those before it in it.",
            idea="one-at-a-time",
        ),
        Mistake("not-divided", {" / (2 * h)": ""}).says(
            "You return how far the result moved, and do not divide.",
            "The movement is what one sees.",
            "What gives it away is the size: with a smaller `h` your gradient shrinks to 0.",
            idea="ratio",
        ),
        Mistake(
            "sign-exchanged", {"x + step": "x - step", "x - step": "x + step"}
        ).says(
            "You subtract the upper value from the lower one.",
            "First minus, then plus: one order is as natural as the other.",
            "What gives it away is the sign: for a function that rises you get a negative gradient.",
            idea="new-minus-old",
        ),
        Mistake(
            "one-number", {"return gradient": "return gradient.sum()"}
        ).says(
            "You return one number.",
            "`f` gives one number, so its movement is one too.",
            "What gives it away is the shape: a gradient has the shape of what it belongs to, and that is `x`.",
            idea="one-at-a-time",
        ),
    ),
    hints=(
        "One entry at a time: move it up, look, move it down, look.",
        "`np.ndindex(x.shape)` gives the places of all entries. Work on a copy of `x` for each.",
        "For each place: the upper value minus the lower one, divided by how far the two places are apart. Store it in an array like `x`.",
    ),
    notice="Notice that you can now check any gradient that anybody derives, your own included.",
)

EXERCISES = (FUSED, FUSED_LOSS, NETWORK, GRADIENT_CHECK)
