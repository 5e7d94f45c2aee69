"""All exercises: by chapter, and by name."""

from __future__ import annotations

from nnfs_course.exercises import chapters
from nnfs_course.exercises.exercise import Exercise
from nnfs_course.page.chapters import chapter_modules

CHAPTERS: dict[int, tuple[Exercise, ...]] = {
    number: module.EXERCISES
    for number, module in chapter_modules(chapters).items()
}
ALL: dict[str, Exercise] = {
    exercise.name: exercise
    for exercises in CHAPTERS.values()
    for exercise in exercises
}
