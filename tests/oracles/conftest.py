"""Says at the end which libraries the course was compared with."""

from tests.oracles.libraries import compared


def pytest_terminal_summary(terminalreporter):
    if compared:
        names = ", ".join(f"{n} {v}".strip() for n, v in compared.items())
        terminalreporter.write_line(f"Compared with: {names}")
