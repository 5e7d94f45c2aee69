"""show_source shows what is really there."""

import inspect

import IPython.display
import pytest

from nnfs_course import ReLU, Value, show_source


@pytest.fixture
def shown(monkeypatch):
    outputs = []
    monkeypatch.setattr(IPython.display, "display", outputs.append)
    return outputs


def test_the_source_of_a_method_stands_at_the_left_margin(shown):
    show_source(Value.relu)
    (output,) = shown
    assert output.data.startswith("```python\ndef relu(self)")
    for line in inspect.getsource(Value.relu).splitlines():
        assert line.strip() in output.data


def test_a_class_is_shown_whole_without_its_docstrings(shown):
    show_source(Value)
    assert "def __mul__" in shown[0].data
    assert "def backward" in shown[0].data
    assert '"""' not in shown[0].data
    assert "# --- the six primitives" in shown[0].data


def test_the_code_of_a_class_is_its_code(shown):
    show_source(ReLU)
    assert shown[0].data == (
        "```python\n"
        "class ReLU(Layer):\n"
        "    def outputs_from(self, used):\n"
        "        return np.maximum(used.inputs, 0)\n"
        "\n"
        "    def dinputs_from(self, dvalues, used):\n"
        "        dinputs = dvalues * (used.inputs > 0)  # times 1 or 0\n"
        "        dinputs += 0  # -0.0 becomes 0.0\n"
        "        return dinputs\n"
        "```"
    )


@pytest.mark.parametrize("thing", [3, Value(1), len, "Value", None, inspect])
def test_what_has_no_source_is_refused(thing, shown):
    with pytest.raises(ValueError, match="show_source needs"):
        show_source(thing)
    assert shown == []
