"""Live figures: sliders that move gradients, with and without a kernel.

Each function returns a widget. Show it by ending a cell with it.
"""

from nnfs_course.figures.cross_entropy import cross_entropy
from nnfs_course.figures.dense_layer import dense_layer
from nnfs_course.figures.draw_a_digit import DrawADigit, draw_a_digit
from nnfs_course.figures.figure import Figure
from nnfs_course.figures.first_look import first_look
from nnfs_course.figures.fork import fork
from nnfs_course.figures.fused_gradient import fused_gradient
from nnfs_course.figures.gradient_check import GradientCheck, gradient_check
from nnfs_course.figures.matrix_product import MatrixProduct, matrix_product
from nnfs_course.figures.one_neuron import one_neuron
from nnfs_course.figures.recording import Recording
from nnfs_course.figures.softmax_jacobian import softmax_jacobian
from nnfs_course.figures.training_replay import TrainingReplay, training_replay

__all__ = [
    "DrawADigit",
    "Figure",
    "GradientCheck",
    "MatrixProduct",
    "Recording",
    "TrainingReplay",
    "cross_entropy",
    "dense_layer",
    "draw_a_digit",
    "first_look",
    "fork",
    "fused_gradient",
    "gradient_check",
    "matrix_product",
    "one_neuron",
    "softmax_jacobian",
    "training_replay",
]
