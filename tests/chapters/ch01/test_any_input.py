"""What is said of what learners hand in, by the exercises of chapter 1."""

from nnfs_course.exercises import check
from nnfs_course.exercises.feedback import Outcome


def test_a_branch_without_return_is_told_from_not_started():
    def attempt(z, upstream):
        if z > 0:
            return upstream

    feedback = check("neuron-relu", attempt)
    assert feedback.outcome is Outcome.WRONG_SHAPE
    assert "branch without `return`" in repr(feedback)


def test_one_of_the_results_missing():
    feedback = check("neuron-backward", lambda x, w, b, upstream: (w, x))
    assert feedback.outcome is Outcome.WRONG_SHAPE
    assert "must return 3 things, `dx`, `dw`, `db`" in repr(feedback)
