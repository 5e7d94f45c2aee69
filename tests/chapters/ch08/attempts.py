"""Attempts at the exercises of chapter 8."""

import numpy as np

RARELY_WRONG = [
    # an image that holds neither 0 nor 1
    (
        "adversarial-step",
        lambda image, gradient, epsilon: np.clip(
            image + epsilon * np.sign(gradient), image.min(), image.max()
        ),
    ),
]
