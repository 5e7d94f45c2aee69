"""DrawADigit: a trained network reads a digit while it is drawn (chapter 8).

The page gets the network itself and no table of answers. Written as a list of
`Value` operations, 64-128-10 has nearly 20 000 of them, more than a page should
carry and a phone can sweep while a finger moves. So its operations are on
whole arrays, 11 in number, and its weights are one byte each. The JavaScript
still knows the primitives alone: a matrix product comes to it as
multiplications over two letters, the loss as exp and log (see array_trace).
"""

from __future__ import annotations

import numpy as np
import traitlets

from nnfs_course.checks import shapes
from nnfs_course.checks.targets import as_class_indices
from nnfs_course.dense import Dense
from nnfs_course.figures.array_trace import (
    array_trace,
    checked,
    farthest_apart,
    quantised,
)
from nnfs_course.figures.figure import Figure
from nnfs_course.page.widget import Widget

SIDE = 8
PIXELS, DIGITS = SIDE * SIDE, 10
BLACK = 240  # levels of ink; a sixteenth and a tenth of it are whole
FARTHEST = 700  # exp of more would be infinite
SURE = 0.75


def draw_a_digit(network, images, targets) -> DrawADigit:
    """Draw on 8 x 8 pixels; see ten probabilities and a gradient for each.

    Parameters
    ----------
    network : Network
        Of Dense and ReLU, from 64 pixels to 10 digits, with
        SoftmaxCrossEntropy. The figure takes a copy, with each parameter
        rounded to one of 255 values, as one byte.
    images : array (K, 64)
        Examples to start from, 0 (paper) to 1 (ink). The first is shown.
    targets : array (K,)
        Their digits.

    Raises
    ------
    ValueError
        If the network has other parts or sizes, if its logits could differ by
        more than exp can bear, or if the examples do not fit it.

    Examples
    --------
    >>> from nnfs_course import Dense, Network, SoftmaxCrossEntropy
    >>> network = Network([Dense(64, 10, rng=0)], SoftmaxCrossEntropy())
    >>> figure = draw_a_digit(network, images=np.ones((1, 64)), targets=[7])
    >>> figure.digit, float(figure.image.sum())
    (7, 64.0)
    """
    return DrawADigit(network, images, targets)


class DrawADigit(Widget):
    """A live figure. Make one with `draw_a_digit()`.

    Attributes
    ----------
    network : Network
        The one that answers: the given one with rounded parameters.
    image : array (1, 64)
        What is drawn. Set it to draw: 64 numbers from 0 to 1, in any shape.
        They are rounded to 1/240.
    digit : int
        The true digit, for the loss. Set it to 0, 1, ... or 9.
    """

    # The module of the other figures draws this one, too: what they share
    # then stands once.
    _esm, _css = Figure._esm, Figure._css

    spec = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)

    def __init__(self, network, images, targets):
        self.network = _checked_network(network)
        images = _checked_images("images", images)
        digits = as_class_indices(targets, len(images), DIGITS).tolist()
        self.examples = list(zip(images, digits, strict=True))
        start = {
            "drawing": _drawing(images[0]),
            "digit": digits[0],
            "chosen": 0,
            "marks": True,
            "erase": False,
        }
        spec = {
            "name": "draw-a-digit",
            "title": "Draw a digit",
            "hint": "mouse, finger or keyboard",
            "classes": DIGITS,
            **array_trace(self.network),
            "examples": [
                {"drawing": bytes(_drawing(image)).hex(), "digit": digit}
                for image, digit in self.examples
            ],
            "start": start,
        }
        super().__init__(spec=spec, state=start)

    @property
    def image(self) -> np.ndarray:
        return np.array([self.state["drawing"]]) / BLACK

    @image.setter
    def image(self, image) -> None:
        image = np.reshape(shapes.as_floats("image", image), (1, -1))
        (image,) = _checked_images("image", image)
        self.state = {**self.state, "drawing": _drawing(image)}

    @property
    def digit(self) -> int:
        return self.state["digit"]

    @digit.setter
    def digit(self, digit) -> None:
        (digit,) = as_class_indices([digit], 1, DIGITS).tolist()
        self.state = {**self.state, "digit": digit}

    def __repr__(self) -> str:
        return "DrawADigit()"

    def as_html(self) -> str:
        """What the network says to each example, as an HTML table.

        Only what is the same on every processor may stand here, so sure
        answers are told by a bound.
        """
        rows = ""
        for image, digit in self.examples:
            (p,) = self.network.probabilities(image[None])
            sure = p.max()
            told = f"more than {SURE}" if sure > SURE else f"{sure:.2f}"
            rows += (
                f"<tr><th scope='row'>{digit}</th><td>{p.argmax()}</td>"
                f"<td>{told}</td></tr>"
            )
        return (
            "<table><caption>Draw a digit (live in the built book and in a "
            "running notebook): what the network says to its examples"
            "</caption><thead><tr><th>true digit</th><th>answer</th>"
            f"<th>its probability</th></tr></thead><tbody>{rows}</tbody>"
            "</table>"
        )


def _checked_network(network):
    network = quantised(checked(network))
    dense = [layer for layer in network.layers if isinstance(layer, Dense)]
    ends = len(dense[0].weights), dense[-1].biases.size
    if ends != (PIXELS, DIGITS):
        raise ValueError(
            f"The figure needs a network from {PIXELS} pixels to {DIGITS} "
            f"digits, but this one goes from {ends[0]} to {ends[1]}."
        )
    if (apart := farthest_apart(network)) > FARTHEST:
        raise ValueError(
            f"The logits of some drawing could differ by {apart:.0f}, and exp "
            f"can bear {FARTHEST}. Are the weights very large?"
        )
    return network


def _checked_images(name, images) -> np.ndarray:
    images = shapes.as_batch(name, images, columns=PIXELS)
    shapes.all_finite(name, images)
    if images.min() < 0 or images.max() > 1:
        raise ValueError(
            f"{name} must lie between 0, paper, and 1, ink, but go from "
            f"{images.min():g} to {images.max():g}. Divide by the largest "
            "level first."
        )
    return images


def _drawing(image) -> list[int]:
    """Levels of ink, 0 to 240, as the page counts them."""
    return np.rint(image * BLACK).astype(int).tolist()
