"""The exercises as they stand in the chapters: stub, hints, solution."""

import ast
import inspect
import re

import pytest
from notebook_cells import hints_cell

from nnfs_course.exercises import catalogue, check, exercises, hint
from nnfs_course.exercises.catalogue import ALL
from nnfs_course.exercises.feedback import Outcome
from tests.chapters import rules
from tests.conftest import CHAPTERS, read_notebook

CALL = re.compile(r'^check\("([\w-]+)", (\w+)(, count=False)?\)$', re.MULTILINE)


def cells():
    """Every cell that checks an exercise: (chapter, index, cells, match)."""
    for path in CHAPTERS:
        if path.stem[0].isdigit():
            all_cells = read_notebook(path).cells
            for k, cell in enumerate(all_cells):
                if cell.cell_type == "code" and (
                    found := CALL.search(cell.source)
                ):
                    yield int(path.stem[:2]), k, all_cells, found


STUBS = {f[1]: (c, k, a) for c, k, a, f in cells() if not f[3]}
SOLUTIONS = {f[1]: (c, k, a) for c, k, a, f in cells() if f[3]}

each_name = pytest.mark.parametrize("name", ALL)


def function_in(cell):
    """The only function that the cell defines, as syntax."""
    tree = ast.parse(cell.source)
    (function,) = [n for n in tree.body if isinstance(n, ast.FunctionDef)]
    return function


def outcome_of(cell):
    (output,) = cell.outputs
    return output.data["text/plain"].splitlines()[0][2:].split(":")[0].lower()


def test_every_exercise_stands_in_its_chapter_in_order():
    assert list(STUBS) == list(SOLUTIONS) == list(ALL)
    for chapter, in_chapter in catalogue.CHAPTERS.items():
        for name in (exercise.name for exercise in in_chapter):
            assert STUBS[name][0] == SOLUTIONS[name][0] == chapter


@each_name
def test_the_stub_has_the_right_arguments_and_is_not_started(name):
    _, k, all_cells = STUBS[name]
    function = function_in(all_cells[k])
    given = tuple(argument.arg for argument in function.args.args)
    assert given == ALL[name].arguments
    assert outcome_of(all_cells[k]) == Outcome.NOT_STARTED.value
    if ALL[name].unchanged is None:
        assert ast.unparse(function.body) == "return ..."
    statement = all_cells[k - 1].source
    told = f"Its heading in the notebook must say its title: {ALL[name].title}"
    assert ALL[name].title[1:] in statement, told
    for argument in given:
        assert argument in statement or "The same" in statement


@each_name
def test_the_solution_is_folded_runs_and_is_right(name):
    _, k, all_cells = SOLUTIONS[name]
    cell = all_cells[k]
    assert "hide-cell" in cell.metadata.tags
    assert cell.metadata.jupyter == {
        "source_hidden": True,
        "outputs_hidden": True,
    }
    assert outcome_of(cell) == Outcome.RIGHT.value


@each_name
def test_the_hints_in_the_chapter_are_those_of_the_package(name):
    _, k, all_cells = STUBS[name]
    hints = all_cells[k + 1].source
    assert hints == hints_cell(ALL[name].hints).source, (
        "To mend it: make notebooks"
    )


def expressions(source: str) -> set[str]:
    """What the function returns or stores, without blanks: its answer."""
    return {
        re.sub(r"\s", "", ast.unparse(node.value))
        for node in ast.walk(ast.parse(source))
        if isinstance(node, (ast.Return, ast.Assign))
        and not isinstance(node.value, (ast.Name, ast.Constant))
    }


def words_for(name) -> str:
    """All that a reader of this exercise can ever be told."""
    exercise = ALL[name]
    told = [exercise.title, exercise.notice, *exercise.hints, repr(exercise)]
    for mistake in exercise.mistakes:
        told += [mistake.did, mistake.tempting, mistake.giveaway]
        wrong = exercise.wrong(mistake)
        told += [repr(mistake), repr(check(name, wrong, count=False))]
    told += [repr(exercises()), repr(check(name, lambda: 0))]
    told += [v.remark for v in exercise.variants]
    return re.sub(r"\s", "", "".join(told))


@each_name
def test_the_answer_is_never_told(name):
    _, k, all_cells = SOLUTIONS[name]
    answers = {a for a in expressions(all_cells[k].source) if len(a) > 7}
    told = words_for(name)
    assert answers
    assert [answer for answer in answers if answer in told] == []


@each_name
def test_the_source_of_the_stub_and_of_check_holds_no_answer(name):
    _, k, all_cells = SOLUTIONS[name]
    _, stub, _ = STUBS[name]
    shown = all_cells[stub].source
    shown += inspect.getsource(check) + inspect.getsource(hint)
    shown = re.sub(r"\s", "", shown)
    answers = {a for a in expressions(all_cells[k].source) if len(a) > 7}
    assert [answer for answer in answers if answer in shown] == []


def test_chapters_close_with_take_away_exercises_and_quiz():
    closing = ["## Take-away", "## Exercises", "## Quiz"]
    for path in CHAPTERS:
        if path.stem[0].isdigit():
            notebook = read_notebook(path)
            headings = re.findall(r"^## .*$", rules.prose(notebook), re.M)
            assert headings[-3:] == closing
            number = int(path.stem[:2])
            last = rules.code_cells(notebook)[-1].source.splitlines()[-1]
            assert last == f"quiz({number})"
