"""Modules are joined once each, in order, and with the entry's exports only."""

import pytest

from nnfs_course.page.bundle import bundle


@pytest.fixture
def write(tmp_path):
    def put(name, text):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        return path

    return put


def test_each_file_once_and_before_what_needs_it(write):
    write("one.js", "export const one = 1;\n")
    write(
        "room/two.js",
        'import { one } from "../one.js";\nexport function two() {}\n',
    )
    entry = write(
        "entry.js",
        'import {\n  one,\n} from "./one.js";\n'
        'import { two } from "./room/two.js";\n'
        "export default { one, two };\nexport const three = 3;\n",
    )
    assert bundle(entry) == (
        "const one = 1;\nfunction two() {}\n"
        "export default { one, two };\nexport const three = 3;\n"
    )


@pytest.mark.parametrize("name", ["react", "https://a.b/c.js", "./absent.js"])
def test_other_imports_are_refused(write, name):
    entry = write("entry.js", f'import {{ a }} from "{name}";\n')
    with pytest.raises(ValueError, match="no file beside it"):
        bundle(entry)


@pytest.mark.parametrize(
    "line",
    ["const one = 2;", "export function one() {}", "class one {}", "let one;"],
)
def test_two_files_with_one_name_are_refused(write, line):
    """A browser would refuse the whole module, and draw nothing."""
    write("one.js", "export const one = 1;\nconst mine = 1;\n")
    entry = write("entry.js", f'import "./one.js";\n{line}\n')
    with pytest.raises(ValueError, match=r"one.js and entry.js .* 'one'"):
        bundle(entry)
    write("entry.js", f'import "./one.js";\n{{\n  {line}\n}}\n')
    bundle(entry)  # not at the top level
