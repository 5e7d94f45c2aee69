"""What `make new-chapter` and `make new-exercise` left open is filled in."""

import pytest

from tests.chapters import rules
from tests.conftest import CHAPTERS, ROOT

MODULES = sorted((ROOT / "nnfs_course").glob("*/chapters/*.py"))
written = pytest.mark.parametrize(
    "path",
    [*CHAPTERS, *MODULES],
    ids=lambda path: str(path.relative_to(ROOT)),
)


@written
def test_nothing_is_left_to_fill_in(path):
    name = str(path.relative_to(ROOT))
    assert rules.open_problems(path.read_text("utf-8"), name) == []
