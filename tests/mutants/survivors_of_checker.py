"""Mutants of the checker that no test notices, each with the reason."""

from __future__ import annotations

ANY_ORDER = "any of these errors is caught, in whatever order they stand"
AS_FALSE = 'None is asked only whether it is true, as "" is'
CLOCK = "any time is long enough to see whether the alarm is set"
NONE = "what is compared with None here has no == of its own"
ONLY_01 = "the mask has been found to hold nothing but 0 and 1"
RINGS = "the alarm rings again and again, so neither number is 0"
ROUGH = "the limit of equality is a rough one, and may be of either number"
SAME = "a member of an Enum is equal to itself alone"
SHAPE = "a sign changes no shape"
SIX = "(6, 2), too, has more samples than classes"
SORTS = 'whatever else may be missing stands behind "..." in any order'
FOLDER = "nnfs_course/exercises/"

# file -> {the mutant: why no test needs to tell it}
OF_CHECKER: dict[str, dict[str, str]] = {
    FOLDER + "agree.py": {
        "close: np.allclose(a, b, rtol=digits, atol=digits / 10, "
        "equal_nan=True) -> np.allclose(b, a, rtol=digits, atol=digits / "
        "10, equal_nan=True)": ROUGH,
    },
    FOLDER + "calling.py": {
        "complaint: parameters is None or _has_all(parameters, wanted) -> "
        "parameters == None or _has_all(parameters, wanted)": NONE,
        "complaint: return '' -> pass": AS_FALSE,
    },
    FOLDER + "cases.py": {
        "file: (4, 3) -> (3, 3)": SIX,
    },
    FOLDER + "diagnosis.py": {
        "_judged: outcome is Outcome.WRONG_NUMBERS -> outcome == "
        "Outcome.WRONG_NUMBERS": SAME,
    },
    FOLDER + "guard.py": {
        "has_clock: signal.getitimer(signal.ITIMER_REAL)[0] -> "
        "signal.getitimer(signal.ITIMER_REAL)[-1]": RINGS,
        "has_clock: within(60, lambda: "
        "signal.getitimer(signal.ITIMER_REAL)[0] > 0) -> within(59, "
        "lambda: signal.getitimer(signal.ITIMER_REAL)[0] > 0)": CLOCK,
        "within: earlier is None -> earlier == None": NONE,
    },
    FOLDER + "ignored.py": {
        "about_ignored: (TimeUp, KeyboardInterrupt) -> (KeyboardInterrupt, "
        "TimeUp)": ANY_ORDER,
    },
    FOLDER + "mishaps.py": {
        "about_missing: what == '...' -> what <= '...'": SORTS,
    },
    FOLDER + "patterns.py": {
        "about_mask: truth[mask == 0] -> truth[mask <= 0]": ONLY_01,
        "all_close: zip(some, others, strict=True) -> zip(others, some, "
        "strict=True)": ROUGH,
    },
    FOLDER + "run.py": {
        "_line_of: step is not None -> step == None": NONE,
        "run: (_nearly(arguments[k], given[k]) for k in changed) -> "
        "(_nearly(given[k], arguments[k]) for k in changed)": ROUGH,
    },
    FOLDER + "sizes.py": {
        "about_sizes: (Exception, guard.TimeUp, KeyboardInterrupt) -> "
        "(Exception, KeyboardInterrupt, guard.TimeUp)": ANY_ORDER,
    },
    FOLDER + "unnamed.py": {
        "_largest_error: errors[worst].shape -> (-errors[worst]).shape": SHAPE,
    },
}
