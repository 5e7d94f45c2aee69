"""When the question of a mended mistake comes, after exercises of chapter 4."""

import pytest

from nnfs_course.exercises import check
from nnfs_course.exercises.catalogue import ALL
from nnfs_course.exercises.ideas import IDEAS


@pytest.mark.parametrize(
    ("factor", "idea"),
    [
        (lambda n: -1, "new-minus-old"),
        (lambda n: n, "one-over-n"),
        (lambda n: 1 / n, "one-over-n"),
    ],
)
def test_a_bare_factor_is_a_mistake_with_a_question(factor, idea):
    right = ALL["softmax-backward"].reference
    wrong = check("softmax-backward", lambda p, d: factor(len(p)) * right(p, d))
    assert wrong.idea == idea
    assert check("softmax-backward", right).question in IDEAS[idea]
