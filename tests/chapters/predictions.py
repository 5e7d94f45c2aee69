"""Rules for predictions: nothing gives an answer away before it is made.

As in rules.py, each returns a list of what is wrong. What a reader sees is
read from the notebook: text, code, outputs, the tables of figures, alt text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bs4 import BeautifulSoup

from nnfs_course.quizzes.prediction import PredictChoice, PredictNumber
from tests.chapters import rules

SHOWN = re.compile(r'^predict\("([\w-]+)"\)$', re.MULTILINE)
ASKS = re.compile(r"^(?:predict|order|opening|quiz|progress)\(", re.MULTILINE)
HEADING = re.compile(r"^(?=#{1,6} )", re.MULTILINE)
WAITS = re.compile(r"(output-)?after:([\w-]+)$")
NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?!\w|\.\d)")


@dataclass
class Piece:
    """A part of a page: visible at once, or when a prediction was made."""

    cell: int
    section: int
    text: str
    waits: str | None


def pieces(notebook) -> list[Piece]:
    found, section = [], 0
    for number, cell in enumerate(notebook.cells):
        waits = {
            bool(tag[1]): tag[2]
            for tag in map(WAITS.match, cell.metadata.get("tags", []))
            if tag
        }
        whole, output = waits.get(False), waits.get(True)
        if cell.cell_type == "markdown":
            for part in filter(None, HEADING.split(cell.source)):
                section += bool(HEADING.match(part))
                found.append(Piece(number, section, part, whole))
        elif cell.cell_type == "code" and not ASKS.search(cell.source):
            found.append(Piece(number, section, cell.source, whole))
            printed = rules.outputs_text_of([cell])
            told = f"{printed}\n{rules.alt_text(cell)}"
            found.append(Piece(number, section, told, whole or output))
        elif cell.cell_type == "code":
            found.append(Piece(number, section, "", whole))
    return found


def prediction_problems(notebook, predictions) -> list[str]:
    """What is wrong with a chapter's predictions, by name."""
    shown = {
        name: number
        for number, cell in enumerate(notebook.cells)
        if cell.cell_type == "code"
        for name in SHOWN.findall(cell.source)
    }
    parts = pieces(notebook)
    waited_for = {part.waits for part in parts} - {None}
    problems = [
        f"{name!r} stands in one of two places only: the chapter's file of "
        "questions, or the notebook"
        for name in sorted(shown.keys() ^ predictions.keys())
    ]
    problems += [
        f"cells wait for {name!r}, which is not asked"
        for name in sorted(waited_for - shown.keys())
    ]
    for name, number in shown.items():
        tags = notebook.cells[number].metadata.get("tags", [])
        if "remove-input" not in tags:
            problems.append(f"the cell of {name!r} shows its code")
        waiting = [part.cell for part in parts if part.waits == name]
        if not waiting or min(waiting) <= number:
            problems.append(f"nothing after {name!r} waits for it")
        if name in predictions:
            seen = visible(parts, shown, name)
            problems += away_problems(predictions[name], seen)
    return problems


def visible(parts: list[Piece], shown: dict[str, int], name: str) -> str:
    """What stands in the prediction's section when it is asked.

    Earlier predictions may have been made: what waits for them is visible.
    """
    (section,) = {p.section for p in parts if p.cell == shown[name]}
    texts = [
        part.text
        for part in parts
        if part.section == section
        and (part.waits is None or shown.get(part.waits, -1) < shown[name])
    ]
    return "\n".join(texts)


def away_problems(prediction, seen: str) -> list[str]:
    """What is seen must not hold the answer, as digits or as words."""
    found = gives_away(prediction, f"{seen}\n{prediction.text}")
    if found and not prediction.given:
        return [f"{prediction.name!r}: its answer, {found}, can be seen"]
    if prediction.given and not found:
        return [f"{prediction.name!r}: `given` explains nothing"]
    return []


def gives_away(prediction, seen: str) -> str:
    """The answer as it can be seen before it is made, or "".

    A number counts with any sign and as 3.0 for 3; a choice by its words. A
    sign, and which entries of a matrix, cannot be found in text.
    """
    seen = BeautifulSoup(seen, "html.parser").get_text(" ")
    if isinstance(prediction, PredictNumber):
        size = abs(float(prediction.key(prediction.answer)))
        found = [n for n in NUMBER.findall(seen) if float(n) == size]
        return found[0] if found else ""
    if isinstance(prediction, PredictChoice):
        words = f" {in_words(prediction.answer)} "
        return prediction.answer if words in f" {in_words(seen)} " else ""
    return ""


def in_words(text: str) -> str:
    words = re.findall(r"[\w.@]+", text.lower())
    return " ".join(filter(None, (word.strip(".") for word in words)))
