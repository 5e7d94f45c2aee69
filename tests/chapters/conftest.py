"""Each test begins with a fresh learner."""

from tests.beginner import fresh_session  # noqa: F401
