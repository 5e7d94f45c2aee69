"""What the quiz of chapter 1 claims, computed."""

from nnfs_course import (
    Value,
)
from tests.quizzes.questions import question_with, right, run


def test_chapter_1_product_and_fork():
    x, w = Value(5.0), Value(-2.0)
    (x * w * 10).backward()
    assert right(question_with(1, "A product is")).text == f"{w.grad:.0f}"
    x = Value(3.0)
    (x * x + 5 * x).backward()
    assert right(question_with(1, "used three times")).text == f"{x.grad:.0f}"


def test_chapter_1_line():
    question = question_with(1, "one step downhill")
    given = {"x": 2.0, "w": 3.0, "b": 1.0}
    x, w, b = Value(2.0), Value(3.0), Value(1.0)
    (x * w + b).relu().backward()
    assert run(question, given)["dw"] != w.grad
    assert run(question, given, mend="dw = dz * x")["dw"] == w.grad
