"""Backpropagation from scratch: the code behind the chapters, in reading order.

1. `value`: a number that remembers how it was made, and the chain rule
(chapter 1).
2. `trace`: the same computation as a plain list, and as a drawing (chapter 1).

`show_source` puts the code of any of these on the page. `plots` holds the
figures' one style; it needs matplotlib, so import it by name: `from
nnfs_course import plots`.
"""

from nnfs_course.source import show_source
from nnfs_course.trace import draw, trace
from nnfs_course.value import Value, sweep

__all__ = ["Value", "draw", "show_source", "sweep", "trace"]
