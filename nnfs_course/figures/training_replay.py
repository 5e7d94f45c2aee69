"""TrainingReplay: runs of training, played again with nothing computed anew.

Python evaluates the network at the epochs that a Recording kept; the page gets
the pictures and the history as data. So the figure needs no kernel.
"""

from __future__ import annotations

import html

from nnfs_course.checks.numbers import is_whole, shown
from nnfs_course.figures.lookup import Lookup
from nnfs_course.figures.replay_data import spec_of


def training_replay(
    runs, *, run=None, epoch=None, varies="learning rate"
) -> TrainingReplay:
    """Training played again: the boundary, the loss and the gradient norms.

    Parameters
    ----------
    runs : dict of str to (Recording, History)
        For each run its label, like "1.0", and what was recorded. All runs
        are on the same data.
    run, epoch : str, int, optional
        What to show first. Without them: the first run, its last epoch.
    varies : str
        What the labels are; it names the slider that chooses the run.

    Raises
    ------
    ValueError
        If there is no run, a recording was not passed to `train`, a recording
        and a history are of different runs, or runs have different data.
    """
    figure = TrainingReplay(spec_of(runs, varies))
    if run is not None:
        figure.run = run
    figure.epoch = figure._kept[-1] if epoch is None else epoch
    figure.spec = {**figure.spec, "start": figure.state}
    return figure


class TrainingReplay(Lookup):
    """A live figure. Make one with `training_replay()`.

    Attributes
    ----------
    run : str
        The label of the run that is shown. Set it to show another one.
    epoch : int
        The epoch that is shown: set it, and the nearest kept one is shown.
    """

    def __init__(self, spec: dict):
        first = spec["runs"][0]["label"]
        super().__init__(spec=spec, state={"run": first, "epoch": 0})

    @property
    def run(self) -> str:
        return self.state["run"]

    @run.setter
    def run(self, label: str) -> None:
        labels = [run["label"] for run in self.spec["runs"]]
        if not isinstance(label, str) or label not in labels:
            raise ValueError(
                f"This figure has no run {shown(label)}. It has: "
                f"{', '.join(map(shown, labels))}."
            )
        self.state = {**self.state, "run": label}

    @property
    def epoch(self) -> int:
        return min(self._kept, key=lambda e: abs(e - self.state["epoch"]))

    @epoch.setter
    def epoch(self, epoch: int) -> None:
        last = self._kept[-1]
        if not is_whole(epoch) or not 0 <= epoch <= last:
            raise ValueError(
                f"epoch must be a whole number from 0, before training, to "
                f"{last}, the last epoch of run {shown(self.run)}, but got "
                f"{shown(epoch)}."
            )
        self.state = {**self.state, "epoch": int(epoch)}

    @property
    def _kept(self) -> list[int]:
        """The epochs of the run that is shown."""
        runs = {run["label"]: run for run in self.spec["runs"]}
        return runs[self.run]["kept"]

    def __repr__(self) -> str:
        return "TrainingReplay()"

    def as_html(self) -> str:
        """How each run began and ended, as an HTML table.

        Only what is the same on every processor may stand here, for stored
        outputs are compared strictly. Late in a long run, or once a run goes
        astray, rounding decides the digits. So the table has the first loss,
        to two digits, the number of epochs, and a word for the end.
        """
        rows = "".join(
            f"<tr><th scope='row'>{html.escape(run['label'])}</th>"
            f"<td>{run['loss'][0]:.2g}</td><td>{_ending(run)}</td></tr>"
            for run in self.spec["runs"]
        )
        varies = html.escape(self.spec["varies"])
        return (
            "<table><caption>Training, played again (live in the built book "
            "and in a running notebook)</caption><thead><tr>"
            f"<th>{varies}</th><th>loss before training</th><th>end</th></tr>"
            f"</thead><tbody>{rows}</tbody></table>"
        )


def _ending(run) -> str:
    epochs = run["epochs"]
    if run["stopped"] is None:
        return f"done: {epochs} epochs"
    return run["stopped"]  # in which epoch depends on the processor
