"""Figure: a trace and a description of its picture, as a widget.

Python records the trace with the package's own mathematics and sends it to the
browser as data. There, js/ evaluates it when a slider moves. So the same
numbers appear in JupyterLab, with a kernel, and in the built book, without.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, MutableMapping
from pathlib import Path

import traitlets

from nnfs_course.checks.numbers import is_number, shown
from nnfs_course.figures.evaluate import evaluate
from nnfs_course.page.widget import Widget, script, styles
from nnfs_course.value import Value

HERE = Path(__file__).parent / "js"


class Figure(Widget):
    """A live figure. Make one with `one_neuron()`, `fork()` and the others.

    Attributes
    ----------
    values : mapping of str to float
        The numbers that sliders move. Read them, or set them to move a slider:
        `figure.values["w0"] = 2`.
    gradients : dict of str to float
        The gradient of the figure's output for every named number.
    """

    _esm = script(HERE / "figure.js")
    _css = styles(HERE / "figure.css")

    spec = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)

    def __init__(self, spec: dict, values: Mapping[str, float] | None = None):
        spec = dict(spec)
        start = {
            "values": {k: v["value"] for k, v in spec["leaves"].items()},
            "selected": spec.pop("selected"),
            "step": None,
            "predicting": spec.pop("predicting", None),
            "diagonal": False,
        }
        super().__init__(spec=spec, state=start)
        self.values = values or {}
        self.spec = {**spec, "start": self.state}

    @property
    def values(self) -> Values:
        return Values(self)

    @values.setter
    def values(self, new: Mapping[str, float]) -> None:
        leaves = self.spec["leaves"]
        if not isinstance(new, Mapping):
            raise ValueError(
                "values must be a dict of names and numbers, but got "
                f"{type(new).__name__}."
            )
        checked = {name: _checked(name, new[name], leaves) for name in new}
        merged = {**self.state["values"], **checked}
        self.state = {**self.state, "values": merged}

    @property
    def gradients(self) -> dict[str, float]:
        root = self.spec["root"]
        nodes = self._named()
        nodes[root].backward()
        return {name: node.grad for name, node in nodes.items()}

    def _named(self) -> dict[str, Value]:
        """Leaves with a slider, and results with a name; no constants."""
        nodes = evaluate(self.spec["trace"], self.state["values"])
        leaves = self.spec["leaves"]
        return {
            name: node
            for name, node in nodes.items()
            if name in leaves or node.op != "leaf"
        }

    def __repr__(self) -> str:
        return f"Figure({self.spec['name']!r})"

    def as_html(self) -> str:
        """The figure's numbers as an HTML table: those that it shows."""
        nodes = self._named()
        columns = {"value": {n: f"{v.data:.4g}" for n, v in nodes.items()}}
        if not self.spec.get("forward"):
            heading = f"gradient of {html.escape(self.spec['root'])}"
            slopes = self.gradients.items()
            columns[heading] = {name: f"{g:+.4g}" for name, g in slopes}
        heads = "".join(f"<th>{head}</th>" for head in ("name", *columns))
        rows = "".join(
            f"<tr><th scope='row'>{html.escape(name)}</th>"
            + "".join(f"<td>{column[name]}</td>" for column in columns.values())
            + "</tr>"
            for name in nodes
        )
        title = html.escape(self.spec["title"])
        return (
            f"<table><caption>{title} (live in the built book and in a running "
            f"notebook)</caption><thead><tr>{heads}</tr></thead>"
            f"<tbody>{rows}</tbody></table>"
        )


class Values(MutableMapping):
    """The numbers behind the sliders: reading reads, setting moves them."""

    def __init__(self, figure: Figure):
        self._figure = figure

    def __getitem__(self, name: str) -> float:
        _known(name, self._figure.spec["leaves"])
        return self._figure.state["values"][name]

    def __setitem__(self, name: str, value: float) -> None:
        _known(name, self._figure.spec["leaves"])
        self._figure.values = {name: value}

    def __delitem__(self, name: str) -> None:
        raise ValueError(
            "A figure's numbers can be set, but not removed. To start again: "
            "make the figure anew."
        )

    def __iter__(self) -> Iterator[str]:
        return iter(self._figure.state["values"])

    def __len__(self) -> int:
        return len(self._figure.state["values"])

    def __repr__(self) -> str:
        return repr(dict(self))


class NoSuchSlider(ValueError, KeyError):
    """A bad value, and also a missing key: `in` and `.get` rely on that."""

    __str__ = ValueError.__str__  # KeyError would print quotation marks


def _known(name: str, leaves: Mapping) -> None:
    if not isinstance(name, str) or name not in leaves:
        raise NoSuchSlider(
            f"This figure has no slider {shown(name)}. It has: "
            f"{', '.join(leaves)}."
        )


def _checked(name: str, value: float, leaves: Mapping) -> float:
    _known(name, leaves)
    low, high = leaves[name]["min"], leaves[name]["max"]
    if not is_number(value) or value != value:  # only NaN is not itself
        raise ValueError(f"{name} must be a number, but got {shown(value)}.")
    if not low <= value <= high:
        raise ValueError(
            f"{name} must lie between {low:g} and {high:g}, the ends of its "
            f"slider, but got {shown(value)}."
        )
    return float(value)
