"""Backpropagation from scratch: the code behind the chapters, in reading order.

1. `graph`, `value`: a number that remembers how it was made; chain rule (ch 1).
2. `trace`: the same computation as a plain list, and as a drawing (ch 1);
   `compiled`: and as a program (reference, "Speed").
3. `layer`, `dense`, `relu`: a layer of neurons for a whole batch (ch 2).
4. `value_arrays`: the same layers made of Values, to check them (ch 2).
5. `numeric_gradient`, `gradient_report`, `gradient_check`: gradients by moving
   numbers, and whether they agree (ch 2, 7).
6. `loss`, `cross_entropy`: the loss (ch 3).
7. `softmax`: logits to probabilities, and the Jacobian (ch 4).
8. `softmax_cross_entropy`: both in one, and the short gradient (ch 5).
9. `network`: layers in a row, and a loss at the end (ch 6).
10. `optimizers`: from gradients to better parameters (ch 6).
11. `data`: a spiral and handwritten digits to learn from (ch 6 and 8).
12. `training`, `history`: forward, backward, one step, again (ch 6).

Beside these, each in a folder: `checks` says what is refused at the door,
`page` puts the package on a page (`plots`, `show_source`), `figures` holds the
live figures, `exercises` checks attempts and names mistakes, `quizzes` asks
questions. Import the last three by name, and `plots` too: it needs matplotlib.
"""

from nnfs_course.compiled import compiled
from nnfs_course.cross_entropy import CategoricalCrossEntropy
from nnfs_course.data import digits, spiral
from nnfs_course.dense import Dense
from nnfs_course.gradient_check import check_layer, check_loss
from nnfs_course.gradient_report import compare_gradients
from nnfs_course.history import History
from nnfs_course.layer import Layer
from nnfs_course.loss import Loss
from nnfs_course.network import Network
from nnfs_course.numeric_gradient import complex_step, finite_differences
from nnfs_course.optimizers import SGD, Adam
from nnfs_course.page.source import show_source
from nnfs_course.relu import ReLU
from nnfs_course.softmax import Softmax
from nnfs_course.softmax_cross_entropy import SoftmaxCrossEntropy
from nnfs_course.trace import draw, trace
from nnfs_course.training import train
from nnfs_course.value import Value, sweep
from nnfs_course.value_arrays import data_of, grad_of, relu_of, value_array

__all__ = [
    "SGD",
    "Adam",
    "CategoricalCrossEntropy",
    "Dense",
    "History",
    "Layer",
    "Loss",
    "Network",
    "ReLU",
    "Softmax",
    "SoftmaxCrossEntropy",
    "Value",
    "check_layer",
    "check_loss",
    "compare_gradients",
    "compiled",
    "complex_step",
    "data_of",
    "digits",
    "draw",
    "finite_differences",
    "grad_of",
    "relu_of",
    "show_source",
    "spiral",
    "sweep",
    "trace",
    "train",
    "value_array",
]


def __getattr__(name):
    """`plots` when it is asked for: it loads matplotlib, which is slow."""
    if name == "plots":
        import nnfs_course.page.plots as plots

        return plots
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
