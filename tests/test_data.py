"""The spiral and the digits: the same for everyone, and nothing disturbed."""

import subprocess
import sys

import nnfs.datasets
import numpy as np
import pytest

from nnfs_course import digits, spiral


def global_state():
    kind, keys, *rest = np.random.get_state()  # noqa: NPY002
    return kind, keys.tolist(), rest


# --- the spiral ---


def test_the_spiral_is_that_of_nnfs():
    before = np.random.get_state()  # noqa: NPY002
    np.random.seed(4)  # noqa: NPY002
    expected, classes = nnfs.datasets.spiral_data(20, 4)
    np.random.set_state(before)  # noqa: NPY002
    inputs, targets = spiral(20, 4, seed=4)
    assert np.array_equal(inputs, expected)
    assert np.array_equal(targets, classes)


def test_shapes_and_dtypes_of_the_spiral():
    inputs, targets = spiral(7, 3, seed=0)
    assert inputs.shape == (21, 2)
    assert inputs.dtype == np.float64
    assert targets.tolist() == [0] * 7 + [1] * 7 + [2] * 7
    assert targets.dtype.kind == "i"  # uint8 would wrap around below 0
    radius = np.hypot(*inputs.T).reshape(3, 7)
    np.testing.assert_allclose(radius, [np.linspace(0, 1, 7)] * 3, atol=1e-15)


def test_the_same_seed_gives_the_same_data():
    first, again, other = (spiral(9, 2, seed=s)[0] for s in (1, 1, 2))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)
    data, once_more, others = (digits(seed=s) for s in (1, 1, 2))
    assert all(map(np.array_equal, data, once_more))
    assert not np.array_equal(data.inputs, others.inputs)


@pytest.mark.parametrize("make", [lambda: spiral(5, 3, seed=0), digits])
def test_the_global_random_state_stays_as_it_is(make):
    before = global_state()
    if make is digits:
        digits(seed=0)
    else:
        make()
    assert global_state() == before


def test_the_global_random_state_stays_also_after_an_error(monkeypatch):
    def broken(samples, classes):
        np.random.randn(3)  # noqa: NPY002
        raise OSError("broken")

    monkeypatch.setattr(nnfs.datasets, "spiral_data", broken)
    before = global_state()
    with pytest.raises(OSError, match="broken"):
        spiral(5, 3, seed=0)
    assert global_state() == before


def test_numpy_is_not_patched():
    """nnfs.init() would replace np.dot and others, in the whole process."""
    program = (
        "import numpy as np;"
        "names = ('dot', 'zeros', 'eye'); before = [getattr(np, n) for n in "
        "names] + [np.random.randn];"
        "from nnfs_course import spiral; spiral(5, 3, seed=0);"
        "after = [getattr(np, n) for n in names] + [np.random.randn];"
        "print(all(a is b for a, b in zip(before, after)))"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True"


# --- the digits ---


def test_every_image_is_in_exactly_one_part():
    from sklearn.datasets import load_digits

    images, classes = load_digits(return_X_y=True)
    data = digits(seed=3)
    rows = np.vstack([data.inputs, data.held_out_inputs]) * 16
    targets = np.concatenate([data.targets, data.held_out_targets])
    ours = sorted((*row, t) for row, t in zip(rows, targets, strict=True))
    theirs = sorted((*row, t) for row, t in zip(images, classes, strict=True))
    assert np.array_equal(ours, theirs)


def test_digits_are_scaled_shuffled_and_fairly_split():
    data = digits(seed=0, held_out=0.25)
    assert data.inputs.shape == (1347, 64)
    assert data.held_out_inputs.shape == (450, 64)
    assert data.inputs.dtype == np.float64
    assert data.inputs.min() == 0
    assert data.inputs.max() == 1
    assert data.targets[:20].tolist() != sorted(data.targets[:20])
    for digit in range(10):
        held_out = (data.held_out_targets == digit).sum()
        of_all = held_out + (data.targets == digit).sum()
        assert held_out / of_all == pytest.approx(0.25, abs=0.01)


# --- bad input ---


@pytest.mark.parametrize("bad", [0, -1, 2.0, "3", None, True, np.nan])
def test_numbers_of_points_that_are_none(bad):
    with pytest.raises(ValueError, match="samples must be a whole number abov"):
        spiral(bad, 3, seed=0)
    with pytest.raises(ValueError, match="classes must be a whole number abov"):
        spiral(100, bad, seed=0)


@pytest.mark.parametrize("bad", [None, -1, 2**32, 1.0, "0", True])
def test_seeds_that_are_none(bad):
    before = global_state()
    for make in (lambda: spiral(5, 3, seed=bad), lambda: digits(seed=bad)):
        with pytest.raises(ValueError, match=r"seed must be .* but got"):
            make()
    assert global_state() == before


def test_a_seed_must_be_given_by_name():
    with pytest.raises(TypeError):
        spiral(5, 3)
    with pytest.raises(TypeError):
        spiral(5, 3, 0)
    with pytest.raises(TypeError):
        digits()


@pytest.mark.parametrize("bad", [0, 1, -0.1, 1.5, 20, None, "0.2", True])
def test_shares_that_are_none(bad):
    with pytest.raises(ValueError, match=r"held_out must be .* between 0"):
        digits(seed=0, held_out=bad)


@pytest.mark.parametrize("bad", [1e-9, 0.001, 0.999])
def test_a_part_without_some_digit_is_refused(bad):
    with pytest.raises(ValueError, match="number of classes"):
        digits(seed=0, held_out=bad)


def test_without_scikit_learn_the_digits_say_what_to_do(monkeypatch):
    monkeypatch.setitem(sys.modules, "sklearn.datasets", None)
    with pytest.raises(ImportError, match="pip install scikit-learn"):
        digits(seed=0)
