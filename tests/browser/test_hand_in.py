"""A learner saves a file to hand in: ticks, counts, and what was written."""

MINE = 'def my_nudge(f, x, h):\n    return 7\n\n\ncheck("nudge", my_nudge)'


def test_the_file_holds_ticks_and_what_was_written(chapter, tmp_path):
    page = chapter("01-one-neuron")
    page.write(page.number_of("nudge"), MINE)
    page.page.locator("[data-quiz] [data-exercise=neuron-relu]").check()
    with page.page.expect_download() as waited:
        page.page.get_by_role("button", name="Save to hand in").click()
    assert waited.value.suggested_filename == "01-one-neuron.md"
    waited.value.save_as(tmp_path / "saved.md")
    text = (tmp_path / "saved.md").read_text("utf-8")
    assert text.splitlines()[0].endswith("One neuron")
    assert " of 6 questions answered" in text
    assert "- [x] neuron-relu: " in text
    assert "- [ ] nudge: " in text
    assert f"## nudge\n\n```python\n{MINE}\n```" in text
    assert "## neuron-relu" not in text
