"""Attempts at the exercises of chapter 1."""

import numpy as np

RIGHT = {
    "nudge": [lambda f, x, h: f(x + h) / h - f(x) / h],
    "neuron-relu": [
        lambda z, upstream: upstream * (z > 0),
        lambda z, upstream: 0 if z <= 0 else upstream,
    ],
    "neuron-products": [
        lambda x, w, d: (
            [d[0] * w[0], d[1] * w[1], d[2] * w[2]],
            np.array(d) * np.array(x),
        )
    ],
    "fork": [lambda a, c, upstream: upstream * c + 2 * a * upstream],
    "step": [lambda w, g, rate: np.array(w) - rate * np.array(g)],
}

RARELY_WRONG = [
    ("nudge", lambda f, x, h: abs(f(x + h) - f(x)) / h),
    ("neuron-relu", lambda z, upstream: upstream if z > 1 else 0.0),
    (
        "neuron-backward",
        lambda x, w, b, upstream: (
            [upstream * v * (b > 0) for v in w],
            [upstream * v * (b > 0) for v in x],
            upstream * (b > 0),
        ),
    ),
]

NAMELESS = [
    # no gate, and the upstream gradient forgotten
    ("neuron-backward", lambda x, w, b, upstream: (w, x, 0.7), "dx["),
]

NO_SIZE = [("step", lambda w, gradient, rate: [3 * n for n in w])]
