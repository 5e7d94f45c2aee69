"""What makes NumPy code slow: pairs of lines that compute the same.

Each lesson is a slow line, a fast line, and what both start from. The page
shows the very lines that were measured.
"""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import dedent

import numpy as np

from bench.clock import seconds


@dataclass
class Lesson:
    """title and why are for the page; start, slow and fast are code."""

    title: str
    why: str
    start: str
    slow: str
    fast: str

    def measured(self, each: float = 0.05) -> dict:
        """Seconds of the slow and the fast way; both must give the same."""
        names: dict = {"np": np, "rng": np.random.default_rng(0)}
        exec(dedent(self.start), names)
        made = {}
        for which in ("slow", "fast"):
            body = dedent(getattr(self, which)).strip().splitlines()
            lines = [*body[:-1], f"return {body[-1]}"]
            text = "def way():\n" + "\n".join("    " + line for line in lines)
            exec(text, names)
            made[which] = names["way"]
        np.testing.assert_allclose(made["slow"](), made["fast"](), rtol=1e-4)
        return seconds(made, each)


VJP = """
mean = (dvalues * s).sum(axis=1, keepdims=True)
s * (dvalues - mean)
"""

LESSONS = [
    Lesson(
        "A decision for every number",
        "`np.where` decides number by number, and a processor that guesses a "
        "random mask wrong has to start again. A product decides nothing. This "
        "is `ReLU.dinputs_from`.",
        """
        z = rng.standard_normal((3000, 64), dtype=np.float32)
        dvalues = rng.standard_normal((3000, 64), dtype=np.float32)
        """,
        "np.where(z > 0, dvalues, 0)",
        "dvalues * (z > 0)",
    ),
    Lesson(
        "Sums along short rows",
        "A row of three numbers is over before NumPy has started to add it. "
        "If the columns lie in one piece, three long ones are added instead. "
        "The losses and `Softmax` copy their inputs into that order first; "
        "`layout.by_columns` does it.",
        """
        logits = rng.standard_normal((3000, 3), dtype=np.float32)
        """,
        """
        e = np.exp(logits - logits.max(axis=1, keepdims=True))
        e / e.sum(axis=1, keepdims=True)
        """,
        """
        columns = np.asfortranarray(logits)
        e = np.exp(columns - columns.max(axis=1, keepdims=True))
        e / e.sum(axis=1, keepdims=True)
        """,
    ),
    Lesson(
        "A loop in Python",
        "Each round of a Python loop costs as much as thousands of additions. "
        "And a Jacobian for each sample is made only to be multiplied away: "
        "{doc}`../04-softmax-jacobian` gets the same without one.",
        """
        s = rng.dirichlet(np.ones(3), size=300)
        dvalues = rng.standard_normal((300, 3))
        """,
        """
        rows = [(np.diag(p) - np.outer(p, p)) @ d for p, d in zip(s, dvalues)]
        np.array(rows)
        """,
        VJP,
    ),
    Lesson(
        "Large arrays that nobody asked for",
        "All Jacobians at once need no loop, but `(N, C, C)` numbers have to "
        "be written to memory and read again. For 1,000 classes that would be "
        "8 MB for every sample.",
        """
        s = rng.dirichlet(np.ones(100), size=300)
        dvalues = rng.standard_normal((300, 100))
        """,
        """
        eye = np.eye(s.shape[1])
        J = s[:, :, None] * (eye - s[:, None, :])
        (J @ dvalues[:, :, None])[:, :, 0]
        """,
        VJP,
    ),
    Lesson(
        "A list where an array could be",
        "`range(n)` is turned into an array at every call, Python number by "
        "Python number.",
        """
        p = rng.standard_normal((3000, 3))
        targets = rng.integers(3, size=3000)
        n = len(targets)
        """,
        "p[range(n), targets]",
        "p[np.arange(n), targets]",
    ),
    Lesson(
        "Many small arrays",
        "Calling NumPy costs about a microsecond, however few numbers there "
        "are. Joined into one vector, a hundred arrays are one call. The "
        "optimizers do that with all parameters.",
        """
        weights = [rng.standard_normal((8, 8)) for _ in range(100)]
        gradients = [rng.standard_normal((8, 8)) for _ in range(100)]
        w, g = np.concatenate(weights), np.concatenate(gradients)
        """,
        """
        moved = [w - 0.1 * g for w, g in zip(weights, gradients)]
        np.concatenate(moved)
        """,
        "w - 0.1 * g",
    ),
]
