"""The exercises of chapter 6: a step, momentum, decay, Adam, and the loop."""

from __future__ import annotations

import numpy as np

from nnfs_course.exercises.cases import normal
from nnfs_course.exercises.exercise import Exercise, Mistake

RATE_FORGOTTEN = Mistake("rate-forgotten", {"rate * ": ""}).says(
    "You take the whole gradient as the step.",
    "The direction is right, and so it looks done.",
    "What gives it away: your result does not change when `rate` does.",
    idea="step",
)

# --- sgd-step ---


def _sgd(weights, biases, dweights, dbiases, rate):
    return weights - rate * dweights, biases - rate * dbiases


def _sgd_cases(rng):
    def case(i, o, rate):
        shapes = ((i, o), (1, o)) * 2
        return (*(normal(rng, *shape) for shape in shapes), rate)

    return [case(2, 3, 0.5), case(3, 3, 0.1), case(1, 2, 3.0), case(4, 1, 0.03)]


SGD_STEP = Exercise(
    name="sgd-step",
    title="one step of gradient descent",
    reference=_sgd,
    cases=_sgd_cases,
    parts=("new_weights", "new_biases"),
    mistakes=(
        Mistake(
            "uphill", {"weights - ": "weights + ", "biases - ": "biases + "}
        ).says(
            "You add the step, so you walk uphill.",
            "A step sounds like something to add, and where the gradient is negative, adding lowers the number as hoped.",
            "What gives it away is the sign: a positive gradient says that the loss rises with this weight, and you make the weight larger.",
            idea="sign-of-step",
        ),
        RATE_FORGOTTEN,
        Mistake("rate-for-weights-only", {"rate * dbiases": "dbiases"}).says(
            "The weights move by the learning rate, and the biases do not.",
            "One line was repaired and the other one, below it, was not.",
            "What gives it away: with a `rate` close to 0 nothing should move, and your biases do.",
            idea="every-parameter",
        ),
        Mistake("biases-stay", {" - rate * dbiases": ""}).says(
            "The biases stay where they are.",
            "The weights are what everybody talks about.",
            "What gives it away: `new_biases` does not change when `dbiases` does. Biases are parameters too.",
            idea="every-parameter",
        ),
        Mistake("only-the-step", {"weights - ": "-", "biases - ": "-"}).says(
            "You return the step, and not the place where it ends.",
            "The step is the interesting part.",
            "What gives it away: with gradients of 0 nothing should change, and yours jumps to 0.",
            idea="step",
        ),
        Mistake(
            "divided-by-rate",
            {
                "rate * dweights": "dweights / rate",
                "rate * dbiases": "dbiases / rate",
            },
        ).says(
            "You divide by the learning rate.",
            "A rate sounds like something to divide by.",
            "What gives it away: a *smaller* rate gives you a larger step.",
            idea="step",
        ),
        Mistake("n-again", {"rate": "rate / len(dweights)"}).says(
            "You divide the gradients by the number of their rows.",
            "A 1/N belongs somewhere, and `len` is at hand.",
            "What gives it away: the rows of `dweights` are inputs, and not samples. The 1/N of the samples is in the gradients already, it came from the loss.",
            idea="one-over-n",
        ),
    ),
    hints=(
        "A positive gradient means: the loss rises with this number. Which way does the number have to go?",
        "The step is the gradient, made smaller by the learning rate. Weights and biases are treated alike.",
        "New is old, moved by rate times gradient, in the direction that lowers the loss. Twice, once for each array.",
    ),
    notice="Notice that the step knows nothing of layers, ReLU or softmax. It sees numbers and their gradients. So one optimizer serves any network.",
)


# --- momentum-step ---


def _momentum(w, velocity, gradient, rate, momentum):
    new = momentum * velocity - rate * gradient
    return w + new, new


def _momentum_cases(rng):
    """The rate does not match 1 - momentum: the two can be told apart."""

    def case(rate, momentum, *shape):
        arrays = (normal(rng, *shape) for _ in range(3))
        return (*arrays, rate, momentum)

    cases = case(0.5, 0.9, 2, 3), case(0.25, 0.5, 3), case(0.03, 0.8, 1, 2)
    w, velocity, *rest = case(2.0, 0.7, 1)
    return [*cases, (w, 0 * velocity, *rest)]  # at last the first step


MOMENTUM_STEP = Exercise(
    name="momentum-step",
    title="one step with momentum",
    reference=_momentum,
    cases=_momentum_cases,
    parts=("new_w", "new_velocity"),
    mistakes=(
        Mistake("gradient-added", {"- rate": "+ rate"}).says(
            "The gradient pushes the velocity uphill.",
            "In some programs the velocity points uphill and is subtracted at the end. You took half of each.",
            "What gives it away is the sign: start at rest, with a positive gradient. The number must become smaller, and yours grows.",
            idea="sign-of-step",
        ),
        Mistake("momentum-s-sign", {"momentum *": "-momentum *"}).says(
            "You subtract what is left of the old velocity.",
            "There is one minus in the formula, and it is easily taken for both terms.",
            "What gives it away: with a gradient of 0, a rolling ball rolls on. Yours turns around.",
            idea="state",
        ),
        Mistake("velocity-overwritten", {"momentum * velocity - ": "-"}).says(
            "The new velocity knows nothing of the old one.",
            "At the first step there is no difference, because a velocity starts at 0.",
            "What gives it away: your result does not change when `momentum` does.",
            idea="state",
        ),
        Mistake("momentum-forgotten", {"momentum * ": ""}).says(
            "You keep the whole old velocity.",
            "Steps should add up, and here they do.",
            "What gives it away: your result does not change when `momentum` does. Without friction a ball never comes to rest.",
            idea="state",
        ),
        Mistake("old-velocity-used", {"w + new": "w + velocity"}).says(
            "You move by the *old* velocity.",
            "Both are at hand, and after many steps they are nearly equal.",
            "What gives it away: `new_velocity` is right, and `new_w` does not change when `gradient` does.",
            idea="state",
        ),
        Mistake("plain-step", {"w + new": "w - rate * gradient"}).says(
            "You move by the plain step, and the velocity is not used.",
            "The new velocity is for the next step, it seems.",
            "What gives it away: `new_w` does not change when `momentum` does.",
            idea="state",
        ),
        Mistake("rate-twice", {"w + new": "w + rate * new"}).says(
            "The learning rate comes in twice.",
            "Without momentum it belongs into the last line. With momentum it is in the velocity already.",
            "What gives it away is the size: `new_velocity` is right, and `new_w` moves by less than that.",
            idea="step",
        ),
        RATE_FORGOTTEN,
        Mistake(
            "rate-at-the-end", {"rate * ": "", "w + new": "w + rate * new"}
        ).says(
            "Your velocity has no rate in it, you apply it at the end.",
            "PyTorch does it in this order.",
            "What gives it away: the old velocity that you are given has its rate already. Yours multiplies it once more.",
            idea="step",
        ),
        Mistake(
            "gradient-twice", {"w + new": "w + new - rate * gradient"}
        ).says(
            "You move by the new velocity, and take the plain step as well.",
            "Momentum seems to be something on top of gradient descent.",
            "What gives it away is the size: `new_velocity` is right, and `new_w` moves by more than that.",
            idea="state",
        ),
        Mistake("velocity-subtracted", {"w + new": "w - new"}).says(
            "Your velocity is right, and you subtract it.",
            "Downhill means minus. But that minus is in the velocity already.",
            "What gives it away is the sign: start at rest, with a positive gradient. The number must become smaller, and yours grows.",
            idea="sign-of-step",
        ),
        Mistake(
            "velocity-uphill", {"- rate": "+ rate", "w + new": "w - new"}
        ).says(
            "Your velocity points uphill, and you subtract it.",
            "It is a real convention, and started at rest it takes the same steps as ours.",
            "What gives it away: with a gradient of 0, your number moves against the velocity that you are given. That one points downhill.",
            idea="sign-of-step",
        ),
        Mistake("old-velocity-returned", {", new": ", velocity"}).says(
            "`new_w` is right. But the velocity that you return is the old one.",
            "The step is made, so it seems to be done.",
            "What gives it away: `new_velocity` does not change when `gradient` does. The next step would know nothing of this one.",
            idea="state",
        ),
        Mistake("averaged", {"- rate": "- (1 - momentum) * rate"}).says(
            "You weigh the gradient with what momentum leaves over.",
            "A running mean is built like this, and so is Adam's m.",
            "What gives it away is the size: start at rest. The first step should be that of plain gradient descent, and yours is shorter.",
            idea="running-mean",
        ),
        Mistake(
            "running-mean",
            {"- rate *": "+ (1 - momentum) *", "w + new": "w - rate * new"},
        ).says(
            "Your velocity is a running mean of the gradients.",
            "Adam's m is one, and it is called a momentum, too.",
            "What gives it away: the old velocity that you are given points downhill and has its rate. A mean of gradients has neither.",
            idea="running-mean",
        ),
        Mistake(
            "momentum-as-friction",
            {"momentum * velocity": "(1 - momentum) * velocity"},
        ).says(
            "You take the share `momentum` away from the old velocity.",
            "Something must slow the ball down, and it looks like this number.",
            "What gives it away: with a momentum of 0, plain gradient descent should be left, and yours keeps the whole velocity.",
            idea="state",
        ),
        Mistake(
            "momentum-on-both",
            {"velocity - rate * gradient": "(velocity - rate * gradient)"},
        ).says(
            "Your momentum shrinks the push by the gradient as well.",
            "A pair of brackets, and both are treated alike.",
            "What gives it away: with a momentum of 0, plain gradient descent should be left, and yours does not move.",
            idea="state",
        ),
        Mistake(
            "without-rate-in-velocity",
            {"- rate * ": "+ ", "w + new": "w - rate * new"},
        ).says(
            "You keep a velocity without a rate in it, which points uphill, and apply rate and sign at the end.",
            "It is a real convention: PyTorch has it.",
            "What gives it away: the old velocity that you are given points downhill and has its rate. Yours treats it as if it had neither.",
            idea="sign-of-step",
        ),
    ),
    hints=(
        "Two things make the new velocity: what is left of the old one, and a push by the gradient.",
        "`momentum` is the share of the old velocity that stays. The push is the step of plain gradient descent, with its sign.",
        "First the new velocity, from both. Then the new place: the old place plus the new velocity, with no rate and no sign any more.",
    ),
    notice="Notice that a velocity of 0 gives the step of plain gradient descent. So the first step is the same with and without momentum.",
)


# --- decayed-rates ---


def _decayed(learning_rate, decay, steps):
    finished = np.arange(steps)
    return learning_rate / (1 + decay * finished)


def _decayed_cases(rng):
    return [
        (float(rng.uniform(0.5, 2)), float(rng.uniform(0.1, 0.4)), 6),
        (float(rng.uniform(0.05, 0.2)), float(rng.uniform(0.02, 0.05)), 9),
        (2.0, 0.5, 4),
        (0.3, 3.0, 3),
        (0.2, 0.0, 2),
        (0.7, 0.1, 1),
    ]


DECAYED_RATES = Exercise(
    name="decayed-rates",
    title="learning rates that fall",
    reference=_decayed,
    cases=_decayed_cases,
    parts=("rates",),
    mistakes=(
        Mistake(
            "compounded",
            {"(1 + decay * finished)": "np.cumprod(1 + decay * finished)"},
        ).says(
            "You divide the rate that is divided already.",
            "`rate = rate / ...` in a loop is so short, and the first two numbers are right.",
            "What gives it away is the size: the rates soon shrink to nothing. Each should be computed from the first rate, and not from the one before.",
            idea="from-the-start",
        ),
        Mistake(
            "exponential", {"decay * finished)": "decay) ** finished"}
        ).says(
            "You divide by the same number again in each step.",
            "That is another well-known schedule, and the first two numbers agree.",
            "What gives it away is the third rate. The divisor should grow by `decay` in each step, and yours is multiplied.",
            idea="from-the-start",
        ),
        Mistake(
            "e-function",
            {"/ (1 + decay * finished)": "* np.exp(-decay * finished)"},
        ).says(
            "Your rates fall like an exponential function.",
            "That is what is called exponential decay, and for a small decay the first numbers nearly agree.",
            "What gives it away is the second rate: 1 over 1.5 is not exp(-0.5). The chapter divides.",
            idea="from-the-start",
        ),
        Mistake("multiplied", {"/ (1": "* (1"}).says(
            "You multiply where the rate should become smaller.",
            "The bracket is right, and a factor is the usual way to change a rate.",
            "What gives it away: your rates grow.",
            idea="from-the-start",
        ),
        Mistake("subtracted", {"/ (1 + ": "* (1 - "}).says(
            "You take the same piece away in each step.",
            "For a small decay the first numbers are nearly the same.",
            "What gives it away: after enough steps your rate is below 0, and training would walk uphill.",
            idea="from-the-start",
        ),
        Mistake(
            "decay-subtracted",
            {"/ (1 + decay * finished)": "- decay * finished"},
        ).says(
            "You subtract `decay` itself in each step.",
            "The rates fall, and that is what was asked for.",
            "What gives it away: after a few steps your rate is below 0, and training would walk uphill.",
            idea="from-the-start",
        ),
        Mistake(
            "share-taken-away",
            {"/ (1 + decay * finished)": "* (1 - decay) ** finished"},
        ).says(
            "You take the same share away in each step.",
            "A decay of 0.1 sounds like ten percent for each step.",
            "What gives it away is the second rate: 1 over 1.5 is not 0.5. The chapter divides.",
            idea="from-the-start",
        ),
        Mistake(
            "decay-as-factor", {"/ (1 + decay * finished)": "* decay**finished"}
        ).says(
            "You multiply by `decay` in each step.",
            "Other programs have a factor of this name.",
            "What gives it away: a decay of 0 should leave the rate as it is, and yours is 0 from the second step.",
            idea="from-the-start",
        ),
        Mistake(
            "counted-from-one", {"arange(steps)": "arange(1, steps + 1)"}
        ).says(
            "You count the steps from 1.",
            "The first step is step 1 in everyday language.",
            "What gives it away: the first rate should be the learning rate itself, because no step is finished yet.",
            idea="from-zero",
        ),
        Mistake("step-forgotten", {"np.arange(steps)": "np.ones(steps)"}).says(
            "All your rates are equal.",
            "For the second step it is right.",
            "What gives it away: how many steps are finished does not occur.",
            idea="from-the-start",
        ),
        Mistake(
            "brackets-forgotten",
            {"(1 + decay * finished)": "1 + decay * finished"},
        ).says(
            "A pair of brackets is missing: only the 1 is divided by.",
            "Read aloud, the formula sounds just like this.",
            "What gives it away: your rates grow.",
            idea="brackets",
        ),
        Mistake("one-forgotten", {"1 + ": ""}).says(
            "The divisor has no 1 in it.",
            "`decay` times the finished steps is what makes the rates fall.",
            "What gives it away: for the first step you divide by 0.",
            idea="from-the-start",
        ),
        Mistake("decay-forgotten", {"decay * ": ""}).says(
            "Your divisor grows by 1 in each step.",
            "The rates fall.",
            "What gives it away: your result does not change when `decay` does.",
            idea="from-the-start",
        ),
        Mistake(
            "bracket-too-early", {"decay * finished)": "decay) * finished"}
        ).says(
            "The bracket closes too early: the 1 is multiplied, too.",
            "The pieces stand in the right order.",
            "What gives it away: for the first step you divide by 0.",
            idea="brackets",
        ),
        Mistake("one-too-many", {"arange(steps)": "arange(steps + 1)"}).says(
            "You return one rate too many.",
            "After `steps` steps the next rate is known already.",
            "What gives it away is the shape: one rate for each step.",
            idea="from-zero",
        ),
        Mistake("one-rate", {"np.arange(steps)": "steps"}).says(
            "You return the rate after `steps` steps.",
            "In an optimizer one rate is asked for at a time.",
            "What gives it away is the shape: one rate for each step.",
            idea="from-zero",
        ),
    ),
    hints=(
        "The first step has the learning rate itself. How many steps are finished before it?",
        "The divisor starts at 1 and grows by `decay` with each finished step.",
        "Compute every rate from the first one: `np.arange(steps)` counts the finished steps. No rate needs the one before.",
    ),
    notice="Notice that the rate is halved once decay times steps is 1, and then it takes twice as long to be halved again. It never reaches 0.",
)


# --- adam-step ---


def _adam(w, m, v, gradient, t, rate, beta_1, beta_2, epsilon):
    m = beta_1 * m + (1 - beta_1) * gradient
    v = beta_2 * v + (1 - beta_2) * gradient**2
    m_hat = m / (1 - beta_1**t)
    v_hat = v / (1 - beta_2**t)
    return w - rate * m_hat / (np.sqrt(v_hat) + epsilon), m, v


def _adam_cases(rng):
    """m and v as t - 1 earlier steps left them: at the first step they are 0.

    epsilon is large, so that its place can be told. One gradient is exactly 0.
    """

    def case(shape, t, *settings):
        w, m, v = normal(rng, *shape), np.zeros(shape), np.zeros(shape)
        for step in range(1, t):
            past = 6 * normal(rng, *shape)
            _, m, v = _adam(w, m, v, past, step, *settings)
        return w, m, v, normal(rng, *shape), t, *settings

    first = case((2, 3), 1, 0.5, 0.9, 0.99, 0.1)
    first[3][0, 0] = 0
    return [
        first,
        case((3,), 2, 0.3, 0.8, 0.95, 0.2),
        case((1, 2), 5, 2.0, 0.7, 0.9, 0.05),
        case((1,), 3, 0.01, 0.5, 0.6, 0.001),
    ]


ADAM_STEP = Exercise(
    name="adam-step",
    title="one step of Adam",
    reference=_adam,
    cases=_adam_cases,
    parts=("new_w", "new_m", "new_v"),
    mistakes=(
        Mistake("uphill", {"w - rate": "w + rate"}).says(
            "Both means are right, and the step goes uphill.",
            "A step sounds like something to add.",
            "What gives it away is the sign: with a positive gradient at the first step, the number must become smaller.",
            idea="sign-of-step",
        ),
        Mistake(
            "correction-forgotten",
            {" / (1 - beta_1**t)": "", " / (1 - beta_2**t)": ""},
        ).says(
            "You use m and v as they are. The hats are missing.",
            "After many steps the hats change next to nothing.",
            "What gives it away is the first step: with an `epsilon` of almost 0 it should be one `rate` long, and yours is not.",
            idea="started-at-zero",
        ),
        *(
            Mistake(f"{name}-not-corrected", {f" / (1 - {beta}**t)": ""}).says(
                f"You use {name} as it is. One hat is missing.",
                "The two lines look so much alike that one is overlooked.",
                "What gives it away is the first step: with an `epsilon` of almost 0 it should be one `rate` long, and yours is not.",
                idea="started-at-zero",
            )
            for name, beta in (("m", "beta_1"), ("v", "beta_2"))
        ),
        Mistake(
            "correction-multiplied", {"m / (1": "m * (1", "v / (1": "v * (1"}
        ).says(
            "Your correction makes m and v smaller.",
            "A correction by a factor is usually multiplied.",
            "What gives it away is the first step: the first hat of m should be the gradient itself, and m is far below it.",
            idea="started-at-zero",
        ),
        Mistake("t-from-zero", {"**t": "** (t - 1)"}).says(
            "You correct for one step too few, as if t counted from 0. But `t` is 1 at the first step.",
            "Python counts from 0, and the finished steps are counted so, too.",
            "What gives it away: at the first step you divide by 0.",
            idea="started-at-zero",
        ),
        Mistake("t-one-further", {"**t": "** (t + 1)"}).says(
            "You correct for one step too many. `t` is 1 at the first step already.",
            "The package computes t from the finished steps, and adds 1 there.",
            "What gives it away is the first step: the first hat of m should be the gradient itself.",
            idea="started-at-zero",
        ),
        Mistake("power-forgotten", {"**t": ""}).says(
            "Your hats do not depend on `t`.",
            "At the first step it is right.",
            "What gives it away is the size: a correction that never fades makes m and v too large for ever.",
            idea="started-at-zero",
        ),
        Mistake(
            "shares-exchanged",
            {
                "beta_1 * m": "(1 - beta_1) * m",
                "beta_2 * v": "(1 - beta_2) * v",
                "(1 - beta_1) * g": "beta_1 * g",
                "(1 - beta_2) * g": "beta_2 * g",
            },
        ).says(
            "Beta weighs the new gradient, and the rest the old mean.",
            "Which of the two gets the beta is hard to remember.",
            "What gives it away is the size: with a beta close to 1 a mean should move slowly, and yours forgets nearly everything.",
            idea="running-mean",
        ),
        Mistake(
            "shares-forgotten", {"(1 - beta_1) * ": "", "(1 - beta_2) * ": ""}
        ).says(
            "The new gradient enters your means in full.",
            "A velocity is built like this.",
            "What gives it away is the size: the two weights of a mean add up to 1.",
            idea="running-mean",
        ),
        Mistake("v-without-square", {"gradient**2": "gradient"}).says(
            "v is a mean of the gradients, and not of their squares.",
            "The two lines look so much alike that one is copied.",
            "What gives it away: v can be negative, and then its root is not a number.",
            idea="typical-size",
        ),
        Mistake("square-of-m", {"gradient**2": "m**2"}).says(
            "v is made of the squares of m, and not of the gradients.",
            "m stands in the line above and is fresh.",
            "What gives it away: gradients that change their sign in each step leave m near 0. v should see their size all the same.",
            idea="typical-size",
        ),
        Mistake(
            "epsilon-in-the-root", {"v_hat) + epsilon": "v_hat + epsilon)"}
        ).says(
            "`epsilon` stands under the root.",
            "It keeps the divisor away from 0 there as well, and some programs do it.",
            "What gives it away is the size: the root of a small number is much larger than the number. Add it to the root itself.",
            idea="safe-at-zero",
        ),
        Mistake(
            "epsilon-not-corrected",
            {"epsilon)": "epsilon / np.sqrt(1 - beta_2**t))"},
        ).says(
            "You add `epsilon` to the root of v itself, and correct both afterwards.",
            "It is the efficient order of Adam's authors, and with a tiny `epsilon` nobody sees a difference.",
            "What gives it away is a large `epsilon` at the first step: yours weighs 1 / sqrt(1 - beta_2) times as much as it should beside the hat of v.",
            idea="started-at-zero",
        ),
        Mistake("epsilon-forgotten", {" + epsilon": ""}).says(
            "There is no `epsilon` in your divisor.",
            "It is tiny, and seems to be of no account.",
            "What gives it away: where no gradient has come yet, you divide 0 by 0.",
            idea="safe-at-zero",
        ),
        Mistake(
            "brackets-forgotten",
            {"(np.sqrt(v_hat) + epsilon)": "np.sqrt(v_hat) + epsilon"},
        ).says(
            "You add `epsilon` after dividing.",
            "On paper, a fraction needs no brackets.",
            "What gives it away: where the gradient is 0, your number moves all the same, or is none.",
            idea="safe-at-zero",
        ),
        Mistake("root-forgotten", {"np.sqrt(v_hat)": "v_hat"}).says(
            "You divide by the mean *square*. The root is missing.",
            "v is called a size, and one divides by the size.",
            "What gives it away: with gradients ten times as large the first step should stay as long as it was. Yours is a tenth.",
            idea="typical-size",
        ),
        Mistake(
            "betas-exchanged", {"beta_1": "beta_2", "beta_2": "beta_1"}
        ).says(
            "`beta_1` and `beta_2` are exchanged.",
            "Both are a little below 1.",
            "What gives it away: m does not change when `beta_1` does.",
            idea="running-mean",
        ),
        Mistake("hats-kept", {", m, v": ", m_hat, v_hat"}).says(
            "Your step is right. But you hand on the hats as m and v.",
            "The hats are the better values, so why not keep them?",
            "What gives it away is the second step: the correction would be made again on top of itself.",
            idea="state",
        ),
        Mistake(
            "old-means-returned",
            {"m = beta_1": "old = m, v\n    m = beta_1", ", m, v": ", *old"},
        ).says(
            "Your step is right. But you hand on the m and v that you were given.",
            "The step is made, so it seems to be done.",
            "What gives it away: `new_m` does not change when `gradient` does. The next step would know nothing of this one.",
            idea="state",
        ),
        RATE_FORGOTTEN,
        Mistake(
            "gradient-in-place-of-m", {"rate * m_hat": "rate * gradient"}
        ).says(
            "You divide the gradient itself by its typical size. m is computed and not used.",
            "Without momentum this is an optimizer of its own, RMSProp.",
            "What gives it away: `new_w` does not change when `m` does.",
            idea="typical-size",
        ),
    ),
    hints=(
        "Four lines before the step: two running means, and two corrections.",
        "m is a mean of gradients, v a mean of their squares. A hat divides by what the mean had time to reach: 1 minus beta to the power of `t`.",
        "The step is the rate times the hat of m, divided by the root of the hat of v, with epsilon added to the root. Return m and v without hats.",
    ),
    notice="Notice that the first step is about one rate long, whatever the size of the gradient. That is what makes Adam's rate easy to choose.",
)


# --- training-loop ---


def _descend(gradient_of, w, rate, epochs):
    for _ in range(epochs):
        w = w - rate * gradient_of(w)
    return w


def _descend_cases(rng):
    """Bowls, with a minimum on both sides of 0, reached from both sides."""

    def case(size, rate, epochs):
        steep = rng.uniform(0.5, 2, size) * np.eye(size) + 0.1
        minimum = normal(rng, size)
        start = minimum + normal(rng, size)
        return lambda w: steep @ (w - minimum), start, rate, epochs

    return [case(3, 0.2, 4), case(2, 0.1, 7), case(4, 0.3, 1), case(1, 0.4, 2)]


TRAINING_LOOP = Exercise(
    name="training-loop",
    title="the loop of training",
    reference=_descend,
    cases=_descend_cases,
    parts=("new_w",),
    mistakes=(
        Mistake(
            "gradient-once",
            {
                "for _": "gradient = gradient_of(w)\n    for _",
                "* gradient_of(w)": "* gradient",
            },
        ).says(
            "You compute the gradient once, before the loop.",
            "It saves work, and the first step is right.",
            "What gives it away: your steps are all equally long. A gradient holds for the place where it was computed, and you have left it.",
            idea="fresh",
        ),
        Mistake(
            "gradients-added-up",
            {
                "for _": "gradient = 0\n    for _",
                "w = w": "gradient = gradient + gradient_of(w)\n        w = w",
                "* gradient_of(w)": "* gradient",
            },
        ).says(
            "Each step uses all gradients so far, added up.",
            "Gradients do add up, at a fork in the graph. And frameworks that add into the same array need a `zero_grad` for this reason.",
            "What gives it away: the first step is right, and then it shoots over the goal.",
            idea="fresh",
        ),
        Mistake(
            "back-to-the-start",
            {"for _": "start = w\n    for _", "w = w": "w = start"},
        ).says(
            "Each step begins at the first `w` again.",
            "The name that was handed in is the one at hand.",
            "What gives it away: the movement never exceeds one step.",
            idea="fresh",
        ),
        Mistake("one-step-only", {"range(epochs)": "range(1)"}).says(
            "Only one step was taken.",
            "A `return` inside of the loop ends it in its first round. Or each round starts from the first `w` again.",
            "What gives it away: your result does not change when `epochs` does.",
            idea="fresh",
        ),
        Mistake("one-too-few", {"range(epochs)": "range(1, epochs)"}).says(
            "You take one step too few.",
            "`range(1, epochs)` looks like 1 to epochs, and ends before it.",
            "What gives it away: with one epoch, nothing happens.",
            idea="from-zero",
        ),
        Mistake("one-too-many", {"range(epochs)": "range(epochs + 1)"}).says(
            "You take one step too many.",
            "One step before the loop and the rest inside: easily one too many.",
            "What gives it away: with one epoch, you have moved twice.",
            idea="from-zero",
        ),
        Mistake("uphill", {"w - rate": "w + rate"}).says(
            "You walk uphill.",
            "A step sounds like something to add.",
            "What gives it away: with more epochs you end further and further from any goal.",
            idea="sign-of-step",
        ),
        RATE_FORGOTTEN,
    ),
    hints=(
        "What has to be computed anew in each round, and what stays?",
        "One round: ask `gradient_of` at the place where you are now, then step.",
        "A `for` loop over `epochs`. In it, replace `w` by the place one step downhill. Return `w` behind the loop.",
    ),
    notice="Notice that this loop is all of `train`, apart from batches, the history, and what to do when something goes wrong.",
)

EXERCISES = (SGD_STEP, MOMENTUM_STEP, DECAYED_RATES, ADAM_STEP, TRAINING_LOOP)
