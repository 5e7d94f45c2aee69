"""Arrays of Values."""

import numpy as np
import pytest

from nnfs_course import data_of, grad_of, relu_of, value_array


def test_labels_are_the_indices_as_in_python():
    X = value_array(np.arange(6).reshape(2, 3), "X")
    assert X.shape == (2, 3)
    assert X[1, 2].label == "X[1,2]"
    assert value_array([5.0], "z")[0].label == "z[0]"
    assert value_array([5.0])[0].label == ""


def test_there_and_back():
    x = np.random.default_rng(0).normal(size=(2, 3))
    assert np.array_equal(data_of(value_array(x)), x)
    assert not grad_of(value_array(x)).any()


def test_relu_of_records_the_gate():
    z = value_array([[-1.0, 0.0, 2.0]])
    a = relu_of(z)
    assert [v.op for v in a.ravel()] == ["relu"] * 3
    (a * [[5, 5, 5]]).sum().backward()
    assert grad_of(z).tolist() == [[0, 0, 5]]


def test_what_is_not_a_number_is_refused():
    with pytest.raises(ValueError, match="one real number"):
        value_array([[1, None]])
    for function in (data_of, grad_of, relu_of):
        with pytest.raises(ValueError, match="Every entry must be a Value"):
            function([2.0])
