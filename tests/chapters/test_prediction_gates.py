"""The rules for predictions can fail, and can pass."""

import pytest
from nbformat.v4 import new_markdown_cell, new_output

from nnfs_course.page.question import Choice
from nnfs_course.quizzes.prediction import PredictChoice, PredictNumber
from tests.chapters.predictions import prediction_problems
from tests.chapters.test_gates import code, notebook, stream, with_alt

NUMBER = {"text": "How far?", "why": "!", "other": "?", "places": 2}
NUMBER |= {"name": "far", "answer": -0.03}
NUMBER["means"] = {0: "a", 1: "b", 2: "c"}
WRONG = tuple(Choice(word, word) for word in ("It rises.", "Up.", "No."))
RIGHT = Choice("It `falls`, of course.", "!", right=True)


def asks(name="far", *tags):
    cell = code(f'predict("{name}")')
    cell.metadata["tags"] = list(tags or ["remove-input"])
    return cell


def waits(cell, tag="after:far"):
    cell.metadata["tags"] = [tag]
    return cell


def shows():
    return code("print(y)", stream("-0.03\n"))


GOOD = (
    new_markdown_cell("It was 0.03 before.\n\n## A section\n\nLook."),
    code("y = 0.3", stream("0.031 and w0.03 and 10.03\n")),
    asks(),
    waits(new_markdown_cell("It is -0.03.")),
    waits(shows()),
    new_markdown_cell("## Next\n\nAs we saw: 0.03."),
)


def prediction_in(cells, asked=None, **changed):
    asked = asked or PredictNumber(**{**NUMBER, **changed})
    return prediction_problems(notebook(*cells), {asked.name: asked})


def with_cell(place, *cells):
    return (*GOOD[:place], *cells, *GOOD[place:])


def test_prediction_rules_can_pass():
    assert prediction_in(GOOD) == []
    output = waits(shows(), "output-after:far")
    assert prediction_in((*GOOD[:4], output, GOOD[5])) == []


@pytest.mark.parametrize(
    ("cells", "changed", "complaint"),
    [
        (with_cell(2, new_markdown_cell("By 0.03.")), {}, "0.03, can be seen"),
        (with_cell(2, shows()), {}, "can be seen"),
        (with_cell(2, with_alt("It falls to 0.030.")), {}, "can be seen"),
        (with_cell(2, code("x = 0.03")), {}, "can be seen"),
        (with_cell(3, new_markdown_cell("By 0.03.")), {}, "can be seen"),
        (with_cell(5, new_markdown_cell("So, 0.03.")), {}, "can be seen"),
        (GOOD, {"text": "Is it 0.03?"}, "can be seen"),
        (GOOD, {"given": "It is the rate."}, "`given` explains nothing"),
        ((*GOOD[:3], GOOD[5]), {}, "nothing after 'far' waits"),
        ((*GOOD[:2], GOOD[3], GOOD[2], GOOD[5]), {}, "nothing after"),
        ((*GOOD[:2], asks("far", "x"), *GOOD[3:]), {}, "shows its code"),
        ((GOOD[0], *GOOD[3:]), {}, "one of two places"),
        ((GOOD[0], *GOOD[3:]), {}, "which is not asked"),
        (with_cell(5, asks("near")), {}, "one of two places"),
    ],
)
def test_prediction_rules_can_fail(cells, changed, complaint):
    assert complaint in "; ".join(prediction_in(cells, **changed))


def test_a_figure_s_table_and_an_earlier_answer_count_as_seen():
    table = new_output("display_data", data={"text/html": "<td>+0.03</td>"})
    assert prediction_in(with_cell(2, code("figure", table)))
    earlier = (asks("near"), waits(new_markdown_cell("By 0.03."), "after:near"))
    problems = prediction_in(with_cell(2, *earlier))
    assert any("can be seen" in problem for problem in problems)
    later = (waits(new_markdown_cell("By 0.03."), "after:near"),)
    problems = prediction_in((*with_cell(4, asks("near"), *later),))
    assert not any("can be seen" in problem for problem in problems)


@pytest.mark.parametrize(
    ("text", "passes"),
    [("Then it falls of course", False), ("It falls. Of the rest,", True)],
)
def test_the_words_of_a_right_choice_count_too(text, passes):
    choices = (*WRONG, RIGHT)
    asked = PredictChoice(name="far", text="What then?", choices=choices)
    problems = prediction_in(with_cell(2, new_markdown_cell(text)), asked)
    assert (problems == []) == passes
