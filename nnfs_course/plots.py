"""The book's matplotlib figures: one style, dark ink on white paper.

Sign has two colours that stay apart under every colour-vision deficiency, and
lines also differ in their dashes, never in colour alone. In dark mode the page
turns the lightness around.
"""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import ListedColormap

POSITIVE, NEGATIVE, INK, FAINT = "#0063A6", "#B54A00", "#1F2933", "#8A94A0"

CLASSES = ((POSITIVE, "o"), (NEGATIVE, "^"), (INK, "s"), (FAINT, "D"))

STYLE = {
    "figure.figsize": (6.4, 3.4),
    "figure.dpi": 130,
    "figure.facecolor": "white",
    "font.size": 11,
    "text.color": INK,
    "axes.edgecolor": FAINT,
    "axes.labelcolor": INK,
    "axes.grid": True,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.prop_cycle": plt.cycler(
        color=[POSITIVE, NEGATIVE, INK, FAINT], linestyle=["-", "--", ":", "-."]
    ),
    "grid.color": "#E3E7EB",
    "xtick.color": INK,
    "ytick.color": INK,
    "lines.linewidth": 2,
    "legend.frameon": False,
}


def curves(
    lines,
    *,
    xlabel,
    ylabel,
    points=None,
    xscale="linear",
    yscale="linear",
    legend="inside",
):
    """Draw named lines, and named points on top of them.

    Parameters
    ----------
    lines : dict of str to (x, y)
        One line for each name. x and y are sequences of the same length.
    points : dict of str to (x, y), optional
        One marked point for each name, which is written beside it.
    xlabel, ylabel, xscale, yscale : str
        As in matplotlib.
    legend : str
        "inside", where most room is left, or "above", if there is none.

    Raises
    ------
    ValueError
        If there is no line, or the x and y of a line differ in length, or
        legend is another word.
    """
    if not lines:
        raise ValueError("curves needs at least one line, but got none.")
    for name, (x, y) in lines.items():
        if len(x) != len(y):
            raise ValueError(
                f"The line {name!r} has {len(x)} x but {len(y)} y values."
            )
    places = {
        "inside": {},
        "above": dict(loc="lower left", bbox_to_anchor=(0, 1), ncols=4),
    }
    if legend not in places:
        raise ValueError(
            f"legend must be one of {list(places)}, but got {legend!r}."
        )
    with plt.rc_context(STYLE):
        _, axes = plt.subplots()
        for name, (x, y) in lines.items():
            axes.plot(x, y, label=name)
        for name, (x, y) in (points or {}).items():
            axes.plot([x], [y], "o", color=INK, markersize=7, zorder=3)
            axes.annotate(
                name, (x, y), xytext=(8, 8), textcoords="offset points"
            )
        axes.set(xlabel=xlabel, ylabel=ylabel, xscale=xscale, yscale=yscale)
        if len(lines) > 1:
            axes.legend(**places[legend])
        plt.show()


def classes(inputs, targets, *, predict=None):
    """Draw points of the plane by their class, each with a colour and a shape.

    With predict, the plane behind them is tinted in the colour of the class
    that is predicted there, and dark lines show where the prediction changes.

    Parameters
    ----------
    inputs : array (N, 2)
        One point for each row.
    targets : array (N,)
        Class indices, 0 to 3.
    predict : callable, optional
        From points, (M, 2), to class indices, (M,): `network.predict`.

    Raises
    ------
    ValueError
        If inputs are not points of the plane, or targets are not one class
        index for each, or there are more than four classes.
    """
    inputs, targets = np.asarray(inputs), np.asarray(targets)
    if inputs.ndim != 2 or inputs.shape[1] != 2 or len(inputs) == 0:
        raise ValueError(
            "classes draws points of the plane, so inputs must have shape "
            f"(N, 2), but got {inputs.shape}."
        )
    if targets.shape != inputs.shape[:1] or targets.dtype.kind not in "iu":
        raise ValueError(
            f"targets must be class indices, one for each of the {len(inputs)} "
            f"points, but got {targets.dtype} of shape {targets.shape}. "
            "One-hot rows become indices by targets.argmax(axis=1)."
        )
    if targets.min() < 0 or targets.max() >= len(CLASSES):
        raise ValueError(
            f"There are looks for {len(CLASSES)} classes, 0 to "
            f"{len(CLASSES) - 1}, but targets go from {targets.min()} to "
            f"{targets.max()}."
        )
    with plt.rc_context(STYLE | {"axes.grid": False}):
        _, axes = plt.subplots(figsize=(5.2, 4.6))
        if predict is not None:
            _tint(axes, inputs, predict)
        for c in range(targets.max() + 1):
            colour, marker = CLASSES[c]
            points = inputs[targets == c]
            axes.scatter(
                *points.T,
                s=18,
                marker=marker,
                color=colour,
                edgecolor="white",
                linewidth=0.4,
                label=f"class {c}",
                zorder=3,
            )
        axes.set(xlabel="inputs[n, 0]", ylabel="inputs[n, 1]")
        axes.set_aspect("equal")
        axes.legend(loc="upper left", bbox_to_anchor=(1, 1))
        plt.show()


def _tint(axes, inputs, predict, across=220):
    """The plane around the inputs, in the colours of the predicted classes."""
    middle = (inputs.min(axis=0) + inputs.max(axis=0)) / 2
    half = 0.55 * np.ptp(inputs, axis=0).max() or 1.0
    x, y = (np.linspace(m - half, m + half, across) for m in middle)
    points = np.stack(np.meshgrid(x, y), axis=-1)  # (across, across, 2)
    found = np.asarray(predict(points.reshape(-1, 2))).reshape(across, across)
    axes.imshow(
        found,
        cmap=ListedColormap([colour for colour, _ in CLASSES]),
        vmin=-0.5,
        vmax=len(CLASSES) - 0.5,
        alpha=0.22,
        origin="lower",
        interpolation="nearest",
        extent=(x[0], x[-1], y[0], y[-1]),
    )
    for c in np.unique(found):
        if (found != c).any():
            axes.contour(x, y, found == c, [0.5], colors=INK, linewidths=0.8)
