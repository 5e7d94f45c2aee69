"""A learner saves a file to hand in: ticks, counts, and what was written."""

import json

from nnfs_course.quizzes import quiz
from tests.pages import page_of

MINE = 'def my_nudge(f, x, h):\n    return 7\n\n\ncheck("nudge", my_nudge)'


def test_the_file_holds_ticks_and_what_was_written(browser, tmp_path):
    path = tmp_path / "quiz.html"
    path.write_text(page_of(quiz(1)), "utf-8")
    page = browser.new_page(accept_downloads=True)
    page.goto(path.as_uri())
    keep = "([key, text]) => localStorage.setItem(key, text)"
    page.evaluate(
        keep, ["nnfs-course-cells", json.dumps({"nudge": MINE, "fork": 7})]
    )
    page.evaluate(
        keep, ["nnfs-course", json.dumps({"done": {"neuron-relu": True}})]
    )
    with page.expect_download() as waited:
        page.get_by_role("button", name="Save to hand in").click()
    assert waited.value.suggested_filename == "01-one-neuron.md"
    waited.value.save_as(tmp_path / "saved.md")
    text = (tmp_path / "saved.md").read_text("utf-8")
    page.close()
    assert text.startswith("# 1. One neuron\n\n0 of 6 questions answered")
    assert "- [x] neuron-relu: a gradient" in text
    assert "- [ ] nudge: " in text
    assert f"## nudge\n\n```python\n{MINE}\n```" in text
    assert "## neuron-relu" not in text
