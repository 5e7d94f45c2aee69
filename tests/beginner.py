"""A learner who has just begun: for tests of exercises and of chapters."""

import pytest

from nnfs_course.exercises import session, transfer


@pytest.fixture(autouse=True)
def fresh_session(monkeypatch):
    monkeypatch.setattr(session, "_done", set())
    monkeypatch.setattr(session, "_hints_given", session.Counter())
    monkeypatch.setattr(session, "_listeners", [])
    monkeypatch.setattr(transfer, "_missed", {})
    monkeypatch.setattr(transfer, "_asked_after", set())
    monkeypatch.setattr(transfer, "_asked", [])
