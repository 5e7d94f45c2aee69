"""Layer and Loss: what they add to the formulas, for ours and for your own."""

import ast
import inspect
import textwrap
from types import SimpleNamespace

import numpy as np
import pytest

from nnfs_course import (
    CategoricalCrossEntropy,
    Dense,
    Layer,
    Loss,
    Network,
    ReLU,
    Softmax,
    SoftmaxCrossEntropy,
    check_layer,
    check_loss,
)
from nnfs_course.checks.used import Used
from nnfs_course.layout import FEW, by_columns

RNG = np.random.default_rng(5)
X = RNG.normal(size=(6, 3))
TARGETS = [0, 2, 1, 1, 0, 2]
CLASSES = (Dense, ReLU, Softmax, CategoricalCrossEntropy, SoftmaxCrossEntropy)


def lines_of_code(cls) -> int:
    """Without docstrings, comments and empty lines."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(cls)))
    for node in ast.walk(tree):
        documented = isinstance(node, (ast.ClassDef, ast.FunctionDef))
        if documented and ast.get_docstring(node) is not None:
            node.body = node.body[1:] or [ast.Pass()]
    return len(ast.unparse(tree).replace("\n\n", "\n").splitlines())


@pytest.mark.parametrize("cls", CLASSES)
def test_a_class_fits_on_a_screen(cls):
    assert lines_of_code(cls) <= 15


# --- backward uses what forward used ---


@pytest.mark.parametrize("in_place", [False, True])
def test_parameters_set_between_forward_and_backward(in_place):
    layer, fresh = Dense(3, 4, rng=0), Dense(3, 4, rng=0)
    upstream = RNG.normal(size=(6, 4))
    for each in (layer, fresh):
        each.forward(X)
    if in_place:
        layer.weights *= 7
    else:
        layer.weights = layer.weights * 7
    assert np.array_equal(layer.backward(upstream), fresh.backward(upstream))
    assert np.array_equal(layer.dweights, fresh.dweights)
    layer.forward(X)  # and the next forward uses the new ones
    assert not np.allclose(layer.backward(upstream), fresh.backward(upstream))


def test_a_network_s_step_between_forward_and_backward():
    layers = [Dense(3, 4, rng=0), ReLU(), Dense(4, 3, rng=1)]
    network = Network(layers, SoftmaxCrossEntropy())
    network.forward(X, TARGETS)
    network.backward()
    expected = network.gradients
    network.parameters = {n: p + 1 for n, p in network.parameters.items()}
    network.backward()
    for name, gradient in network.gradients.items():
        assert np.array_equal(gradient, expected[name])


# --- a layer of your own ---


class Standardize(Layer):
    """Batch normalisation without its running means."""

    parameters = {"gamma": "(1, I)", "beta": "(1, I)"}

    def __init__(self, columns):
        self.gamma, self.beta = np.ones((1, columns)), np.zeros((1, columns))

    def outputs_from(self, used):
        centred = used.inputs - used.inputs.mean(axis=0)
        used.width = np.sqrt((centred**2).mean(axis=0) + 1e-5)
        used.normal = centred / used.width
        return used.gamma * used.normal + used.beta

    def dinputs_from(self, dvalues, used):
        d = dvalues * used.gamma
        shared = d.mean(axis=0) + used.normal * (d * used.normal).mean(axis=0)
        return (d - shared) / used.width

    def dgamma_from(self, dvalues, used):
        return (dvalues * used.normal).sum(axis=0, keepdims=True)

    def dbeta_from(self, dvalues, used):
        return dvalues.sum(axis=0, keepdims=True)


def test_a_layer_of_your_own_is_checked_and_keeps_the_promises():
    layer = Standardize(3)
    layer.gamma, layer.beta = RNG.normal(size=(2, 1, 3))
    assert layer.dgamma is None
    assert check_layer(layer, X, rng=1)
    with pytest.raises(RuntimeError, match=r"Standardize\.backward was called"):
        Standardize(3).backward(X)
    outputs = layer.forward(X.astype(np.float32))
    assert outputs.dtype == np.float32
    layer.backward(outputs)
    assert layer.dgamma.dtype == np.float32
    with pytest.raises(ValueError, match="4 columns instead of 3"):
        layer.forward(np.ones((2, 4)))
    layer.beta = np.zeros((1, 2))
    with pytest.raises(ValueError, match=r"beta \(1, I\).*beta \(1, 2\)"):
        layer.forward(X)


def test_a_gradient_of_another_shape_is_told():
    class Forgets(Standardize):
        def dbeta_from(self, dvalues, used):
            return dvalues  # the sum over the samples is missing

    layer = Forgets(3)
    layer.forward(X)
    with pytest.raises(ValueError, match=r"dbeta_from .*\(1, 3\).*sum mis"):
        layer.backward(X)
    assert layer.dinputs is None
    assert layer.dgamma is None


def test_a_loss_of_your_own():
    class Squares(Loss):
        """The mean of the squared distance from one-hot rows."""

        takes = "predictions"

        def loss_from(self, used):
            used.error = used.predictions.copy()
            used.error[used.true] -= 1
            return (used.error**2).sum(axis=1).mean()

        def dinputs_from(self, used):
            return 2 * used.error / len(used.error)

    loss = Squares()
    p = Softmax().forward(X)
    assert loss.dinputs is loss.predictions is loss.targets is None
    assert check_loss(loss, p, TARGETS)
    network = Network([Dense(3, 3, rng=0), Softmax()], Squares())
    network.forward(X, TARGETS)
    assert network.backward(dinputs=True).shape == X.shape
    with pytest.raises(ValueError, match="predictions must lie between"):
        loss.forward(X, TARGETS)


def test_before_the_first_forward_there_is_nothing():
    loss = SoftmaxCrossEntropy()
    assert loss.outputs is loss.logits is loss.targets is loss.dinputs is None
    loss.forward([[0, 0]], [0])
    assert loss.outputs.tolist() == [[0.5, 0.5]]


def test_short_rows_are_laid_out_by_columns_and_long_ones_stay():
    short, long, longer = (np.ones((2, FEW + k)) for k in (-1, 0, 1))
    assert by_columns(short).flags.f_contiguous
    assert np.array_equal(by_columns(short), short)
    assert by_columns(long) is long
    assert by_columns(longer) is longer
    assert FEW == 32  # measured: beyond it, rows are added up as fast


def test_what_forward_used_is_equal_by_names_and_numbers():
    used = Used(inputs=X, weights=X)
    assert used == Used(inputs=X.copy(), weights=X.copy())
    assert used != Used(inputs=X, weights=X + 1)
    assert used != Used(inputs=X + 1, weights=X)
    assert used != Used(inputs=X) != used
    assert used != SimpleNamespace(inputs=X, weights=X)


# --- what a network refuses when it is made ---


class Slotted:
    __slots__ = ("kept",)

    def forward(self, inputs):
        return inputs

    def backward(self, dvalues):
        return dvalues


class Undeclared(Slotted):
    def __init__(self):
        self.weights = np.ones((3, 3))


class Absent(Layer):
    parameters = {"gamma": "(1, I)"}


class Text(Absent):
    gamma = "one"


def network():
    return Network([Dense(3, 3, rng=0)], SoftmaxCrossEntropy())


@pytest.mark.parametrize(
    ("make", "match"),
    [
        (Slotted, r"layers\[1\] is a Slotted with __slots__"),
        (Undeclared, r"layers\[1\] has weights, but no `parameters`"),
        (Absent, r"names the parameter 'gamma', but has no gamma"),
        (Text, r"layers\[1\]\.gamma must hold numbers"),
        (network, r"layers\[1\] is a Network, which is made of layers"),
    ],
)
def test_what_could_not_be_trained_is_refused(make, match):
    with pytest.raises(ValueError, match=match):
        Network([Dense(3, 3, rng=0), make()], SoftmaxCrossEntropy())


def test_after_an_error_a_layer_of_your_own_is_as_before():
    class Remembers:
        def forward(self, inputs):
            self.seen = inputs
            return inputs

        def backward(self, dvalues):
            return dvalues

    layers = [Dense(3, 3, rng=0), Remembers()]
    network = Network(layers, SoftmaxCrossEntropy())
    with pytest.raises(ValueError, match="targets"):
        network.forward(X, [9] * 6)
    assert vars(layers[1]) == {}
    assert network.last_outputs is None


def test_a_network_of_standardized_columns_knows_its_widths():
    layers = [Standardize(3), Dense(4, 3, rng=0)]
    with pytest.raises(ValueError, match=r"layers\[1\] has 4 inp.* 3 neu"):
        Network(layers, SoftmaxCrossEntropy())
    layers = [Standardize(3), Dense(3, 3, rng=0)]
    Network(layers, SoftmaxCrossEntropy()).forward(X, TARGETS)


def test_weights_too_large_for_the_inputs_float32_are_told():
    layer = Dense(1, 1, rng=0)
    layer.weights = np.array([[1e300]])
    assert layer.forward([[1.0]])[0, 0] == 1e300
    with pytest.raises(
        ValueError, match=r"weights must fit .* weights\[0, 0\]"
    ):
        layer.forward(np.ones((1, 1), np.float32))
