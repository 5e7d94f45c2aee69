"""Quizzes: questions at the end of each chapter; every answer says why."""

from nnfs_course.quizzes.widget import progress, quiz

__all__ = ["progress", "quiz"]
