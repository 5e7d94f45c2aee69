"""`make new-chapter`, `make new-exercise`, another name, a chapter less: in a
copy of the repository."""

import os
import re
import shutil
import subprocess
import sys

import names
import pytest

from nnfs_course.exercises.catalogue import ALL
from tests.chapters import rules
from tests.conftest import CHAPTERS, ROOT, read_notebook

NUMBERED = [path.stem for path in CHAPTERS if path.stem[0].isdigit()]
FIRST = min(NUMBERED)
NEW = f"{int(max(NUMBERED)[:2]) + 1:02}"
CHAPTER_FILES = (
    f"chapters/{NEW}-more-of-it.ipynb",
    f"nnfs_course/exercises/chapters/ch{NEW}_more_of_it.py",
    f"nnfs_course/quizzes/chapters/ch{NEW}_more_of_it.py",
)


@pytest.fixture
def copy(tmp_path):
    """The repository without its built pages."""
    for name in ("chapters", "nnfs_course", "tests", "book"):
        ignore = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints")
        shutil.copytree(ROOT / name, tmp_path / name, ignore=ignore)
    for path in ROOT.iterdir():
        if path.is_file() and path.name != ".git":
            shutil.copyfile(path, tmp_path / path.name)
    return tmp_path


def python(copy, *command):
    environ = os.environ | {"PYTHONPATH": str(copy)}
    return subprocess.run(
        [sys.executable, *command],
        cwd=copy,
        env=environ,
        capture_output=True,
        text=True,
    )


def run_tests(copy, *which):
    done = python(copy, "-m", "pytest", "-q", "-p", "no:cacheprovider", *which)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]


def left_open(copy, name):
    return rules.open_problems((copy / name).read_text("utf-8"), name)


def changed(copy):
    """The files that are not as they are in the repository."""
    return {
        str(path.relative_to(copy))
        for path in copy.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
        if not (ROOT / path.relative_to(copy)).exists()
        or (ROOT / path.relative_to(copy)).read_bytes() != path.read_bytes()
    }


def test_a_new_chapter_works_and_says_what_is_to_be_filled_in(copy):
    done = python(copy, "book/new/chapter.py", "more-of-it")
    assert done.returncode == 0, done.stderr
    assert changed(copy) == {*CHAPTER_FILES, "_toc.yml"}
    for name in CHAPTER_FILES:
        assert name in done.stdout
        assert left_open(copy, name)
    stored = python(copy, "book/run_notebooks.py", f"{NEW}-more-of-it")
    assert stored.returncode == 0, stored.stderr
    run_tests(
        copy,
        "tests/chapters/test_chapters.py",
        "tests/chapters/test_exercises_in_chapters.py",
        "tests/quizzes/test_quizzes.py",
        "tests/quizzes/test_quiz_questions.py",
        "tests/exercises/test_exercises.py",
        "tests/mutants/test_references.py",
        f"-k=more_of_it or more-of-it or {NEW} or {int(NEW)} or every_numbered",
    )


def test_a_new_exercise_stands_in_both_its_places(copy):
    number, module = FIRST[:2], FIRST.replace("-", "_")
    done = python(copy, "book/new/exercise.py", number, "thrice")
    assert done.returncode == 0, done.stderr
    files = {
        f"nnfs_course/exercises/chapters/ch{module}.py",
        f"chapters/{FIRST}.ipynb",
    }
    assert changed(copy) == files
    for name in files:
        assert left_open(copy, name)
    asked = "from nnfs_course.exercises.catalogue import CHAPTERS as c;"
    asked += f"print(c[{int(number)}][-1].name)"
    assert python(copy, "-c", asked).stdout == "thrice\n"
    cells = read_notebook(copy / "chapters" / f"{FIRST}.ipynb").cells
    sources = [cell.source for cell in cells]
    (quiz,) = [k for k, s in enumerate(sources) if s.startswith("## Quiz")]
    task, stub, hints, solution = sources[quiz - 4 : quiz]
    assert task.startswith("### ")
    assert 'check("thrice", my_thrice)' in stub
    assert hints.count("<details>") == 3
    assert 'check("thrice", solution, count=False)' in solution


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["chapter.py", "Two Words"], "small letters and hyphens"),
        (["chapter.py", FIRST[3:]], "There is a chapter"),
        (["exercise.py", "99", "thrice"], "one file of chapter 99, not 0"),
        (["exercise.py", "three", "thrice"], "CHAPTER is a number"),
        (["exercise.py", FIRST[:2], next(iter(ALL))], "is taken"),
    ],
)
def test_a_wrong_call_says_what_is_wrong_and_writes_nothing(
    copy, command, said
):
    done = python(copy, f"book/new/{command[0]}", *command[1:])
    assert done.returncode == 1
    assert said in done.stderr
    assert changed(copy) == set()


def test_another_name_is_one_line_and_the_version_another(copy):
    old = names.names(copy)
    for file, line in (
        ("_config.yml", f"title: {old['title']}"),
        ("pyproject.toml", f'version = "{old["version"]}"'),
    ):
        text = (copy / file).read_text("utf-8")
        assert text.count(f"\n{line}\n") == 1
        new = line.replace(old["title"], "Gradients: by “hand”")
        new = new.replace(old["version"], "7.8.9")
        new = new.replace("title: G", "title: 'G").replace("”", "”'", 1)
        (copy / file).write_text(text.replace(line, new), "utf-8")
    assert python(copy, "book/names.py").returncode == 0
    told = ("README.md", "CITATION.cff", "chapters/index.ipynb")
    assert changed(copy) == {"_config.yml", "pyproject.toml", *told}
    for name in told:
        assert "by \u201chand\u201d" in read_text(copy / name)
    assert '"7.8.9"' in read_text(copy / "CITATION.cff")
    title = old["title"]
    written = f"{title}|{title.lower().replace(' ', '-')}"  # an id, a file
    left = {
        within(copy, path)
        for path in copy.rglob("*")
        if path.is_file() and path.suffix not in {".pyc", ".png"}
        if re.search(f"(?<!authors of )({written})", text_of(path))
    }
    # The reader's cache holds files that all courses can share.
    assert left == {"book/python/fetch.py"}


def text_of(path) -> str:
    return path.read_text("utf-8", errors="replace")


def read_text(path):
    """Quoted or not, as in JSON or as it is."""
    text = path.read_text("utf-8")
    return text.replace("\\u201c", "\u201c").replace("\\u201d", "\u201d")


def test_the_names_are_told_everywhere(copy):
    assert python(copy, "book/names.py").returncode == 0
    assert changed(copy) == set(), "To mend it: make names"


def test_a_chapter_that_is_left_out_leaves_all_others_whole(copy):
    """Its own files, as CONTRIBUTING.md has it, and its line in _toc.yml."""
    number = NUMBERED[len(NUMBERED) // 2][:2]
    for path in sorted(copy.rglob("*"), reverse=True):  # files, then folders
        if re.match(f"chapters/{number}-|.*ch{number}", within(copy, path)):
            path.rmdir() if path.is_dir() else path.unlink()
    toc = (copy / "_toc.yml").read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in toc if f"chapters/{number}-" not in line]
    assert len(kept) == len(toc) - 1
    (copy / "_toc.yml").write_text("".join(kept), "utf-8")
    run_tests(
        copy,
        "tests/chapters/test_chapters.py",
        "tests/chapters/test_leave_out.py",
        "tests/chapters/test_teaching.py",
        "tests/mutants/test_references.py::test_each_reason_says_something",
        "tests/oracles/test_equations.py",
        "tests/quizzes/test_predictions.py",
        "tests/quizzes/test_quizzes.py",
    )


def within(copy, path) -> str:
    return path.relative_to(copy).as_posix()
