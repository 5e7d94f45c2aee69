"""A backend for matplotlib: plots go to the page when a cell is done.

It does what matplotlib-inline does in a notebook: the same size, cut to what
is drawn.
"""

from __future__ import annotations

import base64
import io

from matplotlib._pylab_helpers import Gcf
from matplotlib.backends.backend_agg import FigureCanvasAgg as FigureCanvas

from in_page import outputs

__all__ = ["FigureCanvas", "show"]


def png(figure) -> str:
    """A figure as PNG, in base64."""
    content = io.BytesIO()
    figure.savefig(content, format="png", bbox_inches="tight", dpi=figure.dpi)
    return base64.b64encode(content.getvalue()).decode()


def show(*args, **ignored) -> None:
    """Show all open figures, and close them."""
    managers = Gcf.get_all_fig_managers()
    try:
        for manager in managers:
            outputs.display(manager.canvas.figure)
    finally:
        Gcf.destroy_all()
