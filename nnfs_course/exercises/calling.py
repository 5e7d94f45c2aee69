"""How an attempt is called: by name where its names are the exercise's."""

from __future__ import annotations

import inspect
from collections.abc import Callable

from nnfs_course.exercises.words import listed

Parameter = inspect.Parameter
BY_NAME = (Parameter.POSITIONAL_OR_KEYWORD, Parameter.KEYWORD_ONLY)


def complaint(attempt, wanted: tuple[str, ...]) -> str:
    """Why attempt cannot be called with these arguments, if it cannot."""
    if not callable(attempt):
        return (
            f"`check` needs your function itself, but got a "
            f"{type(attempt).__name__}. Write its name without parentheses "
            "behind it."
        )
    parameters = _parameters(attempt)
    if parameters is None or _has_all(parameters, wanted):
        return ""
    try:
        inspect.Signature(parameters).bind(*wanted)
    except TypeError:
        return (
            f"The function is called with {len(wanted)} "
            f"{'argument' if len(wanted) == 1 else 'arguments'}, "
            f"{listed(wanted)}, but yours takes others. Put back the first "
            "line of the exercise."
        )
    return ""


def in_order(attempt: Callable, wanted: tuple[str, ...]) -> Callable:
    """attempt, to be called with the exercise's arguments in its order."""
    if not _has_all(_parameters(attempt), wanted):
        return attempt
    return lambda *values: attempt(**dict(zip(wanted, values, strict=True)))


def order_told(attempt: Callable, wanted: tuple[str, ...]) -> str:
    """Which argument came under which name, where the names are others."""
    parameters = _parameters(attempt) or []
    names = [
        p.name
        for p in parameters
        if p.kind in (Parameter.POSITIONAL_ONLY, BY_NAME[0])
    ][: len(wanted)]
    if len(names) < len(wanted) or _has_all(parameters, wanted):
        return ""
    pairs = ", ".join(
        f"`{mine}` is `{theirs}`"
        for mine, theirs in zip(names, wanted, strict=True)
        if mine != theirs
    )
    return (
        "Your parameters have other names than the exercise's, so they were "
        f"filled in its order: {pairs}."
    )


def _parameters(attempt) -> list[Parameter] | None:
    try:
        return list(inspect.signature(attempt).parameters.values())
    except Exception:  # compiled functions may have none
        return None


def _has_all(parameters: list[Parameter] | None, wanted) -> bool:
    """Whether all names are there, and what is left over has a default."""
    parameters = parameters or []
    names = {p.name for p in parameters if p.kind in BY_NAME}
    needed = {
        p.name
        for p in parameters
        if p.default is p.empty
        and p.kind not in (Parameter.VAR_POSITIONAL, Parameter.VAR_KEYWORD)
    }
    return needed <= set(wanted) <= names
