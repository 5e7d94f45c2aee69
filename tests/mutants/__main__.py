"""Which mutants of the package do the tests find? `make mutants` asks.

Each mutant is met, in a process of its own, by the tests that call the changed
function, the quickest first, until one fails. Doctests do not count. The counts
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
from importlib import import_module
from pathlib import Path
from types import CodeType, ModuleType

import numpy as np
import pytest
from _pytest.runner import runtestprotocol

from tests.mutants.alive import bring_in
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
    True: ["tests/exercises"],
}
# Two of the tests take too long to be met by each mutant.
OPTIONS = ["-q", "-o", "addopts=", "-p", "no:cacheprovider"]
OPTIONS += ["-k", "not ten_spirals"]
IN_BROWSER = {"browser", "book"}  # they take long, and ask other things
SECONDS = 10  # of the processor, for one test beside its usual time
ENOUGH = 3  # seconds of tests for one mutant: who is not found then lives
AT_LEAST = 12  # mutants of a file, if it has them
MEMORY = 8 * 2**30


class Mutation:
    """A pytest plugin: runs the mutants in the place of the tests."""

    def __init__(self, files: list[str], share: float, seed: int):
        self.files, self.share, self.seed = files, share, seed
        self.seconds: dict[pytest.Item, float] = {}
        self.callers: dict[tuple[str, str], set] = defaultdict(set)

    def pytest_runtestloop(self, session) -> bool:
        self.learn(session.items)
        self.control()
        for file in self.files:
            self.try_all(file)
        return True

    def learn(self, tests) -> None:
        """Which test calls which function, and how long it takes."""
        tests = [t for t in tests if not IN_BROWSER & {*t.fixturenames}]
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
        return self.all_pass({file: code}, tests)

    def control(self) -> None:
        """Nothing changed, each file put in its own place: whatever fails then
        says nothing about mutants, and is left out."""
        codes = {f: compiled(ast.parse(text(f)), f) for f in self.files}
        out, into = os.pipe()
        if os.fork() == 0:
            self.prepare(codes)
            for k, test in enumerate(self.seconds):
                if any(report.failed for report in run(test, None)):
                    os.write(into, f"{k} ".encode())
            os._exit(0)
        os.close(into)
        with os.fdopen(out) as failed:
            places = {int(k) for k in failed.read().split()}
        os.wait()
        for k, test in enumerate(list(self.seconds)):
            if k in places:
                print("left out:", test.nodeid)
                del self.seconds[test]
        for tests in self.callers.values():
            tests.intersection_update(self.seconds)

    def all_pass(self, codes: dict[str, CodeType], tests) -> bool:
        tests = sorted(tests, key=lambda t: (self.seconds[t], t.nodeid))
        child = os.fork()
        if child == 0:
            try:
                self.meet(codes, tests)
            except BaseException:
                os._exit(1)
            os._exit(0)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0

    def prepare(self, codes: dict[str, CodeType]) -> None:
        """In the child: silence, limits, and the mutant in its place."""
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        signal.signal(signal.SIGPROF, signal.SIG_DFL)  # ends the process
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for file, code in codes.items():
                bring_in(module_of(file), code)

    def meet(self, codes: dict[str, CodeType], tests) -> None:
        self.prepare(codes)
        spent = 0.0
        for test in tests:
            spent += self.seconds[test]
            if spent > ENOUGH:
                break
            limit = SECONDS + 5 * self.seconds[test]
            signal.setitimer(signal.ITIMER_PROF, limit)
            reports = run(test, None)
            if any(report.failed for report in reports):
                raise RuntimeError("killed")


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
