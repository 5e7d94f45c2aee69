"""The plots' style, and their errors. What they look like, a reader judges."""

import matplotlib
import matplotlib.pyplot as plt
import pytest

from nnfs_course import plots


@pytest.fixture(autouse=True)
def no_window(monkeypatch):
    matplotlib.use("Agg")
    monkeypatch.setattr(plt, "show", lambda: None)
    yield
    plt.close("all")


def test_lines_differ_in_colour_and_in_dashes():
    lines = {name: ([0, 1], [0, k]) for k, name in enumerate("abcd")}
    plots.curves(lines, xlabel="x", ylabel="y", points={"here": (0, 0)})
    drawn = plt.gcf().axes[0].get_lines()[:4]
    assert len({line.get_color() for line in drawn}) == 4
    assert len({line.get_linestyle() for line in drawn}) == 4


def test_the_reader_s_own_style_stays_as_it_was():
    before = dict(plt.rcParams)
    plots.curves({"a": ([0, 1], [0, 1])}, xlabel="x", ylabel="y")
    assert dict(plt.rcParams) == before


def test_no_lines_and_uneven_lines_are_refused():
    with pytest.raises(ValueError, match="at least one line"):
        plots.curves({}, xlabel="x", ylabel="y")
    with pytest.raises(ValueError, match="'a' has 2 x but 1 y"):
        plots.curves({"a": ([0, 1], [0])}, xlabel="x", ylabel="y")
