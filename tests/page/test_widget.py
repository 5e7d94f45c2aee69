"""JavaScript and styles as pages carry them."""

import gzip

import pytest

from nnfs_course.figures import Figure, TrainingReplay
from nnfs_course.page.bundle import modules
from nnfs_course.page.widget import Widget, stripped
from nnfs_course.quizzes.widget import Quiz
from tests.conftest import ROOT

MODULES = sorted((ROOT / "nnfs_course").rglob("js/**/*.js"))
KINDS = (Figure, TrainingReplay, Quiz)


def test_each_javascript_file_is_read_in_one_sitting():
    assert len(MODULES) > 20
    lines = {path: len(path.read_text().splitlines()) for path in MODULES}
    assert max(lines.values()) <= 250, max(lines, key=lines.get)


def test_all_figures_and_questions_together_stay_small():
    """Each file counted once, as a page carries it, after gzip."""
    entries = [*ROOT.glob("nnfs_course/*/js/*.js")]
    entries = [e for e in entries if "export default" in e.read_text()]
    assert {e.stem for e in entries} == {"figure", "lookup", "quiz"}
    texts = {}
    for entry in entries:
        texts |= modules(entry)
    assert texts.keys() == {path.resolve() for path in MODULES}
    styles = sorted((ROOT / "nnfs_course").rglob("js/*.css"))
    for parts, limit in (
        (texts.values(), 30_000),
        ([path.read_text() for path in styles], 6_000),
    ):
        packed = gzip.compress(stripped("".join(parts)).encode())
        assert len(packed) <= limit


@pytest.mark.parametrize("kind", KINDS)
def test_a_widget_asks_for_nothing(kind):
    assert issubclass(kind, Widget)
    assert "export default" in kind._esm
    for word in ("import ", "fetch(", "XMLHttp", "innerHTML", "eval("):
        assert word not in kind._esm, word


@pytest.mark.parametrize("kind", KINDS)
def test_a_widget_carries_the_shared_styles_and_its_own(kind):
    assert kind._css.startswith(".nnfs {")
    assert kind._css.count("{") == kind._css.count("}") > 20


def test_comments_and_indentation_are_stripped_and_no_text():
    text = """/* a comment
   in two lines */
.a { color: red; } /* stays */
/* gone */

  // gone
  let a = "b"; // gone
let c = "; // stays";
.b {}
"""
    assert stripped(text) == (
        '.a { color: red; } /* stays */\nlet a = "b";\n'
        'let c = "; // stays";\n.b {}\n'
    )
