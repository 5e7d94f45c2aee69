"""The exercises of chapter 1: one neuron, in plain numbers."""

from __future__ import annotations

from itertools import product

import numpy as np

from nnfs_course.exercises.cases import normal
from nnfs_course.exercises.edits import edited
from nnfs_course.exercises.exercise import Exercise, Mistake, Variant
from nnfs_course.exercises.numeric import gradients_of


def _numbers(rng, count=3) -> list[float]:
    """Random numbers of both signs, away from 0."""
    return normal(rng, count).round(2).tolist()


def _lists(rng, *counts) -> tuple[list[float], ...]:
    return tuple(_numbers(rng, count) for count in counts)


# --- nudge ---


def _nudge(f, x, h):
    return (f(x + h) - f(x)) / h


def _nudge_cases(rng):
    """Two that rise and one that falls, left and right of 0, and at 0."""
    c = rng.uniform(0.5, 3)
    functions = (lambda x: x**3 + c * x, np.exp, lambda x: c / x)
    return [
        *((f, x, 0.01) for f in functions for x in _numbers(rng, 2)),
        *((f, x, 0.2) for f in functions for x in _numbers(rng, 2)),
        (np.sin, 0.0, 0.1),
    ]


NUDGE = Exercise(
    name="nudge",
    title="a derivative, by nudging",
    reference=_nudge,
    cases=_nudge_cases,
    parts=("ratio",),
    variants=(
        Variant(
            edited(_nudge, {"f(x)": "f(x - h)", "/ h": "/ (2 * h)"}),
            "You nudged both ways. That is more precise, and it is what the gradient checks of this course do.",
        ),
        Variant(
            edited(_nudge, {"f(x + h)": "f(x)", "f(x)": "f(x - h)"}),
            "You nudged downwards. For a small h that is as good as upwards.",
        ),
    ),
    mistakes=(
        Mistake("not-divided", {" / h": ""}).says(
            "You return how far the result moved, and not the ratio.",
            "It is tempting, because the movement is what one sees.",
            "What gives it away: with a smaller `h` your result shrinks to 0. A derivative does not depend on how hard one nudges.",
            idea="ratio",
        ),
        Mistake("not-compared", {" - f(x)": ""}).says(
            "You divide the new value by h, without comparing it to the old one.",
            "It looks nearly like a ratio of movements.",
            "What gives it away: a function that never moves, such as `f(x) = 5`, gets an enormous derivative instead of 0.",
            idea="ratio",
        ),
        Mistake("wrong-way", {"f(x + h)": "f(x)", "f(x)": "f(x + h)"}).says(
            "You subtract the new value from the old one.",
            "Old before new is the order in which they happen.",
            "What gives it away is the sign: for `f(x) = x`, which rises as fast as x does, you get -1.",
            idea="new-minus-old",
        ),
        Mistake("divided-by-x", {"/ h": "/ x"}).says(
            "You divide by x, and not by how far x was moved.",
            "The derivative is said to be `with respect to x`, so x seems to belong below.",
            "What gives it away: at x = 0 you divide by 0, although nothing special happens there.",
            idea="ratio",
        ),
        Mistake("half-the-way", {"f(x))": "f(x - h))"}).says(
            "You nudge both ways and divide by h.",
            "The nudge is h, after all.",
            "What gives it away is the size: everything is twice as large as it should be. How far apart are the two places that you compare?",
            idea="both-ways",
        ),
        Mistake("nudged-the-result", {"f(x + h)": "f(x) + h"}).says(
            "You add h to the result, and not to x.",
            "Both places are one bracket apart.",
            "What gives it away: the ratio is 1 for every function.",
            idea="ratio",
        ),
        Mistake(
            "brackets-forgotten", {"(f(x + h) - f(x))": "f(x + h) - f(x)"}
        ).says(
            "Only the second value is divided by h.",
            "On paper a long line does it: everything above it is divided. In code, division comes before subtraction.",
            "What gives it away: for `f(x) = 5` the result should be 0, and yours is enormous and negative.",
            idea="brackets",
        ),
        Mistake(
            "upside-down", {"(f(x + h) - f(x)) / h": "h / (f(x + h) - f(x))"}
        ).says(
            "You divide the movement of x by that of the result.",
            "It is a ratio of the two movements.",
            "What gives it away: the faster a function rises, the smaller your result. For `f(x) = 5` you divide by 0.",
            idea="ratio",
        ),
        Mistake("product-below", {"f(x)": "f(x - h)", "/ h": "/ 2 * h"}).says(
            "You nudge both ways, divide by 2, and then multiply by h.",
            "`/ 2 * h` reads like a fraction with 2h below.",
            "What gives it away: with a smaller `h` your result shrinks to 0. Python goes from left to right.",
            idea="brackets",
        ),
    ),
    hints=(
        "Run f twice: at x, and a little to the side. What changed?",
        "A derivative is a ratio of two movements. Which two?",
        "The movement of the result is a difference of two values of f. The movement of the input is h. One of the two goes below.",
    ),
    notice="Notice that you never had to know what f does inside. That is why nudging can check every gradient of this course, and why it is slow: it runs f again for every number.",
)


# --- neuron-relu ---

AT_THE_CORNER = "At exactly z = 0 you let the gradient pass. There is a corner, and both are allowed. This course takes 0 there."
INVERTED = (
    "Your gate is open where it should be closed.",
    "One comparison sign is quickly turned around.",
    "What gives it away: at z = 2 the output follows z, and your gradient is 0.",
)


def _relu(z, upstream):
    return upstream if z > 0 else 0.0


def _relu_cases(rng):
    """All pairs of signs, near the corner too, and the corner itself."""
    places = (*_numbers(rng, 2), 0.1, -0.1)
    arriving = (*_numbers(rng, 2), 5.0)
    return [*product(places, arriving), (0.0, 2.0)]


RELU = Exercise(
    name="neuron-relu",
    title="a gradient through a ReLU",
    reference=_relu,
    cases=_relu_cases,
    parts=("dz",),
    numeric=lambda z, upstream: gradients_of(
        lambda z: upstream * np.maximum(z, 0), z
    )[0],
    variants=(
        Variant(
            edited(_relu, {"z > 0": "z >= 0"}),
            AT_THE_CORNER,
        ),
    ),
    mistakes=(
        Mistake("local-only", {"upstream": "1.0"}).says(
            "You return the local derivative alone.",
            "It is right whenever the upstream gradient is 1, as it was in the chapter's neuron.",
            "What gives it away: your result does not change when `upstream` does. Whatever the next operation says is lost here.",
            idea="upstream",
        ),
        Mistake("gate-on-upstream", {"z > 0": "upstream > 0"}).says(
            "Your gate looks at the sign of the upstream gradient.",
            "ReLU keeps what is positive, so it seems to do the same to the gradient.",
            "What gives it away: a negative gradient never passes, even where z is positive. The gate was set on the way forward.",
            idea="gate",
        ),
        Mistake("forward-again", {"upstream": "z"}).says(
            "You return the ReLU of z: that is the forward pass.",
            "The name is the same, and z is at hand.",
            "What gives it away: where z = 2, a nudge of z moves the output 1 time as far, and not 2 times.",
            idea="gate",
        ),
        Mistake("times-output", {"upstream": "upstream * z"}).says(
            "You multiply the upstream gradient by the output of the ReLU.",
            "Upstream times something is the right shape of a chain rule.",
            "What gives it away: the gradient grows with z. But the slope of ReLU is the same at z = 1 and at z = 100.",
            idea="gate",
        ),
        Mistake("gate-forgotten", {" if z > 0 else 0.0": ""}).says(
            "You hand the upstream gradient on as it is. The gate is missing.",
            "It is right for every positive z.",
            "What gives it away: at z = -1 the output is 0 and stays 0, and your gradient says that it moves.",
            idea="gate",
        ),
        Mistake("gate-inverted", {"z > 0": "z <= 0"}).says(
            *INVERTED, idea="gate"
        ),
        Mistake("gate-turned", {"z > 0": "z < 0"}).says(*INVERTED, idea="gate"),
    ),
    hints=(
        "If z moves a little, does the output move? Try z = 2 and z = -2.",
        "The local derivative is one of two numbers. Only the sign of z decides which.",
        "What is handed on is upstream times local derivative. What is left of that, where the gate is open, and where it is closed?",
    ),
    notice="Notice that the value of z does not matter, only on which side of 0 it lies. A closed gate stops everything that arrives.",
)


# --- neuron-products ---


def _products(x, w, dproducts):
    dx = [dproducts[k] * w[k] for k in range(3)]
    dw = [dproducts[k] * x[k] for k in range(3)]
    return dx, dw


PRODUCTS = Exercise(
    name="neuron-products",
    title="gradients through three products",
    reference=_products,
    cases=lambda rng: [
        *(_lists(rng, 3, 3, 3) for _ in range(3)),
        ([0.0, 1.0, 2.0], *_lists(rng, 3, 3)),
    ],
    parts=("dx", "dw"),
    numeric=lambda x, w, dproducts: gradients_of(
        lambda x, w: (np.asarray(dproducts) * x * w).sum(), x, w
    ),
    mistakes=(
        Mistake("own-factor", {"w[k]": "x[k]", "x[k]": "w[k]"}).says(
            "You multiply each gradient by the number that it belongs to. (Or the two results are in the wrong order: then it looks the same.)",
            "The names match so well: x with x, w with w. The notes made this slip when they printed a derivative.",
            "What gives it away: if w is 0, moving x changes nothing, so dx must be 0. Yours is not.",
            idea="other-factor",
        ),
        Mistake("first-upstream", {"dproducts[k]": "dproducts[0]"}).says(
            "You use the upstream gradient of the first product for all three.",
            "In the chapter's neuron all three were 1, so it gave the right numbers.",
            "What gives it away: your result does not change when `dproducts[1]` does.",
            idea="own-upstream",
        ),
        Mistake(
            "first-upstream-for-weights",
            {"dproducts[k] * x": "dproducts[0] * x"},
        ).says(
            "For the weights, you use the upstream gradient of the first product three times.",
            "This is the notes' own mistake. All upstream gradients were 1 there, so nobody could see it.",
            "What gives it away: your `dw` does not change when `dproducts[1]` does.",
            idea="own-upstream",
        ),
        Mistake("no-upstream", {"dproducts[k] * ": ""}).says(
            "You return the local derivatives alone.",
            "They are right as long as every upstream gradient is 1.",
            "What gives it away: `dproducts` does not occur in your result.",
            idea="upstream",
        ),
        Mistake("added", {" * ": " + "}).says(
            "You add upstream gradient and local derivative.",
            "Gradients do add up somewhere: where a number is used twice.",
            "What gives it away: if the upstream gradient is 0, nothing after this product matters, and yours is still not 0.",
            idea="upstream",
        ),
        Mistake("handed-on", {" * w[k]": "", " * x[k]": ""}).says(
            "You hand each upstream gradient on as it is.",
            "A sum does just that, and a product is drawn with the same arrows.",
            "What gives it away: if w is 0, moving x changes nothing, so dx must be 0. Yours is not.",
            idea="other-factor",
        ),
        Mistake("one-line-twice", {"x[k]": "w[k]"}).says(
            "Both of your results are the same list.",
            "The second line is quickly made by copying the first, and one letter in it is easily forgotten.",
            "What gives it away: your `dw` does not change when `x` does.",
            idea="other-factor",
        ),
        Mistake(
            "value-instead", {"w[k]": "x[k] * w[k]", "x[k]": "x[k] * w[k]"}
        ).says(
            "You multiply each upstream gradient by the value of its product.",
            "The product is what was computed here, and its formula stands in the text.",
            "What gives it away: at x = 0 you get 0 for dx, although the product moves with x there. What is asked is how it moves, not where it is.",
            idea="other-factor",
        ),
    ),
    hints=(
        "Take one product alone. Which number does a nudge of x get multiplied by?",
        "Each product has two factors, and an upstream gradient of its own.",
        "Product 1 gives something to `dx[1]` and something to `dw[1]`. Both times it is `dproducts[1]` times one number.",
    ),
    notice="Notice that a product needs both numbers of its forward pass to go backwards. That is why layers remember their inputs.",
)


# --- fork ---


def _fork(a, c, upstream):
    return upstream * (c + a + a)


FORK = Exercise(
    name="fork",
    title="a number that is used three times",
    reference=_fork,
    cases=lambda rng: [
        *(tuple(_numbers(rng)) for _ in range(4)),
        (0.0, 3.0, 2.0),
    ],
    parts=("da",),
    numeric=lambda a, c, upstream: gradients_of(
        lambda a: upstream * (c * a + a * a), a
    )[0],
    mistakes=(
        Mistake("last-path-only", {"c + a + a": "a"}).says(
            "You keep one of the paths through `a * a`, and the others are lost.",
            "This is what `=` does in place of `+=`: each path overwrites the one before, and the last one stays.",
            "What gives it away: your result does not change when `c` does, although `c * a` clearly moves y.",
            idea="paths",
        ),
        Mistake("first-path-only", {" + a + a": ""}).says(
            "You follow only the path through `c * a`.",
            "It is the first one in the formula, and it is complete in itself.",
            "What gives it away: with c = 0, y still moves with a, and your gradient is 0.",
            idea="paths",
        ),
        Mistake("square-counted-once", {"a + a": "a"}).says(
            "You count the product of a with itself as one path.",
            "There is one `*` sign, so it looks like one path.",
            "What gives it away is the size: nudge a = 1 in `a * a` by 0.01 and the product moves by about 0.02. A product has two factors, and each is a path of its own.",
            idea="paths",
        ),
        Mistake("square-only", {"c + ": ""}).says(
            "You follow the paths through `a * a` and drop the one through `c * a`.",
            "If the second term is assigned with `=`, it overwrites the first.",
            "What gives it away: at a = 0 your gradient is 0, although `c * a` moves c times as far as a does.",
            idea="paths",
        ),
        Mistake("paths-multiplied", {"c + a + a": "c * 2 * a"}).says(
            "You multiply what comes along the different paths.",
            "The chain rule multiplies, so it seems to be right here too.",
            "What gives it away: at c = 0 one path is dead, and in your result it kills the others. Factors multiply along *one* path.",
            idea="paths",
        ),
        Mistake("no-upstream", {"upstream * ": ""}).says(
            "You return the derivative of y, without what arrives at y.",
            "It is right when the upstream gradient is 1.",
            "What gives it away: your result does not change when `upstream` does.",
            idea="upstream",
        ),
        Mistake("value-instead", {"c + a + a": "c * a + a * a"}).says(
            "You multiply the upstream gradient by the value of y.",
            "The formula of y stands right there.",
            "What gives it away: at a = 0 you get 0, although y moves with a there. What is asked is how y moves, not where it is.",
            idea="upstream",
        ),
        Mistake("brackets-forgotten", {"(c + a + a)": "c + a + a"}).says(
            "Only one of the paths is multiplied by what arrives.",
            "Without brackets the line still reads like `upstream times everything`.",
            "What gives it away: with an `upstream` of 0 nothing after y matters, and your gradient is still not 0.",
            idea="brackets",
        ),
        Mistake("uses-counted", {"c + a + a": "1 + 1 + 1"}).says(
            "You hand out three copies of the upstream gradient.",
            "a is used three times, and a sum does give a copy to each of its parts.",
            "What gives it away: your result does not change when `c` does, although c decides how far `c * a` moves.",
            idea="paths",
        ),
    ),
    hints=(
        "Count the places where a stands in the formula of y.",
        "Each place is a path with a local derivative of its own: the other factor.",
        "There are three paths. Movements that happen at the same time add up. What arrives from outside multiplies the whole sum.",
    ),
    notice="Notice that a product of a number with itself is no special case. It is a product with two factors that happen to be the same number.",
)


# --- neuron-backward ---


def _backward(x, w, b, upstream):
    z = x[0] * w[0] + x[1] * w[1] + x[2] * w[2] + b
    dz = upstream if z > 0 else 0.0
    dx = [dz * w[k] for k in range(3)]
    dw = [dz * x[k] for k in range(3)]
    return dx, dw, dz


def _backward_cases(rng):
    """Open, closed, either of them because of the bias alone, and z = 0.

    Where z is close to 0, each product and the bias decide about the gate.
    """
    near = []
    for z in (0.05, -0.05) * 3:
        x, w, (upstream,) = _lists(rng, 3, 3, 1)
        near.append((x, w, round(z - float(np.dot(x, w)), 4), upstream))
    x, upstream = _numbers(rng), _numbers(rng)
    return [
        *near,
        (x, x, -20.0, upstream[0]),
        (x, x, 0.5, upstream[1]),
        (x, [-v for v in x], 20.0, upstream[1]),
        ([1.0, -2.0, 3.0], [1.0, 2.0, 1.0], 0.0, upstream[2]),
    ]


def _gate_per_product(x, w, b, upstream):
    d = [upstream if x[k] * w[k] > 0 else 0.0 for k in range(3)]
    dx, dw = _products(x, w, d)
    return dx, dw, upstream if b > 0 else 0.0


BACKWARD = Exercise(
    name="neuron-backward",
    title="all seven gradients of a neuron",
    reference=_backward,
    cases=_backward_cases,
    parts=("dx", "dw", "db"),
    numeric=lambda x, w, b, upstream: gradients_of(
        lambda x, w, b: upstream * np.maximum((x * w).sum() + b, 0), x, w, b
    ),
    variants=(
        Variant(
            edited(_backward, {"z > 0": "z >= 0"}),
            AT_THE_CORNER,
        ),
    ),
    mistakes=(
        Mistake("gate-forgotten", {" if z > 0 else 0.0": ""}).says(
            "You walk back through the products and the sum, but not through the ReLU.",
            "In the chapter's example the gate is open, and then nothing is missing.",
            "What gives it away: with a bias of -20 the output is 0 and stays 0, and your gradients say that it moves.",
            idea="gate",
        ),
        Mistake("no-upstream", {"upstream": "1.0"}).says(
            "You start with 1, and not with `upstream`.",
            "The chapter starts with 1, because its neuron stands alone.",
            "What gives it away: your result does not change when `upstream` does.",
            idea="upstream",
        ),
        Mistake("own-factor", {"w[k]": "x[k]", "x[k]": "w[k]"}).says(
            "The gradients of x and of w are exchanged: either the two results are in the wrong order, or each product multiplies by the number itself.",
            "The names match so well: x with x, w with w.",
            "What gives it away: if a weight is 0, its input changes nothing, and yours is not 0 there.",
            idea="other-factor",
        ),
        Mistake("gate-per-product", _gate_per_product).says(
            "You give each product a gate of its own.",
            "ReLU keeps the positive numbers, and some products are negative.",
            "What gives it away: a negative product still moves z, and the only gate stands behind the sum.",
            idea="gate",
        ),
        RELU.again("gate-inverted", {"z > 0": "z <= 0"}),
        RELU.again("gate-turned", {"z > 0": "z < 0"}),
        Mistake("gate-without-bias", {" + b": ""}).says(
            "Your gate looks at the sum of the products, without the bias.",
            "The bias has no input, so it is easily left out.",
            "What gives it away: a bias of -20 closes the neuron, and your gate is still open.",
            idea="gate",
        ),
        Mistake("bias-is-constant", {"dw, dz": "dw, 0.0"}).says(
            "You say that the bias has no gradient.",
            "A constant has the derivative 0, and the bias looks like one.",
            "What gives it away: nudge the bias of an open neuron, and the output moves. The bias is a part of the sum like any other.",
            idea="summand",
        ),
        Mistake("bias-times-itself", {"dw, dz": "dw, dz * b"}).says(
            "You multiply the gradient of the bias by the bias.",
            "The weights are multiplied by something, so the bias seems to need a factor too.",
            "What gives it away: with a bias of 0 you say that it does not matter. A sum hands out copies, whatever its parts are.",
            idea="summand",
        ),
        Mistake("bias-past-the-gate", {"dw, dz": "dw, upstream"}).says(
            "The gradient of the bias is what arrives at y, and not what came through the ReLU.",
            "The bias has no factor, so nothing seems to stand between it and y.",
            "What gives it away: with a bias of -20 the output is 0 and stays 0, and your `db` says that it moves.",
            idea="summand",
        ),
        Mistake("bias-is-one", {"dw, dz": "dw, 1.0"}).says(
            "You give the bias its local derivative: 1.",
            "It is true that z moves just as far as the bias does.",
            "What gives it away: your `db` does not change when `upstream` does.",
            idea="summand",
        ),
        RELU.again("times-output", {"upstream if": "upstream * z if"}),
        RELU.again("gate-on-upstream", {"z > 0": "upstream > 0"}),
    ),
    hints=(
        "Go from the output to the inputs. What comes first on the way back?",
        "Compute z again, bias included. It decides whether anything gets through the gate.",
        "Behind the gate there is one number. The sum copies it to the bias and to all three products. Then each product swaps.",
    ),
    notice="Notice that one number, the gradient of z, is all that weights, inputs and bias need. In chapter 2 it becomes a matrix.",
)


# --- step ---


def _step(w, gradient, rate):
    return [w[k] - rate * gradient[k] for k in range(len(w))]


STEP = Exercise(
    name="step",
    title="one step downhill",
    reference=_step,
    cases=lambda rng: [
        (*_lists(rng, 3, 3), 0.01),
        (*_lists(rng, 4, 4), 0.1),
        (*_lists(rng, 1, 1), 0.5),
        ([1.0, 0.0], [0.0, 3.0], 0.1),
    ],
    parts=("new_w",),
    mistakes=(
        Mistake("uphill", {"w[k] -": "w[k] +"}).says(
            "You add the step, so you walk uphill.",
            "A negative gradient invites it: why subtract what is negative already?",
            "What gives it away is the sign: a positive gradient says that y rises with w. To lower y, this w must become smaller.",
            idea="sign-of-step",
        ),
        Mistake("rate-forgotten", {"rate * ": ""}).says(
            "You take the whole gradient as the step.",
            "The direction is right, and so it looks done.",
            "What gives it away: your result does not change when `rate` does. A gradient is only true for small movements.",
            idea="step",
        ),
        Mistake("only-the-step", {"w[k] - ": "-"}).says(
            "You return the step, and not the place where it ends.",
            "The step is the interesting part.",
            "What gives it away: with a gradient of 0 nothing should change, and yours jumps to 0.",
            idea="step",
        ),
        Mistake("three-steps", {"rate": "3 * rate"}).says(
            "You took three steps, and not one.",
            "The notes have the same numbers: a cell that changes `w` was run three times, and nothing on the page shows it.",
            "What gives it away is the size: the movement is three times `rate` times the gradient.",
            idea="step",
        ),
        Mistake("shrinks-w", {"gradient[k]": "w[k]"}).says(
            "You subtract a part of w itself. The gradient does not occur.",
            "It is one letter away.",
            "What gives it away: your result does not change when `gradient` does.",
            idea="step",
        ),
        Mistake(
            "divided-by-rate", {"rate * gradient[k]": "gradient[k] / rate"}
        ).says(
            "You divide by the learning rate.",
            "A rate sounds like something to divide by.",
            "What gives it away: a *smaller* rate gives you a larger step.",
            idea="step",
        ),
        Mistake("sign-only", {"gradient[k]": "np.sign(gradient[k])"}).says(
            "You use the sign of the gradient and not its size.",
            "The sign alone says which way is down.",
            "What gives it away: all numbers move equally far. Where y reacts strongly, the step should be longer.",
            idea="step",
        ),
        Mistake("only-the-product", {"w[k] - ": ""}).says(
            "You return rate times gradient, which is how far to go.",
            "It is the only thing here that has to be computed.",
            "What gives it away: your result does not change when `w` does. Where does the step start?",
            idea="step",
        ),
    ),
    hints=(
        "A positive gradient means: y rises with this number. Which way does the number have to go?",
        "The step is the gradient, made smaller by the learning rate.",
        "New is old, moved by rate times gradient, in the direction that lowers y. Do it for each entry.",
    ),
    notice="Notice that your function returns a new list. The old one is still there, so running the cell twice does not take two steps.",
)

EXERCISES = (NUDGE, RELU, PRODUCTS, FORK, BACKWARD, STEP)
