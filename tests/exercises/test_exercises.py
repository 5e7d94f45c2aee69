"""The checker: what it takes for right, and which mistakes it tells apart."""

import functools
import inspect

import numpy as np
import pytest

from nnfs_course.exercises.agree import same_results
from nnfs_course.exercises.catalogue import ALL, CHAPTERS
from nnfs_course.exercises.diagnosis import diagnose
from nnfs_course.exercises.feedback import Outcome
from nnfs_course.exercises.known import make_cases, results_of

SEEDS = range(20)
EXERCISES = list(ALL.values())
MISTAKES = [(e, m) for e in EXERCISES for m in e.mistakes]

each_exercise = pytest.mark.parametrize(
    "exercise", EXERCISES, ids=[e.name for e in EXERCISES]
)
each_mistake = pytest.mark.parametrize(
    ("exercise", "mistake"),
    MISTAKES,
    ids=[f"{e.name}-{m.name}" for e, m in MISTAKES],
)


def converted(function, convert):
    """The same function, with every array that it returns converted."""

    def changed(*arguments):
        returned = function(*arguments)
        if isinstance(returned, tuple):
            return tuple(map(convert, returned))
        return convert(returned)

    return changed


def as_lists(value):
    return np.asarray(value).tolist()


def as_float32(value):
    return np.asarray(value, np.float32)


def test_there_are_enough_exercises_and_mistakes():
    assert len(MISTAKES) >= 40
    for in_chapter in CHAPTERS.values():
        assert len(in_chapter) >= 3
    for exercise in EXERCISES:
        names = [m.name for m in exercise.mistakes]
        assert len(set(names)) == len(names) >= 2


@each_exercise
@pytest.mark.parametrize("convert", [lambda x: x, as_lists, as_float32])
def test_the_reference_is_right_for_every_seed(exercise, convert):
    attempt = converted(exercise.reference, convert)
    for seed in SEEDS:
        feedback = diagnose(exercise, attempt, seed)
        assert feedback.outcome is Outcome.RIGHT, feedback
        assert exercise.notice in feedback.paragraphs


@each_exercise
def test_another_convention_is_right_and_gets_a_remark(exercise):
    for variant in exercise.variants:
        for seed in SEEDS:
            feedback = diagnose(exercise, variant.function, seed)
            assert feedback.outcome is Outcome.RIGHT
            assert variant.remark in feedback.paragraphs


@each_mistake
def test_a_mistake_can_be_called_like_the_reference(exercise, mistake):
    """Else it would be an error of its own, recognised as itself only."""
    inspect.signature(exercise.wrong(mistake)).bind(*exercise.arguments)


@each_mistake
def test_a_mistake_has_its_three_sentences(exercise, mistake):
    for words in (mistake.did, mistake.tempting, mistake.giveaway):
        assert words.endswith((".", "?", ")")), words


@functools.cache
def results_by_name(exercise_name, seed):
    """What each known way gives in every case: right ones and mistakes."""
    exercise = ALL[exercise_name]
    cases = make_cases(exercise, seed)
    ways = {
        "the reference": exercise.reference,
        **{v.remark: v.function for v in exercise.variants},
        **{m.name: exercise.wrong(m) for m in exercise.mistakes},
    }
    return {name: results_of(f, exercise, cases) for name, f in ways.items()}


@each_mistake
def test_a_mistake_is_recognised_as_itself_and_as_nothing_else(
    exercise, mistake
):
    for seed in SEEDS:
        results = results_by_name(exercise.name, seed)
        mine = results[mistake.name]
        for name, theirs in results.items():
            assert same_results(mine, theirs) == (name == mistake.name), name
    for seed in SEEDS[:3]:  # it computes all of them anew
        feedback = diagnose(exercise, exercise.wrong(mistake), seed)
        assert feedback.mistake == mistake.name
        assert feedback.outcome in (Outcome.WRONG_SHAPE, Outcome.WRONG_NUMBERS)
        assert mistake.did in feedback.paragraphs


@each_mistake
def test_a_mistake_in_float32_or_in_lists_is_still_that_mistake(
    exercise, mistake
):
    for convert in (as_float32, as_lists):
        attempt = converted(exercise.wrong(mistake), convert)
        assert diagnose(exercise, attempt).mistake == mistake.name


def has_a_corner(case):
    numbers = [np.asarray(value) for value in case.values()]
    return any(np.any(n == 0) for n in numbers if n.dtype.kind == "f")


@pytest.mark.parametrize("name", [e.name for e in EXERCISES if e.numeric])
def test_finite_differences_say_what_the_reference_says(name):
    """Away from the corners, where they need not agree."""
    exercise = ALL[name]
    agreed = 0
    for seed in SEEDS:
        cases = make_cases(exercise, seed)
        for case in cases:
            truth = results_of(exercise.reference, exercise, [case])[0]
            numeric = results_of(exercise.numeric, exercise, [case])[0]
            if has_a_corner(case):
                continue
            agreed += 1
            for a, b in zip(truth.parts, numeric.parts, strict=True):
                np.testing.assert_allclose(a, b, rtol=1e-5, atol=1e-6)
    assert agreed >= 40


# --- two mistakes at once ---


def numeric(x):
    return np.asarray(x, float)


@each_mistake
def test_a_mistake_with_a_second_one_on_top_has_no_name(exercise, mistake):
    """A multiple of a wrong answer: honest words, and no name."""
    attempt = converted(exercise.wrong(mistake), lambda x: -0.7 * numeric(x))
    feedback = diagnose(exercise, attempt)
    assert feedback.mistake is None
    assert feedback.outcome is not Outcome.RIGHT


@pytest.mark.parametrize(
    ("name", "attempt", "place"),
    [
        (
            "layer-backward",
            # the ReLU skipped, and the biases by a third
            lambda inputs, weights, biases, dvalues: (
                dvalues @ weights.T,
                inputs.T @ dvalues,
                dvalues.sum(axis=0, keepdims=True) / 3,
            ),
            "dweights[",
        ),
        (
            "fused-gradient",
            # no 1/N, and a product where a difference was meant
            lambda p, targets: np.eye(p.shape[1])[targets] * p,
            "dlogits[",
        ),
        (
            "neuron-backward",
            # no gate, and the upstream gradient forgotten
            lambda x, w, b, upstream: (w, x, 0.7),
            "dx[",
        ),
        (
            "dense-dweights",
            # the last sample only, and twice
            lambda inputs, dvalues: 2 * np.outer(inputs[-1], dvalues[-1]),
            "dweights[",
        ),
    ],
)
def test_what_no_two_known_mistakes_explain_has_no_name(name, attempt, place):
    feedback = diagnose(ALL[name], attempt)
    assert feedback.outcome is Outcome.WRONG_NUMBERS
    assert feedback.mistake is None
    text, *_, way_in = feedback.paragraphs
    assert way_in == f'A way in: `hint("{name}")`.'
    assert "not one I know" in text
    assert place in text
    assert "finite differences say" in text


def test_the_place_and_both_numbers_of_the_largest_error_are_true():
    exercise = ALL["dense-dinputs"]

    def attempt(dvalues, weights):
        right = dvalues @ weights.T
        right[0, -1] += 0.25
        if len(right) > 2:
            right[2, 0] -= 7
        return right

    case = make_cases(exercise, 0)[0]
    truth = case["dvalues"] @ case["weights"].T
    text, _ = diagnose(exercise, attempt).paragraphs
    assert "`dinputs[2, 0]`" in text
    assert f"yours is {truth[2, 0] - 7:.4g}" in text
    assert f"finite differences say {truth[2, 0]:.4g}." in text


@pytest.mark.parametrize(
    ("factor", "words"),
    [
        (lambda n: -1, "wrong sign"),
        (lambda n: n, "N times too large"),
        (lambda n: 1 / n, "N times too small"),
        (lambda n: 2.5, "2.5 times the right one"),
    ],
)
def test_a_constant_factor_is_named(factor, words):
    exercise = ALL["softmax-backward"]

    def attempt(probabilities, dvalues):
        right = exercise.reference(probabilities, dvalues)
        return factor(len(right)) * right

    feedback = diagnose(exercise, attempt)
    assert words in feedback.paragraphs[0]
    assert feedback.outcome is Outcome.WRONG_NUMBERS


# --- other right ways ---


def loop_vjp(p, d):
    rows = []
    for s, g in zip(p, d, strict=True):
        rows.append((np.diagflat(s) - np.outer(s, s)) @ g)
    return np.array(rows)


def log_sum_exp_loss(logits, targets):
    rows = np.arange(len(targets))
    return np.mean(np.logaddexp.reduce(logits, axis=1) - logits[rows, targets])


def subtract_one(p, targets):
    d = p.copy()
    d[range(len(p)), targets] -= 1
    return d / len(p)


def masked_copy(inputs, dvalues):
    d = dvalues.copy()
    d[inputs <= 0] = 0
    return d


def in_place_on_a_copy(gradient_of, w, rate, epochs):
    w = w.copy()
    for _ in range(epochs):
        w -= rate * gradient_of(w)
    return w


OTHER_WAYS = {
    "nudge": [lambda f, x, h: f(x + h) / h - f(x) / h],
    "neuron-relu": [
        lambda z, upstream: upstream * (z > 0),
        lambda z, upstream: 0 if z <= 0 else upstream,
    ],
    "neuron-products": [
        lambda x, w, d: (
            [d[0] * w[0], d[1] * w[1], d[2] * w[2]],
            np.array(d) * np.array(x),
        )
    ],
    "fork": [lambda a, c, upstream: upstream * c + 2 * a * upstream],
    "step": [lambda w, g, rate: np.array(w) - rate * np.array(g)],
    "dense-dinputs": [
        lambda d, w: (w @ d.T).T,
        lambda d, w: np.einsum("no,io->ni", d, w),
    ],
    "dense-dweights": [
        lambda x, d: (d.T @ x).T,
        lambda x, d: sum(np.outer(a, b) for a, b in zip(x, d, strict=True)),
    ],
    "dense-dbiases": [
        lambda d: d.sum(axis=0).reshape(1, -1),
        lambda d: np.ones((1, len(d))) @ d,
        lambda d: [[sum(column) for column in d.T]],
    ],
    "relu-mask": [lambda x, d: d * (x > 0), masked_copy],
    "one-hot": [
        lambda y, n: (y[:, None] == np.arange(n)).astype(float),
        lambda y, n: np.eye(n, dtype=int)[y],
        lambda y, n: [[int(c == k) for c in range(n)] for k in y],
    ],
    "class-indices": [
        lambda t: np.argmax(t, axis=1) if len(t.shape) == 2 else t,
        lambda t: t.nonzero()[1] if t.ndim == 2 else t.astype(float),
    ],
    "cross-entropy": [
        lambda p, t: -(np.eye(p.shape[1])[t] * np.log(p)).sum() / len(p),
        lambda p, t: np.log(1 / p[range(len(p)), t]).mean(),
    ],
    "cross-entropy-gradient": [
        lambda p, t: np.where(np.eye(p.shape[1])[t] == 1, -1 / p, 0) / len(p)
    ],
    "softmax": [
        lambda z: np.exp(z - np.logaddexp.reduce(z, axis=1, keepdims=True))
    ],
    "softmax-jacobian": [
        lambda s: s[:, None] * (np.eye(len(s)) - s),
        lambda s: np.diagflat(s) - s.reshape(-1, 1) @ s.reshape(1, -1),
    ],
    "softmax-backward": [
        loop_vjp,
        lambda p, d: np.array(
            [
                g @ (np.diag(s) - np.outer(s, s))
                for s, g in zip(p, d, strict=True)
            ]
        ),
        lambda p, d: p * d - p * np.einsum("nc,nc->n", p, d)[:, None],
    ],
    "fused-gradient": [subtract_one],
    "fused-loss": [log_sum_exp_loss],
    "momentum-step": [
        lambda w, v, g, rate, momentum: (
            w + momentum * v - rate * g,
            momentum * v - rate * g,
        )
    ],
    "decayed-rates": [
        lambda rate, decay, steps: [
            rate / (1 + decay * k) for k in range(steps)
        ]
    ],
    "training-loop": [in_place_on_a_copy],
}


@pytest.mark.parametrize(
    ("name", "attempt"),
    [(n, way) for n, ways in OTHER_WAYS.items() for way in ways],
)
def test_other_right_ways_are_right(name, attempt):
    for seed in SEEDS:
        feedback = diagnose(ALL[name], attempt, seed)
        assert feedback.outcome is Outcome.RIGHT, feedback


def counting(numeric_of, far=lambda a, n: ~np.isclose(n, a, rtol=1e-4)):
    """An attempt at wrong-entries, with its own way to measure."""
    return lambda f, x, g: far(g, numeric_of(f, x)).sum()


def measured(h, dtype=np.float64, forward=False):
    def numeric_of(f, x):
        x = x.astype(dtype or x.dtype)
        steps = np.eye(len(x), dtype=x.dtype) * x.dtype.type(h)
        if forward:
            return np.array([(f(x + s) - f(x)) / h for s in steps])
        return np.array([(f(x + s) - f(x - s)) / (2 * h) for s in steps])

    return numeric_of


@pytest.mark.parametrize("h", [1e-3, 1e-4, 1e-5, 1e-6, 1e-7])
def test_a_good_step_of_any_size_is_right(h):
    for seed in SEEDS:
        attempt = counting(measured(h))
        feedback = diagnose(ALL["wrong-entries"], attempt, seed)
        assert feedback.outcome is Outcome.RIGHT, feedback


@pytest.mark.parametrize(
    ("numeric_of", "name"),
    [
        *((measured(10.0**-k), "h-too-small") for k in range(8, 17)),
        *((measured(h), "h-too-large") for h in (1.0, 0.5, 0.1, 0.01)),
        (measured(1e-3, forward=True), "h-too-large"),
        (measured(1e-12, forward=True), "h-too-small"),
        *((measured(10.0**-k, None), "float32") for k in range(3, 8)),
    ],
)
def test_rounding_mistakes_have_a_name_whatever_the_step(numeric_of, name):
    """Their numbers differ from step to step, what they accept does not."""
    feedback = diagnose(ALL["wrong-entries"], counting(numeric_of))
    assert feedback.mistake == name


def test_finite_differences_refuse_float32_and_the_checker_says_so():
    from nnfs_course import finite_differences

    attempt = counting(finite_differences)
    feedback = diagnose(ALL["wrong-entries"], attempt)
    assert feedback.heading == "Stopped with an error"
    assert "Convert to float64 first" in feedback.paragraphs[0]


def test_the_package_s_own_layers_pass():
    from nnfs_course import (
        SGD,
        Adam,
        Dense,
        ReLU,
        Softmax,
        SoftmaxCrossEntropy,
    )

    def layer(inputs, weights, biases, dvalues):
        dense, relu = Dense(*weights.shape, rng=0), ReLU()
        dense.weights, dense.biases = weights, biases
        relu.forward(dense.forward(inputs))
        dense.backward(relu.backward(dvalues))
        return dense.dinputs, dense.dweights, dense.dbiases

    def fused_loss(logits, targets):
        return SoftmaxCrossEntropy().forward(logits, targets)

    def momentum_step(w, velocity, gradient, rate, momentum):
        sgd = SGD(rate, momentum=momentum)
        sgd.velocity, sgd.steps = {"w": velocity}, 1
        moved = sgd.step({"w": w}, {"w": gradient})
        return moved["w"], sgd.velocity["w"]

    def adam_step(w, m, v, gradient, t, rate, beta_1, beta_2, epsilon):
        adam = Adam(rate, beta_1=beta_1, beta_2=beta_2, epsilon=epsilon)
        adam.m, adam.v, adam.steps = {"w": m}, {"w": v}, t - 1
        moved = adam.step({"w": w}, {"w": gradient})
        return moved["w"], adam.m["w"], adam.v["w"]

    for name, attempt in {
        "layer-backward": layer,
        "momentum-step": momentum_step,
        "adam-step": adam_step,
        "softmax": lambda logits: Softmax().forward(logits),
        "fused-loss": fused_loss,
    }.items():
        assert diagnose(ALL[name], attempt).outcome is Outcome.RIGHT
