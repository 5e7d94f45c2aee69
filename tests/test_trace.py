"""The trace evaluates and differentiates to what Value itself says."""

import json
import math

import pytest

from nnfs_course import Value, draw, trace

FORWARD = {
    "add": lambda a, b: a + b,
    "mul": lambda a, b: a * b,
    "exp": math.exp,
    "log": math.log,
    "relu": lambda a: max(a, 0.0),
}


def neuron():
    x = [Value(v, f"x{i}") for i, v in enumerate([1, -2, 3])]
    w = [Value(v, f"w{i}") for i, v in enumerate([-3, -1, 2])]
    z = x[0] * w[0] + x[1] * w[1] + x[2] * w[2] + Value(1, "b")
    y = z.relu()
    z.label, y.label = "z", "y"
    return y


def test_the_trace_can_be_evaluated_again_from_its_leaves():
    y = (neuron() / 3 - 1).exp().log() ** 2
    values = []
    for operation in trace(y):
        operands = [values[i] for i in operation["inputs"]]
        if operation["op"] == "leaf":
            values.append(operation["value"])
        elif operation["op"] == "pow":
            values.append(operands[0] ** operation["exponent"])
        else:
            values.append(FORWARD[operation["op"]](*operands))
        assert values[-1] == operation["value"]
    assert values[-1] == y.data


def test_parents_stand_before_children_and_the_trace_is_plain_data():
    operations = trace(neuron())
    assert json.loads(json.dumps(operations)) == operations
    for position, operation in enumerate(operations):
        assert all(i < position for i in operation["inputs"])
    assert [o["label"] for o in operations if o["op"] == "leaf"] == [
        *("x0", "w0", "x1", "w1", "x2", "w2", "b")
    ]


def test_the_trace_is_the_same_every_time():
    assert trace(neuron()) == trace(neuron())


def test_a_fork_stands_in_the_trace_once():
    a = Value(3, "a")
    assert [o["inputs"] for o in trace(a * a)] == [[], [0, 0]]


def test_a_number_in_the_expression_is_labelled_with_itself():
    assert [o["label"] for o in trace(Value(3, "a") * 2.5)] == ["a", "2.5", ""]


def test_draw_shows_each_number_once():
    y = neuron()
    y.backward()
    lines = draw(y).splitlines()
    assert len(lines) == 1 + 14
    (w2,) = [line for line in lines if "w2" in line]
    assert w2.split()[-2:] == ["2.0000", "+3.0000"]


def test_draw_stops_at_max_lines_and_says_so():
    y = Value(1.0)
    for _ in range(20_000):
        y = y * 2
    drawing = draw(y, max_lines=5)
    assert len(drawing.splitlines()) == 1 + 5 + 1
    assert "of 40001 Values" in drawing


def test_draw_shows_60_lines_if_nobody_asks_for_more():
    y = sum((Value(1.0) for _ in range(99)), Value(0.0))
    assert draw(y) == draw(y, max_lines=60)
    assert len(draw(y).splitlines()) == 1 + 60 + 1


@pytest.mark.parametrize("function", [trace, draw])
@pytest.mark.parametrize("bad", [None, 3.0, [Value(1)]])
def test_only_a_value_has_a_trace(function, bad):
    with pytest.raises(ValueError, match=f"got .*{type(bad).__name__}"):
        function(bad)


def test_draw_needs_room():
    with pytest.raises(ValueError, match="max_lines must be a whole number"):
        draw(Value(1), max_lines=0)


def test_draw_needs_a_whole_number_of_lines():
    with pytest.raises(ValueError, match="max_lines must be a whole number"):
        draw(Value(1), max_lines=2.5)


def test_draw_stays_narrow_and_in_columns_whatever_the_size():
    x = Value(1e300, "x")
    y = x * -2.0 + 1e-7
    y.backward(1e120)
    lines = draw(y).splitlines()
    assert max(map(len, lines)) < 50
    assert len({len(line) for line in lines}) == 1  # all end in one column
    assert lines[1].split()[-2:] == ["-2.000e+300", "+1.000e+120"]
    assert "1.000e-07" in lines[-1]


@pytest.mark.parametrize("number", [math.inf, -math.inf, math.nan])
def test_draw_shows_what_is_no_ordinary_number(number):
    assert f" {number} " in draw(Value(number, "x"))


DRAWN = """\
                        value   gradient
add                   -5.9999    +1.0000
├─ mul                -2.9999    +1.0000
│  ├─ add             -3.0001    +0.9999
│  │  ├─ s = mul   -6.000e-05    -1.9999
│  │  │  ├─ a         -3.0000    +1.9999
│  │  │  └─ b       2.000e-05    +5.9998
│  │  └─ a         (drawn above)
│  └─ exp              0.9999    -3.0001
│     └─ s = mul   (drawn above)
└─ a               (drawn above)"""


def test_a_drawing_to_the_letter():
    a, b = Value(-3, "a"), Value(2e-5, "b")
    s = a * b
    s.label = "s"
    y = (s + a) * s.exp() + a
    y.backward()
    assert draw(y) == DRAWN
    alone = "          value   gradient\nleaf     1.0000    +0.0000"
    assert draw(Value(1.0)) == alone
