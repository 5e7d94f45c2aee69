"""What holds for every right loss, whatever the numbers are."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnfs_course import (
    CategoricalCrossEntropy,
    Softmax,
)
from tests.properties.problems import (
    LOSSES,
    agree,
    loss_problems,
    measured,
    tables,
)

each_loss = pytest.mark.parametrize("name", LOSSES)


@each_loss
@given(data=st.data())
def test_permuted_samples_permute_dinputs_and_leave_the_loss(name, data):
    loss, taken, targets = data.draw(loss_problems(name))
    order = data.draw(st.permutations(range(len(taken))))
    value, dinputs = measured(loss, taken, targets)
    permuted, again = measured(loss, taken[order], targets[order])
    agree(permuted, value)
    agree(again, dinputs[order])


@each_loss
@given(data=st.data())
def test_permuted_classes_permute_dinputs_and_leave_the_loss(name, data):
    loss, taken, targets = data.draw(loss_problems(name))
    order = np.array(data.draw(st.permutations(range(taken.shape[1]))))
    value, dinputs = measured(loss, taken, targets)
    where = order.argsort()  # the new place of each class
    permuted, again = measured(loss, taken[:, order], where[targets])
    np.testing.assert_allclose(permuted, value, rtol=1e-12, atol=1e-13)
    agree(again, dinputs[:, order])


@each_loss
@given(data=st.data(), times=st.integers(2, 4))
def test_a_batch_seen_twice_keeps_the_loss_and_halves_dinputs(
    name, data, times
):
    """The mean is over twice as many samples, so each counts for half."""
    loss, taken, targets = data.draw(loss_problems(name))
    value, dinputs = measured(loss, taken, targets)
    longer, again = measured(
        loss, np.tile(taken, (times, 1)), np.tile(targets, times)
    )
    agree(longer, value)
    agree(again, np.tile(dinputs, (times, 1)) / times)


@each_loss
@given(data=st.data())
def test_the_loss_is_the_mean_over_samples(name, data):
    loss, taken, targets = data.draw(loss_problems(name))
    value, dinputs = measured(loss, taken, targets)
    samples = len(taken)
    alone = [measured(loss, taken[[n]], targets[[n]]) for n in range(samples)]
    agree(value, sum(v for v, _ in alone) / samples)
    agree(dinputs, np.concatenate([d for _, d in alone]) / samples)


@given(data=st.data(), shift=st.floats(-1e3, 1e3))
def test_a_constant_in_a_row_of_logits_changes_nothing(data, shift):
    loss, logits, targets = data.draw(loss_problems("SoftmaxCrossEntropy"))
    logits = np.round(logits * 1024) / 1024  # the shift itself does not round
    shifts = np.round(shift) * np.arange(len(logits))[:, None]
    value, dinputs = measured(loss, logits, targets)
    shifted, again = measured(loss, logits + shifts, targets)
    np.testing.assert_allclose(shifted, value, rtol=1e-12, atol=1e-13)
    agree(again, dinputs)


@given(problem=loss_problems("SoftmaxCrossEntropy"))
def test_what_one_class_gains_the_others_lose(problem):
    loss, logits, targets = problem
    _, dinputs = measured(loss, logits, targets)
    np.testing.assert_allclose(dinputs.sum(axis=1), 0, atol=1e-15)
    true = dinputs[np.arange(len(targets)), targets]
    assert (true <= 0).all()
    assert ((dinputs >= 0).sum(axis=1) >= dinputs.shape[1] - 1).all()
    # Never more than the share that a sample has of the mean.
    assert (np.abs(dinputs) <= 1 / len(logits)).all()


@given(problem=loss_problems("SoftmaxCrossEntropy"))
def test_the_short_way_is_the_long_way(problem):
    loss, logits, targets = problem
    value, dinputs = measured(loss, logits, targets)
    softmax, plain = Softmax(), CategoricalCrossEntropy()
    p = softmax.forward(logits)
    long_value, dpredictions = measured(plain, p, targets)
    agree(loss.outputs, p)
    np.testing.assert_allclose(value, long_value, rtol=1e-9, atol=1e-13)
    np.testing.assert_allclose(
        softmax.backward(dpredictions), dinputs, rtol=1e-9, atol=1e-15
    )


@given(problem=loss_problems("CategoricalCrossEntropy"), data=st.data())
def test_only_the_true_class_counts_in_cross_entropy(problem, data):
    """Whatever the wrong classes share among them, loss and slope stay."""
    loss, p, targets = problem
    value, dinputs = measured(loss, p, targets)
    rows = np.arange(len(p))
    shares = np.exp(data.draw(tables(*p.shape)))
    shares[rows, targets] = 0
    total = shares.sum(axis=1, keepdims=True)
    left = 1 - p[rows, targets][:, None]
    other = np.divide(shares * left, total, where=total > 0, out=shares)
    other[rows, targets] = p[rows, targets]
    again, slopes = measured(loss, other, targets)
    assert again == value
    assert np.array_equal(slopes, dinputs)
