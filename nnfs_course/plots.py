"""The book's matplotlib figures: one style, dark ink on white paper.

Sign has two colours that stay apart under every colour-vision deficiency, and
lines also differ in their dashes, never in colour alone. In dark mode the page
turns the lightness around.
"""

from __future__ import annotations

import matplotlib.pyplot as plt

POSITIVE, NEGATIVE, INK, FAINT = "#0063A6", "#B54A00", "#1F2933", "#8A94A0"

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
    lines, *, xlabel, ylabel, points=None, xscale="linear", yscale="linear"
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

    Raises
    ------
    ValueError
        If there is no line, or the x and y of a line differ in length.
    """
    if not lines:
        raise ValueError("curves needs at least one line, but got none.")
    for name, (x, y) in lines.items():
        if len(x) != len(y):
            raise ValueError(
                f"The line {name!r} has {len(x)} x but {len(y)} y values."
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
            axes.legend()
        plt.show()
