"""What runs cells inside a page, run here: it is ordinary Python."""

import importlib.util
import sys

import numpy as np
import pytest

from tests.conftest import ROOT

# At the end: the stand-ins for IPython and scikit-learn must not win here.
sys.path.append(str(ROOT / "book" / "python" / "worker"))

from in_page import cells, groups, limits, outputs


@pytest.fixture
def run(monkeypatch):
    """Run cells; returns (ok, line, messages) of each."""
    sent = []
    monkeypatch.setattr(outputs, "to_page", sent.append)
    monkeypatch.setitem(sys.modules, "__main__", cells.MAIN)
    before = dict(cells.NAMES)
    cells.NAMES["display"] = outputs.display

    def run_cell(source, cell="3"):
        sent.clear()
        monkeypatch.setattr(sys, "stdout", outputs.STDOUT)
        monkeypatch.setattr(sys, "stderr", outputs.STDERR)
        done = cells.run(source, cell)
        return done["ok"], done["line"], list(sent)

    yield run_cell
    cells.NAMES.clear()
    cells.NAMES.update(before)


def texts(messages):
    return [m["text"] for m in messages if m["type"] == "stream"]


def plain(messages):
    return [m["data"]["text/plain"] for m in messages if m["type"] == "show"]


def test_the_last_value_is_shown(run):
    assert plain(run("x = 2\nx + 1")[2]) == ["3"]
    assert plain(run("_ * 2")[2]) == ["6"]
    assert run("x;")[2] == run("None")[2] == run("")[2] == []
    assert plain(run("display(x, 'a')\nx")[2]) == ["2", "'a'", "2"]


def test_what_is_printed_and_what_is_shown_keep_their_order(run):
    ok, _, sent = run("print(1)\ndisplay(2)\nprint(3)")
    assert ok
    kinds = [m["type"] for m in sent]
    first, last = kinds.index("show"), len(kinds) - 1 - kinds.index("show")
    assert "".join(texts(sent[:first])) == "1\n"
    assert "".join(texts(sent[-last:])) == "3\n"


def test_too_much_output_is_cut_once(run, monkeypatch):
    monkeypatch.setattr(outputs, "LIMIT", 50)
    ok, _, sent = run("for i in range(1000): print(i)")
    assert ok
    assert len("".join(texts(sent))) == 50
    assert [m["type"] for m in sent].count("note") == 1
    assert "".join(texts(run("print('again')")[2])) == "again\n"


def test_many_small_writes_are_few_messages(run):
    _, _, sent = run("for i in range(5000): print(i)")
    assert len(sent) < 300
    whole = "".join(texts(sent))
    assert whole == "".join(f"{i}\n" for i in range(5000))


@pytest.mark.parametrize(
    ("source", "line", "says"),
    [
        ("1 / 0", 1, "ZeroDivisionError"),
        ("def f():\n    1 / 0\n\nf()", 2, "Cell 3, line 2, in f"),
        ("x = (", 1, "was never closed"),
        ("raise SystemExit(2)", 1, "SystemExit: 2"),
        ("import numpy as np\nnp.ones((2, 3)) @ np.ones((2, 3))", 2, "matmul"),
    ],
)
def test_an_error_names_the_line(run, source, line, says):
    ok, at, sent = run(source)
    assert not ok
    assert at == line
    assert says in sent[-1]["text"]
    assert "in_page" not in sent[-1]["text"]


def test_a_function_of_another_cell_is_marked_there(run):
    run("def f():\n    return 1 / 0", cell="1")
    _, line, sent = run("\nf()", cell="2")
    assert line == 2
    assert "Cell 1, line 2, in f\n" in sent[-1]["text"]
    assert "--->   2     return 1 / 0" in sent[-1]["text"]


def test_a_long_way_to_an_error_is_shortened(run):
    _, _, sent = run("def f():\n    return f()\n\nf()")
    assert "more steps" in sent[-1]["text"]
    assert len(sent[-1]["text"]) < 1000


def test_a_name_that_hides_a_built_in_one_is_told(run):
    run("list = 3")
    _, _, sent = run("list('ab')")
    assert "`del list`" in sent[-1]["advice"]


def test_what_a_cell_replaced_is_put_back(run, monkeypatch):
    monkeypatch.setattr(limits, "_kept", {"numpy": dict(vars(np))})
    right = np.where
    ok, _, sent = run("import numpy\nnumpy.where = None\ndel numpy.ones")
    assert ok
    assert np.where is right
    assert np.ones(1) == 1
    assert "numpy.where" in sent[-1]["text"]
    assert "numpy.ones" in sent[-1]["text"]


def test_rich_output_is_taken_as_a_notebook_takes_it():
    class Rich:
        def _repr_html_(self):
            return "<b>b</b>"

        def _repr_png_(self):
            return b"\x89PNG"

        def __repr__(self):
            return "b"

    assert outputs.mimebundle(Rich()) == {
        "text/html": "<b>b</b>",
        "image/png": "iVBORw==",
        "text/plain": "b",
    }
    assert outputs.mimebundle(Rich)["text/plain"].startswith("<class")


def test_long_containers_take_several_lines():
    text = outputs.as_text({i: "x" * 30 for i in range(9)})
    assert max(map(len, text.split("\n"))) < 80


def test_an_attempt_that_is_right_counts():
    from nnfs_course.exercises import check
    from nnfs_course.exercises.catalogue import ALL

    name = next(iter(ALL))
    right = check(name, ALL[name].reference)
    found = outputs._verdict(right)
    assert found == {
        "exercise": name,
        "outcome": "right",
        "mistake": None,
        "counts": True,
    }
    assert outputs._verdict(3) is None


@pytest.mark.parametrize("error", [OSError, RuntimeError])
def test_libraries_can_do_without_what_is_refused(error):
    with pytest.raises(error, match="no network"):
        limits._refuse(limits.NETWORK)("an address")


# --- what is loaded when ---

MODULES = {
    "matplotlib": "matplotlib",
    "p.inside.plots": "matplotlib",
    "p.r": "w",
}


@pytest.fixture
def nothing_loaded(monkeypatch):
    monkeypatch.setattr(groups, "GROUPS", MODULES)
    monkeypatch.setattr(groups, "LOADED", set())
    monkeypatch.setattr(groups, "PUT_OFF", {})


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("from p import plots", []),
        ("from p import plots\nplots.curves()", ["matplotlib"]),
        ("from p import plots as q\nq.curves()", ["matplotlib"]),
        ("from p.inside.plots import curves\ncurves", ["matplotlib"]),
        ("from p.r import quiz", []),
        ("from p.r import quiz\nquiz(1)", ["w"]),
        ("import matplotlib.pyplot as plt", ["matplotlib"]),
        ("def f():\n    from p.r import x", ["w"]),
        ("from p.r import x\nx\nimport matplotlib", ["matplotlib", "w"]),
        ("plots.curves()", []),  # whatever plots is here
        ("this is no Python", []),
    ],
)
def test_the_text_of_a_cell_tells_what_it_needs(
    nothing_loaded, source, expected
):
    assert groups.needed(source) == expected


def test_an_import_waits_until_its_name_is_used(run, nothing_loaded):
    groups.GROUPS = {"fractions": "g"}
    code = "from fractions import Fraction as F\nfrom math import pi\npi"
    assert groups.needed(code) == []
    assert plain(run(code)[2]) == ["3.141592653589793"]
    assert "F" not in cells.NAMES
    later = "def half():\n    return F(1, 2)\n\n\nhalf()"
    assert groups.needed(later) == ["g"]
    assert plain(run(later)[2]) == ["Fraction(1, 2)"]
    assert groups.needed("F(1, 3)") == []


# --- the stand-in for scikit-learn ---


@pytest.mark.parametrize("share", [0.2, 0.1, 0.33, 0.5, 0.013])
@pytest.mark.parametrize("seed", [0, 8, 2**32 - 1])
def test_the_digits_are_split_as_scikit_learn_splits_them(seed, share):
    from sklearn.datasets import load_digits
    from sklearn.model_selection import train_test_split

    path = ROOT / "book/python/worker/sklearn/model_selection.py"
    spec = importlib.util.spec_from_file_location("stand_in", path)
    stand_in = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(stand_in)
    images, digits = load_digits(return_X_y=True)
    how = {"test_size": share, "random_state": seed, "stratify": digits}
    ours = stand_in.train_test_split(images, digits, **how)
    theirs = train_test_split(images, digits, **how)
    for a, b in zip(ours, theirs, strict=True):
        assert np.array_equal(a, b)
