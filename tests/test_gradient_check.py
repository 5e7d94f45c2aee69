"""The checker is checked: it sees what is wrong and passes what is right."""

import copy

import numpy as np
import pytest

from nnfs_course import (
    CategoricalCrossEntropy,
    Dense,
    ReLU,
    Softmax,
    SoftmaxCrossEntropy,
    check_layer,
    check_loss,
    compare_gradients,
    complex_step,
    finite_differences,
)

RNG = np.random.default_rng(5)
X = RNG.normal(size=(5, 3))
SQUARE = RNG.normal(size=(4, 4))
TARGETS = np.array([0, 2, 1, 1, 0])


@pytest.mark.parametrize(
    ("layer", "inputs"),
    [
        (Dense(3, 4, rng=0), X),
        (Dense(4, 4, rng=0), SQUARE),
        (Dense(3, 1, rng=0), X[:1]),
        (ReLU(), X),
        (Softmax(), X),
        (Softmax(), X[:, :2]),
    ],
)
def test_every_layer_passes(layer, inputs):
    report = check_layer(layer, inputs, rng=1)
    assert report, str(report)
    parameters = 0
    if isinstance(layer, Dense):
        parameters = layer.weights.size + layer.biases.size
    assert report.compared == inputs.size + parameters


def test_every_loss_passes():
    assert check_loss(SoftmaxCrossEntropy(), X, TARGETS)
    assert check_loss(SoftmaxCrossEntropy(), X, np.eye(3)[TARGETS])
    p = Softmax().forward(X)
    assert check_loss(CategoricalCrossEntropy(), p, TARGETS)


# --- broken layers are caught ---


class Broken(Dense):
    def __init__(self, n, spoil):
        super().__init__(n, 4, rng=0)
        self.weights = RNG.normal(size=(n, 4))
        self.spoil = spoil

    def backward(self, dvalues):
        super().backward(dvalues)
        self.spoil(self, dvalues)
        return self.dinputs


def negative(layer, dvalues):
    layer.dweights = -layer.dweights


def times_n(layer, dvalues):
    layer.dbiases = layer.dbiases * len(dvalues)


def over_n(layer, dvalues):
    layer.dweights = layer.dweights / len(dvalues)


def transposed(layer, dvalues):
    layer.dweights = layer.dweights.T


def wrong_axis(layer, dvalues):
    layer.dbiases = dvalues.sum(axis=1, keepdims=True)


def nothing(layer, dvalues):
    layer.dinputs = np.zeros_like(layer.dinputs)


def not_a_number(layer, dvalues):
    layer.dinputs = layer.dinputs * np.nan


def one_entry(layer, dvalues):
    layer.dweights = layer.dweights.copy()
    layer.dweights[2, 1] += 0.01


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (negative, "dweights: it is -1 times .* the sign is wrong"),
        (times_n, "dbiases: it is N times .* 1/N of the mean is missing"),
        (over_n, "dweights: it is 1/N times .* divided by N once too often"),
        (transposed, "dweights: it is the transpose"),
        (wrong_axis, r"dbiases has shape \(5, 1\), not \(1, 4\)"),
        (nothing, "dinputs: it is all zeros"),
        (not_a_number, "dinputs: .* not finite"),
        (one_entry, r"(?s)1 of \d+ gradients disagree.*dweights\[2, 1\]"),
    ],
)
def test_a_broken_layer_is_caught_and_the_hint_says_how(spoil, message):
    size = 4 if spoil is transposed else 3
    inputs = RNG.normal(size=(5, size))
    report = check_layer(Broken(size, spoil), inputs, rng=1)
    assert not report
    with pytest.raises(AssertionError, match=message):
        raise AssertionError(str(report))


def test_a_softmax_with_only_the_diagonal_is_caught():
    class Diagonal(Softmax):
        def backward(self, dvalues):
            self.dinputs = self.outputs * (1 - self.outputs) * dvalues
            return self.dinputs

    assert not check_layer(Diagonal(), X, rng=1)


# --- the comparison itself ---


def test_2_001_is_not_2():
    assert not compare_gradients({"w": [2.001]}, {"w": [2.0]})
    assert not compare_gradients({"w": [2.00001]}, {"w": [2.0]})
    assert compare_gradients({"w": [2.000001]}, {"w": [2.0]})


def test_true_zeros_raise_no_false_alarm():
    assert compare_gradients({"w": [0.0]}, {"w": [3e-11]})
    assert not compare_gradients({"w": [0.0]}, {"w": [1e-4]})


def test_nan_is_never_equal():
    assert not compare_gradients({"w": [np.nan]}, {"w": [np.nan]})


def test_a_broadcast_is_a_wrong_shape():
    report = compare_gradients({"b": np.ones((1, 3))}, {"b": np.ones(3)})
    assert not report
    assert "(1, 3), not (3,)" in str(report)


def test_other_names_cannot_be_compared():
    with pytest.raises(ValueError, match="Cannot compare"):
        compare_gradients({"dw": [1]}, {"w": [1]})


def test_the_report_prints_parameter_index_both_numbers_and_difference():
    report = compare_gradients(
        {"w": [[1.0, 2.001], [3.0, 4.0]]}, {"w": [[1.0, 2.0], [3.0, 4.5]]}
    )
    first, second = str(report).splitlines()[2:4]
    assert first.split() == ["w[1,", "1]", "4", "4.5", "-0.5"]
    assert second.split() == ["w[0,", "1]", "2.001", "2", "0.001"]
    assert repr(report) == str(report)


def test_a_long_report_stops_after_ten():
    report = compare_gradients({"w": np.ones(50)}, {"w": np.zeros(50)})
    assert len(str(report).splitlines()) == 2 + 10 + 1
    assert "and 40 more" in str(report)
    assert str(compare_gradients({"w": [1.0]}, {"w": [1.0]})).startswith(
        "All 1"
    )


# --- it never changes what it checks ---


def test_a_check_changes_nothing():
    layer, inputs = Dense(3, 4, rng=0), X.copy()
    layer.backward(np.ones_like(layer.forward(inputs)))
    before = copy.deepcopy(vars(layer))
    check_layer(layer, inputs, rng=1)
    for name, value in before.items():
        assert np.array_equal(value, getattr(layer, name)), name
    assert np.array_equal(inputs, X)

    loss = SoftmaxCrossEntropy()
    loss.forward(X[::-1], TARGETS)
    outputs = loss.outputs.copy()
    check_loss(loss, inputs, TARGETS)
    assert np.array_equal(loss.outputs, outputs)
    assert np.array_equal(inputs, X)


def test_a_function_that_spoils_its_argument_spoils_nothing_else():
    def rude(x):
        total = (x**2).sum()
        x[:] = 0
        return total

    point = np.array([1.0, 3.0])
    np.testing.assert_allclose(finite_differences(rude, point), [2, 6])
    np.testing.assert_allclose(complex_step(rude, point), [2, 6])
    assert point.tolist() == [1, 3]


# --- the two numeric gradients ---


def smooth(x):
    return (np.exp(np.sin(x)) / (1 + x**2)).sum()


def test_complex_step_is_exact_and_differences_are_close():
    x = RNG.normal(size=(3, 2))
    f = np.exp(np.sin(x)) / (1 + x**2)
    exact = f * (np.cos(x) - 2 * x / (1 + x**2))
    np.testing.assert_allclose(complex_step(smooth, x), exact, rtol=1e-14)
    np.testing.assert_allclose(finite_differences(smooth, x), exact, rtol=1e-7)


@pytest.mark.parametrize("numeric", [finite_differences, complex_step])
@pytest.mark.parametrize(
    ("x", "h", "message"),
    [
        ([1.0], 0, "above 0"),
        ([1.0], -1e-6, "above 0"),
        ([1.0], np.nan, "above 0"),
        (np.ones(2, np.float32), 1e-6, "float32"),
        (["a"], 1e-6, "dtype is <U1"),
    ],
)
def test_numeric_gradients_refuse(numeric, x, h, message):
    with pytest.raises(ValueError, match=message):
        numeric(smooth, x, h)


def test_complex_step_refuses_a_function_that_drops_the_imaginary_part():
    with pytest.raises(ValueError, match="stays complex"):
        complex_step(lambda x: abs(x).sum(), [1.0])


def test_checks_refuse_float32():
    x = X.astype(np.float32)
    with pytest.raises(ValueError, match="float32"):
        check_layer(ReLU(), x, rng=0)
    with pytest.raises(ValueError, match="float32"):
        check_loss(SoftmaxCrossEntropy(), x, TARGETS)
