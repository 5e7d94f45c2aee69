"""The browser re-executes the book: every cell, in order, in the page."""

import pytest
from bs4 import BeautifulSoup

from tests.chapters.rules import code_cells, shows_code
from tests.conftest import CHAPTERS, ROOT, read_notebook

# Cells that cannot print what is stored, by a text in them, and why.
DIFFERS = {
    "MLPClassifier(": "scikit-learn is not in the page, and the cell says so",
}

SHOWN = """cell => [...cell.querySelector("[data-output]").children].map(e => {
    if (e.tagName === "IMG") return ["picture", e.alt];
    if (e.matches(".stream")) return ["text", e.textContent];
    if (e.matches(".text_plain")) return ["plain", e.textContent];
    if (e.matches(".text_html")) return ["html", e.textContent];
    if (e.matches(".highlight-python")) return ["code", e.textContent];
    if (e.querySelector("[data-figure], [data-quiz]")) return ["live"];
    return ["other", e.textContent];
})"""

# What live figures show: each number in full precision.
LIVE = """cell => [...cell.querySelectorAll("[data-figure]")].map(figure => [
    figure.dataset.figure,
    [...figure.querySelectorAll("[data-node]")].map(it => [
        [it.dataset.kind ?? it.type, it.dataset.of, it.dataset.node].join(" "),
        Number(it.dataset.value ?? it.value ?? NaN),
    ]),
])"""


def assert_same_figures(found, expected, number):
    assert len(found) == len(expected)
    for (name, values), (before, as_built) in zip(found, expected, strict=True):
        assert name == before, number
        assert [of for of, _ in values] == [of for of, _ in as_built], number
        approx = pytest.approx([x for _, x in as_built], 1e-6, 1e-6, True)
        assert [x for _, x in values] == approx, (number, name)


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
        elif "text/html" not in data:
            found.append(["plain", data["text/plain"]])
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
    place = path.relative_to(ROOT / "chapters").with_suffix("")
    page = chapter(place.as_posix())
    cells = code_cells(read_notebook(path))
    for number, cell in enumerate(cells, start=1):
        if not shows_code(cell):
            continue
        drawn = page.cell(number).evaluate(LIVE)
        state = page.run(number, seconds=180)
        if any(text in cell.source for text in DIFFERS):
            assert state == "error"
            continue
        assert state == "done", (number, page.output(number))
        if "remove-output" in cell.metadata.get("tags", []):
            continue  # it is not stored, because it needs a kernel in Jupyter
        live = page.cell(number).locator("[data-figure], [data-quiz]")
        expected = [[p.strip("\n") for p in one] for one in stored(cell)]
        if ["live"] in expected or live.count():
            live.first.wait_for()
            redrawn = page.cell(number).evaluate(LIVE)
            assert_same_figures(redrawn, drawn, number)
            continue
        assert shown(page, number) == expected, number
