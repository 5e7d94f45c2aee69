"""Mutants of the package that no test notices, each with the reason.

`make mutants` finds them and writes them into result.json.
"""

from __future__ import annotations

from tests.mutants.survivors_of_checker import OF_CHECKER

FIRST_IS_A_LEAF = "place 0 holds a leaf: no operands, no slopes, so no work"
NOTHING_THERE = "no place -1, so nothing is read and nothing is added"
ONE_TOO_FAR = "behind the last place stands undefined, which is no operand"
EARLIER = "what stands at or before a number is not made of it"
LARGER = "the larger of the same two; NaN passes either way"
ONLY_SPEED = "the same numbers, laid out otherwise: a matter of speed"
BY_IDENTITY = "a Value is equal to itself alone, so == asks what `is` asks"
SYMMETRIC = "the same products or comparisons, of the same two"
PRINTS_ALIKE = "in a sentence both are written in the same way"
ANY_ORDER = "the order in which they are done makes no difference"
AT_IMPORT = (
    "done when the file is read, before a mutant comes in: not tried by it"
)
# Survivors that nobody has judged yet, all of them of the checker. This number
# may only fall.
OPEN = 40
JS = "nnfs_course/figures/js/"

# file -> {the mutant: why no test needs to tell it}
SURVIVORS: dict[str, dict[str, str]] = {
    "nnfs_course/relu.py": {
        "ReLU.outputs_from: np.maximum(used.inputs, 0) -> "
        "np.maximum(0, used.inputs)": LARGER,
    },
    "nnfs_course/cross_entropy.py": {
        "CategoricalCrossEntropy.loss_from: np.maximum(p, tiny) -> "
        "np.maximum(tiny, p)": LARGER,
    },
    "nnfs_course/layer.py": {
        "Layer.__init_subclass__: setattr(cls, f'd{name}', None) -> pass": (
            AT_IMPORT
        ),
        "Layer.forward: by_columns(inputs) if self.sums_rows else inputs -> "
        "by_columns(inputs)": ONLY_SPEED,
    },
    "nnfs_course/softmax.py": {
        "Softmax.dinputs_from: np.einsum('nc,nc->n', dvalues, used.outputs) "
        "-> np.einsum('nc,nc->n', used.outputs, dvalues)": SYMMETRIC,
    },
    "nnfs_course/softmax_cross_entropy.py": {
        "SoftmaxCrossEntropy.loss_from: (:, 0) -> (:, -1)": (
            "the sums are one column, the first and the last"
        ),
    },
    "nnfs_course/loss.py": {
        "Loss.forward: by_columns(DOORS[self.takes](self.takes, inputs)) -> "
        "DOORS[self.takes](self.takes, inputs)": ONLY_SPEED,
    },
    "nnfs_course/checks/shapes.py": {
        "as_batch: columns is not None and array.shape[1] != columns -> "
        "columns != None and array.shape[1] != columns": (
            "columns is None or a whole number, never an array"
        ),
        "as_probabilities: int(np.abs(sums - 1).argmax()) -> "
        "np.abs(sums - 1).argmax()": PRINTS_ALIKE,
    },
    "nnfs_course/checks/used.py": {
        "Used.__eq__: (np.array_equal(array, getattr(other, name)) for name, "
        "array in vars(self).items()) -> (np.array_equal(getattr(other, name), "
        "array) for name, array in vars(self).items())": SYMMETRIC,
    },
    "nnfs_course/gradient_check.py": {
        "_noise: array * numeric[name] -> array * -numeric[name]": (
            "its absolute value is taken in the same line"
        ),
    },
    "nnfs_course/value.py": {
        "Value.__rtruediv__: other if other is NotImplemented else other * "
        "self ** (-1) -> other if other == NotImplemented else other * "
        "self ** (-1)": BY_IDENTITY,
        "Value.__mul__: other is NotImplemented -> other == NotImplemented": (
            BY_IDENTITY
        ),
        "Value.__sub__: other if other is NotImplemented else self + -other "
        "-> other if other == NotImplemented else self + -other": BY_IDENTITY,
    },
    "nnfs_course/trace.py": {
        "draw: {max(8, values)} -> {max(values, 8)}": "the larger of the same",
    },
    "nnfs_course/graph.py": {
        "Node.__init__: label if type(label) is str else text_of(label) -> "
        "label if False else text_of(label)": (
            "text_of gives a text back as it is"
        ),
        **{
            "file: ('data', 'exponent', 'grad', 'label', 'local_derivatives', "
            f"'op') -> {other}": ANY_ORDER
            for other in (
                "('data', 'local_derivatives', 'grad', 'label', 'exponent', "
                "'op')",
                "('data', 'exponent', 'op', 'label', 'local_derivatives', "
                "'grad')",
            )
        },
    },
    "nnfs_course/numeric_gradient.py": {
        "finite_differences: 1e-06 -> 2e-06": (
            "another good h; chapter 7 shows how wide the valley is"
        ),
        **{
            "_one_number: isinstance(result, np.ndarray) and result.ndim == 0 "
            f"-> isinstance(result, np.ndarray){rest}": (
                "an array of any other shape stays one, and is refused below"
            )
            for rest in ("", " and result.ndim >= 0")
        },
    },
    "nnfs_course/history.py": {
        "file: accuracy: list = field(default_factory=list) -> pass": AT_IMPORT,
        "file: stopped: str | None = None -> pass": AT_IMPORT,
        **{
            "History.keep_whole_epochs: (self.loss, self.accuracy, self.rate, "
            f"*norms) -> {other}": ANY_ORDER
            for other in (
                "(*norms, self.accuracy, self.rate, self.loss)",
                "(self.loss, *norms, self.rate, self.accuracy)",
                "(self.loss, self.accuracy, *norms, self.rate)",
            )
        },
    },
    **OF_CHECKER,
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
