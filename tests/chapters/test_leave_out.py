"""A chapter can be left out: what speaks of it alone is in its own files.

So all other files of the tests are read here. None may import a chapter's
module, name its notebook, or ask for one of its exercises, predictions,
orderings or equations by name: they ask which there are.
"""

import ast
import re

import pytest
import yaml

from nnfs_course.exercises import catalogue
from nnfs_course.quizzes.contents import CHAPTERS as TOLD
from tests.chapters import own, rules
from tests.conftest import CHAPTERS, ROOT, read_notebook

NUMBERED = [path for path in CHAPTERS if path.stem[0].isdigit()]
# A figure is shown on the page of its chapter; the package keeps it.
FIGURES = ("tests/browser/", "tests/figures/", "tests/pages.py")
IDEAS = "tests/exercises/test_ideas.py"
EXERCISES = {e.name for told in catalogue.CHAPTERS.values() for e in told}
NAMES = {
    asked.name
    for told in TOLD.values()
    for asked in (*told.predictions, *told.orderings)
} | {
    label
    for path in NUMBERED
    for label in rules.labelled_equations(read_notebook(path))
}
STEMS = {path.stem for path in NUMBERED}
OWN = re.compile(r"ch\d\d\b|ch\d\d_")
SHARED = [
    path
    for path in sorted((ROOT / "tests").rglob("*.py"))
    if not OWN.search(str(path.relative_to(ROOT)))
]


def told_in(path) -> set[str]:
    """The chapters' things that a file names, as whole strings or imports."""
    name = str(path.relative_to(ROOT))
    text = path.read_text("utf-8")
    # Elsewhere "softmax" is no exercise, and an idea may have the same name.
    checks = "nnfs_course.exercises" in text and name != IDEAS
    names = NAMES | (EXERCISES if checks else set())
    tree = ast.parse(text)
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and OWN.search(node.module or ""):
            found.add(node.module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found |= {node.value} & names
            found |= {stem for stem in STEMS if stem in node.value}
    return found


@pytest.mark.parametrize(
    "path",
    [
        path
        for path in SHARED
        if not str(path.relative_to(ROOT)).startswith(FIGURES)
    ],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_a_shared_file_names_nothing_of_one_chapter(path):
    mend = "To mend it: move the test to tests/chapters/ch.., or ask"
    assert told_in(path) == set(), mend


def test_the_rule_finds_what_a_chapter_has():
    """Else a test that reads nothing would pass."""
    for number, folder in own.folders().items():
        files = [told_in(path) for path in folder.glob("*.py")]
        stem = next(s for s in STEMS if int(s[:2]) == number)
        mine = {exercise.name for exercise in catalogue.CHAPTERS[number]}
        assert set().union(*files) & (NAMES | mine), stem


def test_each_chapter_is_in_the_book_with_all_its_files_and_no_other():
    """What is listed is tested whole; what was left out has left nothing."""
    listed = (ROOT / "_toc.yml").read_text("utf-8")
    files = [
        chapter["file"]
        for part in yaml.safe_load(listed)["parts"]
        for chapter in part["chapters"]
    ]
    numbers = {int(path.stem[:2]) for path in NUMBERED}
    assert {f"chapters/{stem}" for stem in STEMS} == {
        file for file in files if file[9:11].isdigit()
    }
    assert set(catalogue.CHAPTERS) == set(TOLD) == numbers
    assert set(own.folders()) <= numbers
