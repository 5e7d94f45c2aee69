"""What chapter 8 asks for, computed."""

import numpy as np

from tests.chapters.ch08 import reading_digits
from tests.quizzes.computed import prediction


@prediction("place-in-row")
def _():
    return np.arange(64).reshape(8, 8)[2, 3]


@prediction("first-loss-of-ten")
def _():
    inputs, targets = reading_digits.DATA[:2]
    return reading_digits.untrained().forward(inputs, targets)


prediction("held-out-line")(reading_digits.held_out_line)
prediction("eight-hardest")(reading_digits.eight_hardest)
prediction("corner-weights")(reading_digits.corner_weights)
prediction("strongest-pixel")(reading_digits.strongest_pixel)
prediction("uphill-tenth")(reading_digits.uphill_tenth)
