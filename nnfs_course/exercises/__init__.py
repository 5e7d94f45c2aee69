"""Exercises that say which mistake was made.

`check(name, attempt)` runs your function; `hint(name)` helps, a little more
each time; `exercises()` lists what there is. Behind them: `exercise` says what
an exercise is, `run` calls any function safely, `diagnosis` finds the mistake,
`feedback` tells it, `transfer` asks for its idea elsewhere once it is mended.
One file for each chapter holds its exercises.
"""

from nnfs_course.exercises.session import check, exercises, hint

__all__ = ["check", "exercises", "hint"]
