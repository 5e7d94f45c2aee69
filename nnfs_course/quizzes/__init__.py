"""Quizzes: questions at the end of each chapter; every answer says why."""
