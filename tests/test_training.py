"""train: the book's first step, the history, and every way to stop."""

import copy
import functools
import subprocess
import sys
import time

import numpy as np
import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

from nnfs_course import (
    SGD,
    Adam,
    CategoricalCrossEntropy,
    Dense,
    History,
    Network,
    ReLU,
    Softmax,
    SoftmaxCrossEntropy,
    check_layer,
    digits,
    spiral,
    train,
)
from nnfs_course.layer import Layer
from tests.test_data import global_state
from tests.test_network import same

X, TARGETS = spiral(10, 3, seed=0)


def make(hidden=8, inputs=2, classes=3, seed=0):
    rng = np.random.default_rng(seed)
    first = Dense(inputs, hidden, rng=rng)
    last = Dense(hidden, classes, rng=rng)
    return Network([first, ReLU(), last], SoftmaxCrossEntropy())


def quiet(network, optimizer, *, epochs=3, x=X, y=TARGETS, **settings):
    return train(
        network,
        x,
        y,
        optimizer=optimizer,
        epochs=epochs,
        progress=False,
        **settings,
    )


# --- the book's first step ---


def books_start():
    """The book's chapter 9: the data and the weights that seed 0 gives there.

    The book calls nnfs.init(), which seeds NumPy with 0 and makes everything
    float32. Here the same numbers are drawn in the same order without it.
    """
    from nnfs.datasets import spiral_data

    before = np.random.get_state()  # noqa: NPY002
    np.random.seed(0)  # noqa: NPY002
    x, y = spiral_data(100, 3)
    w1 = 0.01 * np.random.randn(2, 3).astype(np.float32)  # noqa: NPY002
    w2 = 0.01 * np.random.randn(3, 3).astype(np.float32)  # noqa: NPY002
    np.random.set_state(before)  # noqa: NPY002
    return x.astype(np.float32), y, w1, w2


def test_the_first_step_is_the_book_s():
    x, y, w1, w2 = books_start()
    # An independent computation, sample by sample.
    h = np.maximum(x @ w1, 0)
    z = h @ w2
    e = np.exp(z)
    p = e / e.sum(axis=1, keepdims=True)
    rows = np.arange(300)
    loss = -np.log(p[rows, y]).mean()
    assert round(float(loss), 7) == 1.0986104
    assert (p.argmax(axis=1) == y).mean() == 0.34
    dz = (p - np.eye(3)[y]) / 300
    dh = (dz @ w2.T) * (h > 0)
    expected = {
        "layer0.weights": x.T @ dh,
        "layer0.biases": [dh.sum(axis=0)],
        "layer2.weights": h.T @ dz,
        "layer2.biases": [dz.sum(axis=0)],
    }

    layers = [Dense(2, 3, rng=0, dtype=np.float32), ReLU()]
    layers.append(Dense(3, 3, rng=0, dtype=np.float32))
    network = Network(layers, SoftmaxCrossEntropy())
    zeros = np.zeros((1, 3))
    network.parameters = {
        "layer0.weights": w1,
        "layer0.biases": zeros,
        "layer2.weights": w2,
        "layer2.biases": zeros,
    }
    assert np.array_equal(spiral(100, 3, seed=0)[0].astype(np.float32), x)
    assert round(network.forward(x, y), 7) == 1.0986104
    assert network.accuracy(x, y) == pytest.approx(0.34, abs=1e-12)
    network.backward()
    for name, gradient in network.gradients.items():
        assert gradient.dtype == np.float32
        # Gradients of biases are sums of 300 terms that nearly cancel.
        atol = 1e-7 if name.endswith("biases") else 1e-9
        np.testing.assert_allclose(
            gradient, expected[name], rtol=1e-4, atol=atol
        )
    assert np.dot.__module__ == "numpy"  # nnfs.init() would have replaced it


# --- what training does ---


def test_training_is_step_after_step():
    trained, stepped = make(), make()
    quiet(trained, SGD(0.5, momentum=0.9), epochs=4)
    sgd = SGD(0.5, momentum=0.9)
    for _ in range(4):
        stepped.forward(X, TARGETS)
        stepped.backward()
        stepped.parameters = sgd.step(stepped.parameters, stepped.gradients)
    assert same(trained.parameters, stepped.parameters)


def test_training_again_goes_on_where_it_was():
    once, twice = make(), make()
    quiet(once, Adam(0.1, decay=0.1), epochs=5)
    adam = Adam(0.1, decay=0.1)
    quiet(twice, adam, epochs=2)
    quiet(twice, adam, epochs=3)
    assert same(once.parameters, twice.parameters)


def test_the_data_stay_as_they_are():
    x, y = X.copy(), TARGETS.copy()
    quiet(make(), SGD(0.5), x=x, y=y, batch_size=7, rng=0, held_out=(x, y))
    assert np.array_equal(x, X)
    assert np.array_equal(y, TARGETS)


class Recorder:
    """An optimizer that keeps the network and notes each batch."""

    rate = 1.0

    def __init__(self, network):
        self.network, self.batches = network, []

    def step(self, parameters, gradients):
        self.batches.append(self.network.layers[0].inputs)
        return parameters


def test_each_sample_is_seen_once_each_epoch_in_a_new_order():
    network = make()
    recorder = Recorder(network)
    quiet(network, recorder, epochs=2, batch_size=8, rng=0)
    assert [len(batch) for batch in recorder.batches] == [8, 8, 8, 6] * 2
    first, second = (
        np.vstack(recorder.batches[:4]),
        np.vstack(recorder.batches[4:]),
    )
    assert not np.array_equal(first, second)
    assert not np.array_equal(first, X)
    for seen in (first, second):
        assert np.array_equal(np.sort(seen, axis=0), np.sort(X, axis=0))


def test_inputs_and_targets_stay_together():
    x, y = np.eye(3)[[0, 1, 2] * 20], np.array([0, 1, 2] * 20)
    history = quiet(
        make(inputs=3), Adam(0.05), epochs=60, x=x, y=y, batch_size=7, rng=0
    )
    assert history.accuracy[-1] == 1


def test_a_full_batch_is_not_shuffled():
    network = make()
    recorder = Recorder(network)
    quiet(network, recorder, epochs=2)
    assert [np.array_equal(batch, X) for batch in recorder.batches] == [
        True
    ] * 2


@pytest.mark.parametrize("seed", [0, np.random.default_rng(0)])
def test_the_seed_decides_everything(seed):
    runs = []
    for rng in (0, seed, 1):
        network = make()
        history = quiet(network, Adam(0.05), batch_size=7, rng=rng)
        runs.append((network.parameters, history))
    assert same(runs[0][0], runs[1][0])
    assert runs[0][1] == runs[1][1]
    assert not same(runs[0][0], runs[2][0])


def test_the_global_random_state_stays_as_it_is():
    before = global_state()
    quiet(make(), Adam(0.05), batch_size=7, rng=0)
    assert global_state() == before


def test_one_hot_targets_and_lists_train_the_same():
    networks = [make() for _ in range(3)]
    for network, x, y in zip(
        networks,
        (X, X, X.tolist()),
        (TARGETS, np.eye(3)[TARGETS], TARGETS.tolist()),
        strict=True,
    ):
        quiet(network, SGD(0.5), x=x, y=y, batch_size=7, rng=0)
    assert same(networks[0].parameters, networks[1].parameters)
    assert same(networks[0].parameters, networks[2].parameters)


def test_the_long_way_trains_too():
    layers = [Dense(2, 3, rng=0), Softmax()]
    network = Network(layers, CategoricalCrossEntropy())
    history = quiet(network, SGD(1.0), epochs=50)
    assert history.loss[-1] < history.loss[0]
    assert history.accuracy[0] == pytest.approx(1 / 3, abs=0.3)


# --- the history ---


def test_the_history_of_full_batches():
    network, by_hand = make(), make()
    seen = []
    history = quiet(
        network,
        SGD(0.5, decay=1.0),
        epochs=3,
        held_out=(X[:9], TARGETS[:9]),
        watch=lambda epoch, n: seen.append((epoch, n.accuracy(X[:9], [0] * 9))),
    )
    assert history.epochs == [1, 2, 3]
    assert history.rate == [0.5, 0.25, 0.5 / 3]
    assert history.loss[0] == by_hand.forward(X, TARGETS)
    assert history.accuracy[0] == by_hand.accuracy(X, TARGETS)
    by_hand.backward()
    assert list(history.gradient_norms) == ["layer0", "layer2"]
    for layer, norms in history.gradient_norms.items():
        dweights = by_hand.gradients[f"{layer}.weights"]
        assert norms[0] == pytest.approx((dweights**2).sum() ** 0.5, rel=1e-12)
        assert len(norms) == 3
    assert history.stopped is None
    # The first nine samples are all of class 0.
    assert seen == list(enumerate(history.held_out_accuracy, start=1))


def test_the_history_weights_batches_by_their_size():
    network = make()
    network.parameters = {
        name: np.random.default_rng(0).normal(size=p.shape)
        for name, p in network.parameters.items()
    }
    history = quiet(network, Recorder(network), epochs=1, batch_size=7, rng=0)
    # Nothing moves here, so the mean over batches is the mean over samples.
    assert history.loss[0] == pytest.approx(network.forward(X, TARGETS))
    assert history.accuracy[0] == pytest.approx(network.accuracy(X, TARGETS))


def test_the_history_tells_itself_briefly():
    history = quiet(make(), SGD(0.5), epochs=2, held_out=(X, TARGETS))
    assert repr(history).startswith("<2 epochs, loss 1.099 to 1.09")
    assert "held-out accuracy 0." in repr(history)
    assert len(repr(history)) < 120


# --- progress ---


def test_a_progress_bar_only_if_wanted(capsys):
    quiet(make(), SGD(0.5), epochs=2)
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("disable", [False, True])
def test_the_progress_bar_goes_to_stderr_and_can_be_silenced(disable):
    program = (
        "from nnfs_course import *; x, y = spiral(5, 2, seed=0);"
        "n = Network([Dense(2, 2, rng=0)], SoftmaxCrossEntropy());"
        "train(n, x, y, optimizer=SGD(1), epochs=3)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=True,
        env={"TQDM_DISABLE": "1"} if disable else {},
    )
    assert done.stdout == b""
    assert (b"/3 [" in done.stderr) != disable
    assert b"\n" not in done.stderr  # the bar wipes itself away


def test_a_chapter_that_trains_stores_no_progress_bar():
    """conftest.py says so to nbval's kernels, as the book does to its own."""
    source = (
        "from nnfs_course import *; x, y = spiral(5, 2, seed=0);"
        "n = Network([Dense(2, 2, rng=0)], SoftmaxCrossEntropy());"
        "history = train(n, x, y, optimizer=SGD(1), epochs=3)"
    )
    notebook = new_notebook(cells=[new_code_cell(source)])
    NotebookClient(notebook).execute()
    assert notebook.cells[0].outputs == []


# --- stopping early ---


def interrupt_after(last):
    def watch(epoch, network):
        if epoch == last:
            raise KeyboardInterrupt

    return watch


def test_an_interrupt_gives_the_history_so_far():
    network, other = make(), make()
    history = quiet(network, Adam(0.1), epochs=9, watch=interrupt_after(4))
    assert history.stopped == "interrupted"
    assert history.epochs == [1, 2, 3, 4]
    assert len(history.loss) == 4
    assert repr(history).endswith(", interrupted>")
    quiet(other, Adam(0.1), epochs=4)
    assert same(network.parameters, other.parameters)


def test_an_interrupt_inside_of_a_layer_leaves_whole_steps():
    class Stops(ReLU):
        def forward(self, inputs):
            if seen == [1, 2, 3]:
                raise KeyboardInterrupt
            return super().forward(inputs)

    seen = []
    network, other = make(), make()
    network.layers = (network.layers[0], Stops(), network.layers[2])
    history = quiet(
        network, Adam(0.1), epochs=9, watch=lambda epoch, _: seen.append(epoch)
    )
    assert history.epochs == [1, 2, 3]
    quiet(other, Adam(0.1), epochs=3)
    assert same(network.parameters, other.parameters)
    assert np.array_equal(network.layers[0].outputs, other.layers[0].outputs)


@pytest.mark.parametrize("optimizer", [SGD(1e200), Adam(1e200)])
def test_a_rate_far_too_large(optimizer):
    network, start = make(), make().parameters
    before = copy.deepcopy(vars(optimizer))
    with pytest.raises(RuntimeError) as caught:
        quiet(network, optimizer, held_out=(X, TARGETS))
    message = str(caught.value)
    assert "stopped in epoch 1, batch 1" in message
    assert "outputs[" in message
    assert "learning rate, 1e+200, may be too large" in message
    assert caught.value.history.epochs == []
    assert caught.value.history.stopped == "diverged"
    # Those of the last finite loss are the start here.
    assert same(network.parameters, start)
    assert repr(vars(optimizer)) == repr(before)


def test_where_the_first_infinity_is_told():
    network = make()
    with pytest.raises(RuntimeError, match=r"epoch 2, batch 1: logits must"):
        quiet(network, SGD(1e200))
    assert np.isfinite(network.forward(X, TARGETS))


def test_an_infinite_loss_of_finite_logits():
    network = Network([Dense(1, 2, rng=0)], SoftmaxCrossEntropy())
    network.parameters = {
        "layer0.weights": [[1e308, -1e308]],  # their difference is infinite
        "layer0.biases": [[0, 0]],
    }
    before = network.parameters
    with pytest.raises(RuntimeError, match=r"batch 1: loss .* loss is inf"):
        quiet(network, SGD(0.1), x=[[1.0]], y=[1])
    assert same(network.parameters, before)


def test_an_infinite_gradient_of_a_finite_loss():
    network = make(hidden=1, inputs=1, classes=2)
    network.parameters = {
        "layer0.weights": [[0]],
        "layer0.biases": [[1e-300]],
        "layer2.weights": [[1e200, -1e200]],
        "layer2.biases": [[0, 0]],
    }
    before = network.parameters
    match = r"batch 1: .*gradients\['layer0.weights'\]\[0, 0\] is -?inf"
    with pytest.raises(RuntimeError, match=match):
        quiet(network, SGD(0.1), x=[[1e200]], y=[1])
    assert same(network.parameters, before)


def test_of_two_bad_gradients_the_first_on_the_way_back_is_told():
    network = make()
    network.layers[2].backward = None  # replaced below

    def broken(dvalues):
        Dense.backward(network.layers[2], dvalues)
        network.layers[2].dweights *= np.nan
        return dvalues @ network.layers[2].weights.T * np.nan

    network.layers[2].backward = broken
    with pytest.raises(RuntimeError, match=r"gradients\['layer2.weights'\]"):
        quiet(network, SGD(0.1))


def test_a_history_to_the_letter():
    history = History(epochs=[1, 2, 3], loss=[3.0, 2.0, 1.0])
    assert repr(history) == "<3 epochs, loss 3 to 1>"
    history.held_out_accuracy = [0.25, 0.5, 0.75]
    history.stopped = "diverged"
    told = "<3 epochs, loss 3 to 1, held-out accuracy 0.25 to 0.75, diverged>"
    assert repr(history) == told


def test_what_an_optimizer_first_noted_in_a_spoilt_step_is_gone():
    class Notes:
        rate = 0.1

        def step(self, parameters, gradients):
            self.noted = True
            return {name: p * np.inf for name, p in parameters.items()}

    notes = Notes()
    with (
        np.errstate(invalid="ignore"),
        pytest.raises(RuntimeError, match="epoch 1, batch 1"),
    ):
        quiet(make(), notes)
    assert vars(notes) == {}


def test_without_progress_there_is_no_bar(monkeypatch):
    monkeypatch.setattr("tqdm.tqdm", None)
    assert quiet(make(), SGD(0.1)).epochs == [1, 2, 3]


def test_the_history_before_divergence_is_kept():
    class Explodes(SGD):
        def step(self, parameters, gradients):
            if self.steps == 5:
                self.learning_rate = 1e200
            return super().step(parameters, gradients)

    network = make()
    with pytest.raises(RuntimeError, match="epoch 4, batch 1") as caught:
        quiet(network, Explodes(0.1), batch_size=15, rng=0, epochs=9)
    assert caught.value.history.epochs == [1, 2, 3]
    assert repr(caught.value.history).endswith(", diverged>")


# --- bad input ---


def refuses(match, **changes):
    """ValueError before the first step: nothing has moved."""
    network, adam = make(), Adam(0.1)
    arguments = dict(inputs=X, targets=TARGETS, optimizer=adam, epochs=2)
    before = network.parameters
    with pytest.raises(ValueError, match=match):
        train(network, **{**arguments, "progress": False, **changes})
    assert same(network.parameters, before)
    assert adam.steps == 0


def with_entry(value):
    x = X.copy()
    x[4, 1] = value
    return x


@pytest.mark.parametrize(
    ("changes", "match"),
    [
        ({"inputs": with_entry(np.nan)}, r"inputs\[4, 1\] is nan. Fill in or"),
        ({"inputs": with_entry(np.inf)}, r"inputs\[4, 1\] is inf"),
        ({"inputs": X[0]}, "inputs must have shape"),
        ({"inputs": X[:, :1]}, "1 columns instead of 2"),
        ({"inputs": X[:29]}, "29 predictions but 30 targets"),
        ({"targets": TARGETS[:29]}, "30 predictions but 29 targets"),
        ({"targets": TARGETS + 1}, r"0\.\.2"),
        ({"targets": TARGETS * 1.0}, "whole numbers"),
        ({"held_out": (with_entry(np.nan), TARGETS)}, r"held_out inputs\[4, 1"),
        ({"held_out": (X, TARGETS[:3])}, "30 predictions but 3 targets"),
        ({"held_out": X}, "must be a pair"),
        ({"held_out": [X, TARGETS]}, "must be a pair"),
        ({"held_out": (X,)}, "must be a pair"),
        ({"optimizer": Adam}, "optimizer must be an optimizer"),
        ({"optimizer": "adam"}, "optimizer must be an optimizer"),
        ({"watch": 3}, "watch must be a function"),
        ({"batch_size": 10}, "rng must be a seed"),
        ({"batch_size": 10, "rng": -1}, "rng must be a seed .* got -1"),
        ({"batch_size": 10, "rng": "x"}, "rng must be a seed .* got 'x'"),
    ],
)
def test_what_cannot_be_trained(changes, match):
    refuses(match, **changes)


@pytest.mark.parametrize("bad", [0, -1, 1.5, True, "3", None])
def test_numbers_of_epochs_and_samples_that_are_none(bad):
    refuses("epochs must be a whole number above 0", epochs=bad)
    if bad is not None:
        refuses("batch_size must be a whole", batch_size=bad, rng=0)


def test_train_needs_a_network():
    with pytest.raises(ValueError, match="train needs a Network"):
        quiet([Dense(2, 3, rng=0)], SGD(0.1))


# --- it learns ---


@pytest.mark.parametrize(
    ("optimizer", "epochs", "least"),
    [
        (Adam(0.1, decay=3e-3), 2000, 0.9),
        (SGD(0.7, momentum=0.9, decay=1e-3), 3000, 0.8),
    ],
    ids=["Adam", "SGD with momentum"],
)
def test_the_spiral_is_learned(optimizer, epochs, least):
    """Long training rounds differently on each processor: leave a margin."""
    x, y = spiral(100, 3, seed=0)
    network = make(hidden=64)
    quiet(network, optimizer, epochs=epochs, x=x, y=y)
    assert network.accuracy(x, y) >= least


LEARNERS = {
    "Adam": (lambda: Adam(0.1, decay=3e-3), 6000, 0.95),
    "SGD with momentum": (
        lambda: SGD(0.7, momentum=0.9, decay=1e-3),
        5000,
        0.9,
    ),
}


@functools.cache
def ten_spirals(learner):
    """The accuracies, and the seconds of the machine, of ten seeds.

    They take turns, and all stop as soon as the median is there.
    """
    make_optimizer, epochs, least = LEARNERS[learner]
    spirals = [spiral(100, 3, seed=seed) for seed in range(10)]
    networks = [make(hidden=64, seed=seed) for seed in range(10)]
    optimizers = [make_optimizer() for _ in range(10)]
    accuracies, seconds = np.zeros(10), np.zeros(10)
    for _ in range(epochs // 250):
        for n in np.flatnonzero(accuracies < least):
            (x, y), network = spirals[n], networks[n]
            start = time.process_time()
            quiet(network, optimizers[n], epochs=250, x=x, y=y)
            seconds[n] += time.process_time() - start
            accuracies[n] = network.accuracy(x, y)
        if np.median(accuracies) >= least:
            break
    return accuracies, seconds


@pytest.mark.parametrize("learner", LEARNERS)
def test_ten_spirals_are_learned(learner):
    """One spiral may go badly; the median of ten says what to expect."""
    accuracies, _ = ten_spirals(learner)
    assert np.median(accuracies) >= LEARNERS[learner][2], accuracies


@pytest.mark.timing
@pytest.mark.parametrize("learner", LEARNERS)
def test_a_spiral_is_learned_in_less_than_ten_seconds(learner):
    _, seconds = ten_spirals(learner)
    assert np.median(seconds) < 10, seconds


def test_the_digits_are_learned():
    data = digits(seed=0)
    network = make(hidden=64, inputs=64, classes=10)
    quiet(
        network,
        Adam(0.01, decay=1e-3),
        epochs=20,
        x=data.inputs,
        y=data.targets,
        batch_size=32,
        rng=0,
    )
    held_out = data.held_out_inputs, data.held_out_targets
    assert network.accuracy(*held_out) >= 0.95


# --- interrupts: network and optimizer are whole, wherever one strikes ---


class Strikes:
    """An optimizer, a layer and a watch that raise Ctrl-C at one place."""

    def __init__(self, place):
        self.place, self.calls = place, 0

    def __call__(self, place):
        self.calls += place == self.place
        if place == self.place and self.calls == 3:
            raise KeyboardInterrupt


def struck(monkeypatch, place):
    """Adam and a network; the third time at this place is interrupted."""
    strike = Strikes(place)
    step, set_one = Adam.step, Dense.__setattr__

    def interrupted_step(self, parameters, gradients):
        strike("before the step")
        moved = step(self, parameters, gradients)
        strike("after the step")
        return moved

    def interrupted_setting(self, name, value):
        if name == "weights" and self.outputs is not None:
            strike("between two arrays")
        set_one(self, name, value)

    monkeypatch.setattr(Adam, "step", interrupted_step)
    network, adam = make(), Adam(0.1)
    monkeypatch.setattr(Dense, "__setattr__", interrupted_setting)
    watch = lambda epoch, network: strike("while watching")  # noqa: E731
    history = quiet(network, adam, epochs=9, watch=watch, held_out=(X, TARGETS))
    monkeypatch.undo()
    assert history.stopped == "interrupted"
    return network, adam, history


@pytest.mark.parametrize(
    ("place", "steps", "epochs"),
    [
        ("before the step", 2, 2),
        ("after the step", 2, 2),
        ("between two arrays", 1, 1),  # two arrays in each step
        ("while watching", 3, 3),
    ],
)
def test_an_interrupt_at_any_point_leaves_a_whole_pair(
    monkeypatch, place, steps, epochs
):
    network, adam, history = struck(monkeypatch, place)
    other, theirs = make(), Adam(0.1)
    quiet(other, theirs, epochs=steps)
    assert same(network.parameters, other.parameters)
    assert adam.steps == theirs.steps == steps
    assert same(adam.m, theirs.m)
    assert same(adam.v, theirs.v)
    assert history.epochs == list(range(1, epochs + 1))
    norms = history.gradient_norms.values()
    for numbers in (history.loss, history.held_out_accuracy, *norms):
        assert len(numbers) == epochs


class StrikingList(list):
    """Ctrl-C just after the third number is written."""

    def append(self, number):
        super().append(number)
        if len(self) == 3:
            raise KeyboardInterrupt


@pytest.mark.parametrize("name", ["loss", "rate", "held_out_accuracy"])
def test_an_interrupted_entry_of_the_history_is_dropped(monkeypatch, name):
    def history(**fields):
        return History(**fields, **{name: StrikingList()})

    monkeypatch.setattr("nnfs_course.training.History", history)
    told = quiet(make(), SGD(0.1), epochs=9, held_out=(X, TARGETS))
    assert told.epochs == [1, 2]
    for numbers in (told.loss, told.accuracy, told.rate):
        assert len(numbers) == 2
    assert len(told.held_out_accuracy) == 2
    assert {len(norms) for norms in told.gradient_norms.values()} == {2}


def test_what_watch_sets_stays_after_an_interrupt():
    class Struck(SGD):
        def step(self, parameters, gradients):
            if self.steps == 1:
                raise KeyboardInterrupt
            return super().step(parameters, gradients)

    def watch(epoch, network):
        network.parameters = make(seed=9).parameters

    network = make()
    assert quiet(network, Struck(0.1), watch=watch).epochs == [1]
    assert same(network.parameters, make(seed=9).parameters)


def test_what_watch_finds_is_not_blamed_on_the_learning_rate():
    def watch(epoch, network):
        network.predict(np.full((1, 2), np.nan))

    network, other = make(), make()
    with pytest.raises(ValueError, match=r"outputs\[0, 0\] is nan") as caught:
        quiet(network, SGD(0.1), watch=watch)
    assert "learning rate" not in str(caught.value)
    quiet(other, SGD(0.1), epochs=1)
    assert same(network.parameters, other.parameters)


def test_an_optimizer_that_cannot_be_put_back_is_refused():
    class Slotted:
        __slots__ = ("rate",)

        def step(self, parameters, gradients):
            return parameters

    refuses("__slots__", optimizer=Slotted())


def test_a_layer_of_one_s_own_with_other_parameters_trains():
    class Scale(Layer):
        parameters = {"gamma": "(1, I)"}

        def __init__(self, columns):
            self.gamma = np.ones((1, columns))

        def outputs_from(self, used):
            return used.inputs * used.gamma

        def dinputs_from(self, dvalues, used):
            return dvalues * used.gamma

        def dgamma_from(self, dvalues, used):
            return (dvalues * used.inputs).sum(axis=0, keepdims=True)

    layers = [Dense(2, 8, rng=0), Scale(8), ReLU(), Dense(8, 3, rng=1)]
    network = Network(layers, SoftmaxCrossEntropy())
    assert check_layer(Scale(2), X, rng=0)
    history = quiet(network, Adam(0.05), epochs=40)
    assert history.loss[-1] < history.loss[0]
    assert "layer1.gamma" in network.gradients
    assert list(history.gradient_norms) == ["layer0", "layer1", "layer3"]
    assert (network.layers[1].gamma != 1).all()


def test_a_last_layer_that_remembers_nothing_trains():
    class Negative:
        def forward(self, inputs):
            return -inputs

        def backward(self, dvalues):
            return -dvalues

    layers = [Dense(2, 3, rng=0), Negative()]
    network = Network(layers, SoftmaxCrossEntropy())
    history = quiet(network, SGD(0.5), epochs=20)
    assert history.loss[-1] < history.loss[0]
