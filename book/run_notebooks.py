"""Run notebooks top to bottom, each in a fresh kernel, and store outputs.

    python book/run_notebooks.py                        # all of them
    python book/run_notebooks.py 03-cross-entropy index

Only what a reader needs is kept, so that a second run of an unchanged chapter
changes nothing, byte by byte: no timestamps, no kernel versions, no random cell
names, no word in a picture about the program that drew it.
"""

from __future__ import annotations

import base64
import os
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from notebook_cells import METADATA, number_cells, write_once_told
from tqdm import tqdm

CHAPTERS = Path(__file__).resolve().parent.parent / "chapters"
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
PNG_START = 8  # bytes that say that this is a PNG
SAYS_NOTHING = {b"tEXt", b"iTXt", b"zTXt", b"tIME"}  # of the picture itself


def run(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    write_once_told(notebook)
    client = NotebookClient(
        notebook,
        record_timing=False,
        coalesce_streams=True,  # one print, one output
        resources={"metadata": {"path": path.parent}},
    )
    client.execute()
    notebook.metadata = METADATA
    number_cells(notebook)
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            # A widget's model ends with its kernel; its table stays.
            data.pop(WIDGET_VIEW, None)
            if "image/png" in data:
                data["image/png"] = only_picture(data["image/png"])
    nbformat.validate(notebook)
    nbformat.write(notebook, path)


def only_picture(png: str) -> str:
    """The same picture, in base64, without the text that travels in it."""
    old = base64.b64decode(png)
    new, place = old[:PNG_START], PNG_START
    while place < len(old):  # a chunk: its length, name, bytes, checksum
        length = int.from_bytes(old[place : place + 4], "big")
        end = place + 12 + length
        if old[place + 4 : place + 8] not in SAYS_NOTHING:
            new += old[place:end]
        place = end
    return base64.b64encode(new).decode() + "\n" * png.endswith("\n")


def named(names: list[str], folder: Path = CHAPTERS) -> list[Path]:
    """The notebooks of these names, or all. A path counts as its name."""
    found = {
        path.stem: path
        for path in sorted(folder.rglob("*.ipynb"))
        if ".ipynb_checkpoints" not in path.parts
    }
    wanted = [Path(name).stem for name in names] or list(found)
    if unknown := [name for name in wanted if name not in found]:
        raise ValueError(
            f"There is no notebook {', '.join(unknown)} in {folder.name}/. "
            f"There are: {', '.join(found)}."
        )
    return [found[name] for name in wanted]


if __name__ == "__main__":
    os.environ["TQDM_DISABLE"] = "1"  # no progress bars inside of notebooks
    try:
        paths = named(sys.argv[1:])
    except ValueError as error:
        sys.exit(str(error))
    for path in tqdm(paths, unit="notebook"):
        run(path)
