"""The exercises of chapter 6: a step, momentum, decay, Adam, and the loop."""

from __future__ import annotations

import numpy as np

from nnfs_course.exercises.exercise import Exercise, Mistake


def _normal(rng, *shape):
    """Random numbers of one shape, none of them close to 0."""
    return rng.choice([-1.0, 1.0], shape) * rng.uniform(0.3, 2, shape)


# --- sgd-step ---


def _sgd(weights, biases, dweights, dbiases, rate):
    return weights - rate * dweights, biases - rate * dbiases


def _sgd_cases(rng):
    def case(i, o, rate):
        shapes = ((i, o), (1, o)) * 2
        return (*(_normal(rng, *shape) for shape in shapes), rate)

    return [case(2, 3, 0.5), case(3, 3, 0.1), case(1, 2, 0.003)]


SGD_STEP = Exercise(
    name="sgd-step",
    title="one step of gradient descent",
    reference=_sgd,
    cases=_sgd_cases,
    parts=("new_weights", "new_biases"),
    mistakes=(
        Mistake(
            "uphill",
            {"weights - ": "weights + ", "biases - ": "biases + "},
            "You add the step, so you walk uphill.",
            "A step sounds like something to add, and where the gradient is "
            "negative, adding lowers the number as hoped.",
            "What gives it away is the sign: a positive gradient says that the "
            "loss rises with this weight, and you make the weight larger.",
        ),
        Mistake(
            "rate-forgotten",
            {"rate * ": ""},
            "You take the whole gradient as the step.",
            "The direction is right, and so it looks done.",
            "What gives it away: your result does not change when `rate` does.",
        ),
        Mistake(
            "rate-for-weights-only",
            lambda w, b, dw, db, rate: (w - rate * dw, b - db),
            "The weights move by the learning rate, and the biases do not.",
            "One line was repaired and the other one, below it, was not.",
            "What gives it away: with a `rate` close to 0 nothing should move, "
            "and your biases do.",
        ),
        Mistake(
            "biases-stay",
            lambda w, b, dw, db, rate: (w - rate * dw, b.copy()),
            "The biases stay where they are.",
            "The weights are what everybody talks about.",
            "What gives it away: `new_biases` does not change when `dbiases` "
            "does. Biases are parameters too.",
        ),
        Mistake(
            "only-the-step",
            lambda w, b, dw, db, rate: (-rate * dw, -rate * db),
            "You return the step, and not the place where it ends.",
            "The step is the interesting part.",
            "What gives it away: with gradients of 0 nothing should change, "
            "and yours jumps to 0.",
        ),
        Mistake(
            "divided-by-rate",
            lambda w, b, dw, db, rate: (w - dw / rate, b - db / rate),
            "You divide by the learning rate.",
            "A rate sounds like something to divide by.",
            "What gives it away: a *smaller* rate gives you a larger step.",
        ),
        Mistake(
            "n-again",
            lambda w, b, dw, db, rate: (
                w - rate * dw / len(dw),
                b - rate * db / len(dw),
            ),
            "You divide the gradients by the number of their rows.",
            "A 1/N belongs somewhere, and `len` is at hand.",
            "What gives it away: the rows of `dweights` are inputs, and not "
            "samples. The 1/N of the samples is in the gradients already, it "
            "came from the loss.",
        ),
    ),
    hints=(
        "A positive gradient means: the loss rises with this number. Which way "
        "does the number have to go?",
        "The step is the gradient, made smaller by the learning rate. Weights "
        "and biases are treated alike.",
        "New is old, moved by rate times gradient, in the direction that "
        "lowers the loss. Twice, once for each array.",
    ),
    notice="Notice that the step knows nothing of layers, ReLU or softmax. It "
    "sees numbers and their gradients. So one optimizer serves any network.",
)


# --- momentum-step ---


def _momentum(w, velocity, gradient, rate, momentum):
    new_velocity = momentum * velocity - rate * gradient
    return w + new_velocity, new_velocity


def _momentum_cases(rng):
    def case(shape, rate, momentum):
        arrays = (_normal(rng, *shape) for _ in range(3))
        return (*arrays, rate, momentum)

    # The rate does not match 1 - momentum, so that the two cannot be taken for
    # each other.
    return [
        case((2, 3), 0.5, 0.9),
        case((3,), 0.25, 0.5),
        case((1, 2), 0.03, 0.8),
    ]


def _with(velocity_of, place_of=lambda w, old, new, rate: w + new):
    """A wrong step from a wrong velocity, or from a wrong use of it."""

    def wrong(w, v, g, rate, momentum):
        new = velocity_of(v, g, rate, momentum)
        return place_of(w, v, new, rate), new

    return wrong


def _right_velocity(v, g, rate, momentum):
    return momentum * v - rate * g


MOMENTUM_STEP = Exercise(
    name="momentum-step",
    title="one step with momentum",
    reference=_momentum,
    cases=_momentum_cases,
    parts=("new_w", "new_velocity"),
    mistakes=(
        Mistake(
            "gradient-added",
            _with(lambda v, g, rate, momentum: momentum * v + rate * g),
            "The gradient pushes the velocity uphill.",
            "In some programs the velocity points uphill and is subtracted at "
            "the end. You took half of each.",
            "What gives it away is the sign: start at rest, with a positive "
            "gradient. The number must become smaller, and yours grows.",
        ),
        Mistake(
            "momentum-s-sign",
            _with(lambda v, g, rate, momentum: -momentum * v - rate * g),
            "You subtract what is left of the old velocity.",
            "There is one minus in the formula, and it is easily taken for "
            "both terms.",
            "What gives it away: with a gradient of 0, a rolling ball rolls "
            "on. Yours turns around.",
        ),
        Mistake(
            "velocity-overwritten",
            _with(lambda v, g, rate, momentum: -rate * g),
            "The new velocity knows nothing of the old one.",
            "At the first step there is no difference, because a velocity "
            "starts at 0.",
            "What gives it away: your result does not change when `momentum` "
            "does.",
        ),
        Mistake(
            "momentum-forgotten",
            _with(lambda v, g, rate, momentum: v - rate * g),
            "You keep the whole old velocity.",
            "Steps should add up, and here they do.",
            "What gives it away: your result does not change when `momentum` "
            "does. Without friction a ball never comes to rest.",
        ),
        Mistake(
            "old-velocity-used",
            _with(_right_velocity, lambda w, old, new, rate: w + old),
            "You move by the *old* velocity.",
            "Both are at hand, and after many steps they are nearly equal.",
            "What gives it away: `new_velocity` is right, and `new_w` does not "
            "change when `gradient` does.",
        ),
        Mistake(
            "rate-twice",
            _with(_right_velocity, lambda w, old, new, rate: w + rate * new),
            "The learning rate comes in twice.",
            "Without momentum it belongs into the last line. With momentum it "
            "is in the velocity already.",
            "What gives it away is the size: `new_velocity` is right, and "
            "`new_w` moves by less than that.",
        ),
        Mistake(
            "velocity-subtracted",
            _with(_right_velocity, lambda w, old, new, rate: w - new),
            "Your velocity is right, and you subtract it.",
            "Downhill means minus. But that minus is in the velocity already.",
            "What gives it away is the sign: start at rest, with a positive "
            "gradient. The number must become smaller, and yours grows.",
        ),
        Mistake(
            "velocity-uphill",
            _with(
                lambda v, g, rate, momentum: momentum * v + rate * g,
                lambda w, old, new, rate: w - new,
            ),
            "Your velocity points uphill, and you subtract it.",
            "It is a real convention, and started at rest it takes the same "
            "steps as ours.",
            "What gives it away: with a gradient of 0, your number moves "
            "against the velocity that you are given. That one points "
            "downhill.",
        ),
        Mistake(
            "old-velocity-returned",
            lambda w, v, g, rate, momentum: (
                _momentum(w, v, g, rate, momentum)[0],
                v.copy(),
            ),
            "`new_w` is right. But the velocity that you return is the old "
            "one.",
            "The step is made, so it seems to be done.",
            "What gives it away: `new_velocity` does not change when "
            "`gradient` does. The next step would know nothing of this one.",
        ),
        Mistake(
            "averaged",
            _with(
                lambda v, g, rate, momentum: (
                    momentum * v - (1 - momentum) * rate * g
                )
            ),
            "You weigh the gradient with what momentum leaves over.",
            "A running mean is built like this, and so is Adam's m.",
            "What gives it away is the size: start at rest. The first step "
            "should be that of plain gradient descent, and yours is shorter.",
        ),
        Mistake(
            "without-rate-in-velocity",
            _with(
                lambda v, g, rate, momentum: momentum * v + g,
                lambda w, old, new, rate: w - rate * new,
            ),
            "You keep a velocity without a rate in it, which points uphill, "
            "and apply rate and sign at the end.",
            "It is a real convention: PyTorch has it.",
            "What gives it away: the old velocity that you are given points "
            "downhill and has its rate. Yours treats it as if it had neither.",
        ),
    ),
    hints=(
        "Two things make the new velocity: what is left of the old one, and a "
        "push by the gradient.",
        "`momentum` is the share of the old velocity that stays. The push is "
        "the step of plain gradient descent, with its sign.",
        "First the new velocity, from both. Then the new place: the old place "
        "plus the new velocity, with no rate and no sign any more.",
    ),
    notice="Notice that a velocity of 0 gives the step of plain gradient "
    "descent. So the first step is the same with and without momentum.",
)


# --- decayed-rates ---


def _decayed(learning_rate, decay, steps):
    return learning_rate / (1 + decay * np.arange(steps))


def _decayed_cases(rng):
    return [
        (float(rng.uniform(0.5, 2)), float(rng.uniform(0.1, 0.4)), 6),
        (float(rng.uniform(0.05, 0.2)), float(rng.uniform(0.02, 0.05)), 9),
        (1.0, 0.5, 4),
    ]


def _one_by_one(next_rate):
    """Each rate from the one before, which is where it goes wrong."""

    def wrong(rate, decay, steps):
        rates = []
        for k in range(steps):
            rate = next_rate(rate, decay, k)
            rates.append(rate)
        return np.array(rates)

    return wrong


DECAYED_RATES = Exercise(
    name="decayed-rates",
    title="learning rates that fall",
    reference=_decayed,
    cases=_decayed_cases,
    parts=("rates",),
    mistakes=(
        Mistake(
            "compounded",
            _one_by_one(lambda rate, decay, k: rate / (1 + decay * k)),
            "You divide the rate that is divided already.",
            "`rate = rate / ...` in a loop is so short, and the first two "
            "numbers are right.",
            "What gives it away is the size: the rates soon shrink to nothing. "
            "Each should be computed from the first rate, and not from the "
            "one before.",
        ),
        Mistake(
            "exponential",
            lambda rate, decay, steps: rate / (1 + decay) ** np.arange(steps),
            "You divide by the same number again in each step.",
            "That is another well-known schedule, and the first two numbers "
            "agree.",
            "What gives it away is the third rate. The divisor should grow by "
            "`decay` in each step, and yours is multiplied.",
        ),
        Mistake(
            "multiplied",
            lambda rate, decay, steps: rate * (1 + decay * np.arange(steps)),
            "You multiply where the rate should become smaller.",
            "The bracket is right, and a factor is the usual way to change a "
            "rate.",
            "What gives it away: your rates grow.",
        ),
        Mistake(
            "subtracted",
            lambda rate, decay, steps: rate * (1 - decay * np.arange(steps)),
            "You take the same piece away in each step.",
            "For a small decay the first numbers are nearly the same.",
            "What gives it away: after enough steps your rate is below 0, and "
            "training would walk uphill.",
        ),
        Mistake(
            "decay-subtracted",
            lambda rate, decay, steps: rate - decay * np.arange(steps),
            "You subtract `decay` itself in each step.",
            "The rates fall, and that is what was asked for.",
            "What gives it away: after a few steps your rate is below 0, and "
            "training would walk uphill.",
        ),
        Mistake(
            "share-taken-away",
            lambda rate, decay, steps: rate * (1 - decay) ** np.arange(steps),
            "You take the same share away in each step.",
            "A decay of 0.1 sounds like ten percent for each step.",
            "What gives it away is the second rate: 1 over 1.5 is not 0.5. "
            "The chapter divides.",
        ),
        Mistake(
            "decay-as-factor",
            lambda rate, decay, steps: rate * decay ** np.arange(steps),
            "You multiply by `decay` in each step.",
            "Other programs have a factor of this name.",
            "What gives it away: a decay of 0 should leave the rate as it is, "
            "and yours is 0 from the second step.",
        ),
        Mistake(
            "counted-from-one",
            lambda rate, decay, steps: (
                rate / (1 + decay * np.arange(1, steps + 1))
            ),
            "You count the steps from 1.",
            "The first step is step 1 in everyday language.",
            "What gives it away: the first rate should be the learning rate "
            "itself, because no step is finished yet.",
        ),
        Mistake(
            "step-forgotten",
            lambda rate, decay, steps: np.full(steps, rate / (1 + decay)),
            "All your rates are equal.",
            "For the second step it is right.",
            "What gives it away: how many steps are finished does not occur.",
        ),
        Mistake(
            "brackets-forgotten",
            lambda rate, decay, steps: rate / 1 + decay * np.arange(steps),
            "A pair of brackets is missing: only the 1 is divided by.",
            "Read aloud, the formula sounds just like this.",
            "What gives it away: your rates grow.",
        ),
        Mistake(
            "one-too-many",
            lambda rate, decay, steps: _decayed(rate, decay, steps + 1),
            "You return one rate too many.",
            "After `steps` steps the next rate is known already.",
            "What gives it away is the shape: one rate for each step.",
        ),
    ),
    hints=(
        "The first step has the learning rate itself. How many steps are "
        "finished before it?",
        "The divisor starts at 1 and grows by `decay` with each finished step.",
        "Compute every rate from the first one: `np.arange(steps)` counts the "
        "finished steps. No rate needs the one before.",
    ),
    notice="Notice that the rate is halved once decay times steps is 1, and "
    "then it takes twice as long to be halved again. It never reaches 0.",
)


# --- adam-step ---


def _adam(w, m, v, gradient, t, rate, beta_1, beta_2, epsilon):
    m = beta_1 * m + (1 - beta_1) * gradient
    v = beta_2 * v + (1 - beta_2) * gradient**2
    m_hat = m / (1 - beta_1**t)
    v_hat = v / (1 - beta_2**t)
    return w - rate * m_hat / (np.sqrt(v_hat) + epsilon), m, v


def _adam_cases(rng):
    """The first step, with m and v at 0, and later ones. epsilon is large, so
    that its place can be told."""

    def case(shape, t, rate, beta_1, beta_2, epsilon):
        w, m, gradient = (_normal(rng, *shape) for _ in range(3))
        v = rng.uniform(0.1, 2, shape)
        if t == 1:
            m, v = 0 * m, 0 * v
        return w, m, v, gradient, t, rate, beta_1, beta_2, epsilon

    return [
        case((2, 3), 1, 0.5, 0.9, 0.99, 0.1),
        case((3,), 2, 0.3, 0.8, 0.95, 0.2),
        case((1, 2), 5, 0.4, 0.7, 0.9, 0.05),
    ]


def _moments(m, v, g, beta_1, beta_2):
    return (
        beta_1 * m + (1 - beta_1) * g,
        beta_2 * v + (1 - beta_2) * g**2,
    )


def _adam_uphill(w, m, v, g, t, rate, beta_1, beta_2, epsilon):
    new, m, v = _adam(w, m, v, g, t, rate, beta_1, beta_2, epsilon)
    return 2 * w - new, m, v


def _adam_no_hats(w, m, v, g, t, rate, beta_1, beta_2, epsilon):
    m, v = _moments(m, v, g, beta_1, beta_2)
    return w - rate * m / (np.sqrt(v) + epsilon), m, v


def _adam_t_shifted(shift):
    def wrong(w, m, v, g, t, *settings):
        return _adam(w, m, v, g, t + shift, *settings)

    return wrong


def _adam_no_power(w, m, v, g, t, rate, beta_1, beta_2, epsilon):
    m, v = _moments(m, v, g, beta_1, beta_2)
    m_hat, v_hat = m / (1 - beta_1), v / (1 - beta_2)
    return w - rate * m_hat / (np.sqrt(v_hat) + epsilon), m, v


def _adam_no_square(w, m, v, g, t, rate, beta_1, beta_2, epsilon):
    m, v = beta_1 * m + (1 - beta_1) * g, beta_2 * v + (1 - beta_2) * g
    m_hat, v_hat = m / (1 - beta_1**t), v / (1 - beta_2**t)
    return w - rate * m_hat / (np.sqrt(v_hat) + epsilon), m, v


def _adam_square_of_m(w, m, v, g, t, rate, beta_1, beta_2, epsilon):
    m = beta_1 * m + (1 - beta_1) * g
    v = beta_2 * v + (1 - beta_2) * m**2
    m_hat, v_hat = m / (1 - beta_1**t), v / (1 - beta_2**t)
    return w - rate * m_hat / (np.sqrt(v_hat) + epsilon), m, v


def _adam_epsilon_inside(w, m, v, g, t, rate, beta_1, beta_2, epsilon):
    m, v = _moments(m, v, g, beta_1, beta_2)
    m_hat, v_hat = m / (1 - beta_1**t), v / (1 - beta_2**t)
    return w - rate * m_hat / np.sqrt(v_hat + epsilon), m, v


def _adam_no_root(w, m, v, g, t, rate, beta_1, beta_2, epsilon):
    m, v = _moments(m, v, g, beta_1, beta_2)
    m_hat, v_hat = m / (1 - beta_1**t), v / (1 - beta_2**t)
    return w - rate * m_hat / (v_hat + epsilon), m, v


def _adam_betas_exchanged(w, m, v, g, t, rate, beta_1, beta_2, epsilon):
    return _adam(w, m, v, g, t, rate, beta_2, beta_1, epsilon)


def _adam_hats_kept(w, m, v, g, t, rate, beta_1, beta_2, epsilon):
    new, m, v = _adam(w, m, v, g, t, rate, beta_1, beta_2, epsilon)
    return new, m / (1 - beta_1**t), v / (1 - beta_2**t)


def _adam_gradient_over_size(w, m, v, g, t, rate, beta_1, beta_2, epsilon):
    m, v = _moments(m, v, g, beta_1, beta_2)
    v_hat = v / (1 - beta_2**t)
    return w - rate * g / (np.sqrt(v_hat) + epsilon), m, v


ADAM_STEP = Exercise(
    name="adam-step",
    title="one step of Adam",
    reference=_adam,
    cases=_adam_cases,
    parts=("new_w", "new_m", "new_v"),
    mistakes=(
        Mistake(
            "uphill",
            _adam_uphill,
            "Both means are right, and the step goes uphill.",
            "A step sounds like something to add.",
            "What gives it away is the sign: with a positive gradient at the "
            "first step, the number must become smaller.",
        ),
        Mistake(
            "correction-forgotten",
            _adam_no_hats,
            "You use m and v as they are. The hats are missing.",
            "After many steps the hats change next to nothing.",
            "What gives it away is the first step: with an `epsilon` of almost "
            "0 it should be one `rate` long, and yours is not.",
        ),
        Mistake(
            "t-from-zero",
            _adam_t_shifted(-1),
            "You correct for one step too few, as if t counted from 0. But `t` "
            "is 1 at the first step.",
            "Python counts from 0, and the finished steps are counted so, too.",
            "What gives it away: at the first step you divide by 0.",
        ),
        Mistake(
            "t-one-further",
            _adam_t_shifted(1),
            "You correct for one step too many. `t` is 1 at the first step "
            "already.",
            "The package computes t from the finished steps, and adds 1 there.",
            "What gives it away is the first step: the first hat of m should "
            "be the gradient itself.",
        ),
        Mistake(
            "power-forgotten",
            _adam_no_power,
            "Your hats do not depend on `t`.",
            "At the first step it is right.",
            "What gives it away is the size: a correction that never fades "
            "makes m and v too large for ever.",
        ),
        Mistake(
            "v-without-square",
            _adam_no_square,
            "v is a mean of the gradients, and not of their squares.",
            "The two lines look so much alike that one is copied.",
            "What gives it away: v can be negative, and then its root is not "
            "a number.",
        ),
        Mistake(
            "square-of-m",
            _adam_square_of_m,
            "v is made of the squares of m, and not of the gradients.",
            "m stands in the line above and is fresh.",
            "What gives it away: gradients that change their sign in each step "
            "leave m near 0. v should see their size all the same.",
        ),
        Mistake(
            "epsilon-in-the-root",
            _adam_epsilon_inside,
            "`epsilon` stands under the root.",
            "It keeps the divisor away from 0 there as well, and some programs "
            "do it.",
            "What gives it away is the size: the root of a small number is "
            "much larger than the number. Add it to the root itself.",
        ),
        Mistake(
            "root-forgotten",
            _adam_no_root,
            "You divide by the mean *square*. The root is missing.",
            "v is called a size, and one divides by the size.",
            "What gives it away: with gradients ten times as large the first "
            "step should stay as long as it was. Yours is a tenth.",
        ),
        Mistake(
            "betas-exchanged",
            _adam_betas_exchanged,
            "`beta_1` and `beta_2` are exchanged.",
            "Both are a little below 1.",
            "What gives it away: m does not change when `beta_1` does.",
        ),
        Mistake(
            "hats-kept",
            _adam_hats_kept,
            "Your step is right. But you hand on the hats as m and v.",
            "The hats are the better values, so why not keep them?",
            "What gives it away is the second step: the correction would be "
            "made again on top of itself.",
        ),
        Mistake(
            "gradient-in-place-of-m",
            _adam_gradient_over_size,
            "You divide the gradient itself by its typical size. m is computed "
            "and not used.",
            "Without momentum this is an optimizer of its own, RMSProp.",
            "What gives it away: `new_w` does not change when `m` does.",
        ),
    ),
    hints=(
        "Four lines before the step: two running means, and two corrections.",
        "m is a mean of gradients, v a mean of their squares. A hat divides by "
        "what the mean had time to reach: 1 minus beta to the power of `t`.",
        "The step is the rate times the hat of m, divided by the root of the "
        "hat of v, with epsilon added to the root. Return m and v without "
        "hats.",
    ),
    notice="Notice that the first step is about one rate long, whatever the "
    "size of the gradient. That is what makes Adam's rate easy to choose.",
)


# --- training-loop ---


def _descend(gradient_of, w, rate, epochs):
    for _ in range(epochs):
        w = w - rate * gradient_of(w)
    return w


def _descend_cases(rng):
    """Bowls: the gradient of w is a * (w - b), another one at each place."""

    def case(size, rate, epochs):
        a, b = rng.uniform(0.5, 2, size), _normal(rng, size)

        def gradient_of(w):
            return a * (w - b)

        return gradient_of, b + _normal(rng, size), rate, epochs

    return [case(3, 0.2, 4), case(2, 0.1, 7), case(4, 0.3, 3)]


def _stale(gradient_of, w, rate, epochs):
    gradient = gradient_of(w)
    for _ in range(epochs):
        w = w - rate * gradient
    return w


def _accumulated(gradient_of, w, rate, epochs):
    gradient = 0
    for _ in range(epochs):
        gradient = gradient + gradient_of(w)
        w = w - rate * gradient
    return w


def _from_the_start(gradient_of, w, rate, epochs):
    start = w
    for _ in range(epochs):
        w = start - rate * gradient_of(w)
    return w


def _uphill(gradient_of, w, rate, epochs):
    return _descend(gradient_of, w, -rate, epochs)


TRAINING_LOOP = Exercise(
    name="training-loop",
    title="the loop of training",
    reference=_descend,
    cases=_descend_cases,
    parts=("new_w",),
    mistakes=(
        Mistake(
            "gradient-once",
            _stale,
            "You compute the gradient once, before the loop.",
            "It saves work, and the first step is right.",
            "What gives it away: your steps are all equally long. A gradient "
            "holds for the place where it was computed, and you have left it.",
        ),
        Mistake(
            "gradients-added-up",
            _accumulated,
            "Each step uses all gradients so far, added up.",
            "Gradients do add up, at a fork in the graph. And frameworks that "
            "add into the same array need a `zero_grad` for this reason.",
            "What gives it away: the first step is right, and then it shoots "
            "over the goal.",
        ),
        Mistake(
            "back-to-the-start",
            _from_the_start,
            "Each step begins at the first `w` again.",
            "The name that was handed in is the one at hand.",
            "What gives it away: the movement never exceeds one step.",
        ),
        Mistake(
            "one-step-only",
            lambda gradient_of, w, rate, epochs: _descend(
                gradient_of, w, rate, 1
            ),
            "Only one step was taken.",
            "A `return` inside of the loop ends it in its first round. Or "
            "each round starts from the first `w` again.",
            "What gives it away: your result does not change when `epochs` "
            "does.",
        ),
        Mistake(
            "one-too-few",
            lambda gradient_of, w, rate, epochs: _descend(
                gradient_of, w, rate, epochs - 1
            ),
            "You take one step too few.",
            "`range(1, epochs)` looks like 1 to epochs, and ends before it.",
            "What gives it away: with one epoch, nothing happens.",
        ),
        Mistake(
            "one-too-many",
            lambda gradient_of, w, rate, epochs: _descend(
                gradient_of, w, rate, epochs + 1
            ),
            "You take one step too many.",
            "One step before the loop and the rest inside: easily one too "
            "many.",
            "What gives it away: with one epoch, you have moved twice.",
        ),
        Mistake(
            "uphill",
            _uphill,
            "You walk uphill.",
            "A step sounds like something to add.",
            "What gives it away: with more epochs you end further and further "
            "from any goal.",
        ),
    ),
    hints=(
        "What has to be computed anew in each round, and what stays?",
        "One round: ask `gradient_of` at the place where you are now, then "
        "step.",
        "A `for` loop over `epochs`. In it, replace `w` by the place one step "
        "downhill. Return `w` behind the loop.",
    ),
    notice="Notice that this loop is all of `train`, apart from batches, the "
    "history, and what to do when something goes wrong.",
)

EXERCISES = (SGD_STEP, MOMENTUM_STEP, DECAYED_RATES, ADAM_STEP, TRAINING_LOOP)
