"""What could stand in the place of one piece of code."""

from __future__ import annotations

import ast
import copy
import itertools
from collections.abc import Iterator

# Never negative by what they mean, so taking abs of them changes nothing.
NEVER_NEGATIVE = """
    p probabilities s image targets y predictions t n_classes classes steps
    epochs rows sums size sizes v_hat gate mask matrix step rate learning_rate
    decay momentum beta_1 beta_2 epsilon h
""".split()  # noqa: SIM905
ARITHMETIC = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Pow, ast.MatMult)
COMMUTE = (ast.Add, ast.Mult)
ORDER = (ast.Gt, ast.GtE, ast.Lt, ast.LtE, ast.Eq, ast.NotEq)
EXCHANGED = (
    ("min", "max"),
    ("argmin", "argmax"),
    ("minimum", "maximum"),
    ("sum", "mean"),
    ("any", "all"),
    ("exp", "log"),
    ("zeros", "ones"),
    ("zeros_like", "ones_like"),
    ("real", "imag"),
    ("sin", "cos"),
)
SWAP = {a: b for pair in EXCHANGED for a, b in (pair, pair[::-1])}
COUNTERS = {"range", "arange"}
# Of their arguments they see the shape only.
OF_SHAPE = {"len", "zeros_like", "ones_like", "empty_like", "enumerate"}


def alternatives(
    node: ast.AST, owner: ast.AST, names: list[str]
) -> Iterator[ast.AST]:
    """Nodes that could stand where this one does."""
    of_its_kind = KINDS.get(type(node))
    if of_its_kind:
        yield from of_its_kind(node, owner, names)
    if isinstance(node, ast.stmt) and not is_docstring(node):
        yield ast.Pass()


def is_docstring(node: ast.stmt) -> bool:
    text = getattr(getattr(node, "value", None), "value", None)
    return isinstance(node, ast.Expr) and isinstance(text, str)


def with_(node: ast.AST, **fields) -> ast.AST:
    """A copy with other fields."""
    new = copy.copy(node)
    for field, value in fields.items():
        setattr(new, field, value)
    return new


def pairs_exchanged(items: list) -> Iterator[list]:
    for i, j in itertools.combinations(range(len(items)), 2):
        new = list(items)
        new[i], new[j] = new[j], new[i]
        yield new


def one_less(items: list) -> Iterator[list]:
    for k in range(len(items)):
        yield items[:k] + items[k + 1 :]


def transposed(node):
    return ast.Attribute(node, "T", ast.Load())


def moved(node):
    for op in (ast.Add(), ast.Sub()):
        yield ast.BinOp(node, op, ast.Constant(1))


def binary(node, owner, names):
    for op in ARITHMETIC:
        if not isinstance(node.op, op):
            yield with_(node, op=op())
    if not isinstance(node.op, COMMUTE):
        yield with_(node, left=node.right, right=node.left)
    if isinstance(node.op, ast.MatMult):
        yield with_(node, left=transposed(node.left))
        yield with_(node, right=transposed(node.right))
    yield node.left
    yield node.right


def unary(node, owner, names):
    yield node.operand


def compare(node, owner, names):
    for op in ORDER:
        if not isinstance(node.ops[0], op):
            yield with_(node, ops=[op(), *node.ops[1:]])
    yield from (ast.Constant(True), ast.Constant(False))


def boolean(node, owner, names):
    other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    yield with_(node, op=other)
    for fewer in one_less(node.values):
        yield with_(node, values=fewer) if len(fewer) > 1 else fewer[0]


def constant(node, owner, names):
    value = node.value
    if isinstance(value, bool):
        if getattr(owner, "arg", "") != "strict":
            yield ast.Constant(not value)
    elif isinstance(value, int | float):
        for new in (value + 1, value - 1, 2 * value):
            if new < 0:  # so that it prints as it is written
                yield ast.UnaryOp(ast.USub(), ast.Constant(-new))
            else:
                yield ast.Constant(new)


def name(node, owner, names):
    if not isinstance(node.ctx, ast.Load) or node.id not in names:
        return
    for other in names:
        if other != node.id:
            yield ast.Name(other, ast.Load())
    if called(owner) in COUNTERS or getattr(owner, "slice", None) is node:
        yield from moved(node)
    elif isinstance(owner, ast.Attribute | ast.Subscript):
        pass  # a sign here would be the sign of the whole
    elif called(owner) not in OF_SHAPE:
        yield ast.UnaryOp(ast.USub(), node)
        if node.id not in NEVER_NEGATIVE:
            yield ast.Call(ast.Name("abs", ast.Load()), [node], [])


def called(node) -> str:
    """The name of what is called, without the module."""
    function = getattr(node, "func", None)
    return getattr(function, "id", getattr(function, "attr", ""))


def call(node, owner, names):
    for new in pairs_exchanged(node.args):
        yield with_(node, args=new)
    for keyword in node.keywords:
        if keyword.arg != "strict":
            rest = [k for k in node.keywords if k is not keyword]
            yield with_(node, keywords=rest)
    function = node.func
    if isinstance(function, ast.Attribute):
        if function.attr in SWAP:
            other = with_(function, attr=SWAP[function.attr])
            yield with_(node, func=other)
        if getattr(function.value, "id", "") != "np":
            yield function.value
    elif called(node) in SWAP:
        yield with_(node, func=ast.Name(SWAP[called(node)], ast.Load()))
    yield from (a for a in node.args if not isinstance(a, ast.Starred))


def attribute(node, owner, names):
    if isinstance(node.ctx, ast.Load) and not isinstance(owner, ast.Call):
        yield node.value


def subscript(node, owner, names):
    if isinstance(node.ctx, ast.Load):
        yield node.value
        yield ast.UnaryOp(ast.USub(), node)


def slice_(node, owner, names):
    one = ast.Constant(1)
    if node.lower is None:
        yield with_(node, lower=one)
    else:
        yield with_(node, lower=None)
    if node.upper is None:
        yield with_(node, upper=ast.UnaryOp(ast.USub(), one))
    else:
        yield with_(node, upper=None)
    if node.step is not None:
        yield with_(node, step=None)


def tuple_(node, owner, names):
    if isinstance(node.ctx, ast.Load):
        for new in pairs_exchanged(node.elts):
            yield with_(node, elts=new)


def choice(node, owner, names):
    """`a if test else b`."""
    yield with_(node, body=node.orelse, orelse=node.body)
    yield from (node.body, node.orelse)


def branch(node, owner, names):
    for always in (True, False):
        yield with_(node, test=ast.Constant(always))


def added(node, owner, names):
    """`a += b`."""
    yield ast.Assign([node.target], node.value, lineno=node.lineno)
    for op in ARITHMETIC:
        if not isinstance(node.op, op):
            yield with_(node, op=op())


KINDS = {
    ast.BinOp: binary,
    ast.UnaryOp: unary,
    ast.Compare: compare,
    ast.BoolOp: boolean,
    ast.Constant: constant,
    ast.Name: name,
    ast.Call: call,
    ast.Attribute: attribute,
    ast.Subscript: subscript,
    ast.Slice: slice_,
    ast.Tuple: tuple_,
    ast.IfExp: choice,
    ast.If: branch,
    ast.AugAssign: added,
}
