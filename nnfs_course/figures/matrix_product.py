"""The matrix product of chapter 2: a row meets a column."""

from __future__ import annotations

import html

import traitlets

from nnfs_course.figures.figure import Figure
from nnfs_course.page.widget import Widget

A = [[1, -2, 3], [0, 4, 1]]
B = [[2, 1, 0, -1], [0, -1, 3, 2], [5, 2, 1, 4]]


class MatrixProduct(Widget):
    """A (2, 3) @ B (3, 4) = C (2, 4); each entry of C shows its sum.

    Either side can lie on its side, and is then turned back by `.T`.
    """

    _esm, _css = Figure._esm, Figure._css

    spec = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)

    def __init__(self):
        spec = {
            "name": "matrix-product",
            "title": "A row meets a column",
            "hint": "point at an entry of C: its sum is written out",
            "A": A,
            "B": B,
        }
        turned = {"A": False, "B": False}
        super().__init__(
            spec=spec, state={"turned": turned, "selected": [0, 1]}
        )
        # The module is that of the other figures: a page holds it once.
        kind = f"{Figure.__module__}.{Figure.__qualname__}"
        self._anywidget_id = kind

    def __repr__(self) -> str:
        return f"Figure({self.spec['name']!r})"

    def as_html(self) -> str:
        """Each entry of C with its sum, as an HTML table."""
        rows = "".join(
            f"<tr><th scope='row'>C[{i},{j}]</th><td>{_sum(i, j)}</td></tr>"
            for i in range(len(A))
            for j in range(len(B[0]))
        )
        title = html.escape(self.spec["title"])
        return (
            f"<table><caption>{title}: C = A @ B, with A = {A} and B = {B} "
            "(live in the built book and in a running notebook)</caption>"
            "<thead><tr><th>entry</th><th>row of A · column of B</th></tr>"
            f"</thead><tbody>{rows}</tbody></table>"
        )


def _sum(i: int, j: int) -> str:
    pairs = [(A[i][k], B[k][j]) for k in range(len(B))]
    terms = " + ".join(f"({a}) · ({b})" for a, b in pairs)
    return f"{terms} = {sum(a * b for a, b in pairs)}"


def matrix_product() -> MatrixProduct:
    """C = A @ B, entry by entry: which row and which column it comes from."""
    return MatrixProduct()
