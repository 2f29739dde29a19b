"""Why nothing was found: which condition lets nothing through, and what comes close to what it asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

from newsclaim.cli.notes import note
from newsclaim.text import fold

if TYPE_CHECKING:
    from newsclaim.database import Database
    from newsclaim.store.filters import ActorFilter, Filter

F = TypeVar("F", "Filter", "ActorFilter")
#: The option that sets each field of a filter.
_OPTIONS: Mapping[str, str] = {
    "actors": "--speaker", "via": "--via", "whose": "--whose", "kinds": "--kind", "stances": "--stance",
    "search": "--search", "articles": "--article", "outlets": "--outlet", "since": "--since", "until": "--until",
    "classes": "--class", "statuses": "--status", "counted": "--counted", "places": "--place", "value": "--value",
    "marked": "--marked", "countries": "--country",
}  # fmt: skip


def note_why(base: Database, where: F, ask: Callable[[F], object], **options: str) -> None:
    """Say which conditions let nothing through; where each lets something through, which one to leave out.

    Args:
        base: the database that was asked.
        where: the conditions that nothing matched.
        ask: returns something truthy where something matches a filter.
        options: names of options that set a field of the filter under another name than usual.
    """
    empty = type(where)()
    given = [
        one.name
        for one in fields(where)
        if one.name in _OPTIONS and getattr(where, one.name) != getattr(empty, one.name)
    ]
    alone = [name for name in given if not ask(_only(where, name))]
    names = {**_OPTIONS, **options}
    for name in alone:
        note(f"nothing has {_typed(where, name, names)}.{_close(base, where, name)}")
    if not alone and len(given) > 1:
        spare = [name for name in given if ask(replace(where, **{name: getattr(empty, name)}))]
        if spare:
            told = " or ".join(_typed(where, name, names) for name in spare)
            note(f"each condition alone lets something through; without {told} together they do")


def _only(where: F, name: str) -> F:
    kept = {name: getattr(where, name)}
    if name == "search" and hasattr(where, "within"):
        kept["within"] = where.within
    return type(where)(**kept)


def _typed(where: Any, name: str, options: Mapping[str, str]) -> str:
    """Return an option with its value, as far as it is the words that were typed."""
    value = getattr(where, name)
    words = [value] if isinstance(value, str) else value if isinstance(value, tuple) else ()
    told = " or ".join(word.removesuffix("-99") for word in words if isinstance(word, str))
    return f"{options[name]} {told}".strip()


def _close(base: Database, where: Any, name: str) -> str:
    """Return what there is instead: places of a like name, the days of the articles."""
    from newsclaim.names.search import did_you_mean, near

    if name == "places":
        known = base.places()
        if not {fold(place) for place in where.places}.isdisjoint(map(fold, known)):
            return ""
        return f" {did_you_mean([place for word in where.places for place in near(word, known)])}"
    if name in {"since", "until"} and (days := base.days()):
        return f" The articles are of {days[0]} to {days[1]}."
    return ""
