"""Training, played again: the recording, the figure in Python, and its page."""

import gzip
import json
import math
import re

import numpy as np
import pytest

from nnfs_course import (
    SGD,
    Dense,
    History,
    Network,
    ReLU,
    SoftmaxCrossEntropy,
    figures,
    plots,
    spiral,
    train,
)
from nnfs_course.figures.lookup import HERE
from nnfs_course.figures.recording import CELLS
from nnfs_course.figures.replay_data import LETTERS, LEVELS
from nnfs_course.page.bundle import bundle
from tests.axe import faults_by_axe
from tests.pages import layouts_of, move

INPUTS, TARGETS = spiral(20, 3, seed=0)


def small_network(classes=3, features=2):
    layers = [Dense(features, 8, rng=0), ReLU(), Dense(8, classes, rng=1)]
    return Network(layers, SoftmaxCrossEntropy())


def a_run(rate=1.0, epochs=40):
    network = small_network()
    recording = figures.Recording(network, INPUTS, TARGETS)
    history = train(
        network,
        INPUTS,
        TARGETS,
        optimizer=SGD(rate),
        epochs=epochs,
        progress=False,
        watch=recording,
    )
    return recording, history


class Bombing(SGD):
    """An optimizer that goes astray in its fifth step."""

    def step(self, parameters, gradients):
        moved = super().step(parameters, gradients)
        if self.steps == 5:
            moved = {name: 1e200 * array for name, array in moved.items()}
        return moved


def a_run_that_diverged():
    network = small_network()
    recording = figures.Recording(network, INPUTS, TARGETS)
    with pytest.raises(RuntimeError) as error:
        train(
            network,
            INPUTS,
            TARGETS,
            optimizer=Bombing(1.0),
            epochs=40,
            progress=False,
            watch=recording,
        )
    return recording, error.value.history


@pytest.fixture(scope="module")
def runs():
    return {"0.1": a_run(0.1), "1.0": a_run(), "huge": a_run_that_diverged()}


@pytest.fixture(scope="module")
def spec(runs):
    return figures.training_replay(runs).spec


# --- recording ---


def test_early_epochs_are_kept_densely_and_the_last_always():
    recording, _ = a_run(epochs=137)
    assert recording.epochs == [
        *(0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80),
        *(100, 120, 137),
    ]


@pytest.mark.parametrize("epochs", [200, 1000, 10_000])
def test_the_number_of_pictures_grows_slowly(epochs):
    network = Network([Dense(2, 3, rng=0)], SoftmaxCrossEntropy())
    recording = figures.Recording(network, INPUTS, TARGETS)
    for epoch in range(1, epochs + 1):
        recording(epoch, network)
    assert 20 <= len(recording.epochs) <= 40
    assert recording.epochs[-1] == epochs


def test_the_grid_shows_what_the_network_predicted_then():
    network = small_network()
    recording = figures.Recording(network, INPUTS, TARGETS)
    then = {0: network.predict(recording.grid)}
    sure = {0: network.probabilities(recording.grid).max(axis=1)}

    def watch(epoch, network):
        recording(epoch, network)
        then[epoch] = network.predict(recording.grid)
        sure[epoch] = network.probabilities(recording.grid).max(axis=1)

    train(
        network,
        INPUTS,
        TARGETS,
        optimizer=SGD(1.0),
        epochs=30,
        progress=False,
        watch=watch,
    )
    for epoch in recording.epochs:
        classes, confidence = recording.on_grid(epoch)
        np.testing.assert_array_equal(classes, then[epoch])
        np.testing.assert_allclose(confidence, sure[epoch])


def test_recording_leaves_the_network_and_its_memory_alone():
    network = small_network()
    network.forward(INPUTS, TARGETS)
    before, outputs = network.parameters, network.layers[0].outputs
    recording = figures.Recording(network, INPUTS, TARGETS)
    recording.on_grid(0)
    for name, array in network.parameters.items():
        np.testing.assert_array_equal(array, before[name])
    assert network.layers[0].outputs is outputs


def test_before_training_is_measured_too():
    recording, history = a_run()
    assert recording.before["loss"] == history.loss[0]
    assert recording.before["accuracy"] == history.accuracy[0]
    for name, norm in recording.before["gradient_norms"].items():
        assert norm == history.gradient_norms[name][0]


def test_the_grid_lies_in_the_square_around_the_points():
    points = np.array([[0.0, 0.0], [10.0, 0.0], [10.0, 2.0]])
    recording = figures.Recording(small_network(), points, [0, 1, 2])
    grid = recording.grid
    assert len(grid) == CELLS**2
    assert grid[:, 0].min() < 0
    assert grid[:, 0].max() > 10
    assert grid[0, 1] > grid[-1, 1]  # the top row first
    np.testing.assert_allclose(grid.mean(axis=0), [5, 1])
    alone = figures.Recording(small_network(), [[3.0, 4.0]], [0])
    np.testing.assert_allclose(alone.grid.mean(axis=0), [3, 4])
    assert alone.side == 1


def test_where_outputs_are_not_finite_there_is_no_prediction():
    network = small_network()
    recording = figures.Recording(network, INPUTS, TARGETS)
    network.parameters = {
        name: np.full_like(array, 1e200)
        for name, array in network.parameters.items()
    }
    recording(1, network)
    classes, confidence = recording.on_grid(1)
    assert (classes == -1).any()
    assert (confidence[classes == -1] == 0).all()


@pytest.mark.parametrize(
    ("network", "inputs", "targets", "message"),
    [
        (Network, INPUTS, TARGETS, "needs the Network to watch"),
        (small_network(), np.ones((4, 3)), [0] * 4, r"two columns.*\(4, 3\)"),
        (small_network(), [1.0, 2.0], [0, 1], r"must have shape"),
        (small_network(), np.empty((0, 2)), [], "empty batch"),
        (small_network(), [[0, math.nan]], [0], "Drop what is missing"),
        (small_network(features=3), INPUTS, TARGETS, "2 columns instead of 3"),
        (small_network(), INPUTS, TARGETS[1:], "Were inputs and targets"),
        (small_network(5), INPUTS, TARGETS, "2 to 4 classes.* 5 outputs"),
        (small_network(1), INPUTS, 0 * TARGETS, "2 to 4 classes.* 1 outputs"),
    ],
)
def test_what_does_not_fit_is_refused(network, inputs, targets, message):
    with pytest.raises(ValueError, match=message):
        figures.Recording(network, inputs, targets)


def test_a_recording_belongs_to_one_network_and_one_run():
    network = small_network()
    recording = figures.Recording(network, INPUTS, TARGETS)
    with pytest.raises(ValueError, match="another network"):
        recording(1, small_network())
    recording(1, network)
    with pytest.raises(ValueError, match="a new Recording for each run"):
        recording(1, network)


# --- what the page gets ---


def test_the_page_gets_plain_data_and_not_much_of_it(spec):
    text = json.dumps(spec, allow_nan=False)
    assert json.loads(text) == spec
    assert len(text) < 60_000


def test_a_picture_can_be_read_back(runs, spec):
    recording, _ = runs["1.0"]
    run = spec["runs"][1]
    for epoch, picture in zip(run["kept"], run["pictures"], strict=True):
        letters = decoded(picture)
        classes, confidence = recording.on_grid(epoch)
        assert [LETTERS.index(one) // LEVELS for one in letters] == [*classes]
        levels = np.array([LETTERS.index(one) % LEVELS for one in letters])
        share = (confidence - 1 / 3) / (2 / 3)
        assert (abs((levels + 0.5) / LEVELS - share) <= 0.501 / LEVELS).all()


def decoded(picture):
    return "".join(
        letter * int(n or 1) for letter, n in re.findall(r"(\D)(\d*)", picture)
    )


def test_the_numbers_are_those_of_the_history(runs, spec):
    for (_, history), run in zip(runs.values(), spec["runs"], strict=True):
        for place, epoch in enumerate(run["kept"][1:], start=1):
            assert run["loss"][place] == history.loss[epoch - 1]
            assert run["accuracy"][place] == history.accuracy[epoch - 1]
            for name, norms in history.gradient_norms.items():
                assert run["norms"][name][place] == norms[epoch - 1]


def test_long_runs_and_many_points_are_thinned():
    network = small_network()
    points = np.random.default_rng(0).normal(size=(5000, 2))
    recording = figures.Recording(network, points, np.arange(5000) % 3)
    epochs = 20_000
    for epoch in range(1, epochs + 1):
        recording(epoch, network)
    history = History(
        epochs=list(range(1, epochs + 1)),
        loss=np.linspace(1, 0.1, epochs).tolist(),
        accuracy=[0.5] * epochs,
        gradient_norms={"layer0": [math.inf] * epochs, "layer2": [0] * epochs},
    )
    spec = figures.training_replay({"a": (recording, history)}).spec
    curve = spec["runs"][0]["curve"]
    assert len(curve["epochs"]) <= 300
    assert {*spec["runs"][0]["kept"]} <= {*curve["epochs"]}
    assert curve["norms"]["layer0"][-1] is None
    assert spec["shown"] <= 600
    assert spec["samples"] == 5000
    json.dumps(spec, allow_nan=False)


def test_a_run_far_off_does_not_press_the_others_flat(runs):
    recording, history = a_run()
    history.loss[-1] = 1e300
    figure = figures.training_replay(runs | {"far": (recording, history)})
    axis = figure.spec["axes"]["loss"]
    assert axis["high"] < 50
    assert 2 <= len(axis["ticks"]) <= 6


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda runs: {}, "at least one run"),
        (lambda runs: [*runs.values()], "must be a dict"),
        (lambda runs: {"a": runs["1.0"][0]}, "must be a pair"),
        (lambda runs: {"a": runs["1.0"][::-1]}, "error.history"),
        (
            lambda runs: {"a": (unused_recording(), runs["1.0"][1])},
            "saw no epoch.*watch=recording",
        ),
        (
            lambda runs: {"a": (runs["huge"][0], runs["1.0"][1])},
            "of 5 epochs, but a history of 40",
        ),
        (
            lambda runs: (
                runs | {"b": (unused_recording(INPUTS + 1), no_epoch())}
            ),
            "Run 'b' was on other data",
        ),
    ],
)
def test_runs_that_do_not_fit_are_refused(runs, change, message):
    with pytest.raises(ValueError, match=message):
        figures.training_replay(change(runs))


def no_epoch():
    norms = {"layer0": [], "layer2": []}
    return History(gradient_norms=norms, stopped="diverged")


def unused_recording(inputs=INPUTS):
    return figures.Recording(small_network(), inputs, TARGETS)


def test_classes_look_as_in_the_plots():
    styles = figures.TrainingReplay._css
    light = styles[styles.index("--c0") :]
    for c, (colour, marker) in enumerate(plots.CLASSES):
        assert re.search(rf"--c{c}: (#\w+)", light)[1] == colour
        assert marker == "o^sD"[c]  # the marks of replay/plane.js


# --- the figure in Python ---


def test_run_and_epoch_can_be_read_and_set(runs):
    figure = figures.training_replay(runs, run="1.0")
    assert (figure.run, figure.epoch) == ("1.0", 40)
    figure.epoch = 13
    assert figure.epoch == 12  # the nearest kept one
    figure.run = "0.1"
    assert figure.state == {"run": "0.1", "epoch": 13}
    figure.run = "1.0"
    figure.epoch = np.int64(40)
    figure.run = "huge"
    assert figure.epoch == 5  # where it ended
    assert figures.training_replay(runs, epoch=0).epoch == 0


def test_a_bad_run_or_epoch_teaches_and_changes_nothing(runs):
    figure = figures.training_replay(runs)
    before = figure.state
    with pytest.raises(ValueError, match=r"no run '7'. It has: '0.1', '1.0'"):
        figure.run = "7"
    for bad in (-1, 41, 2.5, True, "3", None):
        with pytest.raises(ValueError, match="from 0, before training, to 40"):
            figure.epoch = bad
    with pytest.raises(ValueError, match=r"no run 1\.0"):
        figures.training_replay(runs, run=1.0)
    assert figure.state == before


def test_the_table_holds_only_what_every_processor_agrees_on(runs):
    interrupted = a_run(epochs=3)
    interrupted[1].stopped = "interrupted"
    figure = figures.training_replay(runs | {"<stop>": interrupted})
    bundle, _ = figure._repr_mimebundle_()
    assert bundle["text/plain"] == "TrainingReplay()"
    table = bundle["text/html"]
    for label, end in (
        ("1.0", "done: 40 epochs"),
        ("huge", "diverged"),
        ("&lt;stop&gt;", "interrupted"),
    ):
        row = f"<th scope='row'>{label}</th><td>1.1</td><td>{end}</td>"
        assert row in table


def test_a_run_that_ended_before_its_first_epoch_is_shown_too():
    history = no_epoch()
    figure = figures.training_replay({"a": (unused_recording(), history)})
    assert figure.epoch == 0
    assert "<td>1.1</td><td>diverged</td>" in figure.as_html()


def test_module_and_styles_stay_within_their_budget():
    kind = figures.TrainingReplay
    assert len(gzip.compress(kind._esm.encode())) <= 7_400
    assert len(gzip.compress(kind._css.encode())) <= 1_620


# --- the figure in a page ---


def value(figure, node):
    shown = figure.locator(f'[data-kind=value][data-node="{node}"]')
    return float(shown.get_attribute("data-value"))


def sentence(figure):
    return figure.locator("[aria-live=polite]").inner_text()


def test_every_number_on_the_page_is_the_history_s(show, runs):
    page, figure = show(figures.training_replay(runs))
    for place, (recording, history) in enumerate(runs.values()):
        move(figure, "run", place)
        for k, epoch in list(enumerate(recording.epochs))[1::3]:
            move(figure, "epoch", k)
            assert value(figure, "epoch") == epoch
            assert value(figure, "loss") == history.loss[epoch - 1]
            assert value(figure, "accuracy") == history.accuracy[epoch - 1]
            for name, norms in history.gradient_norms.items():
                assert value(figure, name) == norms[epoch - 1]
            assert sentence(figure).startswith(
                f"Epoch {epoch} of {len(history.epochs)}: loss "
            )
    assert page.errors == []
    assert page.elsewhere == []


def test_epoch_0_and_the_end_of_a_run_that_diverged(show, runs):
    _, figure = show(figures.training_replay(runs, run="huge", epoch=0))
    before = runs["huge"][0].before
    assert value(figure, "loss") == before["loss"]
    assert sentence(figure).startswith(
        "Before training: loss 1.10, accuracy 0."
    )
    move(figure, "epoch", 99)  # beyond the end
    assert value(figure, "epoch") == 5
    assert sentence(figure).endswith(
        "Training stopped in epoch 6: a number was not finite."
    )


def pixel(figure, x, y):
    """Red, green, blue and alpha; x and y from 0 to 1, from the top left."""
    return figure.locator("canvas").evaluate(
        """(canvas, [x, y]) => [...canvas.getContext("2d").getImageData(
        x * canvas.width, y * canvas.height, 1, 1).data]""",
        [x, y],
    )


def test_the_picture_shows_the_predicted_classes(show, runs):
    recording, _ = runs["1.0"]
    _, figure = show(figures.training_replay(runs, run="1.0"))
    classes = recording.on_grid(40)[0].reshape(CELLS, CELLS)
    wash = ((0, 114, 178), (213, 94, 0), (0, 158, 115))
    looked_at = set()
    for row, column in np.random.default_rng(0).integers(2, 38, (60, 2)):
        around = classes[row - 1 : row + 2, column - 1 : column + 2]
        if (around != around[0, 0]).any():
            continue  # near an edge
        got = pixel(figure, (column + 0.5) / CELLS, (row + 0.5) / CELLS)
        # the canvas rounds colours where alpha is low
        assert np.abs(np.array(got[:3]) - wash[around[0, 0]]).max() < 8
        looked_at.add(int(around[0, 0]))
    assert len(looked_at) > 1


def test_the_keyboard_alone_moves_everything(show, runs):
    page, figure = show(figures.training_replay(runs, epoch=0))
    reached = []
    for _ in range(7):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate(
                "document.activeElement.dataset.node ?? "
                "document.activeElement.textContent"
            )
        )
        if reached[-1] in ("epoch", "run"):
            page.keyboard.press("ArrowRight")
        if reached[-1] == "Next ›":
            page.keyboard.press("Enter")
    assert reached == [
        *("epoch", "run", "‹ Back", "Next ›", "▸ Play", "Reset", "Copy link")
    ]
    assert value(figure, "epoch") == 2
    slider = figure.get_by_role("slider", name="learning rate")
    assert slider.get_attribute("aria-valuetext") == "learning rate 1.0"
    assert (
        figure.get_by_role("slider", name="epoch").get_attribute(
            "aria-valuetext"
        )
        == "epoch 2 of 40"
    )
    figure.get_by_role("button", name="Back").click()
    assert value(figure, "epoch") == 1
    figure.get_by_role("button", name="Reset").click()
    assert value(figure, "epoch") == 0
    assert slider.input_value() == "0"


def test_playing_ends_at_the_end_and_jumps_with_reduced_motion(show):
    page, figure = show(figures.training_replay({"a": a_run(epochs=5)}))
    page.emulate_media(reduced_motion="reduce")
    move(figure, "epoch", 0)
    figure.get_by_role("button", name="Play").click()
    assert value(figure, "epoch") == 5
    page.emulate_media(reduced_motion="no-preference")
    figure.get_by_role("button", name="Play").click()
    assert value(figure, "epoch") < 5  # again from the start
    figure.get_by_role("button", name="Pause").wait_for()
    figure.get_by_role("button", name="Play").wait_for(timeout=10_000)
    assert value(figure, "epoch") == 5


@pytest.mark.parametrize(
    ("link", "run", "epoch"),
    [
        ({"run": "1.0", "epoch": "12"}, "1", 12),
        ({"run": "1.0", "epoch": "1e9"}, "1", 40),
        ({"run": "nope", "epoch": "-3"}, "0", 0),
        ({"epoch": ""}, "0", 40),
        ({"epoch": "x", "other": "7"}, "0", 40),
        ({"figure": "fork", "epoch": "3"}, "0", 40),
    ],
)
def test_a_link_is_obeyed_as_far_as_it_makes_sense(
    show, runs, link, run, epoch
):
    link = {"figure": "training-replay"} | link
    page, figure = show(figures.training_replay(runs), link=link)
    assert figure.locator("input[data-node=run]").input_value() == run
    assert value(figure, "epoch") == epoch
    assert page.errors == []


def test_a_copied_link_leads_back(show, runs):
    page, figure = show(figures.training_replay(runs))
    move(figure, "run", 1)
    move(figure, "epoch", 3)
    figure.get_by_role("button", name="Copy link").click()
    assert page.evaluate("location.hash") == (
        "#figure=training-replay&run=1.0&epoch=3"
    )


def test_a_link_is_obeyed_while_the_page_is_open(show, runs):
    page, figure = show(figures.training_replay(runs))
    place = figure.locator('[data-kind=value][data-node="epoch"]')
    for link, epoch in (
        ("figure=training-replay&run=1.0&epoch=3", 3),
        ("figure=training-replay&run=1.0", 40),  # the epoch as at first
    ):
        page.evaluate("link => (location.hash = link)", link)
        page.wait_for_function(
            "([place, epoch]) => place.dataset.value === epoch",
            arg=[place.element_handle(), str(epoch)],
        )
        assert figure.locator("input[data-node=run]").input_value() == "1"
    page.evaluate("location.hash = 'figure=fork&epoch=3'")
    page.wait_for_timeout(100)
    assert value(figure, "epoch") == 40


def test_each_move_paints_once(show, runs):
    """Each paint puts the slider for runs in its place: count how often."""
    _, figure = show(figures.training_replay(runs))
    figure.locator("input[data-node=run]").evaluate(
        """slider => {
            window.paints = 0;
            Object.defineProperty(slider, "value", {
                get: () => 0,
                set: () => { window.paints += 1; },
            });
        }"""
    )
    move(figure, "epoch", 3)
    assert figure.evaluate("() => window.paints") == 1


def test_two_views_stay_in_step(show, runs):
    _, views = show(figures.training_replay(runs), views=2)
    move(views.nth(0), "run", 1)
    move(views.nth(1), "epoch", 4)
    for k in range(2):
        assert value(views.nth(k), "epoch") == 4
        assert value(views.nth(k), "loss") == runs["1.0"][1].loss[3]


def test_one_run_has_no_slider_for_runs_and_one_picture_is_enough(show):
    history = no_epoch()
    page, figure = show(
        figures.training_replay({"a": (unused_recording(), history)})
    )
    assert figure.locator("input[data-node=run]").count() == 0
    for name in ("Next", "Back", "Play", "Reset"):
        figure.get_by_role("button", name=name).click()
    assert sentence(figure).endswith(
        "Training stopped in epoch 1: a number was not finite."
    )
    assert page.errors == []


@pytest.mark.parametrize(("theme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing_and_nothing_is_too_wide(show, runs, theme, width):
    page, figure = show(figures.training_replay(runs), theme=theme, width=width)
    for place in range(3):
        move(figure, "run", place)
        figure.get_by_role("button", name="Copy link").click()
        assert faults_by_axe(page, "[data-figure=training-replay]") == ""
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_in_print_controls_give_way_to_the_numbers(show, runs):
    page, figure = show(figures.training_replay(runs))
    page.emulate_media(media="print")
    assert figure.locator(".controls").is_hidden()
    assert figure.locator("[aria-live=polite]").is_visible()


# --- the module's pure part ---


def call(page, file, expression, *arguments):
    """Evaluate an expression of a file's module m and the arguments a."""
    return page.evaluate(
        """async ([code, a]) => {
            const blob = new Blob([code], { type: "text/javascript" });
            const m = await import(URL.createObjectURL(blob));
            return EXPRESSION;
        }""".replace("EXPRESSION", expression),
        [bundle(HERE / "replay" / file), arguments],
    )


def test_decoding_reads_what_python_wrote(show, runs, spec):
    page, _ = show(figures.training_replay(runs))
    for picture in (*spec["runs"][1]["pictures"], "A3-2f"):
        codes = [LETTERS.find(one) for one in decoded(picture)]
        assert call(page, "picture.js", "m.decode(a[0])", picture) == codes


def test_numbers_are_written_for_people(show, runs):
    page, _ = show(figures.training_replay(runs))
    written = {
        (1.0986, 3): "1.10",
        (0.0312, 2): "0.031",
        (0, 2): "0",
        (12.3456, 3): "12.3",
        (4321.4, 3): "4321",
        (1.24e9, 3): "1.24e9",
        (1.5e-7, 2): "1.5e−7",
        (None, 2): "–",
    }
    for arguments, text in written.items():
        assert call(page, "words.js", "m.format(...a)", *arguments) == text


def test_a_norm_of_exactly_0_is_said(show, runs):
    page, _ = show(figures.training_replay(runs))
    run = {
        "kept": [0, 1],
        "epochs": 9,
        "stopped": "interrupted",
        "loss": [1, 2],
        "accuracy": [0.5, 0.5],
        "norms": {"layer0": [1, 0], "layer2": [1, None]},
    }
    assert call(page, "words.js", "m.sentence(a[0], 1)", run) == (
        "Epoch 1 of 9: loss 2.00, accuracy 0.50, gradient norms layer0 0, "
        "layer2 –. Exactly 0: layer0 cannot learn from that. "
        "Training was interrupted after epoch 9."
    )


def test_a_move_lays_out_what_changed_and_not_the_page(browser, show, runs):
    page, figure = show(figures.training_replay(runs))
    sliders = figure.locator("input[type=range]").all()
    for slider in sliders:
        slider.press("End")
    page.screenshot()  # what the page itself still had to lay out
    with layouts_of(browser, page) as layouts:
        for slider in sliders:
            for key in ("Home", "End"):
                slider.press(key)
                page.evaluate("document.body.getBoundingClientRect().top")
    assert len(layouts) >= 4
    assert all(each["partialLayout"] for each in layouts)
