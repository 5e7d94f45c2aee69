"""A learner's way: JupyterLab opens a chapter, runs every cell, no error."""

import os
import re
import shutil
import subprocess
import sys
import time

import nbformat
import pytest
from notebook_cells import METADATA

from tests.chapters import rules
from tests.conftest import CHAPTERS, ROOT, read_notebook


@pytest.fixture
def lab(tmp_path):
    """A JupyterLab over a copy of the chapters; yields (address, folder)."""
    shutil.copytree(ROOT / "chapters", tmp_path / "chapters")
    log = tmp_path / "lab.log"
    # The reader's own settings and open tabs stay out of it.
    own = ("JUPYTER_CONFIG_DIR", "JUPYTERLAB_WORKSPACES_DIR")
    environ = os.environ | {name: str(tmp_path / name) for name in own}
    command = [
        *(sys.executable, "-m", "jupyterlab", "--no-browser", "--port=0"),
        *("--allow-root", "--IdentityProvider.token=", "--ServerApp.password="),
        f"--ServerApp.root_dir={tmp_path / 'chapters'}",
        "--LabApp.news_url=None",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ]
    with log.open("w") as output:
        server = subprocess.Popen(
            command, stdout=output, stderr=output, env=environ
        )
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


def open_notebook(browser, address, name):
    page = browser.new_page(viewport={"width": 1280, "height": 1600})
    page.goto(f"{address}/lab/tree/{name}")
    page.wait_for_selector(".jp-NotebookPanel .jp-CodeCell", timeout=60_000)
    page.get_by_text("| Idle").wait_for(timeout=60_000)
    return page


def run_all(page):
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()


def test_the_first_chapter_runs_in_jupyterlab(browser, lab):
    address, folder = lab
    name = min(path.name for path in CHAPTERS if path.stem[0].isdigit())
    path = folder / name
    stored = read_notebook(path)
    for cell in rules.code_cells(stored):
        cell.update(outputs=[], execution_count=None)
    nbformat.write(stored, path)

    page = open_notebook(browser, address, name)
    run_all(page)
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


def test_a_figure_and_python_share_their_numbers(browser, lab):
    address, folder = lab
    sources = (
        "from nnfs_course import figures",
        "figure = figures.one_neuron()\nfigure",
        "figure  # a second view",
        'print("read", figure.values["w0"], figure.gradients["x0"])',
        'figure.values["w1"] = 2.5',
    )
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    written = nbformat.v4.new_notebook(cells=cells, metadata=METADATA)
    nbformat.write(written, folder / "figure.ipynb")

    page = open_notebook(browser, address, "figure.ipynb")
    run_all(page)
    ready = '[data-figure="one-neuron"][data-ready="true"]'
    page.locator(ready).nth(1).wait_for(timeout=30_000)
    views = page.locator(ready)
    assert views.count() == 2

    def sliders(node):
        """The node's slider in both views."""
        return [
            float(
                views.nth(k)
                .locator(f"input[data-node={node}]")
                .first.input_value()
            )
            for k in range(2)
        ]

    # Python set w1: both views show it.
    page.wait_for_function(
        """document.querySelector(
            '[data-figure=one-neuron] input[type=range][data-node=w1]'
        ).value == 2.5"""
    )
    assert sliders("w1") == [2.5, 2.5]

    # The hand moves w0 in one view: the other follows, and Python reads it.
    views.nth(0).locator("input[type=range][data-node=w0]").evaluate(
        """input => { input.value = "1.25";
        input.dispatchEvent(new Event("input", { bubbles: true })) }"""
    )
    assert sliders("w0") == [1.25, 1.25]
    page.get_by_text('print("read"').click()
    page.keyboard.press("Shift+Enter")
    # x0's gradient is w0 while the gate is open: z = 1.25 - 5 + 6 + 1 > 0.
    page.get_by_text("read 1.25 1.25").wait_for(timeout=10_000)
    page.close()
