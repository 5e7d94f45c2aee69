"""What random arguments once broke, each as a plain call."""

import tracemalloc

import numpy as np
import pytest

from nnfs_course import (
    SGD,
    Adam,
    CategoricalCrossEntropy,
    Dense,
    Network,
    ReLU,
    SoftmaxCrossEntropy,
    Value,
    check_layer,
    check_loss,
    compare_gradients,
    compiled,
    complex_step,
    data_of,
    finite_differences,
    grad_of,
    relu_of,
    show_source,
    spiral,
    trace,
    train,
    value_array,
)
from nnfs_course.exercises import check, exercises, hint
from nnfs_course.figures import (
    Recording,
    draw_a_digit,
    fork,
    gradient_check,
    training_replay,
)
from nnfs_course.quizzes import opening, order, predict, quiz

X = np.array([[1.0, 2.0], [3.0, -1.0]])
THREE_SECONDS = np.timedelta64(3, "s")  # NumPy calls it a whole number
ONE = {"w": [1.0]}


def network():
    return Network([Dense(2, 3, rng=0)], SoftmaxCrossEntropy())


def recorded(epoch):
    recording = Recording(network(), X, [0, 1])
    recording(epoch, recording._network)


def replay(label, **more):
    recording = Recording(network(), X, [0, 1])
    history = train(
        recording._network,
        *(X, [0, 1]),
        optimizer=SGD(0.1),
        epochs=1,
        watch=recording,
        progress=False,
    )
    return training_replay({label: (recording, history)}, **more)


def set_value(name):
    fork().values[name] = 1.0


REFUSED = [
    (lambda: Value(THREE_SECONDS), "one real number"),
    (lambda: SGD(THREE_SECONDS), "learning_rate must be a number"),
    (lambda: spiral(THREE_SECONDS, 3, seed=0), "samples must be a whole"),
    (lambda: spiral(3, 3, seed=THREE_SECONDS), "seed must be a whole"),
    (lambda: Dense(2, 3, rng=0, dtype=0), "dtype must be float32 or float64"),
    (lambda: Dense(2, 3, rng=0, dtype="(2,"), r"but got '\(2,'"),
    (lambda: network().load(3), "path of a file must be text"),
    (lambda: network().save(None), "path of a file must be text"),
    (lambda: data_of("a"), "must be a Value, but one is"),
    (lambda: grad_of([Value(1), "a"]), "must be a Value, but one is 'a'"),
    (lambda: relu_of([None]), "must be a Value, but one is None"),
    (lambda: finite_differences(3, X), "must be a function"),
    (lambda: finite_differences(lambda x: None, X), "one number.*None"),
    (lambda: finite_differences(np.square, X), "Is a sum missing"),
    (lambda: finite_differences(lambda x: 10**400, X), "too large"),
    (lambda: complex_step(3, X), "must be a function"),
    (lambda: complex_step(np.square, X), "gives one number"),
    (lambda: check_layer(3, X, rng=0), "layer needs forward and backward"),
    (lambda: check_layer(SoftmaxCrossEntropy(), X, rng=0), "which is a loss"),
    (lambda: check_loss(3, X, [0, 1]), "loss needs forward and backward"),
    (lambda: check_loss(ReLU(), X, [0, 1]), "which is a layer"),
    (
        lambda: check_loss(SoftmaxCrossEntropy(), X, [0, 1], h=THREE_SECONDS),
        "step h must be a number",
    ),
    (lambda: compare_gradients(3, ONE), "must be a dict.*got 3"),
    (lambda: compare_gradients(ONE, [1.0]), "must be a dict"),
    (lambda: compare_gradients({None: 1, "w": 2}, ONE), "must be a dict"),
    (lambda: compare_gradients({"b": 1, "w": 2}, ONE), "Cannot compare"),
    (lambda: compare_gradients(ONE, ONE, atol={"b": 1}), "atol must have"),
    (lambda: compare_gradients(ONE, ONE, atol=[1, 2]), r"shape \(1,\).*\(2,\)"),
    (lambda: exercises([]), r"chapters 1 to 8, but got \[\]"),
    (lambda: quiz({}), r"chapters 1 to 8, but got \{\}"),
    (lambda: opening([]), "chapters 1 to 8"),
    (lambda: predict([]), r"no prediction named \[\]"),
    (lambda: order([]), r"no ordering named \[\]"),
    (lambda: set_value([]), r"no slider \[\]"),
    (lambda: gradient_check(switches=3), "no switch 3"),
    (lambda: gradient_check(switches=[[]]), r"no switch \[\]"),
    (lambda: replay("1", run=np.array([(1,)], "i,")), "no run array"),
    (lambda: recorded("2"), "epoch must be a whole number"),
    (lambda: recorded(1.5), "epoch must be a whole number"),
]


@pytest.mark.parametrize(("call", "match"), REFUSED)
def test_it_is_refused_in_words(call, match):
    with pytest.raises(ValueError, match=match):
        call()


@pytest.mark.parametrize(
    "call",
    [
        lambda thing: Network(thing, SoftmaxCrossEntropy()),
        lambda thing: Network([Dense(2, 3, rng=0), thing], None),
        lambda thing: setattr(network(), "parameters", thing),
        lambda thing: SGD(0.1).step(thing, thing),
        lambda thing: train(thing, X, [0, 1], optimizer=SGD(0.1), epochs=1),
        lambda thing: train(network(), X, [0, 1], optimizer=thing, epochs=1),
        lambda thing: trace(thing),
        lambda thing: show_source(thing),
        lambda thing: compare_gradients(thing, ONE),
        lambda thing: quiz(thing),
        lambda thing: predict(thing),
        lambda thing: exercises(thing),
        lambda thing: set_value(thing),
        lambda thing: training_replay(thing),
        lambda thing: Recording(thing, X, [0, 1]),
        lambda thing: draw_a_digit(thing, X, [0, 1]),
        lambda thing: gradient_check(switches=[thing]),
    ],
)
@pytest.mark.parametrize(
    "thing", [[10**5000], "x" * 5000], ids=["huge", "long"]
)
def test_what_is_long_is_told_shortly(call, thing):
    with pytest.raises(ValueError, match=r"must|need|no |got ") as error:
        call(thing)
    assert "int_max_str_digits" not in str(error.value)
    assert len(str(error.value)) < 500


LONG, HUGE = "x" * 5000, 10**5000


def step_twice(first, second):
    optimizer = Adam()
    optimizer.step(first, first)
    optimizer.step(second, second)


@pytest.mark.parametrize(
    "call",
    [
        lambda: Adam().step({LONG: ["?"]}, {LONG: ["?"]}),
        lambda: Adam().step({LONG: [np.nan]}, {LONG: [1.0]}),
        lambda: SGD(0.1).step({LONG: [1.0]}, {"w": [1.0]}),
        lambda: SGD(0.1).step({"w": [1.0]}, {LONG: [1.0]}),
        lambda: SGD(0.1).step({HUGE: [1.0]}, {HUGE: [1.0]}),
        lambda: SGD(0.1).step({None: [1.0], "w": [1.0]}, {"w": [1.0]}),
        lambda: step_twice({LONG: [1.0]}, {LONG: [1.0, 2.0]}),
        lambda: compare_gradients({LONG: ["?"]}, {LONG: [1.0]}),
        lambda: compare_gradients({LONG: [1.0]}, {LONG: [1.0]}, atol={}),
        lambda: compare_gradients({LONG: [1.0]}, {LONG: [1]}, atol=[1, 2]),
        lambda: compare_gradients({HUGE: [1.0]}, {HUGE: [1.0]}),
        lambda: replay(LONG, run="another"),
        lambda: replay(LONG, epoch=7),
        lambda: training_replay({LONG: None}),
        lambda: training_replay({HUGE: None}),
        lambda: (Value(0.0, LONG) * np.inf).backward(),
        lambda: compiled(Value(1.0, LONG) * Value(1.0, LONG)),
    ],
)
def test_a_long_name_is_told_shortly(call):
    with pytest.raises(ValueError, match=r"(?s)^.{40,700}$") as error:
        call()
    assert "int_max_str_digits" not in str(error.value)


def test_a_number_can_be_a_name_however_large():
    told = "a whole number of about 5001 digits"
    assert Value(1.0, HUGE).label == told
    assert value_array([1.0], HUGE)[0].label == f"{told}[0]"
    assert value_array([1.0], 0)[0].label == "0[0]"
    spec = replay(HUGE, varies=HUGE).spec
    assert (spec["varies"], spec["runs"][0]["label"]) == (told, told)


def test_float32_in_another_byte_order_stays_float32():
    """The other one's arrays are not ours: results are in our byte order."""
    for size in (4, 8):
        p = np.array([[0.5, 0.5]], dtype=f">f{size}")
        loss = CategoricalCrossEntropy()
        loss.forward(p, [0])
        assert loss.predictions.dtype == f"=f{size}"
        assert loss.backward().dtype == f"=f{size}"


@pytest.mark.parametrize(
    "call",
    [
        lambda x: finite_differences(np.sum, x),
        lambda x: complex_step(np.sum, x),
        value_array,
    ],
)
@pytest.mark.parametrize("shape", [(0, 10**6), (10**6, 0)])
def test_no_entries_take_no_memory_however_long_a_side_is(call, shape):
    tracemalloc.start()
    assert call(np.zeros(shape)).shape == shape
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 100_000


@pytest.mark.parametrize("ask", [check, hint])
def test_a_name_that_cannot_be_printed_is_no_exercise(ask):
    assert "no exercise" in repr(ask([10**5000]))
