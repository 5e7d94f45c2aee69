"""The page "Speed" says what `make bench` measured, and nothing else."""

import json

from bench import speed_page
from bench.clock import ratio, seconds
from bench.lessons import LESSONS
from tests.conftest import ROOT

FOUND = json.loads((ROOT / "bench" / "result.json").read_text())


def test_the_page_is_that_of_the_stored_numbers():
    assert speed_page.text(FOUND) == speed_page.PAGE.read_text()


def test_slow_and_fast_give_the_same_and_slow_is_slower():
    for lesson in LESSONS:  # measured() compares what the two give
        assert ratio(lesson.measured(each=0.001), "slow", "fast") > 1.5


def test_a_clock_tells_a_thousand_rounds_from_one():
    found = seconds(
        {"many": lambda: sum(range(1000)), "one": lambda: sum(range(1))},
        each=0.001,
    )
    assert ratio(found, "many", "one") > 3
