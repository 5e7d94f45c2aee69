"""Mutants of the package that no test notices, each with the reason.

`make mutants` finds them and writes them into result.json.
"""

from __future__ import annotations

FIRST_IS_A_LEAF = "place 0 holds a leaf: no operands, no slopes, so no work"
NOTHING_THERE = "no place -1, so nothing is read and nothing is added"
ONE_TOO_FAR = "behind the last place stands undefined, which is no operand"
EARLIER = "what stands at or before a number is not made of it"
JS = "nnfs_course/figures/js/"

# file -> {the mutant: why no test needs to tell it}
SURVIVORS: dict[str, dict[str, str]] = {
    JS + "engine.js": {
        **{
            f"for (let i = root; i >= 0; i--) {{ -> "
            f"for (let i = root; {end}; i--) {{{again}": reason
            for end, reason in (
                ("i > 0", FIRST_IS_A_LEAF),
                ("i >= (0 + 1)", FIRST_IS_A_LEAF),
                ("i >= (0 - 1)", NOTHING_THERE),
            )
            for again in ("", " (2)")
        },
        **{
            f"for (let k = 0; k < {of}.length; k++) {{ -> "
            f"for (let k = {start}; k {to} {of}.length; k++) {{": reason
            for of in ("slopes", "inputs")
            for start, to, reason in (
                ("(0 - 1)", "<", NOTHING_THERE),
                ("0", "<=", ONE_TOO_FAR),
            )
        },
        **{
            f"for (let i = node + 1; i < trace.length; i++) {{ -> "
            f"for (let i = {rest}; i++) {{ (2)": reason
            for rest, reason in (
                ("node - 1; i < trace.length", EARLIER),
                ("node * 1; i < trace.length", EARLIER),
                ("node + (1 - 1); i < trace.length", EARLIER),
                ("node + 1; i <= trace.length", ONE_TOO_FAR),
            )
        },
    },
    JS + "primitives.js": {
        "const hasPower = (a, n) => (a === 0 ? !(n < 0) : !(a < 0) || "
        "Number.isInteger(n)); -> const hasPower = (a, n) => (a === 0 ? "
        "!(n < 0) : !(a <= 0) || Number.isInteger(n));": (
            "0 has been dealt with before"
        ),
        "value: (a) => (a <= 0 ? NaN : Math.log(a)), -> "
        "value: (a) => (a === 0 ? NaN : Math.log(a)),": (
            "Math.log gives NaN for a negative number, too"
        ),
        "value: (a) => (a <= 0 ? 0 : a), -> value: (a) => (a < 0 ? 0 : a),": (
            "0 either way; -0 is written like 0, and has no power below 0"
        ),
    },
    JS + "rounding.js": {
        "const settle = (value, size) => (Math.abs(value) < NOISE * size ? 0 "
        ": value); -> const settle = (value, size) => (Math.abs(value) <= "
        "NOISE * size ? 0 : value);": (
            "the limit is a rough one; a number exactly there may be either"
        ),
    },
    JS + "format.js": {
        'const sign = value < 0 ? "−" : "+"; -> '
        'const sign = value <= 0 ? "−" : "+";': "0 is written without its sign",
    },
}
