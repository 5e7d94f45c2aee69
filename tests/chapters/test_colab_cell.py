"""The first cell of every notebook: in Colab it fetches the course."""

import importlib.util
import io
import re
import socket
import urllib.request

import pytest

from tests.chapters import rules
from tests.conftest import CHAPTERS, read_notebook


@pytest.fixture
def run_cell(monkeypatch):
    """Run the cell as Colab would; return what it asks pip to install."""
    source = rules.code_cells(read_notebook(CHAPTERS[0]))[0].source
    source = re.sub(r"%pip (.+)", r'installed.append(f"\1")', source)

    def run(answer: str, missing: bool) -> list[str]:
        spec = None if missing else object()
        monkeypatch.setattr(importlib.util, "find_spec", lambda name: spec)
        monkeypatch.setattr(socket, "gethostbyname", lambda name: "172.28.0.12")
        asked = []

        def urlopen(address, timeout):
            asked.append(address)
            if answer is None:
                raise OSError("Connection refused")
            return io.BytesIO(answer.encode())

        monkeypatch.setattr(urllib.request, "urlopen", urlopen)
        installed = []
        exec(source, {"installed": installed})
        assert len(asked) == missing
        return installed

    return run


FORK = (
    '[{"path": "fileId=https%3A//github.com/some-teacher/my.fork/blob/main/'
    'chapters/01-its-name.ipynb", "name": "01-its-name.ipynb"}]'
)


def test_colab_installs_from_the_fork_that_the_notebook_came_from(run_cell):
    assert run_cell(FORK, missing=True) == [
        "install --quiet git+https://github.com/some-teacher/my.fork"
    ]


@pytest.mark.parametrize("answer", [None, "[]", '[{"path": "fileId=1zDrive"}]'])
def test_outside_the_repository_the_cell_says_what_to_do(run_cell, answer):
    with pytest.raises(ModuleNotFoundError, match="Install it from there"):
        run_cell(answer, missing=True)


def test_elsewhere_the_cell_does_nothing(run_cell):
    assert run_cell(FORK, missing=False) == []
