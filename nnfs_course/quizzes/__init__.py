"""Questions: predictions, quizzes, lines to order; every answer says why."""

from nnfs_course.quizzes.cells import opening, order, predict, progress, quiz

__all__ = ["opening", "order", "predict", "progress", "quiz"]
