"""JavaScript and styles as pages carry them."""

import gzip

import pytest

from nnfs_course.figures import Figure, TrainingReplay
from nnfs_course.page.widget import Widget, stripped
from nnfs_course.quizzes.widget import Quiz
from tests.conftest import ROOT

MODULES = sorted((ROOT / "nnfs_course").rglob("js/**/*.js"))
KINDS = (Figure, TrainingReplay, Quiz)


def test_each_javascript_file_is_read_in_one_sitting():
    assert len(MODULES) > 20
    lines = {path: len(path.read_text().splitlines()) for path in MODULES}
    assert max(lines.values()) <= 250, max(lines, key=lines.get)


@pytest.mark.parametrize(("part", "limit"), [("_esm", 30_000), ("_css", 6_000)])
def test_all_widgets_together_stay_small(part, limit):
    texts = [getattr(kind, part).encode() for kind in KINDS]
    assert sum(len(gzip.compress(text)) for text in texts) <= limit


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


def test_only_lines_of_comment_and_indentation_are_stripped():
    text = """/* a comment
   in two lines */
.a { color: red; } /* stays */
/* gone */

  // gone
  let a = "b"; // stays
.b {}
"""
    assert stripped(text) == (
        '.a { color: red; } /* stays */\nlet a = "b"; // stays\n.b {}\n'
    )
