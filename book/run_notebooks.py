"""Run notebooks top to bottom, each in a fresh kernel, and store outputs.

    python book/run_notebooks.py chapters/01-one-neuron.ipynb ...

Only what a reader needs is kept, so that a second run of an unchanged chapter
changes nothing: no timestamps, no kernel versions, no random cell names.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from tqdm import tqdm

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


def run(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook,
        record_timing=False,
        coalesce_streams=True,  # one print, one output
        resources={"metadata": {"path": path.parent}},
    )
    client.execute()
    notebook.metadata = {
        "kernelspec": KERNEL,
        "language_info": {"name": "python"},
    }
    for number, cell in enumerate(notebook.cells, start=1):
        cell.id = f"cell-{number:02}"
        for output in cell.get("outputs", []):
            # A widget's model ends with its kernel; its table stays.
            output.get("data", {}).pop(WIDGET_VIEW, None)
    nbformat.validate(notebook)
    nbformat.write(notebook, path)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("Name the notebooks: run_notebooks.py chapters/*.ipynb")
    os.environ["TQDM_DISABLE"] = "1"  # no progress bars inside of notebooks
    for name in tqdm(sys.argv[1:], unit="notebook"):
        run(Path(name))
