"""The cases of every exercise tell its reference from each of its mutants.

One wrong token in the right function must never be called right. Where a
mutant is refused by no case because it computes the same, it stands in
EQUIVALENT with the reason.
"""

from collections import Counter

import pytest

from nnfs_course.exercises.agree import same_results
from nnfs_course.exercises.catalogue import ALL
from nnfs_course.exercises.diagnosis import diagnose
from nnfs_course.exercises.feedback import Outcome
from nnfs_course.exercises.known import make_cases, results_of
from nnfs_course.exercises.run import run
from tests.chapters import own
from tests.mutants.mutate import mutants

SEEDS = range(3)
EQUIVALENT = {
    name: reasons
    for told in own.of_each("equivalent").values()
    for name, reasons in told.EQUIVALENT.items()
}
counted = Counter()


def right_ways(exercise, seed):
    """The cases, and for each right way what it gives in every case."""
    cases = make_cases(exercise, seed)
    ways = [exercise.reference, *(v.function for v in exercise.variants)]
    return cases, [results_of(way, exercise, cases) for way in ways]


def may_be_right(exercise, mutant, cases, ways):
    """Whether it gives in every case what a right way gives there."""
    for k, case in enumerate(cases):
        result = run(mutant, case, exercise.parts)
        ways = [way for way in ways if same_results([result], [way[k]])]
        if not ways:  # one case is enough: no need to run the others
            return False
    return True


def called_right(exercise):
    """The mutants that `diagnose` calls right for at least one seed."""
    by_seed = [(seed, *right_ways(exercise, seed)) for seed in SEEDS]
    for text, mutant in mutants(exercise.reference):
        counted["mutants"] += 1
        if any(
            may_be_right(exercise, mutant, cases, ways)
            and diagnose(exercise, mutant, seed).outcome is Outcome.RIGHT
            for seed, cases, ways in by_seed
        ):
            yield text


@pytest.mark.parametrize("name", ALL)
def test_every_mutant_is_refused_or_equivalent(name):
    survivors = set(called_right(ALL[name]))
    counted["called right"] += len(survivors)
    equivalent = EQUIVALENT.get(name, {})
    wrongly_right = "\n".join(sorted(survivors - equivalent.keys()))
    assert not wrongly_right, f"called right:\n{wrongly_right}"
    no_longer = "\n".join(sorted(equivalent.keys() - survivors))
    assert not no_longer, f"refused or gone, so not needed:\n{no_longer}"


def test_each_reason_says_something():
    assert EQUIVALENT.keys() <= ALL.keys()
    for reasons in EQUIVALENT.values():
        assert all(len(reason) > 20 for reason in reasons.values())


def test_there_are_many_mutants(capsys):
    """Runs last, and prints the counts."""
    total, right = counted["mutants"], counted["called right"]
    same = sum(map(len, EQUIVALENT.values()))
    with capsys.disabled():
        print(
            f"\n{total} mutants: {total - right} refused, {right} called "
            f"right, {same} of them argued equivalent"
        )
    assert total == 0 or total > 100  # 0: this test was run alone
