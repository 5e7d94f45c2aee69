"""The browser re-executes the book: every cell, in order, in the page."""

import pytest
from bs4 import BeautifulSoup

from tests.chapters.rules import code_cells, shows_code
from tests.conftest import CHAPTERS, read_notebook

# (chapter, cell): why the page shows something else than what is stored.
DIFFERS = {
    (8, 8): "scikit-learn is not in the page, and the cell says so",
}

# Everything is opened, also what waits for a prediction.
UNFOLD = """() => {
    document.querySelectorAll("details").forEach(d => d.open = true);
    document.querySelectorAll("button[data-show]").forEach(b => b.click());
}"""

SHOWN = """cell => [...cell.querySelector("[data-output]").children].map(e => {
    if (e.tagName === "IMG") return ["picture", e.alt];
    if (e.matches(".stream")) return ["text", e.textContent];
    if (e.matches(".text_html")) return ["html", e.textContent];
    if (e.matches(".highlight-python")) return ["code", e.textContent];
    if (e.querySelector("[data-figure], [data-quiz]")) return ["live"];
    return ["other", e.textContent];
})"""


def stored(cell):
    """What the notebook stores, in the words of SHOWN."""
    found = []
    for output in cell.outputs:
        if output.output_type == "stream":
            assert output.name == "stdout"
            found.append(["text", output.text])
            continue
        data = output.data
        if "image/png" in data:
            found.append(["picture"])
        elif "text/markdown" in data:
            code = data["text/markdown"]
            code = code.removeprefix("```python\n").removesuffix("\n```")
            found.append(["code", code])
        elif "(live in the built book" in data["text/html"]:
            found.append(["live"])
        else:
            html = BeautifulSoup(data["text/html"], "html.parser")
            found.append(["html", html.get_text()])
    return found


def shown(page, number):
    found = page.cell(number).evaluate(SHOWN)
    return [
        one[:1] if one[0] == "picture" else [part.strip("\n") for part in one]
        for one in found
    ]


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_every_cell_prints_what_is_stored(chapter, path):
    page = chapter(path.stem)
    page.page.evaluate(UNFOLD)
    number = int(path.stem[:2]) if path.stem[0].isdigit() else 0
    cells = code_cells(read_notebook(path))
    for place, cell in enumerate(cells, start=1):
        if not shows_code(cell):
            continue
        state = page.run(place, seconds=120)
        if (number, place) in DIFFERS:
            assert state == "error"
            continue
        assert state == "done", (place, page.output(place))
        if "remove-output" in cell.metadata.get("tags", []):
            continue  # it is not stored, because it needs a kernel in Jupyter
        expected = [[p.strip("\n") for p in one] for one in stored(cell)]
        live = page.cell(place).locator("[data-figure], [data-quiz]")
        if expected == [["live"]] or live.count():
            live.first.wait_for()
            continue
        assert shown(page, place) == expected, place
