"""The arrows of the house hold, and each forbidden one would be noticed."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

FORBIDDEN = [
    ("checks/shapes.py", "nnfs_course.dense"),
    ("checks/shapes.py", "nnfs_course.page.note"),
    ("graph.py", "nnfs_course.value"),
    ("value.py", "nnfs_course.trace"),
    ("trace.py", "nnfs_course.value_arrays"),
    ("trace.py", "nnfs_course.compiled"),
    ("relu.py", "nnfs_course.dense"),
    ("dense.py", "nnfs_course.network"),
    ("softmax.py", "nnfs_course.softmax_cross_entropy"),
    ("gradient_report.py", "nnfs_course.gradient_check"),
    ("network.py", "nnfs_course.training"),
    ("training.py", "nnfs_course.page.plots"),
    ("training.py", "nnfs_course.figures.recording"),
    ("value.py", "nnfs_course.exercises.run"),
    ("history.py", "nnfs_course.quizzes.prediction"),
    ("page/plots.py", "nnfs_course.value"),
    ("page/source.py", "nnfs_course.figures.figure"),
    ("figures/fork.py", "nnfs_course.exercises.exercise"),
    ("figures/fork.py", "nnfs_course.quizzes.prediction"),
    ("exercises/run.py", "nnfs_course.figures.figure"),
    ("exercises/run.py", "nnfs_course.quizzes.prediction"),
    ("figures/fork.py", "nnfs_course"),
]


def linted(folder: Path) -> subprocess.CompletedProcess:
    linter = Path(sys.executable).with_name("lint-imports")
    options = ["--no-cache", "--config", ROOT / "pyproject.toml"]
    return subprocess.run(
        [linter, *options], cwd=folder, capture_output=True, text=True
    )


@pytest.fixture
def copy(tmp_path):
    shutil.copytree(
        ROOT / "nnfs_course",
        tmp_path / "nnfs_course",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    return tmp_path


def test_every_arrow_is_allowed():
    done = linted(ROOT)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(("place", "imported"), FORBIDDEN)
def test_a_forbidden_arrow_is_noticed(copy, place, imported):
    path = copy / "nnfs_course" / place
    path.write_text(f"{path.read_text()}\nimport {imported}\n")
    done = linted(copy)
    assert done.returncode == 1
    arrow = f"{imported} (l." if imported == "nnfs_course" else imported
    assert f"-> {arrow}" in " ".join(done.stdout.split()), done.stdout


def test_a_new_file_must_be_given_its_place(copy):
    (copy / "nnfs_course" / "attic.py").write_text("")
    done = linted(copy)
    assert done.returncode == 1
    assert "nnfs_course.attic" in done.stdout
