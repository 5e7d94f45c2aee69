"""A mutant takes the place of what has been imported."""

from importlib import import_module

from tests.mutants.alive import bring_in

TEXT = """
from functools import cache

SIZE = 1

def plain():
    return SIZE

@cache
def remembered():
    return plain()
"""


def test_a_mutant_is_met_by_whoever_imported_before(tmp_path, monkeypatch):
    path = tmp_path / "changed_for_good.py"
    path.write_text(TEXT)
    monkeypatch.syspath_prepend(tmp_path)
    module = import_module(path.stem)
    plain, remembered = module.plain, module.remembered
    assert plain() == remembered() == 1
    bring_in(module, compile(TEXT.replace("= 1", "= 2"), path, "exec"))
    assert plain() == remembered() == 2
    thrice = TEXT.replace("return SIZE", "return SIZE * 3")
    bring_in(module, compile(thrice, path, "exec"))
    assert plain() == remembered() == 3
