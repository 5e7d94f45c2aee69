"""The page "Speed": what was measured, in words, tables and a plot."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

from bench.clock import ratio
from bench.lessons import LESSONS
from bench.step import LAYERS, TORCH, TRAIN
from nnfs_course import plots

PAGE = Path(__file__).parent.parent / "chapters" / "reference" / "speed.md"
PLOT = PAGE.with_name("speed-growth.png")

SPACE = "\u00a0"  # where no line may end
TEXT = Path(__file__).with_name("speed_page.md").read_text()

LESSON = """\
### {title}

{why}

```python
{start}
```

| way | code | time |
|---|---|---|
| slow | {slow} | {slow_time} |
| fast | {fast} | {fast_time} |

**{factor:.0f} times.**
"""


def write(found: dict) -> None:
    """The page and its plot, from the numbers of a run."""
    PAGE.write_text(text(found))
    _plot(found["growth"])


def text(found: dict) -> str:
    """The page, from the numbers of a run."""
    about = found["machine"]
    others = [
        f", {shown} {about[name]}"
        for name, shown in (
            ("torch", "PyTorch"),
            ("jax", "JAX"),
            ("autograd", "autograd"),
            ("scikit-learn", "scikit-learn"),
        )
        if name in about
    ]
    return TEXT.format(
        **about,
        others="".join(others),
        lessons="\n".join(_lessons(found["lessons"])),
        base=_base(found["steps"]),
        steps=_steps(found["steps"]),
        alt=_alt(found["growth"]),
        pieces="\n".join(_rows(_pieces(found))),
        book="\n".join(_rows(_book(found))),
        repaints=_repaints(found["repaints"]),
        lighthouse=_lighthouse(found["lighthouse"]),
    )


def _lessons(times):
    for lesson, found in zip(LESSONS, times, strict=True):
        yield LESSON.format(
            title=lesson.title,
            why=lesson.why,
            start=dedent(lesson.start).strip(),
            slow=_code(lesson.slow),
            fast=_code(lesson.fast),
            slow_time=_time(found["slow"]["fastest"]),
            fast_time=_time(found["fast"]["fastest"]),
            factor=ratio(found, "slow", "fast"),
        )


def _code(text: str) -> str:
    return "<br>".join(f"`{li}`" for li in dedent(text).strip().splitlines())


def _time(seconds: float) -> str:
    if seconds < 1e-3:
        return f"{1e6 * seconds:.3g}{SPACE}µs"
    if seconds < 1:
        return f"{1e3 * seconds:.3g}{SPACE}ms"
    return f"{seconds:.3g}{SPACE}s"


def _steps(steps: dict) -> str:
    base = _base(steps)
    names = [name for name in next(iter(steps.values())) if name != base]
    lines = [
        "| library | " + " | ".join(steps) + " |",
        "|---" * (len(steps) + 1) + "|",
    ]
    for name in names:
        ratios = [f"{ratio(s, name, base):.2f}" for s in steps.values()]
        lines.append(f"| {name} | " + " | ".join(ratios) + " |")
    times = [_time(s[base]["fastest"]) for s in steps.values()]
    lines.append(f"| ({base}: a step) | " + " | ".join(times) + " |")
    return "\n".join(lines)


def _base(steps: dict) -> str:
    """What the others are compared with."""
    return TORCH if TORCH in next(iter(steps.values())) else LAYERS


def _alt(growth: dict) -> str:
    base = _base(growth)
    last = growth[list(growth)[-1]]
    return (
        "Curves on logarithmic axes: time for one step against the number of "
        f"samples, one for each library. With {list(growth)[-1]} samples the "
        f"course's layers take {_time(last[LAYERS]['fastest'])}; {base}: "
        f"{_time(last[base]['fastest'])}."
    )


def _plot(growth: dict) -> None:
    sizes = [int(n) for n in growth]
    names = list(next(iter(growth.values())))
    plots.curves(
        {
            name: (sizes, [1e3 * g[name]["fastest"] for g in growth.values()])
            for name in names
            if name in (LAYERS, TRAIN, TORCH, "JAX, jax.jit")
        },
        xlabel="samples",
        ylabel="milliseconds a step",
        xscale="log",
        yscale="log",
    )
    plt.savefig(PLOT, dpi=130, bbox_inches="tight", metadata={"Software": None})
    plt.close("all")


def _rows(pairs):
    return (f"| {what} | {result} |" for what, result in pairs)


def _pieces(found):
    softmax, value = found["softmax"], found["value"]
    rivals = ("sum", "vecdot", "einsum", "product with ones")
    best = min(softmax[name]["fastest"] for name in rivals)
    took = softmax["Softmax.backward"]["fastest"]
    share = 1 / ratio(found["dense"], "Dense", "its products alone")
    loop = ratio(softmax, "a Jacobian for each sample", "Softmax.backward")
    yield (
        "`Dense`, forward and backward, 30,000 x 512 x 512",
        f"{share:.0%} of the speed of its three matrix products alone",
    )
    yield (
        "`Softmax.backward`, 3,000 x 3, to the best of four ways by hand",
        f"{took / best:.2f} times as long",
    )
    yield "the same, to a loop with Jacobians", f"{loop:.0f} times faster"
    yield (
        "fused gradient, 300 x 3, to softmax after cross-entropy",
        f"{ratio(found['fused'], 'long way', 'fused'):.1f} times faster",
    )
    yield (
        "one neuron, forward and backward, with `Value`",
        _time(value["Values"]["fastest"]),
    )
    yield (
        "with closures, as in micrograd",
        _time(value["closures"]["fastest"]),
    )
    yield (
        "its trace `compiled`",
        f"{_time(value['compiled trace']['fastest'])}, "
        f"{ratio(value, 'closures', 'compiled trace'):.0f} times faster",
    )


def _book(found):
    imports, there = found["imports"], found["page"]
    once = imports["import nnfs_course"] / imports["import numpy"]
    slower = there["in the page"] / there["native"]
    late = [t for name, t in found["notebooks"].items() if name[:2] >= "06"]
    weights = found["weights"]
    yield "`import nnfs_course`", f"{once:.2f} times `import numpy`"
    yield (
        "a step of training in the page's Python, 300 x 64",
        f"{_time(there['in the page'])}, {slower:.1f} times as long as here",
    )
    yield (
        "all notebooks, each in a new kernel",
        _time(sum(found["notebooks"].values())),
    )
    yield "chapters 6 to 8 of them", _time(sum(late))
    yield "the book built from nothing", _time(found["builds"]["cold"])
    yield "the book built again", _time(found["builds"]["warm"])
    yield "the heaviest page's HTML", f"{max(weights.values()) / 1e3:.0f} kB"


def _repaints(found: dict) -> str:
    lines = ["| figure | median | 95 % | at most |", "|---|---|---|---|"]
    for name, times in found.items():
        shown = [f"{times[k]:.1f}{SPACE}ms" for k in ("median", "high")]
        limit = f"{times['limit']}{SPACE}ms" if times["limit"] else ""
        lines.append(f"| {name} | {shown[0]} | {shown[1]} | {limit} |")
    return "\n".join(lines)


def _lighthouse(found: dict) -> str:
    if not found:
        return "Lighthouse was not at hand for this run."
    kinds = list(next(iter(found.values())))
    lines = ["| page | " + " | ".join(kinds) + " |"]
    lines.append("|---" * (len(kinds) + 1) + "|")
    for page, scores in found.items():
        numbers = " | ".join(str(scores[kind]) for kind in kinds)
        lines.append(f"| {page} | {numbers} |")
    return "\n".join(lines)
