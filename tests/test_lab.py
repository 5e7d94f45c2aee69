"""A learner's way: JupyterLab opens chapter 1, runs every cell, no error."""

import re
import shutil
import subprocess
import sys
import time

import nbformat
import pytest

from tests import rules
from tests.conftest import ROOT, read_notebook


@pytest.fixture
def lab(tmp_path):
    """A JupyterLab over a copy of the chapters; yields (address, folder)."""
    shutil.copytree(ROOT / "chapters", tmp_path / "chapters")
    log = tmp_path / "lab.log"
    command = [
        *(sys.executable, "-m", "jupyterlab", "--no-browser", "--port=0"),
        *("--allow-root", "--IdentityProvider.token=", "--ServerApp.password="),
        f"--ServerApp.root_dir={tmp_path / 'chapters'}",
        "--LabApp.news_url=None",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ]
    with log.open("w") as output:
        server = subprocess.Popen(command, stdout=output, stderr=output)
    try:
        for _ in range(300):
            found = re.search(
                r"http://(?:localhost|127[\d.]+):\d+", log.read_text()
            )
            if found or server.poll() is not None:
                break
            time.sleep(0.1)
        assert found, log.read_text()
        yield found[0], tmp_path / "chapters"
    finally:
        server.terminate()
        server.wait(timeout=20)


def test_chapter_1_runs_in_jupyterlab(browser, lab):
    address, folder = lab
    name = "01-one-neuron.ipynb"
    path = folder / name
    stored = read_notebook(path)
    for cell in rules.code_cells(stored):
        cell.update(outputs=[], execution_count=None)
    nbformat.write(stored, path)

    page = browser.new_page()
    page.goto(f"{address}/lab/tree/{name}")
    page.wait_for_selector(".jp-NotebookPanel .jp-CodeCell", timeout=60_000)
    page.get_by_text("| Idle").wait_for(timeout=60_000)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()

    count = len(rules.code_cells(stored))
    for _ in range(60):
        page.keyboard.press("Control+s")
        time.sleep(1)
        after = read_notebook(path)
        if rules.code_cells(after)[-1].execution_count == count:
            break
    page.close()
    assert rules.execution_problems(after) == []
    assert rules.output_problems(after) == []
    assert rules.outputs_text(after) == rules.outputs_text(
        read_notebook(ROOT / "chapters" / name)
    )
