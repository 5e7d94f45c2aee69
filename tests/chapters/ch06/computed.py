"""What chapter 6 asks for, computed."""

import numpy as np

from nnfs_course import (
    SGD,
    Adam,
    Dense,
    Network,
    ReLU,
    SoftmaxCrossEntropy,
    spiral,
    train,
)
from tests.quizzes.computed import ordering, prediction

POINTS, TARGETS = spiral(100, 3, seed=0)


def trained(optimizer, epochs, *, first_factor=1.0):
    """The chapter's network and how it got on."""
    rng = np.random.default_rng(0)
    layers = [Dense(2, 64, rng=rng), ReLU(), Dense(64, 3, rng=rng)]
    layers[0].weights = layers[0].weights * first_factor
    network = Network(layers, SoftmaxCrossEntropy())
    history = train(
        network,
        POINTS,
        TARGETS,
        optimizer=optimizer,
        epochs=epochs,
        progress=False,
    )
    return network, history


def fires(network):
    z = network.layers[0].forward(POINTS)
    return (z > 0).any(axis=0).sum()


@prediction("must-be-wrong")
def _():
    there = TARGETS[(POINTS == 0).all(axis=1)]
    return len(there) - np.bincount(there).max()


@prediction("first-loss")
def _():
    return trained(SGD(1.0), 1)[1].loss[0]


@prediction("first-step")
def _():
    before, after = trained(SGD(0.1), 2)[1].loss
    millionths = 1e6 * (before - after)
    return "It falls by some millionths." if 1 < millionths < 9 else "?"


@prediction("velocity")
def _():
    sgd, w = SGD(1.0, momentum=0.9), {"w": np.zeros(1)}
    for _ in range(2):
        w = sgd.step(w, {"w": [1.0]})
    return sgd.velocity["w"][0]


@prediction("without-hats")
def _():
    adam = Adam(0.1)
    adam.step({"w": np.zeros(1)}, {"w": [5.0]})
    rates = adam.m["w"] / np.sqrt(adam.v["w"])
    return f"About {'three' if 2.5 < rates[0] < 3.5 else '?'} rates long."


@prediction("rate-ten")
def _():
    network, history = trained(SGD(10.0, momentum=0.9), 300)
    assert max(history.loss) > 2 * history.loss[0]
    if min(history.loss[-200:]) > history.loss[0] and fires(network) == 0:
        return "It jumps above its start and does not come back."
    return "?"


@prediction("no-memory")
def _():
    plain = trained(SGD(10.0), 600)[1].loss
    memory = trained(SGD(1.0, momentum=0.9), 600)[1].loss
    assert memory[-1] < 0.9 * memory[0]
    above = min(plain[-100:]) > plain[0]
    return "It ends above its first loss." if above else "?"


@prediction("last-to-learn")
def _():
    network, _ = trained(Adam(0.1, decay=3e-3), 1000)
    right = network.predict(POINTS) == TARGETS
    far = np.hypot(*POINTS.T)
    parts = {
        "The middle, where the arms meet.": far < 0.2,
        "The outer ends of the arms, which are far away.": far > 0.8,
    }
    return min(parts, key=lambda part: right[parts[part]].mean())


@prediction("sixteenth-digit")
def _():
    one, other = (
        trained(
            SGD(0.7, momentum=0.9, decay=1e-3), 2000, first_factor=1 + factor
        )[1]
        for factor in (0, 1e-15)
    )
    assert min(one.accuracy[-1], other.accuracy[-1]) > 0.8
    gap = np.abs(np.array(one.loss) - other.loss).max()
    return (
        "So far that one sees it in the plot of the loss."
        if gap > 0.01
        else "?"
    )


@ordering("adam-lines")
def _():
    rng = np.random.default_rng(0)
    adam, w = Adam(0.3, beta_1=0.8, beta_2=0.7), rng.normal(size=(3, 4))
    adam.step({"w": w}, {"w": rng.normal(size=(3, 4))})
    m, v, gradient = adam.m["w"], adam.v["w"], rng.normal(size=(3, 4))
    given = {"w": w, "m": m, "v": v, "gradient": gradient, "rate": 0.3}
    given |= {"t": 2, "beta_1": 0.8, "beta_2": 0.7, "epsilon": adam.epsilon}
    moved = adam.step({"w": w}, {"w": gradient})["w"]
    return given, {"w": moved, "m": adam.m["w"], "v": adam.v["w"]}
