"""The engine of the figures, function by function, against Values in Python.

`make mutants` asks the same of each mutant of its files.
"""

import math

from nnfs_course import Value, trace
from nnfs_course.figures.figure import HERE
from nnfs_course.page.bundle import modules
from nnfs_course.value import sweep, topological_order

FILES = ["primitives.js", "engine.js", "rounding.js", "format.js"]

# Run in a worker: m is what the files define, a the questions.
ASK = """
const ask = (a) => ({
  graphs: a.graphs.map(({ trace, given }) => {
    const x = evaluate(trace, given), root = trace.length - 1;
    const { gradient, sizes } = sweepWithSizes(trace, x, root);
    return {
      x, gradient, sizes, root: x[root], kept: evaluate(trace),
      swept: sweep(trace, x, root), used: madeOf(trace, root),
      slopes: trace.map((_, i) => localDerivatives(trace, x, i)),
      moved: trace.map((_, i) => nudged(trace, x, i, 0.5)),
      terms: trace.map((_, i) => explain(trace, x, gradient, i, root)),
      early: trace.map((_, i) => sweep(trace, x, i)),
      settled: settledValues(trace, x), still: settledGradients(trace, x, root),
    };
  }),
  edges: a.edges.map(({ trace, at }) => at.map((number) =>
    evaluate(trace, { a: number }).concat(
      sweep(trace, evaluate(trace, { a: number }), 1)))),
  formats: a.numbers.map((x) =>
    [format(x), format(x, true), formatMove(x), signOf(x)]),
  sums: a.sums.map(sum),
  noise: a.noise.map((trace) => {
    const x = evaluate(trace);
    return [settledValues(trace, x), settledGradients(trace, x, x.length - 1)];
  }),
});
"""


def graphs():
    """Small graphs with every primitive, names, sums and numbers apart."""
    a, b, c = Value(2.0, "a"), Value(-3.0, "b"), Value(0.5, "c")
    beside = a * c  # nothing that follows is made of it
    s = a * b + c
    s.label = "s"
    chain = (a * b) + (c * a)
    twice = chain + 1
    square = twice * twice
    y = square * s.relu() + (a**3) * (c.log()) + (b * 0.5).exp()
    y.label = "y"
    z = (a * b + c * c) + s
    z.label = "z"
    gate = (a * a + b).relu() * a * a
    power = (a + c) ** -2 * (c + 1) ** 0.5 + a**0 * b
    corner = Value(0.0, "d")
    steep = corner**0.5  # 0 times its slope would be NaN
    return [
        [beside, y],
        [z],
        [gate],
        [power],
        [beside, z * c],
        [a + a],
        [steep, corner * 2],
    ]


def noise():
    """(a graph, its last value as drawn, its first gradients as drawn)."""
    near = Value(1 + 1.5e-14, "a")
    apart = Value(1 + 3.2e-14, "a")
    close = Value(1 + 2.5e-14, "a")
    one, tiny, few = Value(0.1, "a"), Value(1e-17, "a"), Value(1e-20, "f")
    left = one + 0.2 - 0.3
    sloped = few * 1e-20 + (one * 0.1 + one * 0.2 - one * 0.3)
    return [
        (left, 0.0, [1.0]),
        (left * 3, 0.0, [3.0]),
        (near - 1, 0.0, [1.0]),
        (apart - 1, apart.data - 1, [1.0]),
        (close * -2 + 2, 0.0, [-2.0]),
        (close * 4 + -4, 0.0, [4.0]),
        (tiny * 1, 1e-17, [1.0, 1e-17]),
        (sloped, 0.0, [1e-20, 1e-20, 1.0, 0.0]),
    ]


GIVEN = {"a": 1.5, "b": -0.25}
EDGES = [0.0, 1.0, -1.0, 0.5, -0.5, -2.0, math.inf, -math.inf, math.nan, 1e-320]
ONE = {
    "exp": lambda a: a.exp(),
    "log": lambda a: a.log(),
    "relu": lambda a: a.relu(),
    **{
        f"** {n}": lambda a, n=n: a**n
        for n in (0, 1, 2, 3, -1, -2, 0.5, -0.5, 1.5, math.inf)
    },
}
# What is written of a number: plain, with its sign, as a movement; its class.
FORMATS = {
    0.0: ("0.00", "0.00", "0.0000", "zero"),
    3.0: ("3.00", "+3.00", "+3.0000", "positive"),
    -2.346: ("−2.35", "−2.35", "−2.3460", "negative"),
    0.005: ("0.01", "+0.01", "+0.0050", "positive"),
    0.0049: ("4.9e−3", "+4.9e−3", "+0.0049", "positive"),
    -0.00004: ("−4.0e−5", "−4.0e−5", "0.0000", "negative"),
    0.00006: ("6.0e−5", "+6.0e−5", "+0.0001", "positive"),
    99999.0: ("99999.00", "+99999.00", "+99999.0000", "positive"),
    2.5e6: ("2.50e6", "+2.50e6", "+2500000.0000", "positive"),
    -0.5: ("−0.50", "−0.50", "−0.5000", "negative"),
    1e5: ("1.00e5", "+1.00e5", "+100000.0000", "positive"),
    math.nan: ("–", "–", "+NaN", ""),
    math.inf: ("∞", "+∞", "+Infinity", "positive"),
    -math.inf: ("−∞", "−∞", "−Infinity", "negative"),
}
SUMS = {
    (0.1, 0.2, -0.3): 0.0,
    (3e-17,): 3e-17,
    (): 0.0,
    (1.0, -1.0, 1e-13): 1e-13,
    (1.0, -1.0, 1.9e-14): 0.0,
    (1.0, -1.0, -1.9e-14): 0.0,
    (1.0, -1.0, 2.1e-14): 2.1e-14,
    (2.0, -5.0): -3.0,
}


def questions():
    return {
        "graphs": [
            {"trace": trace(*outputs), "given": GIVEN} for outputs in graphs()
        ],
        "edges": [
            {"trace": trace(make(Value(1.0, "a"))), "at": EDGES}
            for make in ONE.values()
        ],
        "numbers": list(FORMATS),
        "sums": [list(terms) for terms in SUMS],
        "noise": [trace(root) for root, *_ in noise()],
    }


def expected():
    """The same in Python, and by other means where there are others."""
    return {
        "graphs": [answers(outputs) for outputs in graphs()],
        "edges": [
            [edge(make, number) for number in EDGES] for make in ONE.values()
        ],
        "formats": [list(words) for words in FORMATS.values()],
        "sums": list(SUMS.values()),
        "noise": [[last, *first] for _, last, first in noise()],
    }


def edge(make, number):
    """Values and gradients; None where Python refuses to compute."""
    try:
        order = topological_order(make(Value(number, "a")))
    except ValueError:
        return None
    gradient = sweep(order, 1.0)
    return [n.data for n in order] + [gradient[n] for n in order]


def answers(outputs):
    before = topological_order(*outputs)
    place = {node: i for i, node in enumerate(before)}
    parents = [[place[p] for p in node.parents] for node in before]
    nodes, local = again(before, parents, GIVEN)
    root = len(nodes) - 1
    sized = backwards(parents, [[abs(s) for s in row] for row in local], root)
    gradient = backwards(parents, local, root)
    return {
        "x": nodes,
        "gradient": gradient,
        "sizes": sized,
        "root": nodes[root],
        "kept": [node.data for node in before],
        "swept": gradient,
        "used": [reaches(parents, i, root) for i in range(root + 1)],
        "slopes": local,
        "moved": [
            again(before, parents, GIVEN, at=i, by=0.5)[0]
            for i in range(root + 1)
        ],
        "terms": [
            terms(before, parents, local, gradient, i) for i in range(root + 1)
        ],
        "early": [backwards(parents, local, i) for i in range(root + 1)],
        "settled": nodes,
        "still": gradient,
    }


def again(before, parents, given, at=None, by=0.0):
    """Values and local derivatives, with leaves given and one number moved."""
    made = []
    for i, node in enumerate(before):
        x = [Value(made[p].data) for p in parents[i]]
        if node.op == "leaf":
            new = Value(given.get(node.label, node.data))
        elif node.op in ("add", "mul"):
            new = x[0] + x[1] if node.op == "add" else x[0] * x[1]
        elif node.op == "pow":
            new = x[0] ** node.exponent
        else:
            new = getattr(x[0], node.op)()
        new.data += by if i == at else 0.0
        made.append(new)
    return [n.data for n in made], [list(n.local_derivatives) for n in made]


def backwards(parents, local, root):
    gradient = [0.0] * len(parents)
    gradient[root] = 1.0
    for i in range(root, -1, -1):
        if not reaches(parents, i, root):
            continue
        for parent, slope in zip(parents[i], local[i], strict=True):
            gradient[parent] += gradient[i] * slope
    return gradient


def reaches(parents, i, root):
    return i == root or any(reaches(parents, i, p) for p in parents[root])


def terms(nodes, parents, local, gradient, node):
    root = len(nodes) - 1
    return [
        {
            "op": nodes[i].op,
            "upstream": gradient[i],
            "local": local[i][k],
            "source": named(nodes, parents, i),
            "factor": nodes[parents[i][1 - k]].label
            if nodes[i].op == "mul"
            else "",
        }
        for i in range(node + 1, len(nodes))
        if reaches(parents, i, root)
        for k, parent in enumerate(parents[i])
        if parent == node
    ]


def named(nodes, parents, i):
    """The label of i, or of the result into which it flows by sums alone."""
    if nodes[i].label:
        return nodes[i].label
    used = [j for j, row in enumerate(parents) for p in row if p == i]
    if len(used) == 1 and nodes[used[0]].op == "add":
        return named(nodes, parents, used[0])
    return ""


def differs(found, right, near=1e-12):
    """Whether an answer is another one; None stands for no number at all."""
    if isinstance(right, dict):
        return not isinstance(found, dict) or any(
            differs(found.get(key), value) for key, value in right.items()
        )
    if isinstance(right, list | tuple):
        return (
            not isinstance(found, list)
            or len(found) != len(right)
            or any(map(differs, found, right))
        )
    if isinstance(right, str | bool):
        return found != right
    if not isinstance(found, int | float) or isinstance(found, bool):
        return True
    if math.isnan(right) or math.isnan(found):
        return math.isnan(right) != math.isnan(found)
    return not math.isclose(found, right, rel_tol=near, abs_tol=1e-300)


def is_wrong(found):
    """Whether one of the answers of a page is not that of Python."""
    right = expected()
    noise_right = right.pop("noise")
    drawn = [
        [x[-1], *g[: len(w) - 1]] if x and g else None
        for (x, g), w in zip(found["noise"], noise_right, strict=True)
    ]
    if differs(drawn, noise_right):
        return True
    edges = zip(found["edges"], right.pop("edges"), strict=True)
    for some, all_right in edges:
        for numbers, known in zip(some, all_right, strict=True):
            if known is None:  # then the page has no number either
                if not math.isnan(numbers[1]):
                    return True
            elif differs(numbers, known):
                return True
    return differs(found, right)


def sources():
    """The text of each file, with what it imports taken out."""
    found = {}
    for file in FILES:
        for path, text in modules(HERE / file).items():
            found[path.name] = text
    return found


def test_the_engine_answers_as_values_do(page):
    text = "\n".join(sources().values()).replace("export ", "")
    found = page.evaluate(
        f"(a) => {{ {text} {ASK} return ask(a); }}", questions()
    )
    right = expected()
    for got, want in zip(found["graphs"], right["graphs"], strict=True):
        for key in want:
            assert not differs(got[key], want[key]), (key, got[key], want[key])
    assert not differs(found["formats"], right["formats"]), found["formats"]
    assert not differs(found["sums"], right["sums"]), found["sums"]
    assert not is_wrong(found)
