"""Options of the listing commands → the filter they mean, with notes on what was understood."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import typer

from newsclaim.cli.notes import note
from newsclaim.queries.dates import last_day

if TYPE_CHECKING:
    from newsclaim.api import Database
    from newsclaim.store import Filter

#: A note that names more would be read by nobody.
_MOST_NAMED = 8


def wanted(base: Database, **given: Any) -> Filter:
    """Return the filter of some options, each under the name of the filter's field; None means not given.

    A note tells which outlets a word was taken for.
    """
    from newsclaim.store import Filter

    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in given.items() if value is not None
    }
    if "until" in values:
        values["until"] = last_day(values["until"])
    for word in values.get("outlets", ()):
        name_outlets(base, word)
    return Filter(**values)


def joined(base: Database, where: Filter, conditions: Sequence[str] | None) -> Filter:
    """Return the filter narrowed by columns of joined tables, each condition as "party=Labour"."""
    asked = values_asked(conditions)
    for name, values in asked.items():
        where = base.having(where, name, *values)
    note_unmatched(base, asked)
    return where


def values_asked(conditions: Sequence[str] | None) -> dict[str, list[str]]:
    """Return by column of a joined table the values that conditions ask for, any of them."""
    asked: dict[str, list[str]] = {}
    for condition in conditions or ():
        name, sign, value = condition.partition("=")
        if not sign:
            raise typer.BadParameter(f"{condition!r} is no condition; write COLUMN=VALUE, as in party=Labour")
        asked.setdefault(name.strip(), []).append(value.strip())
    return asked


def note_unmatched(base: Database, columns: Iterable[str]) -> None:
    """Say which rows of joined tables match nothing: whom they tell of is counted as if no table knew."""
    tables = {column.file: column for column in map(base.column, columns) if column.unmatched}
    for file, column in tables.items():
        told = [f"{name} (did you mean {close}?)" if close else name for name, close in base.unmatched(column)]
        rows = f"{len(told)} rows" if len(told) != 1 else "1 row"
        matches = "match" if len(told) != 1 else "matches"
        note(f"{rows} of {file!r} {matches} no {column.of.removesuffix('s')} of the database: {_listed(told)}")


def name_outlets(base: Database, word: str) -> None:
    """Say which outlets a word was taken for, when it is no name."""
    found = base.outlets_named(word)
    if word.casefold() not in {outlet.casefold() for outlet in found}:
        note(f"{word!r} is taken for {_listed(found)}")


def name_actors(base: Database, names: Sequence[str] | None) -> None:
    """Say who they are when a name is that of several actors."""
    for name in names or ():
        found = base.actors_named(name)
        if len(found) > 1:
            listed = _listed([f"{actor.name} ({actor.id})" for actor in found])
            note(f"{name!r} is the name of several actors, all are listed: {listed}")


def ids(base: Database, names: Sequence[str] | None) -> frozenset[str] | None:
    """Return the ids of the actors of some names, None when no name was given."""
    return base.ids_named(names) if names else None


def note_undated(base: Database, where: Filter) -> None:
    """Say how many articles a filter leaves out because they have no date."""
    count = base.undated(where) if where.since or where.until else 0
    if count:
        note(f"{count} article{'s' if count != 1 else ''} without a date left out")


def note_uncounted(base: Database, counted: Sequence[str] | None) -> None:
    """Say what comes close to a counted noun that no claim has."""
    from newsclaim.compare.words import stems
    from newsclaim.names.search import did_you_mean, near

    known = base.counted() if counted else []
    for word in counted or ():
        if stems(word).isdisjoint(known):
            note(f"no claim counts {word!r}. {did_you_mean(near(word, known))}")


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
