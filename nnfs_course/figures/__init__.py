"""Live figures: sliders that move gradients, with and without a kernel.

Each function returns a widget. Show it by ending a cell with it.
"""

from nnfs_course.figures.classification import (
    cross_entropy,
    fused_gradient,
    softmax_jacobian,
)
from nnfs_course.figures.layer import dense_layer
from nnfs_course.figures.neuron import fork, one_neuron
from nnfs_course.figures.recording import Recording
from nnfs_course.figures.training_replay import TrainingReplay, training_replay
from nnfs_course.figures.widget import Figure

__all__ = [
    "Figure",
    "Recording",
    "TrainingReplay",
    "cross_entropy",
    "dense_layer",
    "fork",
    "fused_gradient",
    "one_neuron",
    "softmax_jacobian",
    "training_replay",
]
