"""What the page needs to know of recorded runs, as plain data."""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import groupby

import numpy as np

from nnfs_course.checks.numbers import shown, text_of
from nnfs_course.figures.recording import CELLS, Recording
from nnfs_course.history import History

SIZE = 400  # the units in which js/replay draws the square
LEVELS = 8  # of confidence
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef"  # for each class, eight of them
CURVE = 300  # at most so many epochs of a curve
MARKS = 600  # at most so many points are drawn


def spec_of(runs, varies) -> dict:
    """Everything the page needs to know, as plain data."""
    if not isinstance(runs, Mapping) or not runs:
        raise ValueError(
            "runs must be a dict with at least one run, "
            f"{{label: (recording, history)}}, but got {shown(runs)}."
        )
    for label, run in runs.items():
        _check(label, run)
    first, _ = next(iter(runs.values()))
    for label, (recording, _) in runs.items():
        _check_same_data(label, recording, first)
    points = _points(first)
    played = [_run(text_of(label), *run) for label, run in runs.items()]
    return {
        "name": "training-replay",
        "title": "Training, played again",
        "varies": text_of(varies),
        "cells": CELLS,
        "levels": LEVELS,
        "classes": first.classes,
        "marks": points,
        "shown": sum(map(len, points)) // 2,
        "samples": len(first.inputs),
        "layers": list(
            dict.fromkeys(n for run in played for n in run["norms"])
        ),
        "axes": _axes(played),
        "runs": played,
    }


def _check(label, run) -> None:
    parts = (Recording, History)
    fits = isinstance(run, (tuple, list)) and len(run) == 2
    if not fits or not all(map(isinstance, run, parts)):
        raise ValueError(
            f"Run {shown(label)} must be a pair, (recording, history), but got "
            f"{shown(run)}. When train raises, the history is in the error: "
            "error.history."
        )
    recording, history = run
    last, finished = recording.epochs[-1], len(history.epochs)
    if last == 0 and finished:
        raise ValueError(
            f"The recording of run {shown(label)} saw no epoch. Pass it to "
            "train: train(..., watch=recording)."
        )
    # An interrupt may come between the history's entry and the recording.
    interrupted = history.stopped == "interrupted" and last == finished - 1
    layers = recording.before["gradient_norms"].keys()
    if layers != history.gradient_norms.keys():
        raise ValueError(
            f"Run {shown(label)} has a recording of the layers "
            f"{', '.join(layers)}, but a history of "
            f"{', '.join(history.gradient_norms) or 'none'}. Are they from "
            "two networks?"
        )
    if last != finished and not interrupted:
        raise ValueError(
            f"Run {shown(label)} has a recording of {last} epochs, but a "
            f"history of {finished}. Are they from two runs? Make a new "
            "Recording for each."
        )


def _check_same_data(label, recording, first) -> None:
    same = (
        recording.classes == first.classes
        and np.array_equal(recording.inputs, first.inputs)
        and np.array_equal(recording.targets, first.targets)
    )
    if not same:
        raise ValueError(
            f"Run {shown(label)} was on other data than the first run. One "
            "figure shows one set of points: make a figure for each."
        )


def _run(label, recording, history) -> dict:
    """One run: pictures and exact numbers of kept epochs, and its curves."""
    before, kept = recording.before, recording.epochs
    loss = [before["loss"], *history.loss]
    accuracy = [before["accuracy"], *history.accuracy]
    norms = {
        name: [norm, *history.gradient_norms[name]]
        for name, norm in before["gradient_norms"].items()
    }
    drawn = _thinned(len(loss) - 1, kept)
    return {
        "label": label,
        "epochs": len(history.epochs),
        "stopped": history.stopped,
        "kept": kept,
        "pictures": [_picture(recording, epoch) for epoch in kept],
        "loss": _plain(loss, kept),
        "accuracy": _plain(accuracy, kept),
        "norms": {name: _plain(of, kept) for name, of in norms.items()},
        "curve": {
            "epochs": drawn,
            "loss": _plain(loss, drawn, 4),
            "norms": {name: _plain(of, drawn, 4) for name, of in norms.items()},
        },
    }


def _axes(runs) -> dict:
    """Where the axes end, the same for all runs, and their round numbers."""
    curves = [run["curve"] for run in runs]
    last = max(1, *(run["epochs"] for run in runs))
    norms = [norm for curve in curves for norm in curve["norms"].values()]
    return {
        "last": last,
        "epochs": [0, *(10**power for power in range(len(str(last))))],
        "loss": _log_axis([curve["loss"] for curve in curves], 1e-3, 30),
        "norms": _log_axis(norms, 1e-4, 1e4),
    }


def _log_axis(lines, below, above) -> dict:
    """A log axis for these lines, but no further from the first number.

    A run that goes astray ends at the edge, and does not press the others
    flat.
    """
    above_0 = [x for line in lines for x in line if x] or [1.0]
    first = above_0[0]
    low = max(min(above_0), below * first) / 1.2
    high = min(max(above_0), above * first) * 1.2
    return {"low": low, "high": high, "ticks": _ticks(low, high)}


def _ticks(low, high) -> list[float]:
    """Two to six round numbers from low to high."""
    powers = range(math.ceil(math.log10(low)) - 1, math.ceil(math.log10(high)))
    for leading in ((1, 2, 5), (1,)):
        ticks = [float(f"{m}e{power}") for power in powers for m in leading]
        ticks = [tick for tick in ticks if low <= tick <= high]
        if len(ticks) <= 6:
            return ticks
    return ticks[::2]


def _thinned(last: int, kept: list[int]) -> list[int]:
    """Epochs 0 to last; if they are many, evenly spread on a log axis."""
    if last <= CURVE:
        return list(range(last + 1))
    spread = np.geomspace(1, last, CURVE - len(kept))
    return sorted({0, last, *kept, *np.rint(spread).astype(int).tolist()})


def _plain(numbers, epochs, digits=17) -> list:
    """Floats for JSON, which knows no infinity and no NaN: null instead."""
    chosen = [float(numbers[epoch]) for epoch in epochs]
    return [
        float(f"{x:.{digits}g}") if math.isfinite(x) else None for x in chosen
    ]


def _picture(recording, epoch) -> str:
    """A letter for class and confidence of each cell, and how often it stands.

    Confidence goes from 1/C, a mere guess, to 1. A cell without a prediction
    is a "-".
    """
    classes, confidence = recording.on_grid(epoch)
    guess = 1 / recording.classes
    level = (confidence - guess) / (1 - guess) * LEVELS
    level = np.clip(level, 0, LEVELS - 1).astype(int)
    letters = [
        LETTERS[code] if code >= 0 else "-"
        for code in (classes * LEVELS + level).tolist()
    ]
    counted = ((letter, len(list(same))) for letter, same in groupby(letters))
    return "".join(letter + (str(n) if n > 1 else "") for letter, n in counted)


def _points(recording) -> list[list[float]]:
    """For each class x, y, x, y, ... where the figure draws its marks."""
    step = math.ceil(len(recording.inputs) / MARKS)
    inputs, targets = recording.inputs[::step], recording.targets[::step]
    places = (inputs - recording.low) / recording.side * SIZE
    places[:, 1] = SIZE - places[:, 1]  # y goes up
    return [
        places[targets == c].round(1).ravel().tolist()
        for c in range(recording.classes)
    ]
