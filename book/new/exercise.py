"""A new exercise: `make new-exercise CHAPTER=3 NAME=its-name`.

It is whole and runs: it asks for three times a number. What is yours to write
says FILL IN, and a test names every such line until you have.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "book"))

from notebook_cells import hints_cell, number_cells  # noqa: E402

HINTS = tuple(
    f"FILL IN: a hint, the {n} of three." for n in ("first", "second")
)
HINTS += ("FILL IN: the last hint. It still does not say the answer.",)

EXERCISE = """\
def _{function}(number):
    return 3 * number


{constant} = Exercise(
    name="{name}",
    title="FILL IN a title of a few words",
    reference=_{function},
    cases=lambda rng: [(rng.normal(),), (0.0,), (-2.0,)],
    parts=("y",),
    mistakes=(
        Mistake("{name}-inverse", {{"3 * number": "number / 3"}}).says(
            "FILL IN: what was done.",
            "FILL IN: why it is tempting.",
            "FILL IN: what gives it away.",
            idea="step",
        ),
        Mistake("{name}-plus", {{"3 * number": "3 + number"}}).says(
            "FILL IN: what was done.",
            "FILL IN: why it is tempting.",
            "FILL IN: what gives it away.",
            idea="step",
        ),
    ),
    hints=(
        "{hints[0]}",
        "{hints[1]}",
        "{hints[2]}",
    ),
    notice="FILL IN: what to notice when it is right.",
)
"""


def exercise_text(name: str) -> str:
    """The entry of the exercise, for its chapter's file."""
    function = name.replace("-", "_")
    constant = constant_of(name)
    return EXERCISE.format(
        name=name, function=function, constant=constant, hints=HINTS
    )


def constant_of(name: str) -> str:
    return name.replace("-", "_").upper()


def exercise_cells(name: str, number: int) -> list:
    """Task, stub, hints and folded solution, for its notebook."""
    function = f"my_{name.replace('-', '_')}"
    solution = new_code_cell(
        f"def solution(number):\n    return 3 * number\n\n\n"
        f'check("{name}", solution, count=False)',
        metadata={
            "jupyter": {"outputs_hidden": True, "source_hidden": True},
            "mystnb": {
                "code_prompt_hide": "Hide the solution",
                "code_prompt_show": "Show a solution",
            },
            "tags": ["hide-cell"],
        },
    )
    task = f"### {number}. FILL IN a title of a few words\n\n"
    return [
        new_markdown_cell(
            task + "FILL IN the task, with each argument: `number`."
        ),
        new_code_cell(
            f"def {function}(number):\n    return ...\n\n\n"
            f'check("{name}", {function})'
        ),
        hints_cell(HINTS),
        solution,
    ]


def add_exercise(chapter: int, name: str, root: Path = ROOT) -> list[Path]:
    """Write it into the chapter's two files; return them.

    Raises ValueError for a name that is no name or is taken, and for a chapter
    that is not there. Nothing is written then.
    """
    check_name(name)
    folder = root / "nnfs_course" / "exercises" / "chapters"
    taken = [
        p.name for p in folder.glob("*.py") if f'"{name}"' in p.read_text()
    ]
    if taken:
        raise ValueError(f"The name {name} is taken, in {taken[0]}.")
    module = only(folder.glob(f"ch{chapter:02}_*.py"), f"chapter {chapter}")
    page = only((root / "chapters").glob(f"{chapter:02}-*.ipynb"), "notebook")

    text = module.read_text("utf-8")
    head, end, listed = text.rpartition("\nEXERCISES = (")
    if not end:
        raise ValueError(f"{module.name} has no line 'EXERCISES = (...)'.")
    names = [*re.findall(r"\w+", listed), constant_of(name)]
    listed = "".join(f"    {each},\n" for each in names)
    listing = f"\nEXERCISES = (\n{listed})\n"
    if len(one_line := f"\nEXERCISES = ({', '.join(names)})\n") <= 82:
        listing = one_line
    entry = f"\n\n{exercise_text(name)}"
    notebook = nbformat.read(page, as_version=4)
    headings = [cell.source.partition("\n")[0] for cell in notebook.cells]
    place = headings.index("## Quiz")
    number = 1 + sum(
        bool(re.match(r"### \d+\. ", heading))
        for heading in headings[headings.index("## Exercises") : place]
    )
    notebook.cells[place:place] = exercise_cells(name, number)
    number_cells(notebook)

    module.write_text(head.rstrip("\n") + "\n" + entry + listing, "utf-8")
    nbformat.write(notebook, page)
    return [module, page]


def check_name(name: str) -> None:
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", name):
        raise ValueError(
            f"A name is made of small letters and hyphens, like its-name; got "
            f"{name!r}. Write it behind NAME=."
        )


def only(paths, what: str) -> Path:
    found = list(paths)
    if len(found) != 1:
        raise ValueError(f"There must be one file of {what}, not {len(found)}.")
    return found[0]


def tell(written: list[Path], then: str, root: Path = ROOT) -> None:
    """Say what is there, and what is to be done now."""
    print(
        "Written:",
        *(f"  {path.relative_to(root)}" for path in written),
        sep="\n",
    )
    print('Now write what says "FILL IN" in them, then:')
    print(f'  make notebooks ONLY="{then}"')
    print("  .venv/bin/python -m pytest tests/chapters/test_filled_in.py")


if __name__ == "__main__":
    try:
        chapter, name = sys.argv[1:]
        if not chapter.isdigit():
            raise ValueError(f"CHAPTER is a number, like 3; got {chapter!r}.")
        files = add_exercise(int(chapter), name)
    except ValueError as error:
        sys.exit(str(error))
    tell(files, f"{files[-1].stem} index")
