"""The rules that chapters and pages keep. Each returns a list of what is wrong.

They are plain functions, so that test_gates.py can show that each can fail.
"""

from __future__ import annotations

import re

from bs4 import BeautifulSoup

DECIMAL = re.compile(r"(?<![\w.])-?\d*\.\d+(?![\w]|\.\d)")
EQUATION = re.compile(r"\$\$(.*?)\$\$[ \t]*(?:\(([^)\n]*)\))?", re.DOTALL)
OTHER_EQUATION = re.compile(r"\{math\}|\\begin\{(?:align|equation|gather)\b")


def broken(rule: str, found: str, mend: str) -> str:
    """The message of every rule: what was found, its rule, how to mend it."""
    return f"{found}. The rule: {rule}. To mend it: {mend}."


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def shows_code(cell) -> bool:
    """Whether a page shows the code of this cell, so that it can be run."""
    hidden = "remove-input" in cell.metadata.get("tags", [])
    return not hidden and 'find_spec("nnfs_course")' not in cell.source


def prose(notebook) -> str:
    cells = [c.source for c in notebook.cells if c.cell_type == "markdown"]
    return "\n\n".join(cells)


def outputs_text(notebook) -> str:
    return outputs_text_of(code_cells(notebook))


def outputs_text_of(cells) -> str:
    pieces = []
    for cell in cells:
        for output in cell.outputs:
            pieces.append(output.get("text", ""))
            data = output.get("data", {})
            pieces += [v for k, v in data.items() if k.startswith("text/")]
    return "\n".join(pieces)


def labelled_equations(notebook) -> dict[str, str]:
    """Label to LaTeX, white space aside."""
    return {
        label: " ".join(latex.split())
        for cell in notebook.cells
        if cell.cell_type == "markdown"
        for latex, label in EQUATION.findall(cell.source)
        if label
    }


def execution_problems(notebook) -> list[str]:
    """nbval compares nothing for a cell that was never run, so none may be."""
    counts = [cell.execution_count for cell in code_cells(notebook)]
    if counts == list(range(1, len(counts) + 1)):
        return []
    return [
        broken(
            "every cell has run, once and in order",
            f"cells are numbered {counts}, not 1..{len(counts)}",
            "make notebooks ONLY=its-name",
        )
    ]


def output_problems(notebook) -> list[str]:
    """Errors, warnings, addresses and paths of one machine in the outputs."""
    rule = "an output is what every reader gets, on every machine"
    problems = []
    for number, cell in enumerate(code_cells(notebook), start=1):
        for output in cell.outputs:
            if output.output_type == "error":
                mend = "catch the error in the cell and print it, or repair it"
                found = f"cell {number} stores an error"
                problems.append(broken(rule, found, mend))
            if output.get("name") == "stderr":
                mend = "remove its cause, do not silence it"
                found = f"cell {number} stores a warning or stderr"
                problems.append(broken(rule, found, mend))
    text = outputs_text(notebook)
    for what, pattern in {
        "a memory address": r"\bat 0x[0-9a-f]+",
        "an absolute path": r"(?<![\w:/.])/(?:home|root|tmp|Users|work)/",
    }.items():
        if found := re.search(pattern, text):
            found = f"the outputs hold {what}: {found[0]}"
            problems.append(broken(rule, found, "print something else"))
    return problems


def decimal_problems(notebook) -> list[str]:
    """A decimal in prose must stand in code or output, where CI checks it.

    Alt text counts as prose and a comment does not count as code. A minus
    sign in the prose must be there too; "falls by 0.07" may mean -0.07.
    """
    sources = "\n".join(cell.source for cell in code_cells(notebook))
    code = re.sub(r"#.*", "", sources)
    computed = set(DECIMAL.findall(code + "\n" + outputs_text(notebook)))
    computed |= {number.lstrip("-") for number in computed}
    text = prose(notebook) + "\n" + "\n".join(alt_texts(notebook))
    text = text.replace("\u2212", "-")
    return [
        broken(
            "each decimal number of the text is computed in its chapter",
            f"the prose says {number}, and no code or output does",
            "print it in a cell, or correct the text",
        )
        for number in dict.fromkeys(DECIMAL.findall(text))
        if number not in computed
    ]


def alt_texts(notebook) -> list[str]:
    return [alt_text(cell) for cell in code_cells(notebook)]


def alt_text(cell) -> str:
    return cell.metadata.get("mystnb", {}).get("image", {}).get("alt", "")


def escape_problems(notebook) -> list[str]:
    """Ways around the checks: outputs nobody compares, equations nobody sees.

    An equation is written between double dollars, so that its label is found.
    """
    problems = []
    for number, cell in enumerate(code_cells(notebook), start=1):
        tags = " ".join(cell.metadata.get("tags", []))
        # A slider of ipywidgets is live only. The book shows none of its
        # output, and test_own_slider.py calls what it calls.
        live_only = "remove-output" in tags and "interact(" in cell.source
        if "NBVAL_" in cell.source or ("nbval" in tags and not live_only):
            found = f"cell {number} tells nbval to look away"
            mend = "take the tag or comment out, and print what is always so"
            problems.append(broken("every output is compared", found, mend))
        if "raises-exception" in tags:
            found = f"cell {number} may raise"
            mend = "take the tag out; catch the error and print its message"
            problems.append(broken("no cell fails", found, mend))
    if found := OTHER_EQUATION.search(prose(notebook)):
        problems.append(
            broken(
                "an equation stands between $$, so that its label is found",
                f"an equation is written with {found[0]}",
                "write $$ ... $$ (eq-name)",
            )
        )
    return problems


def alt_problems(html: str) -> list[str]:
    """A picture without alt text, or with a file name in its place."""
    problems = []
    for image in BeautifulSoup(html, "html.parser").select("article img"):
        alt = (image.get("alt") or "").strip()
        is_path = re.search(r"[\\/]\w|\.(png|svg|jpe?g)$", alt)
        if len(alt) < 20 or is_path:
            problems.append(
                broken(
                    "a picture says in words what it shows",
                    f"{image.get('src')} has the alt text {alt!r}",
                    "write a sentence into the metadata of its cell, "
                    "mystnb.image.alt",
                )
            )
    return problems


def open_problems(text: str, name: str) -> list[str]:
    """Lines that still say what somebody was to write there."""
    return [
        broken(
            "what a new chapter or exercise leaves open is filled in",
            f"{name}, line {number}, says: {line.strip()}",
            "write it, or take the line out; then make notebooks",
        )
        for number, line in enumerate(text.splitlines(), start=1)
        if "FILL IN" in line
    ]
