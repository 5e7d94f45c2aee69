"""One step of training, and what of it is the optimizer's."""

from bench.layers import TARGETS, C, H, I, X
from nnfs_course import SGD, Adam, Dense, Network, ReLU, SoftmaxCrossEntropy

network = Network(
    [Dense(I, H, rng=0), ReLU(), Dense(H, C, rng=0)], SoftmaxCrossEntropy()
)
network.forward(X, TARGETS)
network.backward()
parameters, gradients = network.parameters, network.gradients
sgd, adam = SGD(0.001, momentum=0.9), Adam(0.001)


def one_step():
    network.forward(X, TARGETS)
    network.backward()
    network.parameters = adam.step(network.parameters, network.gradients)


BENCHES = [
    ("300 x 2-64-3, a step of training with Adam", one_step),
    ("of it, Adam's step", lambda: adam.step(parameters, gradients)),
    ("SGD's, with momentum", lambda: sgd.step(parameters, gradients)),
]
