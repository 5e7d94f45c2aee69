"""The list of mutants that live agrees with the files and the last result."""

import json

import pytest

from tests.figures.test_engine import sources
from tests.mutants import javascript, modules
from tests.mutants.__main__ import RESULT, ROOT
from tests.mutants.survivors import OPEN, SURVIVORS

FILES = json.loads(RESULT.read_text())["files"]
AGAIN = "run `make mutants`, and give each survivor its reason in survivors.py"


def names_of(file):
    """All mutants that there can be of a file as it is now."""
    if file.endswith(".js"):
        text = sources()[file.rpartition("/")[2]]
        return {name for name, _ in javascript.mutants_of(text)}
    return {mutant.name for mutant in modules.mutants_of(ROOT / file)}


@pytest.mark.parametrize("file", SURVIVORS)
def test_each_survivor_is_still_a_mutant_of_its_file(file):
    gone = "\n".join(sorted(SURVIVORS[file].keys() - names_of(file)))
    assert not gone, f"{file} has no such mutant any more; {AGAIN}:\n{gone}"


def test_each_survivor_of_the_last_run_has_its_reason_or_is_still_open():
    found = {(f, name) for f, n in FILES.items() for name in n["survivors"]}
    listed = {(f, name) for f, names in SURVIVORS.items() for name in names}
    assert not listed - found, f"found by a test now; {AGAIN}"
    assert len(found - listed) <= OPEN, AGAIN
    for reasons in SURVIVORS.values():
        assert all(len(reason) > 20 for reason in reasons.values())


def test_at_least_95_of_100_that_could_be_told_are_found():
    tried = sum(n["tried"] for n in FILES.values())
    same = sum(map(len, SURVIVORS.values()))
    killed = sum(n["killed"] for n in FILES.values())
    assert killed >= 0.95 * (tried - same) > 300
