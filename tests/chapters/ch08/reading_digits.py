"""What chapter 8 finds out, computed again for its predictions."""

from __future__ import annotations

from functools import cache

import numpy as np

from nnfs_course import (
    Adam,
    Dense,
    Network,
    ReLU,
    SoftmaxCrossEntropy,
    digits,
    train,
)

DATA = digits(seed=8)
HELD_OUT = DATA.held_out_inputs, DATA.held_out_targets


def untrained(seed: int = 8) -> Network:
    rng = np.random.default_rng(seed)
    layers = [Dense(64, 128, rng=rng), ReLU(), Dense(128, 10, rng=rng)]
    return Network(layers, SoftmaxCrossEntropy())


@cache
def trained():
    """The chapter's network and its history."""
    network = untrained()
    return network, learn(network, DATA, seed=8, epochs=40, held_out=HELD_OUT)


def learn(network, data, seed, epochs, held_out=None):
    return train(
        network,
        data.inputs,
        data.targets,
        optimizer=Adam(0.01, decay=1e-3),
        epochs=epochs,
        batch_size=64,
        rng=seed,
        held_out=held_out,
        progress=False,
    )


def held_out_line() -> str:
    _, history = trained()
    seen = np.array(history.accuracy)
    line = np.array(history.held_out_accuracy)
    assert (line[:3] > seen[:3]).all()  # as the text says of early epochs
    below = (line[20:] < seen[20:]).all() and line[-10:].min() > 0.95
    stays = line[-10:].mean() > line.max() - 0.02
    return "A little lower than the other line" if below and stays else "?"


def eight_hardest() -> str:
    network, _ = trained()
    images, targets = HELD_OUT
    p = network.probabilities(images)
    costs = -np.log(p[np.arange(len(p)), targets])
    wrong = p.argmax(axis=1) != targets
    assert costs[wrong].min() > np.log(2)
    assert costs[~wrong].max() < np.log(10)
    among = wrong[costs.argsort()[-8:]].sum()
    return "Some wrong and some right" if 0 < among < 8 else "?"


def corner_weights() -> str:
    (corner,) = np.unique(DATA.inputs[:, 0])
    assert corner == 0
    after, before = trained()[0].parameters, untrained().parameters
    moved = np.abs(after["layer0.weights"] - before["layer0.weights"])
    assert np.median(moved[1:].max(axis=1)) > 0.1
    return "Not at all" if (moved[0] == 0).all() else "?"


def rightly_read():
    """Images that are read rightly, their digits, and their gradients."""
    network, _ = trained()
    images, targets = HELD_OUT
    right = network.predict(images) == targets
    network.forward(images[right], targets[right])
    return images[right], targets[right], network.backward(dinputs=True)


def strongest_pixel() -> str:
    images, _, gradients = rightly_read()
    ink = images[np.arange(len(images)), np.abs(gradients).argmax(axis=1)]
    on_paper = (ink < 0.5).mean()
    darkest = (ink == images.max(axis=1)).mean()
    mostly = on_paper > 0.75 > (images < 0.5).mean() and darkest < 0.1
    return "Mostly where there is paper or little ink" if mostly else "?"


def uphill_tenth() -> str:
    images, targets, gradients = rightly_read()
    moved = np.clip(images + 0.1 * np.sign(gradients), 0, 1)
    share = trained()[0].accuracy(moved, targets)
    return "Fewer than half" if 0 < share < 0.5 else "?"
