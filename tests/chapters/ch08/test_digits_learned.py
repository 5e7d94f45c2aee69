"""The network of chapter 8 reads digits that it has never seen.

Half the chapter's epochs are enough for the accuracy that it promises.
"""

import time

import numpy as np
import pytest

from nnfs_course import digits
from tests.chapters.ch08.reading_digits import learn, untrained


def held_out_accuracy(seed):
    data, network = digits(seed=seed), untrained(seed)
    learn(network, data, seed, epochs=20)
    return network.accuracy(data.held_out_inputs, data.held_out_targets)


@pytest.fixture(scope="module")
def learned():
    """Of ten seeds: their accuracies, and the seconds that one took."""
    began = time.process_time()
    accuracies = [held_out_accuracy(seed) for seed in range(10)]
    return accuracies, (time.process_time() - began) / len(accuracies)


def test_the_median_of_ten_seeds_is_at_least_97_percent(learned):
    accuracies, _ = learned
    assert np.median(accuracies) >= 0.97, accuracies


@pytest.mark.timing
def test_the_digits_are_learned_in_time(learned):
    assert learned[1] < 30
