"""The plots' style, and their errors. What they look like, a reader judges."""

import matplotlib
import matplotlib.pyplot as plt
import numpy as np
import pytest

from nnfs_course import plots, spiral


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


def test_the_legend_can_stand_above_and_nowhere_else():
    lines = {"a": ([0, 1], [0, 1]), "b": ([0, 1], [1, 0])}
    plots.curves(lines, xlabel="x", ylabel="y", legend="above")
    axes = plt.gcf().axes[0]
    plt.gcf().canvas.draw()
    box = axes.get_legend().get_window_extent()
    assert box.y0 >= axes.get_window_extent().y1
    with pytest.raises(ValueError, match=r"'above'.*got 'below'"):
        plots.curves(lines, xlabel="x", ylabel="y", legend="below")


# --- points by class ---

X, TARGETS = spiral(10, 3, seed=0)


def test_classes_differ_in_colour_and_in_shape():
    plots.classes(X, TARGETS)
    drawn = plt.gcf().axes[0].collections
    assert len({tuple(d.get_facecolor()[0]) for d in drawn}) == 3
    assert len({d.get_paths()[0].vertices.tobytes() for d in drawn}) == 3
    for c, points in enumerate(drawn):
        assert np.array_equal(points.get_offsets(), X[c == TARGETS])
        assert points.get_label() == f"class {c}"


def test_a_small_picture_has_neither_axes_nor_legend():
    plots.classes(X, TARGETS, small=True)
    axes = plt.gcf().axes[0]
    assert axes.get_legend() is None
    assert not axes.axison


def quadrant(points):
    return (points > 0).sum(axis=1)


def test_the_plane_is_tinted_as_predicted():
    plots.classes(X, TARGETS, predict=quadrant)
    axes = plt.gcf().axes[0]
    (image,) = axes.get_images()
    found = np.asarray(image.get_array())
    # Rows go up and columns go to the right, around 0.
    assert found[0, 0] == 0
    assert found[0, -1] == found[-1, 0] == 1
    assert found[-1, -1] == 2
    left, right, bottom, top = image.get_extent()
    assert left < X[:, 0].min() < X[:, 0].max() < right
    assert bottom < X[:, 1].min() < X[:, 1].max() < top
    assert image.get_cmap()(image.norm(2))[:3] == pytest.approx(
        matplotlib.colors.to_rgb(plots.CLASSES[2][0]), abs=1e-9
    )


def test_one_class_everywhere_and_one_point_are_drawn():
    plots.classes(X, TARGETS, predict=lambda p: np.zeros(len(p), int))
    plots.classes([[1.0, 2.0]], [3], predict=lambda p: np.full(len(p), 3))


@pytest.mark.parametrize(
    ("inputs", "targets", "match"),
    [
        (X[:, :1], TARGETS, r"\(N, 2\), but got \(30, 1\)"),
        (X[0], TARGETS, r"got \(2,\)"),
        (X[:0], TARGETS[:0], r"got \(0, 2\)"),
        (X, TARGETS[:3], r"one for each of the 30 points.*\(3,\)"),
        (X, np.eye(3)[TARGETS], r"argmax\(axis=1\)"),
        (X, TARGETS * 1.0, "got float64"),
        (X, TARGETS + 2, "4 classes, 0 to 3, but targets go from 2 to 4"),
        (X, TARGETS - 1, "from -1 to 1"),
    ],
)
def test_points_and_classes_that_cannot_be_drawn(inputs, targets, match):
    with pytest.raises(ValueError, match=match):
        plots.classes(inputs, targets)


# --- pictures and counts ---


def test_each_picture_has_its_title_and_spare_places_stay_empty():
    plots.images(np.eye(3)[None].repeat(5, axis=0), titles="abcde", columns=3)
    axes = plt.gcf().axes
    assert [ax.get_title() for ax in axes] == [*"abcde", ""]
    assert [len(ax.images) for ax in axes] == [1] * 5 + [0]


def test_signed_pictures_have_white_at_0():
    plots.images([[[-3.0, 0.0, 1.0]]], signed=True)
    (image,) = plt.gcf().axes[0].images
    assert image.norm(0.0) == 0.5
    assert image.cmap(0.5)[:3] == pytest.approx((1, 1, 1), abs=0.01)
    plots.images(
        np.zeros((1, 2, 2)), signed=True
    )  # all zeros is a picture, too


def test_what_is_no_picture_is_refused():
    with pytest.raises(ValueError, match=r"\(K, H, W\), but got \(8, 8\)"):
        plots.images(np.zeros((8, 8)))
    with pytest.raises(ValueError, match="2 pictures but 1 titles"):
        plots.images(np.zeros((2, 8, 8)), titles=["one"])


def test_a_gradient_lies_over_its_picture_in_grey():
    gradient = np.array([[4.0, 0.0], [-1.0, 2.0]])
    plots.saliency(np.eye(2), gradient)
    left, right = plt.gcf().axes
    assert [ax.images[0].get_cmap().name for ax in (left, right)] == [
        "Greys"
    ] * 2
    assert right.images[0].get_array().max() < left.images[0].get_array().max()
    plus, minus = right.collections
    assert plus.get_offsets().tolist() == [[0, 0], [1, 1]]  # x, y
    assert minus.get_offsets().tolist() == [[0, 1]]
    assert (plus.get_sizes() / minus.get_sizes()).tolist() == [4, 2]
    for marks, colour in ((plus, plots.POSITIVE), (minus, plots.NEGATIVE)):
        assert (
            matplotlib.colors.to_hex(marks.get_edgecolor()[0]).upper() == colour
        )


def test_a_gradient_of_zeros_has_no_marks_and_one_of_another_shape_is_refused():
    plots.saliency(np.eye(2), np.zeros((2, 2)))
    assert not any(len(c.get_offsets()) for c in plt.gcf().axes[1].collections)
    with pytest.raises(ValueError, match=r"got \(2, 2\) and \(1, 4\)"):
        plots.saliency(np.eye(2), np.zeros((1, 4)))


def test_counts_are_written_where_there_are_some():
    plots.counts([[5, 0], [1, 30]], xlabel="said", ylabel="true")
    (axes,) = plt.gcf().axes
    assert {t.get_position(): t.get_text() for t in axes.texts} == {
        (0, 0): "5",
        (0, 1): "1",
        (1, 1): "30",
    }


@pytest.mark.parametrize("matrix", [[1, 2], [[0.5]], [[-1]]])
def test_what_is_no_table_of_counts_is_refused(matrix):
    with pytest.raises(ValueError, match="whole numbers from 0 up"):
        plots.counts(matrix, xlabel="said", ylabel="true")
