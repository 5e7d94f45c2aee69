"""Each gate can fail: the wrong thing, made on purpose, is caught."""

import re
import shutil
import subprocess
import sys

import nbformat
import pytest
from nbformat.v4 import (
    new_code_cell,
    new_markdown_cell,
    new_notebook,
    new_output,
)

from tests.building import ROOT, build_book
from tests.chapters import rules


def stream(text):
    return new_output("stream", name="stdout", text=text)


def code(source, *outputs, count=1):
    return new_code_cell(source, outputs=list(outputs), execution_count=count)


def tagged(tag):
    cell = code("y")
    cell.metadata["tags"] = [tag]
    return cell


def with_alt(text):
    cell = code("plot()")
    cell.metadata["mystnb"] = {"image": {"alt": text}}
    return cell


def notebook(*cells):
    kernel = {"name": "python3", "display_name": "Python 3"}
    return new_notebook(cells=list(cells), metadata={"kernelspec": kernel})


# --- nbval: stored outputs are compared ---


def test_nbval_gate(tmp_path):
    """Cell by cell: a wrong number and an error fail, what is right passes."""
    cells = [
        code("print(5.985)", stream("5.985\n")),
        code("print(5.985)", stream("5.956\n"), count=2),
        code("1 / 0", count=3),
        code("print(1)", stream("1\n"), count=4),
    ]
    path = tmp_path / "chapter.ipynb"
    nbformat.write(notebook(*cells), path)
    config = [f"-c={ROOT / 'pyproject.toml'}", f"--rootdir={tmp_path}"]
    sanitize = f"--nbval-sanitize-with={ROOT / 'tests/nbval-sanitize.cfg'}"
    command = [sys.executable, "-m", "pytest", *config, sanitize, "-q", "-rA"]
    done = subprocess.run(
        [*command, str(path)], capture_output=True, text=True, cwd=tmp_path
    )
    assert done.returncode == 1, done.stdout
    found = re.findall(r"^(\w+) chapter.ipynb::Cell (\d)", done.stdout, re.M)
    outcome = {int(cell): word for word, cell in found}
    assert outcome == {0: "PASSED", 1: "FAILED", 2: "FAILED", 3: "PASSED"}


# --- the rules for notebooks ---


@pytest.mark.parametrize(
    ("rule", "cell"),
    [
        (rules.execution_problems, code("1", count=2)),
        (rules.execution_problems, code("1", count=None)),
        (rules.output_problems, code("x", new_output("error", ename="E"))),
        (
            rules.output_problems,
            code("x", new_output("stream", name="stderr", text="Warning: x")),
        ),
        (rules.output_problems, code("x", stream("<Line2D at 0x7f3a>"))),
        (rules.output_problems, code("x", stream("see /home/me/file"))),
        (rules.decimal_problems, new_markdown_cell("The loss is 5.956.")),
        (rules.decimal_problems, new_markdown_cell("$y = -0.5$")),
        (rules.escape_problems, code("# NBVAL_IGNORE_OUTPUT\ny")),
        (rules.escape_problems, code("# NBVAL_SKIP\ny")),
        (rules.escape_problems, tagged("nbval-ignore-output")),
        (rules.escape_problems, tagged("raises-exception")),
        (
            rules.escape_problems,
            new_markdown_cell(r"\begin{align}x\end{align}"),
        ),
        (rules.escape_problems, new_markdown_cell("```{math}\nx\n```")),
    ],
)
def test_notebook_rules_can_fail(rule, cell):
    assert rule(notebook(cell)) != []
    for problem in rule(notebook(cell)):
        assert re.search(r"\. The rule: .+\. To mend it: .+\.$", problem)


def test_what_is_left_to_fill_in_is_found():
    (problem,) = rules.open_problems("x = 1\n# FILL IN: why\n", "ch09.py")
    assert "ch09.py, line 2, says: # FILL IN: why" in problem


def test_a_decimal_in_a_comment_is_not_computed():
    cells = new_markdown_cell("It was 5.956."), code("y = 1  # it was 5.956")
    assert rules.decimal_problems(notebook(*cells)) != []


def test_notebook_rules_can_pass():
    right = notebook(
        new_markdown_cell("The loss is 5.985, see section 2 of chapter 1."),
        code("print(loss)", stream("5.985\n")),
    )
    assert rules.execution_problems(right) == []
    assert rules.output_problems(right) == []
    assert rules.decimal_problems(right) == []


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("It falls by 0.015.", True),
        ("It moves by -0.015.", True),
        ("It rises by 0.016.", False),
        ("It stands at -5.985.", False),
        ("It stands at .5985.", False),
    ],
)
def test_a_decimal_counts_with_its_sign_also_in_alt_text(text, passes):
    printed = code("print(y, dy)", stream("5.985 -0.015\n"))
    for told in (new_markdown_cell(text), with_alt(text)):
        problems = rules.decimal_problems(notebook(printed, told))
        assert (problems == []) == passes


def test_labels_of_equations_are_found_whatever_their_form():
    cell = new_markdown_cell(
        "$$ 1 + 1 = 2 $$\n\nand\n\n$$\na = b\n$$ (eq:odd.label)\n\n$$ c $$"
    )
    found = rules.labelled_equations(notebook(cell))
    assert found == {"eq:odd.label": "a = b"}


# --- the rule for pictures ---


@pytest.mark.parametrize(
    ("alt", "passes"),
    [
        ("A line falls from 6 to 0 and stays there.", True),
        ("", False),
        ("plot", False),
        ("../_images/chapters_01-its-name_32_0.png", False),
    ],
)
def test_alt_text_gate(alt, passes):
    page = f'<article><img src="x.png" alt="{alt}"></article>'
    assert (rules.alt_problems(page) == []) == passes
    assert rules.alt_problems('<article><img src="x.png"></article>') != []


# --- the build: -n -W, and cells that fail ---


@pytest.fixture
def small_book(tmp_path, monkeypatch):
    """The book's own configuration around one page."""
    monkeypatch.setenv("PAGE_PYTHON_FILES", "off")  # packing them takes long
    for name in ("_config.yml", "pyproject.toml", "book", "nnfs_course"):
        source, target = ROOT / name, tmp_path / name
        copy = shutil.copytree if source.is_dir() else shutil.copyfile
        copy(source, target)
    (tmp_path / "chapters").mkdir()
    (tmp_path / "_toc.yml").write_text("format: jb-book\nroot: chapters/index")

    def build(*cells):
        page = tmp_path / "chapters" / "index.ipynb"
        title = new_markdown_cell("# Title")
        nbformat.write(notebook(title, *cells), page)
        return build_book(tmp_path, tmp_path / "_build")

    return build


@pytest.mark.parametrize(
    ("cells", "complaints"),
    [
        (
            [
                code("print(1)", stream("1\n")),
                new_markdown_cell("No {doc}`04-left-out`, no {eq}`eq-its`."),
            ],
            [],
        ),
        ([code("1 / 0")], ["ZeroDivisionError"]),
        (
            [
                new_markdown_cell("{doc}`no-such-page`"),
                new_markdown_cell("{eq}`eq-none`"),
            ],
            ["WARNING: .*no-such-page", "WARNING: .*eq-none"],  # each is enough
        ),
    ],
    ids=["right, and one left out", "cell raises", "missing"],
)
def test_build_gate(small_book, cells, complaints):
    done = small_book(*cells)
    assert (done.returncode != 0) == bool(complaints), done.stderr
    for complaint in complaints:
        assert re.search(complaint, done.stdout + done.stderr), done.stderr
