"""show_source shows what is really there."""

import inspect

import IPython.display
import pytest

from nnfs_course import Value, show_source


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


def test_a_class_is_shown_whole(shown):
    show_source(Value)
    assert "def __mul__" in shown[0].data
    assert "def backward" in shown[0].data


@pytest.mark.parametrize("thing", [3, Value(1), len, "Value", None, inspect])
def test_what_has_no_source_is_refused(thing, shown):
    with pytest.raises(ValueError, match="show_source needs"):
        show_source(thing)
    assert shown == []
