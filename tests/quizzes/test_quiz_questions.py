"""What the quizzes ask and claim: form of the questions, truth of numbers."""

import pytest

from nnfs_course.quizzes.contents import CHAPTERS

every_question = pytest.mark.parametrize(
    "question",
    [
        pytest.param(question, id=f"chapter {chapter}, {number}")
        for chapter, told in CHAPTERS.items()
        for number, question in enumerate(told.questions + told.opening, 1)
    ],
)
every_chapter = pytest.mark.parametrize("chapter", CHAPTERS)


@every_chapter
def test_a_chapter_asks_enough_and_about_code(chapter):
    questions = CHAPTERS[chapter].questions
    assert len(questions) >= 5
    assert any(question.lines for question in questions)


@every_chapter
def test_the_right_choice_has_no_favourite_place(chapter):
    places = [
        [choice.right for choice in question.choices].index(True)
        for question in CHAPTERS[chapter].questions
    ]
    assert len(set(places)) >= 3
    assert max(map(places.count, places)) <= len(places) / 2


@every_question
def test_every_choice_says_why_in_its_own_words(question):
    whys = [choice.why for choice in question.choices]
    assert len(set(whys)) == len(whys)
    assert len({choice.text for choice in question.choices}) == len(whys)
    assert all(len(why) >= 30 for why in whys)
    assert len(whys) >= 3
    # The quiz itself says "Right." before it.
    assert not any(why.startswith(("Right", "Yes")) for why in whys)


@every_question
def test_the_longest_choice_is_not_a_giveaway(question):
    """A right choice far longer than all others is found by its length."""
    if question.lines:
        return
    lengths = [len(choice.text) for choice in question.choices]
    right = [choice.right for choice in question.choices].index(True)
    others = lengths[:right] + lengths[right + 1 :]
    assert lengths[right] <= 2.2 * max(others)


@every_question
def test_code_is_marked_and_nothing_is_tex(question):
    texts = [question.text, *(choice.why for choice in question.choices)]
    if not question.lines:
        texts += [choice.text for choice in question.choices]
    for text in texts:
        assert text.count("`") % 2 == 0, text
        assert not set("$\\") & set(text), text
        assert text == " ".join(text.split()), text


@every_question
def test_code_compiles_and_is_not_too_wide(question):
    code = question.code
    if question.lines:
        code = "\n".join(choice.text for choice in question.choices)
    compile(code, "quiz", "exec")
    assert all(len(line) <= 68 for line in code.splitlines())
