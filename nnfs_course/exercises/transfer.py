"""After a mistake was named and mended: one question on its idea, elsewhere.

Naming a mistake speeds up mending. Only using the idea again makes it stay.
"""

from __future__ import annotations

from dataclasses import replace

from nnfs_course.exercises.feedback import Feedback, Outcome
from nnfs_course.exercises.ideas import IDEAS
from nnfs_course.page.question import Question

_missed: dict[str, str] = {}  # exercise -> the idea of its last mistake
_asked_after: set[str] = set()  # exercises
_asked: list[Question] = []


def with_question(feedback: Feedback) -> Feedback:
    """The feedback, with a question if a named mistake has been mended.

    After each exercise there is at most one, and none comes a second time.
    """
    name = feedback.about
    if feedback.idea:
        _missed[name] = feedback.idea
    if feedback.outcome is not Outcome.RIGHT or name in _asked_after:
        return feedback
    idea = _missed.pop(name, "")
    for question in IDEAS.get(idea, ()):
        if question not in _asked:
            _asked.append(question)
            _asked_after.add(name)
            return replace(feedback, question=question)
    return feedback
