"""The exercises of chapter 2: a layer of neurons, for a batch.

The sizes differ on purpose, 4 samples, 2 inputs and 3 neurons, so that a wrong
transpose shows in the shape. A square case comes with them: there, every shape
fits, and only the numbers tell.
"""

from __future__ import annotations

import numpy as np

from nnfs_course.exercises.cases import normal
from nnfs_course.exercises.edits import edited
from nnfs_course.exercises.exercise import Exercise, Mistake, Variant
from nnfs_course.exercises.numeric import gradients_of

# N, I, O. A one for each of them, and a case where all are one.
SIZES = ((4, 2, 3), (3, 3, 3), (1, 2, 4), (5, 1, 2), (2, 3, 1), (1, 1, 1))


# --- dense-dinputs ---


def _dinputs(dvalues, weights):
    return dvalues @ weights.T


DINPUTS = Exercise(
    name="dense-dinputs",
    title="the gradient of a layer's inputs",
    reference=_dinputs,
    cases=lambda rng: [
        (normal(rng, n, o), normal(rng, i, o)) for n, i, o in SIZES
    ],
    parts=("dinputs",),
    numeric=lambda dvalues, weights: gradients_of(
        lambda inputs: (dvalues * (inputs @ weights)).sum(),
        np.zeros((len(dvalues), len(weights))),
    )[0],
    samples=lambda dvalues, weights: len(dvalues),
    mistakes=(
        Mistake("not-transposed", {".T": ""}).says(
            "You multiply by the weights as they are.",
            "Forward is a product with the weights, so backward looks like the same product.",
            "What gives it away is the shape: a row of `dvalues` has an entry for each neuron, and a column of `weights` has one for each input. With as many inputs as neurons it runs, and adds up the wrong pairs.",
            idea="transpose",
        ),
        Mistake(
            "result-transposed", {"dvalues @ weights.T": "weights @ dvalues.T"}
        ).says(
            "Your sums are right, and your result lies on its side.",
            "With samples as columns, as in many textbooks, this would be right.",
            "What gives it away is the shape: inputs are columns here and samples rows, and yours has it the other way around.",
            idea="transpose",
        ),
        Mistake("entry-by-entry", {"@ weights.T": "* weights"}).says(
            "You multiply entry by entry.",
            "`*` is multiplication, and for one number it is right.",
            "What gives it away is the shape: nothing is added up, so nothing can go from neurons to inputs. Where the shapes fit, it runs, and each entry of the result has met one product only.",
            idea="sum-of-products",
        ),
        Mistake(
            "last-neuron-only",
            {"dvalues": "dvalues[:, -1:]", "weights": "weights[:, -1:]"},
        ).says(
            "Only the last neuron is left in your result.",
            "In a loop over the neurons, `=` looks as good as `+=`. Each round then throws away what the rounds before have found.",
            "What gives it away: your result does not change when the first column of `dvalues` does.",
            idea="sum-of-products",
        ),
        Mistake(
            "summed-too-early",
            lambda d, w: d.sum(axis=1, keepdims=True) * w.sum(axis=1),
        ).says(
            "You add up the neurons first, and multiply then.",
            "Both sums and the product are needed, and the shape is right.",
            "What gives it away is who meets whom: the gradient of neuron 0 meets the weights of neuron 1, and these two have nothing to do with each other.",
            idea="sum-of-products",
        ),
        Mistake(
            "first-neuron-only",
            {"dvalues @ weights.T": "dvalues[:, :1] * weights.sum(axis=1)"},
        ).says(
            "You multiply every weight by the upstream gradient of neuron 0.",
            "The notes do this. With an upstream gradient of ones it gives the right numbers.",
            "What gives it away: your result does not change when the last column of `dvalues` does.",
            idea="own-upstream",
        ),
        Mistake("ones-upstream", {"dvalues": "np.ones_like(dvalues)"}).says(
            "You add up the weights of each input. `dvalues` does not occur.",
            "With an upstream gradient of ones there is no difference.",
            "What gives it away: all your rows are equal, although each sample gets a gradient of its own.",
            idea="upstream",
        ),
        Mistake("averaged-over-neurons", {".T": ".T / weights.shape[1]"}).says(
            "You take the mean over the neurons.",
            "A mean keeps numbers small, and there are several neurons.",
            "What gives it away is the size: if a second neuron is added, the first one does not pull any less at its input.",
            idea="sum-of-products",
        ),
        Mistake("averaged-over-samples", {".T": ".T / len(dvalues)"}).says(
            "You divide by the number of samples.",
            "The loss is a mean over the samples, so a 1/N has to come in.",
            "What gives it away is the size: everything is N times too small. The 1/N enters once, in the loss, and is already in `dvalues`.",
            idea="one-over-n",
        ),
        Mistake(
            "summed-over-samples",
            {"dvalues": "dvalues.sum(axis=0, keepdims=True)"},
        ).says(
            "You add up the samples.",
            "For the weights and the biases one really does.",
            "What gives it away is the shape: there is one row left. Each sample has inputs of its own, so each has a gradient of its own.",
            idea="samples-apart",
        ),
        Mistake(
            "column-order", {"dvalues @ weights.T": "weights.T @ dvalues"}
        ).says(
            "The transpose is there, but the factors stand in the other order.",
            "Textbooks write it like this, where a sample is a column.",
            "What gives it away: here a sample is a row, so the first factor must have samples as rows.",
            idea="transpose",
        ),
    ),
    hints=(
        "Write down the shape that `dinputs` must have: that of `inputs`.",
        "Take one entry. Input i of sample n feeds every neuron. What does it get back from neuron k?",
        "Each entry is a sum over the neurons, along a row of `dvalues` and along a row of `weights`. Which product of matrices runs along rows of both?",
    ),
    notice="Notice that `inputs` does not occur. Where the inputs are has no influence on how strongly they are felt: the weights alone decide.",
)


# --- dense-dweights ---


def _dweights(inputs, dvalues):
    return inputs.T @ dvalues


DWEIGHTS = Exercise(
    name="dense-dweights",
    title="the gradient of a layer's weights",
    reference=_dweights,
    cases=lambda rng: [
        (normal(rng, n, i), normal(rng, n, o)) for n, i, o in SIZES
    ],
    parts=("dweights",),
    numeric=lambda inputs, dvalues: gradients_of(
        lambda weights: (dvalues * (inputs @ weights)).sum(),
        np.zeros((inputs.shape[1], dvalues.shape[1])),
    )[0],
    samples=lambda inputs, dvalues: len(inputs),
    mistakes=(
        Mistake(
            "result-transposed", {"inputs.T @ dvalues": "dvalues.T @ inputs"}
        ).says(
            "Your sums are right, and your result lies on its side.",
            "It has a row for each neuron, and a neuron feels like a thing that should have a row.",
            "What gives it away is the shape: in this course a neuron is a column of `weights`, and a gradient has the shape of what it belongs to. Where inputs and neurons are equally many, only the numbers show it.",
            idea="transpose",
        ),
        Mistake("entry-by-entry", {".T @": " *"}).says(
            "You multiply entry by entry.",
            "`*` is multiplication, and for one number it is right.",
            "What gives it away is the shape: nothing is added up, so nothing can go from samples to weights. Where the shapes fit, it runs, and each entry of the result has met one product only.",
            idea="sum-of-products",
        ),
        Mistake(
            "first-sample-only",
            {"inputs": "inputs[:1]", "dvalues": "dvalues[:1]"},
        ).says(
            "Only the first sample counts.",
            "In a loop over the samples, a `return` that is indented too far ends it in the first round.",
            "What gives it away: your result does not change when the last sample does.",
            idea="sum-over-batch",
        ),
        Mistake(
            "samples-not-summed", {"inputs.T @ dvalues": "inputs @ dvalues.T"}
        ).says(
            "You multiply rows of `inputs` with rows of `dvalues`.",
            "It looks like the formula for `dinputs`.",
            "What gives it away is the shape: there would be a row and a column for each sample. The samples should have been added up.",
            idea="transpose",
        ),
        Mistake("not-transposed", {".T": ""}).says(
            "You multiply the inputs by `dvalues` as they are.",
            "Both are there, and with as many samples as features the shapes fit.",
            "What gives it away is which numbers meet: a sample's gradient must meet inputs of the same sample.",
            idea="transpose",
        ),
        Mistake("divided-by-n", {"@ dvalues": "@ dvalues / len(inputs)"}).says(
            "You divide by the number of samples.",
            "A mean keeps numbers small, and many books divide at this place.",
            "What gives it away is the size: everything is N times too small. Each sample's share counts in full, backward only adds. If a loss divides by N, then `dvalues` brings that along.",
            idea="sum-over-batch",
        ),
        Mistake(
            "last-sample-only",
            {"inputs": "inputs[-1:]", "dvalues": "dvalues[-1:]"},
        ).says(
            "Only the last sample counts.",
            "This is what a loop over samples gives, with `=` where `+=` belongs.",
            "What gives it away: your result does not change when the first sample does.",
            idea="sum-over-batch",
        ),
        Mistake(
            "summed-too-early",
            lambda x, d: np.outer(x.sum(axis=0), d.sum(axis=0)),
        ).says(
            "You add up the samples first, and multiply then.",
            "Both sums and the product are needed, and the shape is right.",
            "What gives it away is who meets whom: sample 0's input meets sample 1's gradient, and these two have nothing to do with each other.",
            idea="sum-of-products",
        ),
        Mistake("local-only", {"dvalues": "np.ones_like(dvalues)"}).says(
            "You add up the inputs. `dvalues` does not occur.",
            "The local derivative of a weight is its input, and with ones upstream this is all.",
            "What gives it away: all your columns are equal, although each neuron has a gradient of its own.",
            idea="upstream",
        ),
        Mistake(
            "column-order", {"inputs.T @ dvalues": "dvalues @ inputs.T"}
        ).says(
            "The transpose is there, but the factors stand in the other order.",
            "Textbooks write it like this, where a sample is a column.",
            "What gives it away: the sum has to run over the samples, and yours runs over neurons and features.",
            idea="transpose",
        ),
    ),
    hints=(
        "Write down the shape that `dweights` must have: that of `weights`.",
        "Take one weight, from input i to neuron k. It is used once for each sample. What does sample n contribute?",
        "Each entry is a sum over the samples, down a column of `inputs` and down a column of `dvalues`. A product of matrices runs along a row of its first factor.",
    ),
    notice="Notice that the sum over the samples is hidden in the product. A weight is a fork: every sample uses it.",
)


# --- dense-dbiases ---


def _dbiases(dvalues):
    return dvalues.sum(axis=0, keepdims=True)


DBIASES = Exercise(
    name="dense-dbiases",
    title="the gradient of a layer's biases",
    reference=_dbiases,
    cases=lambda rng: [(normal(rng, n, o),) for n, _, o in SIZES],
    parts=("dbiases",),
    numeric=lambda dvalues: gradients_of(
        lambda biases: (dvalues * biases).sum(),
        np.zeros((1, dvalues.shape[1])),
    )[0],
    samples=len,
    mistakes=(
        Mistake("wrong-axis", {"axis=0": "axis=1"}).says(
            "You add along the rows: over the neurons.",
            "The notes' full program does it too. Which axis is which is hard to remember.",
            "What gives it away is the shape: one number for each sample. A bias belongs to a neuron.",
            idea="axis",
        ),
        Mistake("wrong-axis-flat", {"axis=0, keepdims=True": "axis=1"}).says(
            "You add along the rows: over the neurons.",
            "The notes' full program does it too. Which axis is which is hard to remember.",
            "What gives it away is the number of entries: one for each sample. A bias belongs to a neuron.",
            idea="axis",
        ),
        Mistake("flat", {", keepdims=True": ""}).says(
            "The numbers are right, and the shape is flat.",
            "A flat array is what the sum gives if nobody asks for more.",
            "What gives it away: `biases` has the shape (1, neurons), and a gradient has the shape of what it belongs to. NumPy has an option that keeps the dimension.",
            idea="keepdims",
        ),
        Mistake("not-summed", {".sum(axis=0, keepdims=True)": ""}).says(
            "You return `dvalues` as it is.",
            "The local derivative of a bias is 1, so nothing seems to happen.",
            "What gives it away is the shape: a row for each sample. There is one bias for all of them. And `biases - rate * dbiases` would quietly grow to that shape.",
            idea="sum-over-batch",
        ),
        Mistake("mean", {"sum": "mean"}).says(
            "You take the mean over the samples.",
            "A mean keeps numbers small, whatever the size of the batch.",
            "What gives it away is the size: everything is N times too small. Each sample's share counts in full. If a loss divides by N, then `dvalues` brings that along.",
            idea="sum-over-batch",
        ),
        Mistake("one-number", {"axis=0, keepdims=True": ""}).says(
            "You add up everything into one number.",
            "In the neuron of chapter 1 the bias was one number.",
            "What gives it away is the shape: each neuron has a bias of its own.",
            idea="axis",
        ),
        Mistake(
            "last-sample-only", {".sum(axis=0, keepdims=True)": "[-1:]"}
        ).says(
            "Only the last sample counts.",
            "This is what a loop over samples gives, with `=` where `+=` belongs. The shape is right.",
            "What gives it away: your result does not change when the first sample does.",
            idea="sum-over-batch",
        ),
        Mistake(
            "on-its-side",
            {"sum(axis=0, keepdims=True)": "sum(axis=0)[:, None]"},
        ).says(
            "The numbers are right, and they stand in a column.",
            "In many textbooks the biases are a column.",
            "What gives it away is the shape: `biases` is a row here, (1, neurons), and a gradient has the shape of what it belongs to.",
            idea="keepdims",
        ),
        Mistake(
            "local-only", {"dvalues.sum": "np.ones_like(dvalues).mean"}
        ).says(
            "You return the local derivative: 1 for each neuron.",
            "It is true that an output moves just as far as its bias does.",
            "What gives it away: `dvalues` does not occur in your result.",
            idea="upstream",
        ),
        Mistake(
            "first-sample-only", {".sum(axis=0, keepdims=True)": "[:1]"}
        ).says(
            "Only the first sample counts.",
            "Its row has the right shape, (1, neurons).",
            "What gives it away: your result does not change when the last sample does.",
            idea="sum-over-batch",
        ),
    ),
    hints=(
        "Write down the shape that `dbiases` must have: that of `biases`, (1, neurons).",
        "A bias is added to every sample. So it is a fork with as many paths as there are samples.",
        "The local derivative is 1, so only the sum is left. Rows are samples: which axis has to disappear, and how does it stay as a 1?",
    ),
    notice="Notice that this is the gradient of a weight whose input is always 1. A bias is nothing else.",
)


# --- relu-mask ---

INVERTED = (
    "Your mask is the wrong way around.",
    "`inputs <= 0` says which entries become 0. As a factor it keeps just these.",
    "What gives it away: a large positive input gets no gradient at all.",
)
AT_THE_CORNER = "Where an input is exactly 0 you let the gradient pass. There is a corner, and both are allowed. This course takes 0 there."


def _mask(inputs, dvalues):
    return dvalues * (inputs > 0)


def _mask_cases(rng):
    """With entries at the corner, and close to it."""
    tried = [(normal(rng, n, o), normal(rng, n, o)) for n, _, o in SIZES]
    inputs = np.array([[0.0, -1.0, 0.1, -0.1, 1.0, 0.0]])
    return [*tried, (inputs, normal(rng, 1, 6))]


MASK = Exercise(
    name="relu-mask",
    title="ReLU's backward pass for a batch",
    reference=_mask,
    cases=_mask_cases,
    parts=("dinputs",),
    numeric=lambda inputs, dvalues: gradients_of(
        lambda x: (dvalues * np.maximum(x, 0)).sum(), inputs
    )[0],
    samples=lambda inputs, dvalues: len(inputs),
    variants=(
        Variant(
            edited(_mask, {"inputs > 0": "inputs >= 0"}),
            AT_THE_CORNER,
        ),
    ),
    mistakes=(
        Mistake("mask-only", {"dvalues": "1.0"}).says(
            "You return the mask: ones and zeros.",
            "That is the local derivative, and with ones upstream it is all.",
            "What gives it away: `dvalues` does not occur in your result.",
            idea="mask",
        ),
        Mistake("mask-from-dvalues", {"inputs": "dvalues"}).says(
            "Your mask looks at the signs of `dvalues`.",
            "ReLU keeps what is positive, so it seems to do the same to the gradient.",
            "What gives it away: no entry of your result is negative. But a gate that was open lets a negative gradient through too.",
            idea="mask",
        ),
        Mistake("times-outputs", {"dvalues": "dvalues * inputs"}).says(
            "You multiply `dvalues` by the outputs of the ReLU.",
            "The zeros come out in the right places, so it looks right.",
            "What gives it away: double the inputs, and your gradient doubles. The slope of ReLU does not.",
            idea="mask",
        ),
        Mistake("outputs-instead", {"dvalues": "inputs"}).says(
            "This is the forward pass again: the outputs of the ReLU, and nothing of `dvalues`.",
            "The notes do this. It is the gradient of half the sum of the squared outputs, which is another function.",
            "What gives it away: your result does not change when `dvalues` does.",
            idea="mask",
        ),
        Mistake("forgotten", {" * (inputs > 0)": ""}).says(
            "You hand `dvalues` on as it is.",
            "It is right for every open gate.",
            "What gives it away: where an input is negative, the output is 0 and stays 0, and your gradient says that it moves.",
            idea="mask",
        ),
        Mistake("brackets-forgotten", {"(inputs > 0)": "inputs > 0"}).says(
            "You compare the product with 0, and not `inputs` alone.",
            "`dvalues * inputs > 0` reads like `dvalues` times a mask.",
            "What gives it away: True and False come out, and no gradient. `*` binds tighter than `>`, so the product is computed first.",
            idea="brackets",
        ),
        Mistake("inverted", {"> 0": "<= 0"}).says(*INVERTED, idea="mask"),
        Mistake("turned", {"> 0": "< 0"}).says(*INVERTED, idea="mask"),
        Mistake("whole-numbers", {"dvalues": "dvalues.astype(int)"}).says(
            "Your result was stored as whole numbers, so the decimals are gone.",
            "With the notes' upstream gradients, 1, 2 and 3, nothing is lost.",
            "What gives it away: every entry is whole, although `dvalues` has decimals. An array made with `dtype=int`, or like one of whole numbers, cuts off what is put into it.",
            idea="dtype",
        ),
        Mistake("closed-left-out", {" * (inputs > 0)": "[inputs > 0]"}).says(
            "You return only the entries where the gate was open, in one row.",
            "A mask in square brackets picks what is wanted, and the rest is 0 anyway.",
            "What gives it away is the shape: a gradient has an entry for each input, also where it is 0.",
            idea="boolean-index",
        ),
    ),
    hints=(
        "Which entries of the output move when their input moves a little?",
        "The local derivative is 1 or 0 for each entry. `inputs > 0` says which.",
        "Upstream times local derivative, entry by entry: keep an entry of `dvalues` where the gate was open, and put 0 elsewhere, in a new array.",
    ),
    notice="Notice that the outputs would do as well as the inputs: they are above 0 in the same places. Many programs keep only them.",
)


# --- layer-backward ---


def _layer(inputs, weights, biases, dvalues):
    z = inputs @ weights + biases
    dz = dvalues * (z > 0)
    dinputs = dz @ weights.T
    dweights = inputs.T @ dz
    dbiases = dz.sum(axis=0, keepdims=True)
    return dinputs, dweights, dbiases


REVERSED = (
    "Your mask lets through what it should stop, and stops the rest.",
    "One sets to 0 where the condition holds, or keeps where it holds. The same comparison serves both, and they are easily mixed up.",
    "What gives it away: a neuron that fires for every sample gets a gradient of zeros.",
)


def _layer_cases(rng):
    """Biases that decide some gates, a silent neuron, and a z of 0."""

    def case(n, i, o):
        shapes = (n, i), (i, o), (1, o), (n, o)
        return tuple(normal(rng, *shape) for shape in shapes)

    inputs, weights, biases, dvalues = case(8, 3, 5)
    biases[0, -1] = -30  # no sample gets above 0
    corner = np.array([[1.0], [2.0]]), np.array([[1.0, -1.0]])
    return [
        *(case(*sizes) for sizes in SIZES),
        (inputs, weights, 2 * biases, dvalues),
        (*corner, np.array([[-1.0, 0.0]]), normal(rng, 2, 2)),
    ]


LAYER = Exercise(
    name="layer-backward",
    title="a dense layer and its ReLU, backwards",
    reference=_layer,
    cases=_layer_cases,
    parts=("dinputs", "dweights", "dbiases"),
    numeric=lambda inputs, weights, biases, dvalues: gradients_of(
        lambda x, w, b: (dvalues * np.maximum(x @ w + b, 0)).sum(),
        inputs,
        weights,
        biases,
    ),
    samples=lambda inputs, weights, biases, dvalues: len(inputs),
    variants=(Variant(edited(_layer, {"z > 0": "z >= 0"}), AT_THE_CORNER),),
    mistakes=(
        Mistake("relu-skipped", {" * (z > 0)": ""}).says(
            "You give `dvalues` to the dense layer directly. The ReLU is left out.",
            "The notes do this: their layer receives `dvalues` and not what the ReLU hands on. Nothing stops you, the shapes are equal.",
            "What gives it away: a neuron that was silent for every sample still gets a gradient.",
            idea="chain-order",
        ),
        Mistake(
            "in-another-order", {"dinputs, dweights": "dweights, dinputs"}
        ).says(
            "Your arrays are right, and two of them have changed places.",
            "Weights are what one wants to train, so their gradient comes to mind first.",
            "What gives it away are the shapes, unless there are as many samples as inputs and neurons. The text says what comes first.",
            idea="result-order",
        ),
        Mistake("outputs-instead", {"dvalues": "z"}).says(
            "You start from the outputs of the ReLU, and not from `dvalues`.",
            "The notes do this. It is the gradient of half the sum of the squared outputs, which is another function.",
            "What gives it away: your result does not change when `dvalues` does.",
            idea="upstream",
        ),
        Mistake("mask-from-dvalues", {"z > 0": "dvalues > 0"}).says(
            "Your mask looks at the signs of `dvalues`.",
            "ReLU keeps what is positive, so it seems to do the same to the gradient.",
            "What gives it away: multiply `dvalues` by -1. All gradients should change their sign and nothing else, and yours do more.",
            idea="mask",
        ),
        Mistake("gate-without-bias", {" + biases": ""}).says(
            "Your mask is made from the products alone, without the biases.",
            "The biases seem to have no part in a product of matrices.",
            "What gives it away: a large bias opens every gate of its neuron, and yours stay as they were.",
            idea="mask",
        ),
        Mistake("mask-reversed", {"> 0": "<= 0"}).says(*REVERSED, idea="mask"),
        Mistake("mask-turned", {"> 0": "< 0"}).says(*REVERSED, idea="mask"),
        Mistake("mask-alone", {"dvalues": "1.0"}).says(
            "You go on with the mask itself, of zeros and ones.",
            "The slope of ReLU is 0 or 1, and that is what was asked of it.",
            "What gives it away: your result does not change when `dvalues` does. A slope alone is not yet a gradient of the loss.",
            idea="mask",
        ),
        Mistake("mask-for-biases-forgotten", {"dz.sum": "dvalues.sum"}).says(
            "`dbiases` adds up `dvalues` and not what came through the ReLU.",
            "The formula for biases says `dvalues`, and there are two arrays of this name: before and after the ReLU.",
            "What gives it away: a neuron that was silent for every sample still gets a gradient for its bias.",
            idea="chain-order",
        ),
        Mistake(
            "divided-by-n",
            {".T @ dz": ".T @ dz / len(dz)", "dz.sum": "dz.mean"},
        ).says(
            "You divide the gradients of weights and biases by the number of samples.",
            "Many books do, because they leave the 1/N out of the loss.",
            "What gives it away is the size: both are N times too small, and `dinputs` is right. Here the 1/N is in `dvalues` already.",
            idea="sum-over-batch",
        ),
        Mistake(
            "biases-summed-over-neurons", {"axis=0, keepdims=True": "axis=1"}
        ).says(
            "For the biases you add along the rows: over the neurons.",
            "The notes' full program has this axis.",
            "What gives it away is the shape: one number for each sample. A bias belongs to a neuron.",
            idea="axis",
        ),
        Mistake(
            "wrong-order",
            {
                " * (z > 0)": "",
                "dz @ weights.T": "dz @ weights.T * (inputs > 0)",
            },
        ).says(
            "You undo the dense layer first, and use the gate on what comes out of it, by the signs of `inputs`.",
            "Dense, then ReLU: that is the order of the way forward.",
            "What gives it away: a neuron that was silent for every sample still gets gradients for its weights and its bias.",
            idea="chain-order",
        ),
        Mistake("mask-for-weights-forgotten", {".T @ dz": ".T @ dvalues"}).says(
            "`dweights` is made of `dvalues` and not of what came through the ReLU.",
            "The formula for weights says `dvalues`, and there are two arrays of this name: before and after the ReLU.",
            "What gives it away: a neuron that was silent for every sample still gets a gradient for its weights.",
            idea="chain-order",
        ),
        Mistake("times-outputs", {"dvalues": "dvalues * z"}).says(
            "You multiply `dvalues` by the outputs of the ReLU.",
            "The zeros come out in the right places, so it looks right.",
            "What gives it away: make all biases larger, and the gradients grow. The slope of ReLU does not.",
            idea="mask",
        ),
        DINPUTS.again("not-transposed", {"weights.T": "weights"}, "dinputs"),
        DWEIGHTS.again("not-transposed", {"inputs.T": "inputs"}, "dweights"),
        DWEIGHTS.again(
            "result-transposed", {"inputs.T @ dz": "dz.T @ inputs"}, "dweights"
        ),
        DBIASES.again("flat", {", keepdims=True": ""}, "dbiases"),
        DBIASES.again("mean", {"dz.sum": "dz.mean"}, "dbiases"),
        DBIASES.again("wrong-axis", {"axis=0": "axis=1"}, "dbiases"),
    ),
    hints=(
        "Two things happened on the way forward: dense, then ReLU. In which order do you undo them?",
        "First compute what the ReLU hands on. From then on, that array takes the place of `dvalues`.",
        "You have written all four pieces already: `relu-mask`, `dense-dinputs`, `dense-dweights`, `dense-dbiases`. Put them in line.",
    ),
    notice="Notice that the dense layer never learns that there was a ReLU. It gets a gradient and asks no questions. So layers can be put together in any order.",
)


# --- square-layer: every shape fits ---


def _square_given(inputs, weights, dvalues):
    dinputs = dvalues @ weights
    dweights = dvalues.T @ inputs
    return dinputs, dweights


def _square(inputs, weights, dvalues):
    dinputs = dvalues @ weights.T
    dweights = inputs.T @ dvalues
    return dinputs, dweights


SQUARE = Exercise(
    name="square-layer",
    title="shapes fit, numbers are wrong: repair it",
    reference=_square,
    cases=lambda rng: [
        tuple(normal(rng, size, size) for _ in range(3)) for size in (3, 3, 4)
    ],
    parts=("dinputs", "dweights"),
    numeric=lambda inputs, weights, dvalues: gradients_of(
        lambda x, w: (dvalues * (x @ w)).sum(), inputs, weights
    ),
    unchanged=_square_given,
    mistakes=(
        Mistake(
            "dweights-still-wrong", {"inputs.T @ dvalues": "dvalues.T @ inputs"}
        ).says(
            "`dinputs` is repaired. `dweights` is still the code you were given: it lies on its side.",
            "Its sums run over the samples, as they should.",
            "What gives it away: entry [0, 1] belongs to input 0 and neuron 1. In yours it is made of input 1 and neuron 0.",
            idea="transpose",
        ),
        Mistake("dinputs-still-wrong", {"weights.T": "weights"}).says(
            "`dweights` is repaired. `dinputs` is still the code you were given.",
            "The forward pass multiplies by the weights just like this.",
            "What gives it away: it pairs columns of `dvalues`, which are neurons, with rows of `weights`, which are inputs.",
            idea="transpose",
        ),
        Mistake(
            "in-another-order", {"dinputs, dweights": "dweights, dinputs"}
        ).says(
            "Your arrays are right, and they have changed places.",
            "Weights are what one wants to train, so their gradient comes to mind first.",
            "What gives it away: in a square case nothing but the numbers. The last line of the function says what comes first.",
            idea="result-order",
        ),
        Mistake(
            "elementwise",
            {"@ weights.T": "* weights", ".T @ dvalues": " * dvalues"},
        ).says(
            "You multiply entry by entry.",
            "The chain rule multiplies, and `*` multiplies.",
            "What gives it away: nothing is added up. With sizes that differ, the shapes would not fit.",
            idea="sum-of-products",
        ),
        Mistake(
            "wrong-side",
            {
                "dvalues @ weights.T": "weights.T @ dvalues",
                "inputs.T @ dvalues": "dvalues @ inputs.T",
            },
        ).says(
            "The transposes are there, but the factors stand in the wrong order.",
            "A product of numbers does not mind the order. A product of matrices does.",
            "What gives it away: the first index of `dinputs` is a sample, so its first factor must have samples as rows.",
            idea="transpose",
        ),
        Mistake(
            "both-transposed",
            {
                "dvalues @ weights.T": "weights @ dvalues.T",
                "inputs.T @ dvalues": "dvalues.T @ inputs",
            },
        ).says(
            "Your sums are right, and both results lie on their sides.",
            "Written for columns, as in many textbooks, this is right.",
            "What gives it away: row 0 of `dinputs` should be about sample 0. Change sample 1 of `dvalues`, and your row 0 moves.",
            idea="transpose",
        ),
        Mistake("not-transposed", {".T": ""}).says(
            "There is no transpose at all.",
            "With three of everything, nothing complains.",
            "What gives it away is which numbers meet: a sample's gradient must meet inputs of the same sample.",
            idea="transpose",
        ),
        DINPUTS.again(
            "column-order",
            {"dvalues @ weights.T": "weights.T @ dvalues"},
            "dinputs",
        ),
        DWEIGHTS.again(
            "column-order",
            {"inputs.T @ dvalues": "dvalues @ inputs.T"},
            "dweights",
        ),
        DWEIGHTS.again("not-transposed", {"inputs.T": "inputs"}, "dweights"),
    ),
    hints=(
        "Write down what the rows and columns of each array are: samples, inputs or neurons. Do not look at how many.",
        "In `A @ B`, the columns of A and the rows of B are added up. They must be the same kind of thing.",
        "For `dinputs`, neurons have to disappear in the sum. For `dweights`, samples have to.",
    ),
    notice="Notice that no error and no shape helped you here. With three of everything, only the meaning of rows and columns is left. That is why tests should use sizes that differ.",
)

EXERCISES = (DINPUTS, DWEIGHTS, DBIASES, MASK, LAYER, SQUARE)
