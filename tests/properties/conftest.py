"""A limit of memory: random arguments must not be able to fill a machine."""

import sys

import pytest

ROOM = 4 * 2**30  # bytes that a test may add to what the process has


@pytest.fixture(autouse=True, scope="package")
def little_memory():
    """Beyond it NumPy says MemoryError, which fails the test. On Linux only:
    elsewhere the system does not hold such a limit."""
    if not sys.platform.startswith("linux"):
        yield
        return
    import resource

    before = resource.getrlimit(resource.RLIMIT_AS)
    with open("/proc/self/statm") as file:
        used = int(file.read().split()[0]) * resource.getpagesize()
    hard = before[1]
    limit = used + ROOM
    if hard != resource.RLIM_INFINITY:
        limit = min(limit, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    yield
    resource.setrlimit(resource.RLIMIT_AS, before)
