"""Network: against references that share no code, and nothing half done."""

import copy
import io
import os

import autograd
import autograd.numpy as anp
import numpy as np
import pytest

from nnfs_course import (
    CategoricalCrossEntropy,
    Dense,
    Network,
    ReLU,
    Softmax,
    SoftmaxCrossEntropy,
    finite_differences,
)

RNG = np.random.default_rng(11)
X = RNG.normal(size=(6, 2))
TARGETS = np.array([0, 2, 1, 1, 0, 2])
NAMES = ["layer0.weights", "layer0.biases", "layer2.weights", "layer2.biases"]


def make(*, seed=0, dtype=np.float64, long_way=False):
    """A network 2-5-3 whose parameters are all of size 1."""
    layers = [Dense(2, 5, rng=0, dtype=dtype), ReLU()]
    layers.append(Dense(5, 3, rng=1, dtype=dtype))
    if long_way:
        network = Network([*layers, Softmax()], CategoricalCrossEntropy())
    else:
        network = Network(layers, SoftmaxCrossEntropy())
    rng = np.random.default_rng(seed)
    network.parameters = {
        name: rng.normal(size=p.shape) for name, p in network.parameters.items()
    }
    return network


def state(network):
    things = (*network.layers, network.loss)
    return repr([copy.deepcopy(vars(thing)) for thing in things])


def same(a, b):
    return a.keys() == b.keys() and all(np.array_equal(a[k], b[k]) for k in a)


def used():
    network = make()
    network.forward(X, TARGETS)
    network.backward()
    return network


# --- gradients ---


def reference(x, w1, b1, w2, b2):
    """The loss, written for autograd."""
    h = anp.maximum(anp.dot(x, w1) + b1, 0)
    z = anp.dot(h, w2) + b2
    one_hot = np.eye(3)[TARGETS]
    log_sum = anp.log(anp.sum(anp.exp(z), axis=1))
    return anp.mean(log_sum - anp.sum(one_hot * z, axis=1))


@pytest.mark.parametrize("long_way", [False, True])
@pytest.mark.parametrize("seed", range(3))
def test_loss_and_gradients_match_autograd(seed, long_way):
    network = make(seed=seed, long_way=long_way)
    arguments = (X, *network.parameters.values())
    assert list(network.parameters) == NAMES
    value = network.forward(X, TARGETS)
    assert type(value) is float
    assert value == pytest.approx(reference(*arguments), rel=1e-12)
    dinputs = network.backward(dinputs=True)
    expected = autograd.grad(reference, tuple(range(5)))(*arguments)
    assert list(network.gradients) == NAMES
    got = (dinputs, *network.gradients.values())
    for ours, theirs in zip(got, expected, strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=1e-9, atol=1e-13)


def test_gradients_match_finite_differences():
    network, probe = used(), make()
    for name, parameter in network.parameters.items():

        def loss(moved, name=name):
            probe.parameters = {**network.parameters, name: moved}
            return probe.forward(X, TARGETS)

        np.testing.assert_allclose(
            network.gradients[name],
            finite_differences(loss, parameter),
            rtol=1e-6,
            atol=1e-9,
        )


def test_dinputs_are_computed_when_asked_for_and_only_then():
    network = used()
    first = network.layers[0]
    assert network.backward() is None
    assert first.dinputs is None
    gradients = network.gradients
    dinputs = network.backward(dinputs=True)
    assert dinputs is first.dinputs
    assert dinputs.shape == X.shape
    assert same(gradients, network.gradients)


def test_both_forms_of_targets():
    network = make()
    value = network.forward(X, TARGETS)
    assert network.forward(X, np.eye(3, dtype=int)[TARGETS]) == value


def test_float32_stays():
    network = make(dtype=np.float32)
    network.forward(X.astype(np.float32), TARGETS)
    network.backward()
    for arrays in (network.parameters, network.gradients):
        assert {a.dtype for a in arrays.values()} == {np.dtype(np.float32)}
    assert network.outputs(X.astype(np.float32)).dtype == np.float32


def test_one_layer_is_a_network():
    network = Network([Dense(2, 3, rng=0)], SoftmaxCrossEntropy())
    network.forward(X, TARGETS)
    network.backward()
    assert list(network.gradients) == ["layer0.weights", "layer0.biases"]


def test_a_layer_of_your_own():
    class Tanh:
        def forward(self, inputs):
            self.outputs = np.tanh(inputs)
            return self.outputs

        def backward(self, dvalues):
            return dvalues * (1 - self.outputs**2)

    layers = [Dense(2, 4, rng=0), Tanh(), Dense(4, 3, rng=1)]
    network = Network(layers, SoftmaxCrossEntropy())
    network.forward(X, TARGETS)
    dinputs = network.backward(dinputs=True)
    expected = finite_differences(lambda x: network.forward(x, TARGETS), X)
    np.testing.assert_allclose(dinputs, expected, rtol=1e-5, atol=1e-9)


def test_a_layer_of_your_own_may_change_the_number_of_columns():
    class Doubles:
        def forward(self, inputs):
            return np.hstack([inputs, inputs])

        def backward(self, dvalues):
            return sum(np.hsplit(dvalues, 2))

    layers = [Dense(2, 4, rng=0), Doubles(), Dense(8, 3, rng=1)]
    network = Network(layers, SoftmaxCrossEntropy())
    assert network.outputs(X).shape == (6, 3)


# --- outputs, probabilities, predict, accuracy ---


@pytest.mark.parametrize("long_way", [False, True])
def test_what_a_network_says_about_inputs(long_way):
    network = make(long_way=long_way)
    p = network.probabilities(X)
    w1, b1, w2, b2 = network.parameters.values()
    e = np.exp(np.maximum(X @ w1 + b1, 0) @ w2 + b2)
    np.testing.assert_allclose(p, e / e.sum(axis=1, keepdims=True), rtol=1e-12)
    assert network.outputs(X).shape == (6, 3)
    assert network.predict(X).tolist() == p.argmax(axis=1).tolist()


def test_accuracy_by_hand():
    network = make()
    right = network.predict(X)
    assert network.accuracy(X, right) == 1
    wrong = (right + 1) % 3
    assert network.accuracy(X, wrong) == 0
    half = np.where([1, 1, 1, 0, 0, 0], right, wrong)
    assert network.accuracy(X, half) == 0.5
    assert network.accuracy(X, np.eye(3)[half]) == 0.5
    assert type(network.accuracy(X, half)) is float


@pytest.mark.parametrize(
    "look",
    [
        lambda network: network.outputs(X[:2] * 9),
        lambda network: network.probabilities(X[:2] * 9),
        lambda network: network.predict(X[:2] * 9),
        lambda network: network.accuracy(X[:2] * 9, [0, 1]),
        lambda network: network.parameters,
    ],
)
def test_looking_between_forward_and_backward_changes_nothing(look):
    network, expected = make(), used().gradients
    network.forward(X, TARGETS)
    before = state(network)
    look(network)
    assert state(network) == before
    network.backward()
    assert same(network.gradients, expected)


# --- parameters ---


def test_parameters_and_gradients_are_copies():
    network = used()
    before = state(network)
    for arrays in (network.parameters, network.gradients):
        for array in arrays.values():
            array[:] = 99
    assert state(network) == before
    given = network.parameters
    network.parameters = given
    given["layer0.weights"][:] = 99
    assert state(network) == before


def test_setting_parameters_keeps_the_dtype():
    network = make(dtype=np.float32)
    network.parameters = {n: p.tolist() for n, p in make().parameters.items()}
    assert network.parameters["layer2.weights"].dtype == np.float32


def test_gradients_before_backward():
    network = make()
    with pytest.raises(RuntimeError, match="Call forward, then backward"):
        _ = network.gradients
    with pytest.raises(RuntimeError, match="Call forward first"):
        network.backward()
    network.forward(X, TARGETS)
    with pytest.raises(RuntimeError, match="Call forward, then backward"):
        _ = network.gradients


GOOD = make(seed=3).parameters


@pytest.mark.parametrize(
    ("change", "match"),
    [
        ({"layer2.biases": np.ones((1, 4))}, r"\(1, 3\), but got \(1, 4\)"),
        ({"layer2.biases": np.ones(3)}, r"\(1, 3\), but got \(3,\)"),
        ({"layer2.biases": [[0, np.nan, 0]]}, r"biases'\]\[0, 1\] is nan"),
        ({"layer2.biases": [[0, np.inf, 0]]}, r"biases'\]\[0, 1\] is inf"),
        ({"layer2.biases": [["a", "b", "c"]]}, "dtype is <U1"),
        ({"layer2.biases": None}, "dtype is object"),
        ({"layer1.weights": np.ones((1, 1))}, "'layer1.weights'.* unknown"),
    ],
)
def test_wrong_parameters_change_nothing(change, match):
    network = used()
    before = state(network)
    with pytest.raises(ValueError, match=match):
        network.parameters = {**GOOD, **change}
    assert state(network) == before


def test_missing_parameters_and_no_dict_change_nothing():
    network = used()
    before = state(network)
    some = {name: GOOD[name] for name in NAMES[:3]}
    with pytest.raises(ValueError, match=r"'layer2.biases'\] are missing"):
        network.parameters = some
    for nonsense in (None, [], {}, list(GOOD.values())):
        with pytest.raises(ValueError, match="must be a dict"):
            network.parameters = nonsense
    assert state(network) == before


# --- forward refuses ---


@pytest.mark.parametrize(
    ("x", "y", "match"),
    [
        (X[0], TARGETS, r"reshape\(1, -1\)"),
        (np.ones((6, 3)), TARGETS, "3 columns instead of 2"),
        (X, TARGETS[:5], "6 predictions but 5 targets"),
        (X, TARGETS + 1, r"0\.\.2"),
        (X * np.nan, TARGETS, r"logits\[0, 0\] is nan"),
        (None, TARGETS, "dtype is object"),
    ],
)
def test_after_a_refused_forward_backward_is_as_before(x, y, match):
    network = used()
    before, gradients = state(network), network.gradients
    with pytest.raises(ValueError, match=match):
        network.forward(x, y)
    assert state(network) == before
    network.backward()
    assert same(network.gradients, gradients)


def test_accuracy_refuses_targets_that_do_not_fit():
    with pytest.raises(ValueError, match="6 predictions but 5 targets"):
        make().accuracy(X, TARGETS[:5])
    with pytest.raises(ValueError, match=r"outputs\[1, 0\] is nan"):
        make().predict([[1.0, 2.0], [np.nan, 0.0]])


# --- the constructor ---


def dense(n_inputs, n_neurons):
    return Dense(n_inputs, n_neurons, rng=0)


TWICE = ReLU()


@pytest.mark.parametrize(
    ("layers", "match"),
    [
        ([], "at least one layer"),
        (None, "at least one layer, but got None"),
        (dense(2, 3), "must be a list"),
        ([dense(2, 64), dense(32, 3)], r"layers\[1\] has 32 inputs.* 64 neur"),
        ([dense(2, 64), ReLU(), dense(32, 3)], r"layers\[2\] has 32 inputs"),
        ([dense(2, 4), ReLU, dense(4, 3)], r"layers\[1\] is the class ReLU"),
        ([Dense], r"layers\[0\] is the class Dense"),
        ([dense(2, 3), TWICE, dense(3, 3), TWICE], r"layers\[3\] is the same"),
        ([ReLU(), dense(2, 3)], "first layer must be a Dense.* a ReLU"),
        ([dense(2, 3), "relu"], "'relu' has no forward and no backward"),
        ([dense(2, 3), None], r"layers\[1\] needs forward"),
        ([dense(2, 3), Softmax()], "softmax would be taken twice"),
        ([dense(2, 3), SoftmaxCrossEntropy()], "is a loss"),
    ],
)
def test_layers_that_make_no_network(layers, match):
    with pytest.raises(ValueError, match=match):
        Network(layers, SoftmaxCrossEntropy())


def test_the_layers_of_the_long_way_do_not_fit_the_short_one():
    network = make(long_way=True)
    network.forward(X, TARGETS)
    with pytest.raises(ValueError, match="softmax would be taken twice"):
        Network(network.layers, SoftmaxCrossEntropy())


@pytest.mark.parametrize(
    ("loss", "match"),
    [
        (SoftmaxCrossEntropy, "loss is the class SoftmaxCrossEntropy"),
        (Softmax(), "got a Softmax, which is a layer"),
        (None, "loss needs forward"),
        ("crossentropy", "loss needs forward"),
    ],
)
def test_what_is_no_loss(loss, match):
    with pytest.raises(ValueError, match=match):
        Network([dense(2, 3)], loss)


# --- files ---


@pytest.mark.parametrize("name", ["net.npz", "net", "net.parameters", "ä ö"])
def test_save_and_load_with_exactly_this_name(tmp_path, name):
    network, other = make(), make(seed=9)
    network.save(str(tmp_path / name))
    assert os.listdir(tmp_path) == [name]
    other.load(tmp_path / name)
    assert same(network.parameters, other.parameters)
    assert same(dict(np.load(tmp_path / name)), network.parameters)


def test_float32_survives_a_file(tmp_path):
    network = make(dtype=np.float32)
    network.save(tmp_path / "net.npz")
    other = make(dtype=np.float32, seed=9)
    other.load(tmp_path / "net.npz")
    assert same(network.parameters, other.parameters)


class Trap:
    """Unpickling it would make a folder."""

    def __init__(self, folder):
        self.folder = folder

    def __reduce__(self):
        return os.mkdir, (str(self.folder),)


def pickled(path):
    trap = np.array([Trap(path.parent / "sprung")], dtype=object)
    np.savez(path, **{**GOOD, "layer0.weights": trap})


def bare_pickle(path):
    np.array([Trap(path.parent / "sprung")], dtype=object).dump(path)


def damaged(path):
    make().save(path)
    content = bytearray(path.read_bytes())
    place = content.index(b"NUMPY") + 150  # among the numbers
    content[place] ^= 255
    path.write_bytes(content)


def cut(share):
    def write(path):
        make().save(path)
        content = path.read_bytes()
        path.write_bytes(content[: int(len(content) * share)])

    return write


BAD_FILES = {
    "pickled": (pickled, "is not a file of arrays"),
    "a bare pickle": (bare_pickle, "is not a file of arrays"),
    "damaged": (damaged, "is not a file of arrays"),
    "half": (cut(0.5), "is not a file of arrays"),
    "nearly all": (cut(0.99), "is not a file of arrays"),
    "empty": (lambda path: path.touch(), "is not a file of arrays"),
    "text": (lambda path: path.write_text("x" * 99), "is not a file of arrays"),
    "one array": (
        lambda path: path.write_bytes(npy(np.ones(3))),
        "is not a file of arrays",
    ),
    "no array": (lambda path: np.savez(path), "does not fit this network"),
    "foreign": (
        lambda path: np.savez(path, w=np.ones(3)),
        "does not fit this network.*'w'.* unknown",
    ),
    "another shape": (
        lambda path: np.savez(path, **{**GOOD, NAMES[3]: np.ones((1, 7))}),
        r"does not fit this network.*\(1, 3\), but got \(1, 7\)",
    ),
    "nan": (
        lambda path: np.savez(path, **{**GOOD, NAMES[3]: np.ones((1, 3)) / 0}),
        "does not fit this network.*is inf",
    ),
    "text arrays": (
        lambda path: np.savez(path, **{**GOOD, NAMES[3]: [["a", "b", "c"]]}),
        "does not fit this network.*dtype is <U1",
    ),
}


def npy(array):
    buffer = io.BytesIO()
    np.save(buffer, array)
    return buffer.getvalue()


@pytest.mark.parametrize("kind", BAD_FILES)
def test_bad_files_change_nothing_and_run_nothing(tmp_path, kind):
    write, match = BAD_FILES[kind]
    path = tmp_path / "net.npz"
    with np.errstate(divide="ignore"):
        write(path)
    network = used()
    before = state(network)
    with pytest.raises(ValueError, match=match) as caught:
        network.load(path)
    assert str(path) in str(caught.value)
    assert state(network) == before
    assert not (tmp_path / "sprung").exists()


def test_errors_of_the_system_stay_themselves(tmp_path):
    network = used()
    before = state(network)
    with pytest.raises(FileNotFoundError):
        network.load(tmp_path / "nowhere.npz")
    with pytest.raises(IsADirectoryError):
        network.load(tmp_path)
    with pytest.raises(FileNotFoundError):
        network.save(tmp_path / "nowhere" / "net.npz")
    assert state(network) == before
