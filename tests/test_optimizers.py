"""SGD and Adam: worked by hand, against other formulas, against PyTorch."""

import copy
import math

import numpy as np
import pytest

from nnfs_course import SGD, Adam

RNG = np.random.default_rng(5)
START = {"w": RNG.normal(size=(3, 4)), "b": RNG.normal(size=(1, 4))}
STEPS = [
    {name: RNG.normal(size=p.shape) for name, p in START.items()}
    for _ in range(20)
]

OPTIMIZERS = {
    "plain": lambda: SGD(0.1),
    "momentum": lambda: SGD(0.1, momentum=0.9, decay=0.01),
    "adam": lambda: Adam(0.1, decay=0.01),
}
each = pytest.mark.parametrize("name", OPTIMIZERS)


def path(optimizer, start=START, steps=STEPS):
    """The parameters after all steps."""
    parameters = start
    for gradients in steps:
        parameters = optimizer.step(parameters, gradients)
    return parameters


def same(a, b):
    return a.keys() == b.keys() and all(np.array_equal(a[k], b[k]) for k in a)


def state(optimizer):
    return copy.deepcopy(vars(optimizer))


# --- by hand ---


def test_plain_sgd_by_hand():
    moved = SGD(0.5).step({"w": [[1.0, 2.0]]}, {"w": [[4.0, -2.0]]})
    assert moved["w"].tolist() == [[-1.0, 3.0]]


def test_what_is_not_asked_for_is_off():
    assert same(path(SGD(0.1)), path(SGD(0.1, momentum=0, decay=0)))
    assert same(path(Adam(0.1)), path(Adam(0.1, decay=0)))
    assert SGD(0.1).rate == Adam(0.1).rate == 0.1


def test_momentum_and_decay_by_hand():
    sgd = SGD(1.0, momentum=0.5, decay=1.0)
    # Rates 1, 1/2, 1/3. Velocities -6, -3 - 3 = -6, -3 - 2 = -5.
    rates, w = [], {"w": np.array([20.0])}
    for _ in range(3):
        rates.append(sgd.rate)
        w = sgd.step(w, {"w": [6.0]})
    assert rates == [1, 1 / 2, 1 / 3]
    assert w["w"].tolist() == [3.0]
    assert sgd.velocity["w"].tolist() == [-5.0]
    assert sgd.steps == 3


def test_adam_by_hand():
    adam = Adam(0.1, beta_1=0.5, beta_2=0.75, epsilon=1e-12)
    # Step 1, gradient 4: m = 2, v = 4; m_hat = 2 / 0.5 = 4, v_hat = 16.
    w = adam.step({"w": [1.0]}, {"w": [4.0]})
    assert adam.m["w"].tolist() == [2.0]
    assert adam.v["w"].tolist() == [4.0]
    assert w["w"][0] == pytest.approx(1 - 0.1 * 4 / 4, rel=1e-12)
    # Step 2, gradient -2: m = 1 - 1 = 0: no move at all.
    w = adam.step(w, {"w": [-2.0]})
    assert adam.m["w"].tolist() == [0.0]
    assert adam.v["w"].tolist() == [4.0]
    assert w["w"][0] == pytest.approx(0.9, rel=1e-12)
    # Step 3, gradient 2: m = 1, v = 4; m_hat = 1 / 0.875.
    w = adam.step(w, {"w": [2.0]})
    v_hat = 4 / (1 - 0.75**3)
    expected = 0.9 - 0.1 * (1 / 0.875) / math.sqrt(v_hat)
    assert w["w"][0] == pytest.approx(expected, rel=1e-12)


def test_adam_takes_epsilon_outside_of_the_root():
    w = Adam(1.0, epsilon=3.0).step({"w": [0.0]}, {"w": [1.0]})
    assert w["w"][0] == pytest.approx(-1 / (1 + 3), rel=1e-12)


def test_where_the_gradient_is_zero_adam_does_not_move():
    moved = Adam(0.1).step({"w": [1.0, 2.0]}, {"w": [0.0, 1e-30]})
    assert moved["w"][0] == 1


def test_adam_s_defaults_are_those_of_the_book():
    adam = Adam()
    assert adam.learning_rate == 0.001
    assert (adam.beta_1, adam.beta_2, adam.epsilon) == (0.9, 0.999, 1e-7)
    assert adam.decay == 0


# --- against formulas written in another way ---


def test_momentum_is_a_sum_over_all_gradients():
    """velocity after t steps = -sum of rate * momentum**(t - k) * gradient."""
    moved = path(SGD(0.1, momentum=0.9, decay=0.01))
    for name, start in START.items():
        expected, last = start.copy(), len(STEPS)
        for k, gradients in enumerate(STEPS):
            rate = 0.1 / (1 + 0.01 * k)
            shares = sum(0.9**j for j in range(last - k))
            expected -= rate * shares * gradients[name]
        np.testing.assert_allclose(moved[name], expected, rtol=1e-12)


def test_adam_in_the_form_of_section_2_of_the_paper():
    """Both corrections folded into the rate, m and v as weighted sums."""
    moved = path(Adam(0.1, decay=0.01, epsilon=1e-30))
    for name, start in START.items():
        expected = start.copy()
        g = np.array([gradients[name] for gradients in STEPS])
        for t in range(1, len(STEPS) + 1):
            age = np.arange(t - 1, -1, -1).reshape(-1, 1, 1)
            m = 0.1 * (0.9**age * g[:t]).sum(axis=0)
            v = 0.001 * (0.999**age * g[:t] ** 2).sum(axis=0)
            rate = 0.1 / (1 + 0.01 * (t - 1))
            rate *= math.sqrt(1 - 0.999**t) / (1 - 0.9**t)
            expected -= rate * m / np.sqrt(v)
        np.testing.assert_allclose(moved[name], expected, rtol=1e-10)


# --- the contract ---


@each
def test_arguments_stay_and_results_are_new(name):
    optimizer = OPTIMIZERS[name]()
    parameters, gradients = copy.deepcopy(START), copy.deepcopy(STEPS[0])
    moved = optimizer.step(parameters, gradients)
    assert same(parameters, START)
    assert same(gradients, STEPS[0])
    assert list(moved) == list(START)
    for n in START:
        assert not np.shares_memory(moved[n], parameters[n])
    kept = copy.deepcopy(moved)
    optimizer.step(moved, STEPS[1])
    assert same(moved, kept)


@each
def test_the_state_shares_nothing_with_what_was_given_or_returned(name):
    optimizer, calm = OPTIMIZERS[name](), OPTIMIZERS[name]()
    gradients = copy.deepcopy(STEPS[0])
    moved = optimizer.step(START, gradients)
    kept = copy.deepcopy(moved)
    for n in START:
        gradients[n][:] = 99
        moved[n][:] = 99
    calm.step(START, STEPS[0])
    again = optimizer.step(kept, STEPS[1])
    assert same(again, calm.step(kept, STEPS[1]))


@each
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_the_dtype_is_the_parameters(name, dtype):
    optimizer = OPTIMIZERS[name]()
    start = {n: p.astype(dtype) for n, p in START.items()}
    moved = path(optimizer, start)  # the gradients are float64
    assert all(p.dtype == dtype for p in moved.values())
    expected = path(OPTIMIZERS[name]())
    for n, p in moved.items():
        rtol = 1e-12 if dtype == np.float64 else 1e-4
        np.testing.assert_allclose(p, expected[n], rtol=rtol, atol=rtol)


@each
def test_lists_and_whole_numbers_become_float64(name):
    moved = OPTIMIZERS[name]().step({"w": [[1, 2]]}, {"w": [[3, 4]]})
    assert moved["w"].dtype == np.float64


@each
def test_each_parameter_goes_its_own_way(name):
    both = path(OPTIMIZERS[name]())
    only = path(
        OPTIMIZERS[name](), {"w": START["w"]}, [{"w": g["w"]} for g in STEPS]
    )
    assert np.array_equal(both["w"], only["w"])


@each
def test_the_order_of_the_gradients_does_not_matter(name):
    backwards = [dict(reversed(gradients.items())) for gradients in STEPS]
    moved = path(OPTIMIZERS[name](), START, backwards)
    assert same(moved, path(OPTIMIZERS[name]()))
    assert list(moved) == list(START)


# --- bad input ---


def refuses(name, parameters, gradients, match):
    """ValueError with this message, and the optimizer stays as it was."""
    for used in (False, True):
        optimizer = OPTIMIZERS[name]()
        if used:
            optimizer.step(START, STEPS[0])
        before = state(optimizer)
        with pytest.raises(ValueError, match=match):
            optimizer.step(parameters, gradients)
        after = state(optimizer)
        assert repr(before) == repr(after)


G = STEPS[0]


@each
@pytest.mark.parametrize(
    ("gradients", "match"),
    [
        ({"w": G["w"]}, r"\['b'\] are missing and \[\] are unknown"),
        ({**G, "c": 1.0}, r"\[\] are missing and \['c'\] are unknown"),
        ({}, "must be a dict of name to array"),
        (None, "gradients must be a dict"),
        ([G["w"], G["b"]], "gradients must be a dict"),
        ({**G, "w": G["w"].T}, r"gradients\['w'\] .*\(3, 4\).*got \(4, 3\)"),
        ({**G, "b": G["b"][0]}, r"gradients\['b'\] .*\(1, 4\).*got \(4,\)"),
        ({**G, "b": 1.0}, r"\(1, 4\), but got \(\)"),
        ({**G, "b": None}, "must hold numbers, but its dtype is object"),
        ({**G, "b": [["a"] * 4]}, "dtype is <U1"),
        ({**G, "b": [[0, 0, math.nan, 0]]}, r"gradients\['b'\]\[0, 2\] is nan"),
        ({**G, "b": [[0, math.inf, 0, 0]]}, r"\[0, 1\] is inf.*diverge"),
    ],
)
def test_gradients_that_do_not_fit(name, gradients, match):
    refuses(name, START, gradients, match)


@each
@pytest.mark.parametrize(
    ("parameters", "match"),
    [
        (None, "parameters must be a dict"),
        ({}, "parameters must be a dict"),
        (
            {**START, "b": [[math.nan] * 4]},
            r"^parameters\['b'\] must be finite, .*\[0, 0\] is nan",
        ),
        ({**START, "b": [[True] * 4]}, "dtype is bool"),
    ],
)
def test_parameters_that_are_no_numbers(name, parameters, match):
    refuses(name, parameters, G, match)


@pytest.mark.parametrize("name", ["momentum", "adam"])
@pytest.mark.parametrize(
    ("parameters", "match"),
    [
        ({"w": np.ones((3, 4))}, "b was float64 of shape .* is absent now"),
        ({**START, "c": np.ones(2)}, r"c was absent .* shape \(2,\) now"),
        ({**START, "b": np.ones((1, 5))}, r"\(1, 4\) .* \(1, 5\) now.*new one"),
        ({**START, "b": np.ones((1, 4), np.float32)}, "float64 .* float32"),
    ],
)
def test_another_network_needs_another_optimizer(name, parameters, match):
    optimizer = OPTIMIZERS[name]()
    optimizer.step(START, G)
    before = state(optimizer)
    with pytest.raises(ValueError, match=match):
        optimizer.step(parameters, parameters)
    assert repr(before) == repr(state(optimizer))


@pytest.mark.parametrize(
    ("optimizer", "gradient", "match"),
    [
        (SGD(1e308), 10.0, r"the new parameters\['w'\]\[0\] is -inf"),
        (Adam(0.1), 1e200, r"the new v\['w'\]\[0\] is inf"),
    ],
)
def test_a_step_that_overflows_changes_nothing(optimizer, gradient, match):
    before = state(optimizer)
    with pytest.raises(ValueError, match=match):
        optimizer.step({"w": [1.0]}, {"w": [gradient]})
    assert repr(before) == repr(state(optimizer))


def test_a_gradient_too_large_for_float32_is_refused():
    parameters = {"w": np.ones(1, np.float32)}
    with pytest.raises(ValueError, match=r"gradients\['w'\]\[0\] is inf"):
        SGD(0.1).step(parameters, {"w": [1e300]})


NO_NUMBERS = [None, "0.1", True, math.nan, math.inf, [0.1], 1j]
RANGES = {
    "learning_rate": ([0, -1], "above 0"),
    "decay": ([-1e-9], "0 or above"),
    "momentum": ([-0.1, 1, 1.5], "from 0 up to"),
    "beta_1": ([-0.1, 1, 1.5], "from 0 up to"),
    "beta_2": ([-0.1, 1, 1.5], "from 0 up to"),
    "epsilon": ([0, -1e-7], "above 0"),
}


@pytest.mark.parametrize(
    ("make", "setting"),
    [(SGD, s) for s in ("learning_rate", "momentum", "decay")]
    + [(Adam, s) for s in RANGES if s != "momentum"],
)
def test_settings_outside_of_their_range(make, setting):
    outside, words = RANGES[setting]
    for value in [*NO_NUMBERS, *outside]:
        arguments = {"learning_rate": 0.1, setting: value}
        with pytest.raises(ValueError, match=f"^{setting} must .* {words}"):
            make(**arguments)


def test_numbers_of_numpy_are_welcome_as_settings():
    sgd = SGD(np.float32(0.5), momentum=np.float64(0), decay=0)
    moved = sgd.step({"w": np.ones(1, np.float32)}, {"w": [1.0]})
    assert moved["w"].dtype == np.float32


def test_settings_after_the_rate_go_by_name():
    with pytest.raises(TypeError):
        SGD(0.1, 0.9)
    with pytest.raises(TypeError):
        Adam(0.1, 0.9)
