"""Puts a mutant of a file in the place of what has been imported.

Functions get the changed code where they stand, so that whoever imported one
meets the mutant as well. Numbers and texts of the file or of a class are put in
their places.
"""

from __future__ import annotations

import functools
import gc
import re
import sys
from collections.abc import Iterator
from importlib.machinery import SourceFileLoader
from types import CodeType, FunctionType, ModuleType

GONE = object()
NO_DATA = (FunctionType, type, ModuleType, property, classmethod, staticmethod)


def bring_in(module: ModuleType, code: CodeType) -> None:
    """Change the imported module into its mutant, for good."""
    fresh = {"__name__": module.__name__, "__file__": module.__file__}
    exec(code, fresh)
    codes = {place(c): c for c in codes_in(code)}
    functions = [
        one
        for one in gc.get_objects()
        if isinstance(one, FunctionType)
        and one.__code__.co_filename == module.__file__
    ]
    new = {place(f.__code__): f for f in functions if f.__globals__ is fresh}
    for function in functions:
        at = place(function.__code__)
        if function.__globals__ is not fresh and at in codes:
            if at in new:
                take_defaults(function, new[at])
            if len(codes[at].co_freevars) == len(function.__closure__ or ()):
                function.__code__ = codes[at]
    for name, old in list(vars(module).items()):
        if isinstance(old, type) and old.__module__ == module.__name__:
            for attribute, value in changed(vars(old), vars(fresh.get(name))):
                put(old, attribute, value)
    for name, value in changed(vars(module), fresh):
        old = getattr(module, name)
        for other in list(sys.modules.values()):
            if getattr(other, "__dict__", {}).get(name) is old:
                put(other, name, value)
    forget(module)


def forget(module: ModuleType) -> None:
    """What the package remembers was computed before the mutant came."""
    kind = functools._lru_cache_wrapper
    for one in [one for one in gc.get_objects() if isinstance(one, kind)]:
        if one.__module__.startswith(("nnfs_course", module.__name__)):
            one.cache_clear()


def import_instead(file: str, code: CodeType) -> None:
    """Forget what was imported; this file will be imported as its mutant."""
    for name in list(sys.modules):
        if name.partition(".")[0] in ("nnfs_course", "tests"):
            del sys.modules[name]
    as_it_is = SourceFileLoader.get_code

    def get_code(loader, name):
        return code if loader.path == file else as_it_is(loader, name)

    SourceFileLoader.get_code = get_code


def put(owner: object, name: str, value: object) -> None:
    if value is GONE:
        delattr(owner, name)
    else:
        setattr(owner, name, value)


def codes_in(code: CodeType) -> Iterator[CodeType]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from codes_in(constant)


def place(code: CodeType) -> tuple[str, int]:
    return code.co_qualname, code.co_firstlineno


def take_defaults(function: FunctionType, new: FunctionType) -> None:
    if told(function.__defaults__) != told(new.__defaults__):
        function.__defaults__ = new.__defaults__
    if told(function.__kwdefaults__) != told(new.__kwdefaults__):
        function.__kwdefaults__ = new.__kwdefaults__


def changed(old: dict, new: dict) -> list[tuple[str, object]]:
    """What is data and not the same; GONE where there is nothing now."""
    return [
        (name, new.get(name, GONE))
        for name, value in old.items()
        if not name.startswith("__")
        and not isinstance(value, NO_DATA)
        and told(value) != told(new.get(name, GONE))
    ]


def told(value: object) -> str:
    return re.sub(r" at 0x\w+", "", repr(value))
