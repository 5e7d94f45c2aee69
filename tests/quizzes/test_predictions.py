"""Predictions: each answer is computed, none can be seen before it is made."""

import json

import numpy as np
import pytest
from bs4 import BeautifulSoup

from nnfs_course.page.question import Choice
from nnfs_course.quizzes import predict
from nnfs_course.quizzes.contents import CHAPTERS, PREDICTIONS
from nnfs_course.quizzes.prediction import (
    PredictChoice,
    PredictEntries,
    PredictNumber,
    PredictSign,
)
from tests.chapters import own
from tests.chapters.predictions import prediction_problems
from tests.conftest import CHAPTERS as NOTEBOOKS
from tests.conftest import read_notebook
from tests.quizzes.computed import COMPUTED

own.of_each("computed")


# --- all of them ---


def test_every_prediction_is_computed_and_nothing_else():
    assert COMPUTED.keys() == PREDICTIONS.keys()


@pytest.mark.parametrize("name", PREDICTIONS)
def test_the_answer_is_what_comes_out(name):
    asked = PREDICTIONS[name]
    assert asked.key(COMPUTED[name]()) == asked.key(asked.answer)


@pytest.mark.parametrize(
    "path", [path for path in NOTEBOOKS if path.stem[0].isdigit()]
)
def test_no_answer_can_be_seen_before_it_is_made(path):
    told = CHAPTERS[int(path.stem[:2])].predictions
    by_name = {asked.name: asked for asked in told}
    assert prediction_problems(read_notebook(path), by_name) == []


@pytest.mark.parametrize("name", PREDICTIONS)
def test_every_answer_has_something_said_to_it(name):
    asked = PREDICTIONS[name].as_dict()
    said = [asked["why"], *asked["means"].values()]
    if asked["kind"] != "choice":
        said.append(asked["other"])
    assert len(set(said)) == len(said)
    for text in [asked["text"], *said]:
        assert len(text) >= 25, text
        assert text.count("`") % 2 == 0, text
        assert not set("$\\") & set(text), text
        assert text == " ".join(text.split()), text


@pytest.mark.parametrize("name", PREDICTIONS)
def test_without_javascript_the_answer_is_folded(name):
    widget = predict(name)
    soup = BeautifulSoup(widget.as_html(), "html.parser")
    soup.details.extract()
    assert PREDICTIONS[name].text.replace("`", "") in soup.get_text()
    for text in widget.content["means"].values():
        assert text.replace("`", "") not in soup.get_text()
    json.dumps(widget.content)


def test_a_name_that_is_not_there():
    name = next(iter(PREDICTIONS))
    with pytest.raises(ValueError, match=f"Did you mean '{name}'"):
        predict(f"{name}s")
    with pytest.raises(ValueError, match="no prediction named None"):
        predict(None)


# --- the kinds ---

SAID = {"name": "any", "text": "?", "why": "!", "other": "?"}
CELLS = (("1", "2"), ("3", "4"))


def number(**changed):
    means = {1: "a", 2: "b", 3: "c"}
    return PredictNumber(**{**SAID, "answer": 0.5, "means": means, **changed})


def choice(*right):
    choices = tuple(Choice(c, c, right=c in right) for c in "abcd")
    return PredictChoice(name="any", text="?", choices=choices)


def entries(matrix=CELLS, answer=((0, 1),)):
    means = {(): "none", ((0, 0),): "a", ((1, 0), (0, 0)): "b"}
    return PredictEntries(**SAID, matrix=matrix, answer=answer, means=means)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: number(means={1: "a", 2: "b"}), "at least 3 foreseen"),
        (lambda: number(means={1: "a", 1.2: "b", 3: "c"}), "unlike each"),
        (lambda: number(tolerance=0.6), "1 counts as right"),
        (lambda: number(answer=float("nan")), "needs a number"),
        (lambda: choice(), "exactly one right"),
        (lambda: choice("a", "b"), "exactly one right"),
        (lambda: entries(answer=((2, 0),)), r"has no \[2, 0\]"),
        (lambda: entries(answer=((0, -1),)), r"has no \[0, -1\]"),
        (
            lambda: PredictSign(
                name="any", text="?", answer=-3, why="!", means={-1: "", 0: ""}
            ),
            "unlike each other and the right one",
        ),
    ],
)
def test_a_prediction_that_cannot_be_asked_is_refused(make, message):
    with pytest.raises(ValueError, match=message):
        make()


def test_answers_that_count_as_one_have_one_key():
    asked = number(places=1)
    assert asked.key(0.5) == asked.key(0.5000001) == "0.5"
    assert asked.key(-0.01) == "0.0"
    assert asked.within == pytest.approx(0.05)
    picked = entries()
    assert picked.key([(1, 1), (0, 0)]) == picked.key([(0, 0), (1, 1)])
    assert picked.key([]) == "none"
    assert choice("c").answer == "c"
    assert choice("c").key("c") == "2"


@pytest.mark.parametrize("number", [float, int, np.float64])
def test_a_sign_is_told_from_any_number(number):
    means = {0: "a", 1: "b"}
    asked = PredictSign(
        name="any", text="?", answer=number(-2), why="!", means=means
    )
    keys = [asked.key(number(k)) for k in (-3, 0, 2)]
    assert keys == ["negative", "zero", "positive"]


def test_an_entry_is_called_by_its_name_or_its_place():
    assert entries().names["1,0"] == "[1, 0]"
    named = entries(matrix=(("w0", "b"), ("x0", "x1")))
    assert named.names["1,0"] == "x0"
