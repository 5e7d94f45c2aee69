"""Mutants of references that compute the same, each with the reason.

A mutant that matches a declared variant (another convention) stands here too.
"""

from __future__ import annotations

# name of the exercise -> {the mutant: why no input can tell it}
EQUIVALENT: dict[str, dict[str, str]] = {
    # chapter 1
    "nudge": {},
    "neuron-relu": {
        "upstream if z > 0 else 0.0 -> upstream if z >= 0 else 0.0": (
            "a variant: at the corner the gradient may pass"
        ),
    },
    "neuron-products": {},
    "fork": {},
    "neuron-backward": {
        "upstream if z > 0 else 0.0 -> upstream if z >= 0 else 0.0": (
            "a variant: at the corner the gradient may pass"
        ),
    },
    "step": {"len(w) -> len(gradient)": "the two lists are equally long"},
    # chapter 2
    "dense-dinputs": {},
    "dense-dweights": {},
    "dense-dbiases": {},
    "relu-mask": {
        "dvalues * (inputs > 0) -> dvalues * (inputs >= 0)": (
            "a variant: at the corner the gradient may pass"
        ),
    },
    "layer-backward": {
        "dvalues * (z > 0) -> dvalues * (z >= 0)": (
            "a variant: at the corner the gradient may pass"
        ),
    },
    "square-layer": {},
    # chapter 3
    "one-hot": {},
    "class-indices": {
        "targets if targets.ndim == 1 else targets.argmax(axis=1) "
        "-> targets if targets.ndim <= 1 else targets.argmax(axis=1)": (
            "targets have one dimension or two, never none"
        ),
    },
    "cross-entropy": {
        "len(p) -> len(targets)": "there is one target for each row of p",
        "np.log(true_p) -> np.log(abs(true_p))": (
            "a probability is never negative"
        ),
    },
    "cross-entropy-gradient": {
        "len(p) -> len(targets)": "there is one target for each row of p",
        "len(p) -> len(y)": "there is one target for each row of p",
    },
    # chapter 4
    "softmax": {
        "e / e.sum(axis=1, keepdims=True) "
        "-> abs(e) / e.sum(axis=1, keepdims=True)": (
            "an exponential is never negative"
        ),
    },
    "softmax-jacobian": {},
    "softmax-backward": {},
    # chapter 5
    "fused-gradient": {
        "len(p) -> len(y)": "both have one row for each sample",
        "len(p) -> len(targets)": "there is one target for each sample",
    },
    "fused-loss": {
        "len(logits) -> len(targets)": "there is one target for each sample"
    },
    "network-backward": {
        **dict.fromkeys(
            (
                "len(p) -> len(a)",
                "len(p) -> len(e)",
                "len(p) -> len(inputs)",
                "len(p) -> len(logits)",
                "len(p) -> len(y)",
                "len(p) -> len(targets)",
                "len(p) -> len(z)",
            ),
            "all of them have one row for each sample",
        ),
        **dict.fromkeys(
            (
                "p.shape -> biases2.shape",
                "p.shape -> e.shape",
                "p.shape -> logits.shape",
                "p.shape -> weights2.shape",
            ),
            "all of them have one column for each class",
        ),
        "np.maximum(z, 0) -> np.maximum(0, z)": "the larger of the same two",
        "z > 0 -> a > 0": "the ReLU gives something positive just where z is",
        "da * (z > 0) -> da * (z >= 0)": "a declared variant of the slope at 0",
        "a @ weights2 -> abs(a) @ weights2": "a ReLU gives nothing negative",
        "e / e.sum(axis=1, keepdims=True) -> "
        "abs(e) / e.sum(axis=1, keepdims=True)": "an exponential is positive",
    },
    "gradient-check": {
        "np.zeros_like(x) -> np.ones_like(x)": "each entry is set in the loop",
        **dict.fromkeys(
            (
                "np.zeros_like(x) -> np.zeros_like(gradient) (2)",
                "x.shape -> gradient.shape",
            ),
            "the gradient has the shape of x",
        ),
    },
    # chapter 6
    "sgd-step": {},
    "momentum-step": {},
    "decayed-rates": {
        "decay * finished -> decay * abs(finished)": "a count is never negative"
    },
    "adam-step": {
        **dict.fromkeys(
            (
                "gradient ** 2 -> (-gradient) ** 2",
                "gradient ** 2 -> abs(gradient) ** 2",
            ),
            "the sign is lost in the square",
        ),
        **dict.fromkeys(
            (
                "beta_2 * v -> beta_2 * abs(v)",
                "v / (1 - beta_2 ** t) -> abs(v) / (1 - beta_2 ** t)",
                "(w - rate * m_hat / (np.sqrt(v_hat) + epsilon), m, v) -> "
                "(w - rate * m_hat / (np.sqrt(v_hat) + epsilon), m, abs(v))",
            ),
            "v is a mean of squares, so it is never negative",
        ),
    },
    "training-loop": {},
    # chapter 7
    "relative-error": {
        **dict.fromkeys(
            (
                "np.abs(analytic - numeric) -> np.abs(numeric - analytic)",
                "np.abs(analytic) -> np.abs(-analytic)",
                "np.abs(analytic) -> np.abs(abs(analytic))",
                "np.abs(numeric) -> np.abs(-numeric)",
                "np.abs(numeric) -> np.abs(abs(numeric))",
                "np.maximum(a, n) -> np.maximum(abs(a), n)",
                "np.maximum(a, n) -> np.maximum(a, abs(n))",
                "difference / safe -> abs(difference) / safe",
                "difference / safe -> difference / abs(safe)",
            ),
            "an absolute value has no sign to lose",
        ),
        **dict.fromkeys(
            (
                "(np.abs(analytic), np.abs(numeric)) -> "
                "(np.abs(numeric), np.abs(analytic))",
                "np.maximum(a, n) -> np.maximum(n, a)",
            ),
            "the larger one of the same two",
        ),
        **dict.fromkeys(
            (
                "size == 0 -> -size == 0",
                "np.where(size == 0, 1.0, size) -> "
                "np.where(size <= 0, 1.0, size)",
            ),
            "a size is never negative, so only 0 is found",
        ),
        "np.where(size == 0, 1.0, size) -> np.where(size == 0, 2.0, size)": (
            "there the difference is 0, and 0 / 2 is 0 as well"
        ),
        "size == 0 -> difference == 0": (
            "where both are equal, the error is 0 with any divisor"
        ),
    },
    "wrong-entries": {
        **dict.fromkeys(
            (
                "np.abs(gradient - numeric) -> np.abs(numeric - gradient)",
                "np.abs(gradient) -> np.abs(-gradient)",
                "np.abs(gradient) -> np.abs(abs(gradient))",
                "np.abs(numeric) -> np.abs(-numeric)",
                "np.abs(numeric) -> np.abs(abs(numeric))",
                "difference > 1e-08 + 0.0001 * size -> "
                "abs(difference) > 1e-08 + 0.0001 * size",
            ),
            "an absolute value has no sign to lose",
        ),
        **dict.fromkeys(
            (
                "np.abs(gradient) -> np.abs(difference)",
                "np.abs(gradient) -> np.abs(h)",
                "np.abs(gradient) -> np.abs(numeric)",
                "np.abs(gradient) -> np.abs(step)",
                "np.abs(numeric) -> np.abs(difference)",
                "np.abs(numeric) -> np.abs(gradient)",
                "np.abs(numeric) -> np.abs(h)",
                "np.abs(numeric) -> np.abs(step)",
                *(
                    "np.maximum(np.abs(gradient), np.abs(numeric)) -> " + other
                    for other in (
                        "np.abs(gradient)",
                        "np.abs(numeric)",
                        "np.maximum(gradient, np.abs(numeric))",
                        "np.maximum(np.abs(gradient), numeric)",
                        "np.maximum(np.abs(numeric), np.abs(gradient))",
                        "np.minimum(np.abs(gradient), np.abs(numeric))",
                    )
                ),
            ),
            "at the limit the two sizes agree to 4 digits, and what is "
            "measured by differences cannot tell which one was taken",
        ),
        "(difference > 1e-08 + 0.0001 * size).sum -> "
        "(difference >= 1e-08 + 0.0001 * size).sum": (
            "no measured number hits the limit exactly"
        ),
        "(x.astype(np.float64), 1e-05) -> (x.astype(np.float64), 2e-05)": (
            "another good h: the learner chooses it"
        ),
        **dict.fromkeys(
            (
                "len(x) -> len(gradient)",
                "len(x) -> len(numeric)",
                "np.zeros_like(x) -> np.zeros_like(gradient)",
                "np.zeros_like(x) -> np.zeros_like(gradient) (2)",
                "np.zeros_like(x) -> np.zeros_like(numeric) (2)",
            ),
            "they have the shape of x; float32 can hold h and a slope, it is "
            "x that it cannot move",
        ),
        "np.zeros_like(x) -> np.ones_like(x)": "each entry is set in the loop",
    },
    "complex-step": {},
    # chapter 8
    "accuracy": {
        "answers == targets -> abs(answers) == targets": (
            "the place in a row is never negative"
        ),
    },
    "confusion-matrix": {
        **dict.fromkeys(
            (
                "(target, prediction) -> (abs(target), prediction)",
                "(target, prediction) -> (target, abs(prediction))",
                "counts -> abs(counts)",
            ),
            "class indices and counts are never negative",
        ),
        "np.zeros((classes, classes), dtype=int) -> "
        "np.zeros((classes, classes))": "the same counts, as floats",
    },
    "adversarial-step": {
        "np.clip(image + epsilon * np.sign(gradient), 0, 1) -> "
        "np.clip(0, image + epsilon * np.sign(gradient), 1)": (
            "0 is raised to the image and lowered to 1: the same clip"
        ),
    },
}
