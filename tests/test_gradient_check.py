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
P = Softmax().forward(X)


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
    assert check_loss(CategoricalCrossEntropy(), P, TARGETS)


# --- at any size of the numbers ---

SIZES = [10.0**k for k in range(-10, 11)]


class BusyDense(Dense):
    """Dense as after training: its numbers are about 1."""

    def __init__(self):
        super().__init__(3, 4, rng=0)
        self.weights = np.random.default_rng(0).normal(size=(3, 4))
        self.biases = np.random.default_rng(1).normal(size=(1, 4))


@pytest.mark.parametrize("size", SIZES)
def test_right_layers_and_losses_pass_at_any_size(size):
    rng = np.random.default_rng(3)
    for seed in range(5):
        x = rng.normal(size=(5, 3)) * size
        for layer in (Dense(3, 4, rng=0), BusyDense(), Softmax()):
            report = check_layer(layer, x, rng=seed)
            assert report, f"{type(layer).__name__} {report}"
        report = check_loss(SoftmaxCrossEntropy(), x, TARGETS)
        assert report, str(report)
        away = np.sign(x) * np.maximum(np.abs(x), size / 100)  # from the kink
        report = check_layer(ReLU(), away, rng=seed, h=min(1e-6, size / 1000))
        assert report, str(report)


@pytest.mark.parametrize("small", [1e-10, 1e-6, 1e-4, 1e-2])
def test_cross_entropy_passes_at_small_probabilities(small):
    p = np.array([[small, 0.5, 0.5 - small], [0.5, small, 0.5 - small]])
    for targets in ([0, 1], [1, 0]):
        report = check_loss(CategoricalCrossEntropy(), p, targets)
        assert report, str(report)


def test_a_small_logit_is_no_small_probability():
    """It asks for no small step, in whose rounding a mistake could hide."""

    class Wrong(SoftmaxCrossEntropy):
        def backward(self):
            return super().backward() * 1.001

    assert not check_loss(Wrong(), [[1e-9, 2e-9, 3e-9]], [0])


def test_a_loss_may_use_the_room_of_its_gradient_again():
    class InPlace(SoftmaxCrossEntropy):
        room = np.empty_like(X)

        def forward(self, logits, targets):
            self.room[:] = 0
            return super().forward(logits, targets)

        def backward(self):
            self.room[:] = super().backward()
            return self.room

    assert check_loss(InPlace(), X, TARGETS)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["dinputs", "dweights"])
def test_a_thousandth_too_much_is_seen_at_any_size(size, name):
    class Wrong(Dense):
        def backward(self, dvalues):
            super().backward(dvalues)
            setattr(self, name, getattr(self, name) * 1.001)
            return self.dinputs

    assert not check_layer(Wrong(3, 4, rng=0), X * size, rng=1)


def test_a_gradient_that_rounding_hides_is_named_and_a_larger_h_finds_it():
    class Wrong(Dense):
        def backward(self, dvalues):
            super().backward(dvalues)
            self.dbiases = self.dbiases * 1.001
            return self.dinputs

    hidden = check_layer(Wrong(3, 4, rng=0), X * 1e10, rng=1)
    assert "dbiases is smaller than atol" in str(hidden)
    assert not check_layer(Wrong(3, 4, rng=0), X * 1e10, rng=1, h=1e4)
    assert check_layer(Dense(3, 4, rng=0), X * 1e10, rng=1, h=1e4)


def test_the_honest_atol_is_smaller_than_a_hundred_millionth():
    """So nothing passes at ordinary sizes that did not pass atol=1e-8."""

    class Off(Dense):
        def backward(self, dvalues):
            super().backward(dvalues)
            self.dbiases = self.dbiases + 2e-8 + 1e-6 * abs(self.dbiases)
            return self.dinputs

    assert not check_layer(Off(3, 4, rng=0), X, rng=1)


# --- parameters of any name ---


class Scale:
    """A layer of a reader's own: outputs = gamma * inputs + beta."""

    parameters = ("gamma", "beta")

    def __init__(self, mistake=None):
        self.gamma, self.beta = np.array([[2.0, -1.0, 0.5]]), np.ones((1, 3))
        self.mistake = mistake

    def forward(self, inputs):
        self.inputs = inputs
        return self.gamma * inputs + self.beta

    def backward(self, dvalues):
        self.dgamma = (dvalues * self.inputs).sum(axis=0, keepdims=True)
        self.dbeta = dvalues.sum(axis=0, keepdims=True)
        if self.mistake:
            setattr(self, self.mistake, -getattr(self, self.mistake))
        return dvalues * self.gamma


def test_parameters_of_any_name_are_checked():
    report = check_layer(Scale(), X, rng=1)
    assert report, str(report)
    assert report.compared == X.size + 3 + 3
    for name in ("dgamma", "dbeta"):
        report = check_layer(Scale(name), X, rng=1)
        assert f"{name}: it is -1 times" in str(report)


def test_a_parameter_without_a_gradient_is_named():
    layer = Scale()
    layer.parameters = ("gamma", "delta")
    with pytest.raises(ValueError, match=r"'delta' .* has no ddelta"):
        check_layer(layer, X, rng=1)


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


def test_atol_can_be_given_for_each_name_and_entry():
    a, n = {"w": [1.0, 1.0], "b": [0.0]}, {"w": [1.1, 1.1], "b": [0.1]}
    assert compare_gradients(a, n, atol={"w": [0.2, 0.2], "b": 0.2})
    report = compare_gradients(a, n, atol={"w": [0.2, 0.0], "b": 0.2})
    assert [(m.parameter, m.index) for m in report.mismatches] == [("w", (1,))]


def test_hints_are_no_guesses_about_numbers_that_are_all_tiny():
    """-1 times, transposed: with a fixed limit, 1e-10 is like all of these."""
    a, n = np.array([[1e-10, 2e-10], [4e-10, 1e-10]]), np.full((2, 2), 7e-10)
    report = compare_gradients({"w": a}, {"w": n}, atol=0)
    assert not report
    assert report.hints == ()


@pytest.mark.parametrize(
    "function",
    [
        lambda: compare_gradients({"w": [10**400]}, {"w": [1.0]}),
        lambda: compare_gradients({"w": [1.0]}, {"w": [1.0]}, rtol=10**400),
        lambda: compare_gradients({"w": [1.0]}, {"w": [1.0]}, atol=10**400),
        lambda: compare_gradients({"w": [1.0]}, {"w": [1.0]}, rtol="much"),
        lambda: finite_differences(smooth, [1.0], h=10**400),
        lambda: finite_differences(smooth, [10**400]),
        lambda: complex_step(smooth, [1.0], h=10**400),
        lambda: check_layer(ReLU(), X, rng=1, h=10**400),
        lambda: check_loss(SoftmaxCrossEntropy(), X, TARGETS, h=10**400),
        lambda: check_loss(CategoricalCrossEntropy(), P, TARGETS, h=10**400),
    ],
)
def test_numbers_beyond_all_floats_are_refused(function):
    with pytest.raises(ValueError, match=r"must|too large for a float"):
        function()


@pytest.mark.parametrize(
    ("setting", "match"),
    [
        ({"rtol": -1e-6}, "rtol must be .* 0 or above"),
        ({"samples": 2.5}, "samples must be a whole number"),
        ({"samples": 0}, "samples must be a whole number"),
    ],
)
def test_settings_of_a_comparison_outside_of_their_range(setting, match):
    with pytest.raises(ValueError, match=match):
        compare_gradients({"w": [1.0]}, {"w": [1.0]}, **setting)


def test_other_names_cannot_be_compared():
    with pytest.raises(ValueError, match="Cannot compare"):
        compare_gradients({"dw": [1]}, {"w": [1]})


def test_the_report_prints_parameter_index_both_numbers_and_difference():
    report = compare_gradients(
        {"w": [[1.0, 2.001], [3.0, 0.5]]}, {"w": [[1.0, 2.0], [3.0, 1.0]]}
    )
    first, second = str(report).splitlines()[2:4]
    assert first.split() == ["w[1,", "1]", "0.5", "1", "-0.5"]
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


@pytest.mark.parametrize("x", [0.0, 1e-10, 1.0, 1e5, -1e10, 1e15, 1e100])
def test_differences_are_close_at_any_size(x):
    """Of x**2. A step of 1e-6 would be lost beside 1e10, and 0 is no size."""
    found = finite_differences(lambda x: (x**2).sum(), [x])
    np.testing.assert_allclose(found, [2 * x], rtol=1e-7, atol=1e-15)


def test_differences_divide_by_what_has_really_moved():
    """Beside 987654321.1 a step of 9.9 is rounded; the slope is exactly 4."""
    found = finite_differences(lambda x: 4 * x[0], [987654321.1])
    assert found.tolist() == [4.0]


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
