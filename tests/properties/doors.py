"""Every public entry: how it is called, and arguments that it accepts.

A door is a call and, for each argument, a function that makes a good one. What
belongs to the thing that is called, its `self`, goes by the name `on`.
"""

from __future__ import annotations

import copy

import numpy as np

import nnfs_course as nn
from nnfs_course import figures, quizzes
from nnfs_course.exercises import check, exercises, hint
from nnfs_course.exercises.catalogue import ALL
from nnfs_course.quizzes.contents import CHAPTERS

X = np.array([[1.0, 2.0, 3.0], [0.5, -1.0, 2.0]])
P = np.array([[0.7, 0.1, 0.2], [0.2, 0.2, 0.6]])
U = np.array([[1.0, -2.0, 0.5], [0.0, 3.0, -1.0]])
PIXELS = np.full((1, 64), 0.5)
# Which exercise, which chapter with an opening, does not matter.
EXERCISE = next(iter(ALL))
OPENED = next(n for n, told in CHAPTERS.items() if told.opening)


def made(value):
    """A function that gives a fresh copy each time."""
    return lambda: copy.copy(value)


def used(make, *inputs):
    """A function that gives a layer or a loss after forward and backward."""

    def make_used():
        thing = make()
        thing.forward(*inputs)
        thing.backward(*([U] if hasattr(thing, "outputs_from") else []))
        return thing

    return make_used


def dense():
    return nn.Dense(3, 3, rng=0)


def network():
    network = nn.Network([dense()], nn.SoftmaxCrossEntropy())
    network.forward(X, [0, 1])
    network.backward()
    return network


def plane():
    return nn.Network([nn.Dense(2, 3, rng=0)], nn.SoftmaxCrossEntropy())


def recording():
    return figures.Recording(plane(), X[:, :2], [0, 1])


def run():
    """One epoch, recorded, and its history."""
    recorded = recording()
    return recorded, nn.train(
        recorded._network,
        *(X[:, :2], [0, 1]),
        optimizer=nn.SGD(0.1),
        epochs=1,
        watch=recorded,
        progress=False,
    )


def sgd():
    optimizer = nn.SGD(0.1, momentum=0.5)
    optimizer.step({"w": np.ones(2)}, {"w": np.ones(2)})
    return optimizer


def adam():
    optimizer = nn.Adam(0.1)
    optimizer.step({"w": np.ones(2)}, {"w": np.ones(2)})
    return optimizer


def drawing():
    network = nn.Network([nn.Dense(64, 10, rng=0)], nn.SoftmaxCrossEntropy())
    return figures.draw_a_digit(network, PIXELS, [3])


def value():
    a = nn.Value(2.0, "a")
    y = a * a + 1
    y.backward()
    return y


def setting(name):
    """A door that sets an attribute: `on.name = new`."""
    return lambda on, new: setattr(on, name, new)


def with_weights(on, weights, biases):
    on.weights, on.biases = weights, biases
    try:
        on.forward(X)
    finally:  # what the caller put there is not what the layer did
        on.weights, on.biases = dense().weights, dense().biases


rng, targets, none = made(0), made([0, 1]), made(None)
losses = [nn.CategoricalCrossEntropy, nn.SoftmaxCrossEntropy]
steps = {
    "parameters": made({"w": np.ones(2)}),
    "gradients": made({"w": np.ones(2)}),
}

DOORS = {
    # layers and losses
    "Dense": (
        nn.Dense,
        {
            "n_inputs": made(2),
            "n_neurons": made(3),
            "rng": rng,
            "dtype": made(np.float64),
        },
    ),
    "Dense with weights": (
        with_weights,
        {"on": dense, "weights": lambda: np.ones((3, 2)), "biases": made(P)},
    ),
    **{
        f"{make.__name__}.{method}": (
            getattr(nn.Layer, method),
            {"self": used(make, X), argument: made(good)},
        )
        for make in (dense, nn.ReLU, nn.Softmax)
        for method, argument, good in [
            ("forward", "inputs", X),
            ("backward", "dvalues", U),
        ]
    },
    **{
        f"{make.__name__}.forward": (
            nn.Loss.forward,
            {"self": used(make, P, [0, 1]), "inputs": made(P)}
            | {"targets": targets},
        )
        for make in losses
    },
    # networks
    "Network": (
        nn.Network,
        {"layers": lambda: [dense(), nn.ReLU()], "loss": losses[1]},
    ),
    "Network of things": (
        lambda first, second: nn.Network([first, second], losses[1]()),
        {"first": dense, "second": nn.ReLU},
    ),
    "Network.forward": (
        nn.Network.forward,
        {"self": network, "inputs": made(X), "targets": targets},
    ),
    "Network.parameters": (
        setting("parameters"),
        {"on": network, "new": lambda: network().parameters},
    ),
    "Network.parameters, one of them": (
        lambda on, new: setattr(
            on, "parameters", {**on.parameters, "layer0.biases": new}
        ),
        {"on": network, "new": lambda: np.ones((1, 3))},
    ),
    **{
        f"Network.{name}": (
            getattr(nn.Network, name),
            {"self": network, "inputs": made(X)},
        )
        for name in ("outputs", "probabilities", "predict")
    },
    "Network.accuracy": (
        nn.Network.accuracy,
        {"self": network, "inputs": made(X), "targets": targets},
    ),
    "Network.load": (
        nn.Network.load,
        {"self": network, "path": made("nothing.npz")},
    ),
    # training
    "SGD": (
        nn.SGD,
        {"learning_rate": made(0.1), "momentum": made(0.5), "decay": made(0)},
    ),
    "Adam": (
        nn.Adam,
        {"learning_rate": made(0.1), "decay": made(0), "beta_1": made(0.5)}
        | {"beta_2": made(0.5), "epsilon": made(1e-7)},
    ),
    "SGD.step": (nn.SGD.step, {"self": sgd, **steps}),
    "Adam.step": (nn.Adam.step, {"self": adam, **steps}),
    "SGD.step, one array": (
        lambda on, w, dw: on.step({"w": w}, {"w": dw}),
        {"on": sgd, "w": made(np.ones(2)), "dw": made(np.ones(2))},
    ),
    "Adam.step, one array": (
        lambda on, w, dw: on.step({"w": w}, {"w": dw}),
        {"on": adam, "w": made(np.ones(2)), "dw": made(np.ones(2))},
    ),
    "train": (
        lambda on, **more: nn.train(
            on[0], optimizer=on[1], progress=False, **more
        ),
        {
            "on": lambda: [network(), nn.SGD(0.1)],
            "inputs": made(X),
            "targets": targets,
            "epochs": made(2),
            "batch_size": made(2),
            "rng": rng,
            "held_out": lambda: (X, [0, 1]),
            "watch": none,
        },
    ),
    "train a thing": (
        lambda thing: nn.train(
            thing, X, [0, 1], optimizer=sgd(), epochs=1, progress=False
        ),
        {"thing": none},
    ),
    "train by a thing": (
        lambda on: nn.train(
            network(), X, [0, 1], optimizer=on, epochs=1, progress=False
        ),
        {"on": none},
    ),
    # one number, and its graph
    "Value": (nn.Value, {"data": made(2.0), "label": made("x")}),
    **{
        f"Value {name}": (call, {"on": value, "other": made(2.0)})
        for name, call in {
            "+": lambda on, other: on + other,
            "*": lambda on, other: on * other,
            "-": lambda on, other: other - on,
            "/": lambda on, other: on / other,
            "into": lambda on, other: other / on,
            "**": lambda on, other: on**other,
            "power of": lambda on, other: other**on,
        }.items()
    },
    "Value.backward": (nn.Value.backward, {"self": value, "upstream": rng}),
    "a Value's gradient": (
        lambda data, other, label: (
            (nn.Value(data, label) / nn.Value(other)).exp().backward()
        ),
        {"data": made(1), "other": made(2), "label": made("x")},
    ),
    "trace": (lambda output: nn.trace(output), {"output": value}),
    "draw": (nn.draw, {"output": value, "max_lines": made(9)}),
    "value_array": (nn.value_array, {"array": made(X), "name": made("X")}),
    **{
        call.__name__: (call, {"values": lambda: nn.value_array(X)})
        for call in (nn.data_of, nn.grad_of, nn.relu_of)
    },
    # gradients by moving numbers
    **{
        call.__name__: (
            call,
            {"function": lambda: np.sum, "x": made(X), "h": made(1e-6)},
        )
        for call in (nn.finite_differences, nn.complex_step)
    },
    "check_layer": (
        nn.check_layer,
        {"layer": dense, "inputs": made(X), "rng": rng, "h": made(1e-6)},
    ),
    "check_loss": (
        nn.check_loss,
        {"loss": losses[0], "predictions": made(P), "targets": targets}
        | {"h": made(1e-6)},
    ),
    "compare_gradients": (
        nn.compare_gradients,
        {"analytic": made({"w": [1.0]}), "numeric": made({"w": [1.0]})}
        | {"rtol": made(1e-6), "atol": made(1e-6), "samples": made(2)},
    ),
    "compare_gradients, one array": (
        lambda a, n, atol: nn.compare_gradients(
            {"w": a}, {"w": n}, atol={"w": atol}, samples=2
        ),
        {"a": made(X), "n": made(X), "atol": made(1e-6)},
    ),
    # data, source, exercises, questions
    "spiral": (
        nn.spiral,
        {"samples": made(5), "classes": made(3), "seed": made(0)},
    ),
    "digits": (nn.digits, {"seed": made(0), "held_out": made(0.2)}),
    "show_source": (nn.show_source, {"thing": lambda: nn.ReLU}),
    "check": (
        check,
        {"name": made(EXERCISE), "attempt": lambda: abs},
    ),
    "check what is returned": (
        lambda returned: check(EXERCISE, lambda *_: returned),
        {"returned": made(X)},
    ),
    "hint": (hint, {"name": made(EXERCISE)}),
    "exercises": (exercises, {"chapter": made(OPENED)}),
    "quiz": (quizzes.quiz, {"chapter": made(OPENED)}),
    "opening": (quizzes.opening, {"chapter": made(OPENED)}),
    "predict": (quizzes.predict, {"name": made("?")}),
    "order": (quizzes.order, {"name": made("?")}),
    # settings of figures
    "one_neuron": (
        lambda w0, gradients: figures.one_neuron(w0=w0, gradients=gradients),
        {"w0": made(1.0), "gradients": made(True)},
    ),
    "figures.fork": (lambda a: figures.fork(a=a), {"a": made(1.0)}),
    "first_look": (lambda w: figures.first_look(w=w), {"w": made(1.0)}),
    "figure.values": (
        setting("values"),
        {"on": figures.fork, "new": made({"a": 1.0})},
    ),
    "figure.values[...]": (
        lambda on, name, new: on.values.__setitem__(name, new),
        {"on": figures.fork, "name": made("a"), "new": made(1.0)},
    ),
    "dense_layer": (
        figures.dense_layer,
        {"upstream": lambda: np.ones((3, 3))},
    ),
    "softmax_jacobian": (
        figures.softmax_jacobian,
        {"upstream": made([1.0, 2.0, 3.0])},
    ),
    "gradient_check": (
        figures.gradient_check,
        {"log10h": made(-1.0), "switches": made(["kink"])},
    ),
    "Recording": (
        figures.Recording,
        {"network": plane, "inputs": made(X[:, :2]), "targets": targets},
    ),
    "Recording called": (
        lambda on, epoch: on(epoch, on._network),
        {"on": recording, "epoch": made(1)},
    ),
    "training_replay": (
        figures.training_replay,
        {"runs": none, "run": none, "epoch": none, "varies": made("rate")},
    ),
    "training_replay of a run": (
        lambda **more: figures.training_replay({"1": run()}, **more),
        {"run": none, "epoch": none, "varies": made("rate")},
    ),
    "draw_a_digit": (
        figures.draw_a_digit,
        {
            "network": lambda: drawing().network,
            "images": made(PIXELS),
            "targets": made([3]),
        },
    ),
    "DrawADigit.image": (
        setting("image"),
        {"on": drawing, "new": made(PIXELS)},
    ),
    "DrawADigit.digit": (setting("digit"), {"on": drawing, "new": made(3)}),
}
