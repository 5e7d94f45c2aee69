"""The same numbers however they lie in memory and whatever holds them.

C or Fortran order, every second row of a larger array, backwards, read-only,
another byte order, a subclass, lists: the result is the same, bit for bit or up
to the order of a sum, the dtype is the documented one, and what was handed in
is unchanged.
"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnfs_course import SGD, Adam, Network
from tests.properties.problems import (
    LAYERS,
    LOSSES,
    agree,
    layer_problems,
    loss_problems,
    measured,
    swept,
)
from tests.properties.rubbish import Array


def every_second(array):
    """The same numbers with others in between, which must not be seen."""
    wide = np.full([2 * size for size in array.shape], 99, array.dtype)
    view = wide[(slice(None, None, 2),) * array.ndim]
    view[...] = array
    return view


def read_only(array):
    array = array.copy()
    array.flags.writeable = False
    return array


def unaligned(array):
    """The same numbers, one byte off from where numbers begin."""
    room = np.empty(array.nbytes + 1, np.uint8)[1:]
    shifted = room.view(array.dtype).reshape(array.shape)
    shifted[...] = array
    return shifted


LAYOUTS = {
    "Fortran": np.asfortranarray,
    "every second": every_second,
    "backwards": lambda array: array[::-1].copy()[::-1],
    "read-only": read_only,
    "unaligned": unaligned,
    "other byte order": lambda array: array.astype(
        array.dtype.newbyteorder(">")
    ),
    "subclass": lambda array: array.view(Array),
    "matrix": lambda array: array.view(np.matrix) if array.ndim == 2 else array,
    "lists": lambda array: array.tolist(),
    "tuples": lambda array: (
        tuple(map(tuple, array.tolist()))
        if array.ndim == 2
        else tuple(array.tolist())
    ),
    "NumPy scalars": lambda array: (
        [list(row) for row in array] if array.ndim == 2 else list(array)
    ),
    "a list of arrays": list,
}
each_layout = pytest.mark.parametrize("layout", LAYOUTS)


@each_layout
@pytest.mark.parametrize("name", LAYERS)
@given(data=st.data())
def test_layers(name, layout, data):
    layer, x, u = data.draw(layer_problems(name))
    plain = swept(layer, x, u)
    there = LAYOUTS[layout]
    given_x, given_u = there(x), there(u)
    for parameter in layer.parameters:
        setattr(layer, parameter, there(getattr(layer, parameter)))
    for gradient, array in swept(layer, given_x, given_u).items():
        assert type(array) is np.ndarray
        assert array.dtype == np.float64
        agree(array, plain[gradient])
    assert np.array_equal(given_x, x)
    assert np.array_equal(given_u, u)


@each_layout
@pytest.mark.parametrize("name", LOSSES)
@given(data=st.data())
def test_losses(name, layout, data):
    loss, taken, targets = data.draw(loss_problems(name))
    one_hot = np.eye(taken.shape[1])[targets]
    value, dinputs = measured(loss, taken, targets)
    there = LAYOUTS[layout]
    for answers in (targets, one_hot):
        given_taken, given_answers = there(taken), there(answers)
        again, slopes = measured(loss, given_taken, given_answers)
        assert again == pytest.approx(value, rel=1e-14, abs=1e-15)
        assert type(again) is float
        assert type(slopes) is np.ndarray
        assert slopes.dtype == np.float64
        agree(slopes, dinputs)
        assert np.array_equal(given_taken, taken)
        assert np.array_equal(given_answers, answers)


@each_layout
@pytest.mark.parametrize("make", [lambda: SGD(0.1, momentum=0.5), Adam])
@given(data=st.data())
def test_optimizers(make, layout, data):
    _, parameter, gradient = data.draw(layer_problems("ReLU"))
    plain, other, there = make(), make(), LAYOUTS[layout]
    for _ in range(2):  # the second step uses what the first one left
        expected = plain.step({"w": parameter}, {"w": gradient})["w"]
        w, dw = there(parameter), there(gradient)
        moved = other.step({"w": w}, {"w": dw})["w"]
        assert type(moved) is np.ndarray
        assert np.array_equal(moved, expected)
        assert np.array_equal(w, parameter)
        assert np.array_equal(dw, gradient)
        parameter = expected


@each_layout
@given(problem=layer_problems("Dense"), data=st.data())
def test_networks(problem, layout, data):
    layer, x, u = problem
    classes = u.shape[1]
    answers = st.lists(
        st.integers(0, classes - 1), min_size=len(x), max_size=len(x)
    )
    targets = np.array(data.draw(answers))
    network = Network([layer], LOSSES["SoftmaxCrossEntropy"]())
    there = LAYOUTS[layout]
    value = network.forward(x, targets)
    network.backward()
    plain = network.gradients
    network.parameters = {
        name: there(array) for name, array in network.parameters.items()
    }
    again = network.forward(there(x), there(targets))
    assert again == pytest.approx(value, rel=1e-13, abs=1e-14)
    network.backward()
    for name, gradient in network.gradients.items():
        agree(gradient, plain[name])


# --- types of numbers ---


@pytest.mark.parametrize("name", LAYERS)
@pytest.mark.parametrize(
    "dtype", ["i1", "u1", "i4", "i8", "u8", "f2", "f4", "f8", "g"]
)
@given(data=st.data())
def test_float32_stays_and_everything_else_becomes_float64(name, dtype, data):
    layer, x, u = data.draw(layer_problems(name))
    x, u = np.rint(np.abs(x)).astype(dtype), np.rint(np.abs(u)).astype(dtype)
    expected = np.float32 if dtype == "f4" else np.float64
    exact = swept(layer, x.astype(float), u.astype(float))
    # A whole number of 8 bits ends at 127, so the bound is a float.
    size = len(x) * float(u.max()) * (1 + float(x.max())) + 100
    for gradient, array in swept(layer, x, u).items():
        assert array.dtype == expected
        rounding = 1e-6 * size if dtype == "f4" else 1e-13 * size
        np.testing.assert_allclose(
            array, exact[gradient], rtol=1e-5, atol=rounding
        )


@pytest.mark.parametrize("name", LAYERS)
@pytest.mark.parametrize("size", [1e-300, 1e-30, 1e30, 1e300])
@given(data=st.data())
def test_a_gradient_of_any_size_is_scaled_and_nothing_else(name, size, data):
    """Far from the ends of a float, size is no reason for another result."""
    layer, x, u = data.draw(layer_problems(name))
    u = np.where(np.abs(u) < 1e-3, 0, u)
    once, scaled = swept(layer, x, u), swept(layer, x, size * u)
    for gradient in once.keys() - {"outputs"}:
        assert np.isfinite(scaled[gradient]).all()
        got = scaled[gradient] / size
        bound = 1e-13 * np.abs(u).max() * (1 + np.abs(x).max()) * 50
        np.testing.assert_allclose(got, once[gradient], rtol=1e-9, atol=bound)


@given(problem=layer_problems("Softmax"), size=st.floats(1, 1e305))
def test_logits_of_any_size_give_probabilities(problem, size):
    layer, x, u = problem
    x = np.clip(x * size, -1e307, 1e307)
    with np.errstate(under="ignore"):
        results = swept(layer, x, u)
        loss = LOSSES["SoftmaxCrossEntropy"]()
        value, dinputs = measured(loss, x, [0] * len(x))
    agree(results["outputs"].sum(axis=1), np.ones(len(x)))
    for array in (*results.values(), value, dinputs):
        assert np.isfinite(array).all()
    assert value >= 0


@pytest.mark.parametrize("name", [*LAYERS, *LOSSES])
@pytest.mark.parametrize("shape", [(0, 3), (3, 0), (0, 0)])
def test_nothing_at_all_is_refused(name, shape):
    thing = LAYERS[name] if name in LAYERS else LOSSES[name]
    thing = thing(3, 2, rng=0) if name == "Dense" else thing()
    arguments = [np.ones(shape)] + [[]] * (name in LOSSES)
    with pytest.raises(ValueError, match=r"empty batch|columns instead"):
        thing.forward(*arguments)
    assert thing.used is None
