"""The reference pages say what the package really does."""

import re

import nnfs_course
from tests.conftest import CHAPTERS, ROOT

REFERENCE = ROOT / "chapters" / "reference"


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def package_source() -> str:
    files = sorted((ROOT / "nnfs_course").glob("*.py"))
    return squeezed("\n".join(path.read_text() for path in files))


def test_each_code_line_of_the_cheat_sheet_stands_in_the_package():
    page = (REFERENCE / "gradients.md").read_text()
    rows = [line.split("|") for line in page.splitlines() if "{eq}" in line]
    code = [
        piece
        for row in rows
        if len(row) == 6  # the tables with a column for code
        for piece in re.findall(r"`([^`]+)`", row[3])
    ]
    assert len(code) >= 9
    source = package_source()
    assert [piece for piece in code if squeezed(piece) not in source] == []


def test_the_api_page_has_every_public_name():
    page = (REFERENCE / "api.md").read_text()
    listed = set(re.findall(r"nnfs_course\.(\w+)$", page, re.MULTILINE))
    assert set(nnfs_course.__all__) <= listed


def test_every_cited_work_is_cited_somewhere_and_exists():
    known = set(
        re.findall(r"@\w+\{(\w+),", (ROOT / "book/references.bib").read_text())
    )
    pages = [*(ROOT / "chapters").rglob("*.md")]
    pages += CHAPTERS
    text = "\n".join(path.read_text() for path in pages)
    cited = set(re.findall(r"\{cite:[pt]\}`(\w+)`", text))
    assert cited == known
