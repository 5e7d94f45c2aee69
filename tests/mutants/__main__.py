"""Which mutants of the package do the tests find? `make mutants` asks.

Each mutant is met, in a process of its own, by the tests that call the changed
function, unlike ones first, until one fails. Doctests do not count. The counts
go into result.json, the survivors with them; why each of those may live stands
in survivors.py.

    python -m tests.mutants [--share 0.25] [--seed 0] [file ...]

A share below 1 tries so many of each file, chosen by the seed, and those that
stand in survivors.py again.
"""

from __future__ import annotations

import argparse
import ast
import datetime
import itertools
import json
import os
import platform
import random
import resource
import signal
import sys
import time
import warnings
from collections import defaultdict
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import CodeType, ModuleType

import numpy as np
import pytest
from _pytest.runner import runtestprotocol

from tests.mutants.alive import bring_in, import_instead
from tests.mutants.modules import Mutant, mutants_of
from tests.mutants.survivors import SURVIVORS

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "nnfs_course"
RESULT = Path(__file__).with_name("result.json")
FILES = [
    str(path.relative_to(ROOT))
    for folder in ("", "checks", "exercises")
    for path in sorted((PACKAGE / folder).glob("*.py"))
    if path.name != "__init__.py"
]
ABOUT = """layer layers network optimizers training value value_arrays trace
    gradient_check compiled data"""
TESTS = {  # of the mathematics; of the checker
    False: [
        "tests/checks",
        *(f"tests/test_{name}.py" for name in ABOUT.split()),
    ],
    True: [
        "tests/exercises",
        *(
            str(path.relative_to(ROOT))
            for path in sorted((ROOT / "tests/chapters").glob("ch*/test_*.py"))
            if "nnfs_course.exercises" in path.read_text()
        ),
    ],
}
# Two of the tests take too long to be met by each mutant.
OPTIONS = ["-q", "-o", "addopts=", "-p", "no:cacheprovider"]
OPTIONS += ["-k", "not ten_spirals"]
IN_BROWSER = {"browser", "book"}  # they take long, and ask other things
SECONDS = 10  # of the processor, for one test beside its usual time
ENOUGH = 3  # seconds of tests for one mutant: who is not found then lives
MOST_ALIKE = 16  # tests of the checker from one function, chosen by chance
AT_LEAST = 12  # mutants of a file, if it has them
MEMORY = 8 * 2**30


class Mutation:
    """A pytest plugin: runs the mutants in the place of the tests."""

    def __init__(self, files: list[str], share: float, seed: int):
        self.files, self.share, self.seed = files, share, seed
        self.seconds: dict[pytest.Item, float] = {}
        self.callers: dict[tuple[str, str], set] = defaultdict(set)
        self.controlled: set[str] = set()

    def pytest_runtestloop(self, session) -> bool:
        self.learn(session.items)
        self.control()
        for file in self.files:
            self.try_all(file)
        return True

    def learn(self, tests) -> None:
        """Which test calls which function, and how long it takes."""
        tests = [t for t in tests if not IN_BROWSER & {*t.fixturenames}]
        if any("/exercises/" in file for file in self.files):
            few = {t for some in alike(tests) for t in some[:MOST_ALIKE]}
            tests = [t for t in tests if t in few]
        for test, after in zip(tests, [*tests[1:], None], strict=True):
            called = set()

            def look(frame, event, _, called=called):
                called.add(frame.f_code)  # and not its lines: None

            start = time.process_time()
            sys.settrace(look)
            reports = run(test, after)
            sys.settrace(None)
            if all(report.passed for report in reports):
                self.seconds[test] = time.process_time() - start
                for code in called:
                    if code.co_filename.startswith(str(PACKAGE)):
                        file = str(Path(code.co_filename).relative_to(ROOT))
                        function = code.co_qualname.split(".<locals>")[0]
                        self.callers[file, function].add(test)
                        self.callers[file, ""].add(test)

    def try_all(self, file: str) -> None:
        start = time.time()
        names = [mutant.name for mutant in mutants_of(ROOT / file)]
        mutants = len(names)
        some = min(max(round(self.share * mutants), AT_LEAST), mutants)
        chance = random.Random(f"{self.seed} {file}")
        tried = set(chance.sample(range(mutants), some))
        listed = SURVIVORS.get(file, {})
        tried |= {k for k, name in enumerate(names) if name in listed}
        alive = [
            mutant.name
            for k, mutant in enumerate(mutants_of(ROOT / file))
            if k in tried and self.survives(file, mutant)
        ]
        counts = {
            "possible": mutants,
            "tried": len(tried),
            "killed": len(tried) - len(alive),
            "seconds": round(time.time() - start),
            "survivors": sorted(alive),
        }
        write(file, {"share": self.share, "seed": self.seed, **counts})
        print(file, *list(counts.values())[:-1], *alive, sep="\n  ", flush=True)

    def survives(self, file: str, mutant: Mutant) -> bool:
        """Whether no test fails. The mutant lives in a child process."""
        tests = self.callers[file, mutant.function]
        code = compiled(ast.fix_missing_locations(mutant.tree), file)
        if not self.all_pass({file: code}, tests):
            return False
        if mutant.function and tests:
            return True
        return self.passes_anew(file, code)

    def passes_anew(self, file: str, code: CodeType) -> bool:
        """Whether no test fails where the import, too, meets the mutant."""
        tests = self.chosen(self.seconds)  # who uses a field calls nothing
        if file not in self.controlled:
            self.controlled.add(file)
            as_it_is = compiled(ast.parse(text(file)), file)
            if not passes(lambda: meet_anew(file, as_it_is, tests)):
                raise RuntimeError(f"{file}: a test fails without a mutant")
        return passes(lambda: meet_anew(file, code, tests))

    def control(self) -> None:
        """Nothing changed, each file put in its own place: whatever fails then
        says nothing about mutants, and is left out."""
        codes = {f: compiled(ast.parse(text(f)), f) for f in self.files}
        out, into = os.pipe()

        def tell_failures():
            self.prepare(codes)
            for k, test in enumerate(self.seconds):
                if any(report.failed for report in run(test, None)):
                    os.write(into, f"{k} ".encode())

        passes(tell_failures)
        os.close(into)
        with os.fdopen(out) as failed:
            places = {int(k) for k in failed.read().split()}
        for k, test in enumerate(list(self.seconds)):
            if k in places:
                print("left out:", test.nodeid)
                del self.seconds[test]
        for tests in self.callers.values():
            tests.intersection_update(self.seconds)

    def all_pass(self, codes: dict[str, CodeType], tests) -> bool:
        tests = self.chosen(tests)
        return passes(lambda: self.meet(codes, tests))

    def chosen(self, tests) -> list[pytest.Item]:
        """As many as fit. Each test function gets the same time, so that a
        thousand quick tests that ask the same do not take all of it."""
        order = {}
        for some in alike(tests):
            until = itertools.accumulate(self.seconds[t] for t in some)
            order.update(zip(some, until, strict=True))
        tests = sorted(order, key=lambda t: (order[t], t.nodeid))
        until = itertools.accumulate(self.seconds[t] for t in tests)
        return [t for t, s in zip(tests, until, strict=True) if s <= ENOUGH]

    def prepare(self, codes: dict[str, CodeType]) -> None:
        """In the child: the mutant in its place."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for file, code in codes.items():
                bring_in(module_of(file), code)

    def meet(self, codes: dict[str, CodeType], tests) -> None:
        self.prepare(codes)
        for test in tests:
            limit(SECONDS + 5 * self.seconds[test])
            reports = run(test, None)
            if any(report.failed for report in reports):
                raise RuntimeError("killed")


def alike(tests) -> list[list[pytest.Item]]:
    """The tests of each test function, in an order of chance."""
    functions = defaultdict(list)
    for test in tests:
        functions[test.nodeid.partition("[")[0]].append(test)
    return [
        sorted(some, key=lambda t: random.Random(t.nodeid).random())
        for some in functions.values()
    ]


def passes(work: Callable[[], None]) -> bool:
    """Whether it raises nothing in a child process, silent and limited."""
    child = os.fork()
    if child == 0:
        try:
            silent = os.open(os.devnull, os.O_WRONLY)
            os.dup2(silent, 1)
            os.dup2(silent, 2)
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            signal.signal(signal.SIGPROF, signal.SIG_DFL)  # ends the process
            work()
        except BaseException:
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def limit(seconds: float) -> None:
    signal.setitimer(signal.ITIMER_PROF, seconds)


def meet_anew(file: str, code: CodeType, tests) -> None:
    """What is run by the import alone: import everything again."""
    limit(6 * SECONDS)
    import_instead(str(ROOT / file), code)
    names = {test.nodeid for test in tests}
    of_files = {name.partition("::")[0] for name in names}
    if pytest.main([*OPTIONS, "-x", *of_files], [Only(names)]):
        raise RuntimeError("killed")


class Only:
    """A pytest plugin: these tests and no others."""

    def __init__(self, names: set[str]):
        self.names = names

    def pytest_collection_modifyitems(self, items) -> None:
        items[:] = [one for one in items if one.nodeid in self.names]


def run(test: pytest.Item, after: pytest.Item | None) -> list:
    """Its reports. A generator of its file starts anew, so that the order of
    the tests changes no number."""
    for one in vars(test.module).values():
        if isinstance(one, np.random.Generator):
            one.bit_generator.state = np.random.PCG64(0).state
    return runtestprotocol(test, log=False, nextitem=after)


def text(file: str) -> str:
    return (ROOT / file).read_text()


def compiled(tree: ast.Module, file: str) -> CodeType:
    with warnings.catch_warnings():  # a mutant is odd code
        warnings.simplefilter("ignore")
        return compile(tree, str(ROOT / file), "exec")


def module_of(file: str) -> ModuleType:
    return import_module(file.removesuffix(".py").replace("/", "."))


def write(file: str, counts: dict) -> None:
    """Put the counts of a file into the result; the others stay."""
    result = json.loads(RESULT.read_text()) if RESULT.exists() else {}
    result["date"] = datetime.date.today().isoformat()
    result["python"] = platform.python_version()
    result["numpy"] = np.__version__
    files = result.setdefault("files", {})
    files[file] = counts
    result["files"] = dict(sorted(files.items()))
    RESULT.write_text(json.dumps(result, indent=1) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--share", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("files", nargs="*", default=FILES)
    asked = parser.parse_args()
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    for of_checker in (False, True):
        files = [f for f in asked.files if ("/exercises/" in f) is of_checker]
        if files and os.fork() == 0:  # one session of pytest in a process
            plugin = Mutation(files, asked.share, asked.seed)
            pytest.main([*OPTIONS, *TESTS[of_checker]], [plugin])
            os._exit(0)
        elif files:
            os.wait()


if __name__ == "__main__":
    main()
