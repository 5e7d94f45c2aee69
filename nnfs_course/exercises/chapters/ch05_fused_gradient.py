"""The exercises of chapter 5: loss and softmax in one, and a whole network."""

from __future__ import annotations

import numpy as np

from nnfs_course.exercises.chapters.ch03_cross_entropy import SIZES, batch
from nnfs_course.exercises.exercise import Exercise, Mistake, Variant
from nnfs_course.exercises.numeric import gradients_of


def _one_hot(p, targets):
    return np.eye(p.shape[1])[targets]


def _log_softmax(z):
    z = z - z.max(axis=1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


def _true(table, targets):
    return table[np.arange(len(table)), targets]


# --- fused-gradient ---


def _fused(p, targets):
    return (p - _one_hot(p, targets)) / len(p)


def _through_softmax_again(p, targets):
    g = _fused(p, targets)
    return p * (g - (g * p).sum(axis=1, keepdims=True))


FUSED = Exercise(
    name="fused-gradient",
    title="the gradient of the logits, the short way",
    reference=_fused,
    cases=lambda rng: [batch(rng, n, c) for n, c in SIZES],
    parts=("dlogits",),
    numeric=lambda p, targets: gradients_of(
        lambda z: -_true(_log_softmax(z), targets).mean(), np.log(p)
    )[0],
    samples=lambda p, targets: len(p),
    mistakes=(
        Mistake(
            "sign-exchanged",
            lambda p, t: (_one_hot(p, t) - p) / len(p),
            "You subtract what the network said from what is true.",
            "That is the direction in which the logits should go. A gradient "
            "points uphill, the other way.",
            "What gives it away is the sign: more logit for the true class "
            "means less loss, so its entry must be negative.",
        ),
        Mistake(
            "n-forgotten",
            lambda p, t: p - _one_hot(p, t),
            "The 1/N is missing.",
            "The famous formula is usually written for one sample.",
            "What gives it away is the size: everything is N times too large.",
        ),
        Mistake(
            "n-twice",
            lambda p, t: (p - _one_hot(p, t)) / len(p) ** 2,
            "You divide by N twice.",
            "Both the loss and the batch seem to ask for it.",
            "What gives it away is the size: everything is N times too small.",
        ),
        Mistake(
            "divided-by-classes",
            lambda p, t: (p - _one_hot(p, t)) / p.shape[1],
            "You divide by the number of classes.",
            "Both N and C are at hand, and in a square batch they are equal.",
            "What gives it away is the size, as soon as there are more samples "
            "than classes.",
        ),
        Mistake(
            "true-class-only",
            lambda p, t: _fused(p, t) * _one_hot(p, t),
            "Only the true class gets a gradient.",
            "That holds for the *probabilities*. Here it is about the logits.",
            "What gives it away is a sum: each row must add up to 0. Softmax "
            "shares one sum among all classes, so every logit has a part.",
        ),
        Mistake(
            "targets-forgotten",
            lambda p, t: p / len(p),
            "You divide the probabilities by N and subtract nothing.",
            "The notes' class can do this: one letter is missing, so the "
            "subtraction happens to another array.",
            "What gives it away is the sign: nothing is negative, so the true "
            "class would be pushed down as well.",
        ),
        Mistake(
            "indices-subtracted",
            lambda p, t: (p - t.reshape(-1, 1)) / len(p),
            "You subtract the class *numbers* from the probabilities.",
            "`p - y` is the formula, and y is what the array is called.",
            "What gives it away is a sum: each row must add up to 0. Class 2 "
            "is not twice as much as class 1. The formula's y is one-hot.",
        ),
        Mistake(
            "softmax-twice",
            _through_softmax_again,
            "You went through softmax again. It is in this formula already.",
            "In a network each layer has its backward, and softmax is a layer.",
            "What gives it away is the size: a true class with p close to 0 "
            "gets almost no gradient, and it should get almost -1/N.",
        ),
        Mistake(
            "through-the-loss-only",
            lambda p, t: -_one_hot(p, t) / p / len(p),
            "This is the gradient of the probabilities. Softmax is missing.",
            "It is the right answer of chapter 3.",
            "What gives it away is a sum: each row must add up to 0.",
        ),
    ),
    hints=(
        "What did the network say, and what should it have said?",
        "Turn the targets into one-hot rows first, or change one entry in "
        "each row of a copy.",
        "What was said minus what is true, and then the 1/N of the mean.",
    ),
    notice="Notice that nothing was divided by a probability. So nothing goes "
    "wrong when one of them is 0.",
)


# --- fused-loss ---


def _fused_loss(logits, targets):
    top = logits.max(axis=1)
    sums = np.exp(logits - top[:, None]).sum(axis=1)
    return (np.log(sums) + top - _true(logits, targets)).mean()


def _fused_loss_cases(rng):
    cases = [
        (rng.normal(0, 2, (n, c)), rng.integers(c, size=n)) for n, c in SIZES
    ]
    far = np.array([[1000.0, -1000.0, 3.0], [-1000.0, 1000.0, 0.0]])
    large = 1000 + rng.normal(0, 2, (3, 2))
    return [*cases, (large, np.array([0, 1, 1])), (far, np.array([1, 1]))]


def _probabilities(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def _clipped(z, t):
    return -np.log(np.clip(_true(_probabilities(z), t), 1e-7, 1 - 1e-7)).mean()


def _top_lost(z, t):
    shifted = z - z.max(axis=1, keepdims=True)
    return (np.log(np.exp(shifted).sum(axis=1)) - _true(z, t)).mean()


FUSED_LOSS = Exercise(
    name="fused-loss",
    title="the loss, straight from the logits",
    reference=_fused_loss,
    cases=_fused_loss_cases,
    parts=("loss",),
    samples=lambda logits, targets: len(logits),
    mistakes=(
        Mistake(
            "overflow",
            lambda z, t: (np.log(np.exp(z).sum(axis=1)) - _true(z, t)).mean(),
            "For logits of 1000 the exponential is too large for a float.",
            "The formula is right, and for small logits so is the result.",
            "What gives it away: the loss of [1000, -1000, 3] is not finite. "
            "Take the largest logit of each row out of the sum first.",
        ),
        Mistake(
            "through-the-probability",
            lambda z, t: -np.log(_true(_probabilities(z), t)).mean(),
            "You compute the probabilities first and then take the logarithm.",
            "It is the definition, and on paper it is the same.",
            "What gives it away: a probability of 0 has an infinite logarithm. "
            "The right loss of two logits that lie 2000 apart is 2000.",
        ),
        Mistake(
            "clipped",
            _clipped,
            "You keep the probabilities away from 0 with a clip.",
            "The notes do it, and the result is finite.",
            "What gives it away is the size: no loss of yours exceeds about "
            "16, however wrong the network is. And from there on nothing "
            "moves.",
        ),
        Mistake(
            "maximum-lost",
            _top_lost,
            "The maximum was taken out of the sum and not put back.",
            "In softmax one need not put it back: it cancels there.",
            "What gives it away is a shift: add 5 to all logits. The loss "
            "must not change, and yours does.",
        ),
        Mistake(
            "sum-not-mean",
            lambda z, t: -_true(_log_softmax(z), t).sum(),
            "You add up the losses of the samples.",
            "One loss for each sample is right, and they seem to belong "
            "together.",
            "What gives it away is the size: twice as many samples would be "
            "twice as wrong.",
        ),
        Mistake(
            "sign-exchanged",
            lambda z, t: _true(_log_softmax(z), t).mean(),
            "The sign is turned around.",
            "The logarithm of the probability is what the formula is about.",
            "What gives it away is the sign: a loss is not negative.",
        ),
        Mistake(
            "own-guess",
            lambda z, t: -_log_softmax(z).max(axis=1).mean(),
            "You use the largest logit of each row in place of the true one.",
            "For a network that is right, it is the same.",
            "What gives it away: your loss does not change when `targets` "
            "does.",
        ),
    ),
    hints=(
        "Put softmax into the logarithm, on paper. Which exponential and "
        "logarithm cancel?",
        "Log-sum-exp of a row, minus the logit of its true class.",
        "For the log-sum-exp: subtract the largest logit, then exponential, "
        "sum, logarithm, and add the largest logit again.",
    ),
    notice="Notice that the loss of two logits 2000 apart came out exact. No "
    "probability was on the way that could become 0.",
)


# --- network-backward ---


def _network(inputs, weights1, biases1, weights2, biases2, targets):
    a, dlogits = _forward(inputs, weights1, biases1, weights2, biases2, targets)
    return _network_from(inputs, a, weights2, dlogits, a > 0)


def _forward(x, w1, b1, w2, b2, t):
    a = np.maximum(x @ w1 + b1, 0)
    return a, _fused(_probabilities(a @ w2 + b2), t)


def _network_from(x, a, w2, dlogits, gate):
    dz = np.where(gate, dlogits @ w2.T, 0.0)
    return (
        x.T @ dz,
        dz.sum(axis=0, keepdims=True),
        a.T @ dlogits,
        dlogits.sum(axis=0, keepdims=True),
    )


def _network_cases(rng):
    def case(n, i, h, c):
        return (
            rng.normal(0, 1, (n, i)),
            rng.normal(0, 1, (i, h)),
            rng.normal(0, 1, (1, h)),
            rng.normal(0, 1, (h, c)),
            rng.normal(0, 1, (1, c)),
            rng.integers(c, size=n),
        )

    return [case(6, 2, 5, 3), case(4, 4, 4, 4), case(8, 3, 6, 2)]


def _relu_skipped(x, w1, b1, w2, b2, t):
    a, d = _forward(x, w1, b1, w2, b2, t)
    return _network_from(x, a, w2, d, True)


def _gate_from_gradient(x, w1, b1, w2, b2, t):
    a, d = _forward(x, w1, b1, w2, b2, t)
    return _network_from(x, a, w2, d, d @ w2.T > 0)


def _before_the_relu(x, w1, b1, w2, b2, t):
    a, d = _forward(x, w1, b1, w2, b2, t)
    return _network_from(x, x @ w1 + b1, w2, d, a > 0)


def _network_without_n(x, w1, b1, w2, b2, t):
    return tuple(g * len(x) for g in _network(x, w1, b1, w2, b2, t))


def _network_n_twice(x, w1, b1, w2, b2, t):
    return tuple(g / len(x) for g in _network(x, w1, b1, w2, b2, t))


def _network_softmax_twice(x, w1, b1, w2, b2, t):
    a, d = _forward(x, w1, b1, w2, b2, t)
    p = _probabilities(a @ w2 + b2)
    d = p * (d - (d * p).sum(axis=1, keepdims=True))
    return _network_from(x, a, w2, d, a > 0)


def _network_error_in_hidden(x, w1, b1, w2, b2, t):
    a, d = _forward(x, w1, b1, w2, b2, t)
    return (
        x.T @ a,
        a.sum(axis=0, keepdims=True),
        *_network_from(x, a, w2, d, a > 0)[2:],
    )


def _forward_relu_missing(x, w1, b1, w2, b2, t):
    z = x @ w1 + b1
    d = _fused(_probabilities(z @ w2 + b2), t)
    return _network_from(x, z, w2, d, z > 0)


NETWORK = Exercise(
    name="network-backward",
    title="all gradients of a network of two layers",
    reference=_network,
    cases=_network_cases,
    parts=("dweights1", "dbiases1", "dweights2", "dbiases2"),
    numeric=lambda inputs, weights1, biases1, weights2, biases2, targets: (
        gradients_of(
            lambda w1, b1, w2, b2: _fused_loss(
                np.maximum(inputs @ w1 + b1, 0) @ w2 + b2, targets
            ),
            weights1,
            biases1,
            weights2,
            biases2,
        )
    ),
    samples=lambda inputs, *others: len(inputs),
    mistakes=(
        Mistake(
            "relu-skipped",
            _relu_skipped,
            "On the way back, the ReLU is left out.",
            "The notes do this. Nothing stops you, the shapes are equal.",
            "What gives it away: `dweights2` and `dbiases2` are right, and "
            "the first layer is wrong. Between the two layers something is "
            "missing.",
        ),
        Mistake(
            "mask-from-gradient",
            _gate_from_gradient,
            "Your mask looks at the signs of the gradient.",
            "ReLU keeps what is positive.",
            "What gives it away: the second layer is right and the first is "
            "not. The gate was set on the way forward.",
        ),
        Mistake(
            "before-the-relu",
            _before_the_relu,
            "For `dweights2` you use what went *into* the ReLU.",
            "It is an output of the first layer, and has the same shape.",
            "What gives it away: a weight behind a silent neuron gets a "
            "gradient, although that neuron gave 0. What did the second layer "
            "really receive?",
        ),
        Mistake(
            "n-forgotten",
            _network_without_n,
            "The 1/N is missing in the gradient of the logits.",
            "The famous formula is usually written for one sample.",
            "What gives it away is the size: all four are N times too large.",
        ),
        Mistake(
            "n-twice",
            _network_n_twice,
            "The layers divide by N, and the loss has done so already.",
            "Many books put the 1/N into the layers. Both together are one too "
            "many.",
            "What gives it away is the size: all four are N times too small.",
        ),
        Mistake(
            "softmax-twice",
            _network_softmax_twice,
            "You went through softmax again, after the fused gradient.",
            "Softmax is a layer, so it seems to need its turn.",
            "What gives it away: `dbiases2` is wrong already. The mistake is "
            "before the first layer on the way back.",
        ),
        Mistake(
            "hidden-values-as-gradient",
            _network_error_in_hidden,
            "For the first layer you use the hidden *values* where their "
            "gradient belongs.",
            "Both have the same shape, and both are called something with "
            "`hidden` in many programs.",
            "What gives it away: `dweights1` does not change when `weights2` "
            "does. But what the first layer does is felt only through the "
            "second one.",
        ),
        Mistake(
            "relu-missing-forward",
            _forward_relu_missing,
            "Your forward pass has no ReLU.",
            "On the way back it is there.",
            "What gives it away: `dbiases2` is wrong already, so the "
            "probabilities must be. Start with the forward pass.",
        ),
    ),
    hints=(
        "Forward first: hidden layer, ReLU, second layer, softmax. Keep what "
        "you will need.",
        "Back: the fused gradient of the logits, then the second layer, the "
        "ReLU, the first layer.",
        "You have written all pieces already: `fused-gradient`, "
        "`dense-dweights`, `dense-dbiases`, `dense-dinputs`, `relu-mask`.",
    ),
    notice="Notice that these few lines are all that training needs. Chapter 6 "
    "repeats them a thousand times.",
)


# --- gradient-check ---


def _check(f, x, h):
    gradient = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[i] = h
        gradient[i] = (f(x + step) - f(x - step)) / (2 * h)
    return gradient


def _check_cases(rng):
    a = rng.normal(0, 1, (2, 3))
    return [
        (lambda x: float((a * x * x).sum()), rng.uniform(1, 2, (2, 3)), 1e-2),
        (
            lambda x: float(np.exp(x[0]) * x[1]),
            rng.uniform(0.5, 1.5, 2),
            1e-2,
        ),
        (lambda x: float(x[0, 0] ** 3), rng.uniform(1, 2, (1, 1)), 1e-2),
    ]


def _forward_only(f, x, h):
    gradient = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[i] = h
        gradient[i] = (f(x + step) - f(x)) / h
    return gradient


def _not_put_back(f, x, h):
    x, gradient = x.copy(), np.zeros_like(x)
    for i in np.ndindex(x.shape):
        x[i] += h
        above = f(x)
        x[i] -= 2 * h
        gradient[i] = (above - f(x)) / (2 * h)
    return gradient


GRADIENT_CHECK = Exercise(
    name="gradient-check",
    title="a gradient by central differences",
    reference=_check,
    cases=_check_cases,
    parts=("gradient",),
    variants=(
        Variant(
            _forward_only,
            "You nudged in one direction only. It is allowed, and its error "
            "shrinks with h. Nudging both ways is better by far: there the "
            "error shrinks with the square of h.",
        ),
    ),
    mistakes=(
        Mistake(
            "half-the-way",
            lambda f, x, h: 2 * _check(f, x, h),
            "You nudge both ways and divide by h.",
            "The nudge is h, after all.",
            "What gives it away is the size: everything is twice as large as "
            "it should be. How far apart are the two places?",
        ),
        Mistake(
            "all-at-once",
            lambda f, x, h: np.full_like(x, (f(x + h) - f(x - h)) / (2 * h)),
            "You move all entries of `x` at the same time.",
            "`x + h` is so much shorter than a loop.",
            "What gives it away: all entries of your gradient are equal. They "
            "are the sum of what you are looking for.",
        ),
        Mistake(
            "not-put-back",
            _not_put_back,
            "An entry stays where it was moved to, when the next one is moved.",
            "For the first entry it makes no difference.",
            "What gives it away: entry [0] is right, and the error grows from "
            "entry to entry. Put each one back before you go on.",
        ),
        Mistake(
            "not-divided",
            lambda f, x, h: _check(f, x, h) * 2 * h,
            "You return how far the result moved, and do not divide.",
            "The movement is what one sees.",
            "What gives it away is the size: with a smaller `h` your gradient "
            "shrinks to 0.",
        ),
        Mistake(
            "sign-exchanged",
            lambda f, x, h: -_check(f, x, h),
            "You subtract the upper value from the lower one.",
            "First minus, then plus: one order is as natural as the other.",
            "What gives it away is the sign: for a function that rises you get "
            "a negative gradient.",
        ),
        Mistake(
            "one-number",
            lambda f, x, h: _check(f, x, h).sum(),
            "You return one number.",
            "`f` gives one number, so its movement is one too.",
            "What gives it away is the shape: a gradient has the shape of what "
            "it belongs to, and that is `x`.",
        ),
    ),
    hints=(
        "One entry at a time: move it up, look, move it down, look.",
        "`np.ndindex(x.shape)` gives the places of all entries. Work on a "
        "copy of `x` for each.",
        "For each place: the upper value minus the lower one, divided by how "
        "far the two places are apart. Store it in an array like `x`.",
    ),
    notice="Notice that you can now check any gradient that anybody derives, "
    "your own included.",
)

EXERCISES = (FUSED, FUSED_LOSS, NETWORK, GRADIENT_CHECK)
