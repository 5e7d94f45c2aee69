"""What mistakes miss: for each idea a question that asks for it elsewhere.

A mistake names its idea. Its question is about another place than any
exercise, so that it cannot be answered by remembering the mended line.
"""

from __future__ import annotations

from nnfs_course.exercises.ideas import (
    arrays,
    chain,
    comparing,
    counting,
    loss,
    nudging,
    rows,
    steps,
)
from nnfs_course.page.question import Question

IDEAS: dict[str, tuple[Question, ...]] = {
    name: questions
    for module in (
        nudging,
        chain,
        arrays,
        rows,
        counting,
        loss,
        steps,
        comparing,
    )
    for name, questions in module.IDEAS.items()
}
