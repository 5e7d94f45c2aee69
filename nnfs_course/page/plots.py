"""The book's matplotlib figures: one style, dark ink on white paper.

Sign has two colours that stay apart under every colour-vision deficiency, and
lines also differ in their dashes, never in colour alone. In dark mode the page
turns the lightness around.
"""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import LinearSegmentedColormap, ListedColormap

POSITIVE, NEGATIVE, INK, FAINT = "#0063A6", "#B54A00", "#1F2933", "#8A94A0"

# As in the replay of training: figures/js/lookup.css and replay/plane.js.
CLASSES = (
    ("#00598f", "o"),
    ("#a84300", "^"),
    ("#006b4e", "s"),
    ("#86357a", "D"),
)

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


def classes(inputs, targets, *, predict=None, small=False):
    """Draw points of the plane by their class, each with a colour and a shape.

    With predict, the plane behind them is tinted in the colour of the class
    that is predicted there, and lines between the tints show where the
    prediction changes.

    Parameters
    ----------
    inputs : array (N, 2)
        One point for each row.
    targets : array (N,)
        Class indices, 0 to 3.
    predict : callable, optional
        From points, (M, 2), to class indices, (M,): `network.predict`.
    small : bool
        Without axes and legend, for an overview.

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
        _, axes = plt.subplots(figsize=(2, 2) if small else (5.2, 4.6))
        if predict is not None:
            _tint(axes, inputs, predict)
        for c in range(targets.max() + 1):
            colour, marker = CLASSES[c]
            points = inputs[targets == c]
            axes.scatter(
                *points.T,
                s=5 if small else 18,
                marker=marker,
                color=colour,
                edgecolor="white",
                linewidth=0 if small else 0.4,
                label=f"class {c}",
                zorder=3,
            )
        axes.set_aspect("equal")
        if small:
            axes.set_axis_off()
        else:
            axes.set(xlabel="inputs[n, 0]", ylabel="inputs[n, 1]")
            axes.legend(loc="upper left", bbox_to_anchor=(1, 1))
        plt.show()


def images(pictures, *, titles=None, columns=8, signed=False):
    """Draw small pictures in a grid, each with its title above it.

    Without signed, 0 is paper and 1 is ink. With signed, 0 is white, positive
    numbers are blue and negative ones orange, each picture on a scale of its
    own.

    Parameters
    ----------
    pictures : array (K, H, W)
    titles : sequence of K str, optional
    columns : int
        How many pictures stand in one row.
    signed : bool

    Raises
    ------
    ValueError
        If pictures is not (K, H, W) with K above 0, or there are more or
        fewer titles than pictures.
    """
    pictures = np.asarray(pictures, dtype=float)
    if pictures.ndim != 3 or len(pictures) == 0:
        raise ValueError(
            "images draws pictures of shape (K, H, W), but got "
            f"{pictures.shape}. Rows of pixels become pictures by "
            "rows.reshape(-1, H, W)."
        )
    titles = [""] * len(pictures) if titles is None else list(titles)
    if len(titles) != len(pictures):
        raise ValueError(
            f"There are {len(pictures)} pictures but {len(titles)} titles."
        )
    columns = min(columns, len(pictures))
    rows = -(-len(pictures) // columns)
    taller = 0.95 if any(titles) else 0.8
    with plt.rc_context(STYLE | {"font.size": 9}):
        _, axes = plt.subplots(
            rows,
            columns,
            figsize=(0.8 * columns, taller * rows),
            squeeze=False,
            layout="constrained",
            subplot_kw={"xticks": [], "yticks": []},  # making them takes time
        )
        for ax in axes.flat:
            ax.set_axis_off()
        for ax, picture, title in zip(
            axes.flat, pictures, titles, strict=False
        ):
            _paint(ax, picture, signed)
            ax.set_title(title, fontsize=9, pad=2)
        plt.show()


SIGNED = LinearSegmentedColormap.from_list(
    "signed", [NEGATIVE, "#FFF", POSITIVE]
)


def _paint(axes, picture, signed):
    if signed:
        top = np.abs(picture).max() or 1.0
        axes.imshow(picture, cmap=SIGNED, vmin=-top, vmax=top)
    else:
        axes.imshow(picture, cmap="Greys", vmin=0, vmax=1)
    height, width = picture.shape
    frame = plt.Rectangle(
        (-0.5, -0.5), width, height, fill=False, edgecolor=FAINT, linewidth=0.8
    )
    axes.add_patch(frame)


def counts(matrix, *, xlabel, ylabel):
    """Draw a table of counts, darker where there are more; 0 stays empty.

    The scale is logarithmic, so that a single count beside a hundred is seen.

    Raises ValueError if matrix is not a table of whole numbers from 0 up.
    """
    matrix = np.asarray(matrix)
    if matrix.ndim != 2 or matrix.dtype.kind not in "iu" or matrix.min() < 0:
        raise ValueError(
            "counts draws a table of whole numbers from 0 up, but got "
            f"{matrix.dtype} of shape {matrix.shape}."
        )
    shade = np.log1p(matrix)
    top = shade.max() or 1.0
    with plt.rc_context(STYLE | {"axes.grid": False}):
        _, axes = plt.subplots(figsize=(5, 4.6))
        axes.imshow(shade, cmap="Blues", vmin=0, vmax=top)
        for row, column in np.argwhere(matrix):
            axes.text(
                column,
                row,
                matrix[row, column],
                ha="center",
                va="center",
                fontsize=9,
                color="white" if shade[row, column] > 0.6 * top else INK,
            )
        axes.set(
            xlabel=xlabel,
            ylabel=ylabel,
            xticks=range(matrix.shape[1]),
            yticks=range(matrix.shape[0]),
        )
        plt.show()


def saliency(picture, gradient):
    """Draw a picture, and again in pale grey with its gradient on it.

    A blue plus stands where more ink makes the loss larger, an orange minus
    where it makes it smaller; the larger the mark, the larger the gradient.

    Parameters
    ----------
    picture, gradient : array (H, W)
        0 is paper and 1 is ink; the gradient has an entry for each pixel.

    Raises ValueError if they are not two arrays of one shape (H, W).
    """
    picture, gradient = np.asarray(picture), np.asarray(gradient)
    if picture.ndim != 2 or picture.shape != gradient.shape:
        raise ValueError(
            "saliency draws a picture, (H, W), and a gradient of the same "
            f"shape, but got {picture.shape} and {gradient.shape}. A row of "
            "pixels becomes a picture by row.reshape(H, W)."
        )
    area = np.abs(gradient) / (np.abs(gradient).max() or 1.0)
    with plt.rc_context(STYLE):
        _, (left, right) = plt.subplots(
            1, 2, figsize=(5.6, 3), layout="constrained"
        )
        _paint(left, picture, signed=False)
        _paint(right, 0.4 * picture, signed=False)
        for colour, marker, there in (
            (POSITIVE, "+", gradient > 0),
            (NEGATIVE, "_", gradient < 0),
        ):
            rows, columns = np.nonzero(there)
            right.scatter(
                columns,
                rows,
                s=400 * area[there],
                marker=marker,
                color=colour,
                linewidth=2.5,
            )
        for axes, title in ((left, "image"), (right, "gradient of the loss")):
            axes.set_axis_off()
            axes.set_title(title, fontsize=11)
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
