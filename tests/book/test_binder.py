"""Binder installs the notebooks' packages, and the course from its folder."""

import re

from tests.conftest import ROOT


def installed(name: str) -> list[str]:
    text = re.sub(r"#.*", "", (ROOT / name).read_text("utf-8"))
    return text.split("\n")


def test_what_is_edited_is_what_runs():
    """Were there no folder `binder`, Binder would install the course once more
    with `pip install .`: a copy, which no edit reaches."""
    assert "-e ." in installed("binder/requirements.txt")
    assert "-r binder/requirements.txt" in installed("requirements.txt")
    assert (ROOT / "binder" / "runtime.txt").exists()


def test_binder_waits_for_no_test_stack():
    names = {
        re.split(r"[=\s]", line)[0]
        for line in installed("binder/requirements.txt")
    }
    assert {"numpy", "jupyterlab", "ipywidgets"} <= names
    assert not names & {"pytest", "jupyter-book", "playwright", "hypothesis"}
    both = names & {
        re.split(r"[=\s]", x)[0] for x in installed("requirements.txt")
    }
    assert both <= {"", "-c"}  # a version stands once
