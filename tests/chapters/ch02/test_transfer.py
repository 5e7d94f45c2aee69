"""When the question of a mended mistake comes, after exercises of chapter 2."""

from nnfs_course.exercises import check, transfer
from nnfs_course.exercises.catalogue import ALL
from nnfs_course.exercises.diagnosis import CHANGES
from nnfs_course.exercises.feedback import Outcome
from nnfs_course.exercises.ideas import IDEAS
from tests.exercises.folded import Folded

NAME = "dense-dweights"


RIGHT = ALL[NAME].reference


def on_its_side(inputs, dvalues):
    return dvalues.T @ inputs


def averaged(inputs, dvalues):
    return inputs.T @ dvalues / len(inputs)


def nobody_knows(inputs, dvalues):
    return inputs.T @ dvalues + 0.3


def test_right_at_once_is_asked_nothing():
    assert check(NAME, RIGHT).question is None


def test_a_mistake_without_a_name_is_asked_nothing():
    assert check(NAME, nobody_knows).mistake is None
    assert check(NAME, RIGHT).question is None


def test_the_last_named_mistake_is_asked_about():
    for attempt in (on_its_side, averaged, nobody_knows, None):
        check(NAME, attempt)
    assert check(NAME, RIGHT).question in IDEAS["sum-over-batch"]


def test_of_two_mistakes_at_once_the_first_is_asked_about():
    wrong = check(NAME, lambda inputs, dvalues: -dvalues.T @ inputs)
    assert wrong.mistake == "result-transposed + wrong sign"
    assert check(NAME, RIGHT).question in IDEAS["transpose"]


def test_after_an_exercise_it_comes_once():
    check(NAME, on_its_side)
    assert check(NAME, RIGHT).question
    assert check(NAME, RIGHT).question is None
    check(NAME, averaged)
    assert check(NAME, RIGHT).question is None


def test_the_same_mistake_in_another_exercise_gets_another_question():
    asked = []
    for name in ("dense-dweights", "square-layer", "dense-dinputs"):
        exercise = ALL[name]
        for mistake in exercise.mistakes:
            if mistake.idea == "transpose":
                check(name, exercise.wrong(mistake))
        asked.append(check(name, exercise.reference).question)
    assert asked == [*IDEAS["transpose"], None]


def test_the_mistake_of_one_exercise_is_not_asked_after_another():
    check(NAME, on_its_side)
    assert check("relu-mask", ALL["relu-mask"].reference).question is None


def test_a_worked_solution_mends_nothing():
    """The book's own solutions are checked without being counted."""
    check(NAME, on_its_side)
    assert check(NAME, RIGHT, count=False).question is None
    assert check(NAME, RIGHT).question


def test_a_changed_argument_is_a_mistake_with_a_question():
    def in_place(inputs, dvalues):
        dvalues *= inputs > 0
        return dvalues

    assert check("relu-mask", in_place).mistake == CHANGES
    right = check("relu-mask", ALL["relu-mask"].reference)
    assert right.question in IDEAS["alias"]


def test_an_idea_without_a_question_is_no_error(monkeypatch):
    monkeypatch.setattr(transfer, "IDEAS", {})
    check(NAME, on_its_side)
    assert check(NAME, RIGHT).outcome is Outcome.RIGHT


def asked_after(mistake):
    check(NAME, mistake)
    return check(NAME, RIGHT)


def test_in_a_notebook_each_choice_folds_what_it_means():
    feedback = asked_after(on_its_side)
    page = Folded(feedback._repr_html_())
    question = feedback.question
    assert ALL[NAME].notice.split("`")[0] in page.seen  # the verdict stays
    assert question.text.split("`")[2] in page.seen
    plain = [choice.text.replace("`", "") for choice in question.choices]
    assert page.summaries == plain
    for choice in question.choices:
        said = "Right." if choice.right else "Not so."
        assert f"{said} {choice.why.replace('`', '')}" in page.folded
        assert choice.why.split("`")[0] not in page.seen
    assert page.folded.count("Right.") == 1
    assert "Right." not in page.seen


def test_a_terminal_cannot_fold_and_shows_no_answer():
    feedback = asked_after(averaged)
    text = " ".join(repr(feedback).split())
    assert feedback.question.text in text
    for choice in feedback.question.choices:
        assert choice.text in text
        assert choice.why not in text
    assert max(map(len, repr(feedback).splitlines())) <= 76


def test_without_a_question_the_note_is_as_it_was():
    feedback = check(NAME, RIGHT)
    assert "details" not in feedback._repr_html_()
    assert "elsewhere" not in repr(feedback)
