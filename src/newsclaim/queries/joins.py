"""A table of one's own beside the database: what it says of actors, articles or outlets, to filter and count by."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from newsclaim.errors import ConfigError, UnknownNameError
from newsclaim.names.search import asked_for, did_you_mean, near
from newsclaim.text import fold

if TYPE_CHECKING:
    from newsclaim.config import Join, JoinedTo
    from newsclaim.store import Filter, Store


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a joined table: the values by id of the actor, id of the article or folded name of the outlet.

    `file` is the table, `unmatched` are the keys of its rows that nothing in the database is called.
    """

    of: JoinedTo
    name: str
    values: Mapping[str, str]
    file: str = ""
    unmatched: tuple[str, ...] = ()


def joined_columns(store: Store, joins: Mapping[JoinedTo, Join], folder: Path) -> dict[str, Column]:
    """Return all columns of the joined tables by name; files are looked for beside the configuration.

    Raises:
        ConfigError: a table cannot be read, lacks its key, or has a column that another one has too.
    """
    found: dict[str, Column] = {}
    for of, join in joins.items():
        key, rows = _read(folder / join.file, join.key)
        names = [name for name in (rows[0] if rows else {}) if name != key]
        means = _meaning(store, of)
        meant = {row[key]: means(row[key]) for row in rows if row[key]}
        unmatched = tuple(name for name, ids in meant.items() if not ids)
        for name in names:
            if name in found:
                raise ConfigError(f"two joined tables have a column {name!r}; rename it in one of them.")
            values = {one: row[name] for row in rows if row[name] for one in meant.get(row[key], ())}
            found[name] = Column(of, name, values, join.file, unmatched)
    return found


def column_named(columns: Mapping[str, Column], name: str, others: Sequence[str] = ()) -> Column:
    """Return a column by its name; `others` are names that could be meant too.

    Raises:
        UnknownNameError: no joined table has it.
    """
    if name in columns:
        return columns[name]
    known = [*others, *columns]
    close = did_you_mean(near(name, known)) if known else ""
    there = f"There are {', '.join(known)}." if known else "None is joined: [join.actors] in newsclaim.toml."
    raise UnknownNameError(f"no joined table has a column {name!r}. {close} {there}".replace("  ", " "))


def keys_having(column: Column, values: Sequence[str]) -> set[str]:
    """Return what has one of some values in a column, in any case of letters.

    Raises:
        UnknownNameError: nothing in the database has one of them.
    """
    found: set[str] = set()
    for value in values:
        keys = {key for key, said in column.values.items() if fold(said) == fold(value)}
        if not keys:
            close = did_you_mean(near(value, column.values.values()))
            raise UnknownNameError(f"nothing that is asked for has {column.name} {value!r}. {close}")
        found |= keys
    return found


def having(store: Store, where: Filter, column: Column, values: Sequence[str]) -> Filter:
    """Return the filter narrowed to what has one of some values in a column, in any case of letters.

    Raises:
        UnknownNameError: nothing in the database has that value.
    """
    found = keys_having(column, values)
    match column.of:
        case "actors":
            found = found if where.actors is None else found & where.actors
            narrowed = replace(where, actors=frozenset(found))
        case "outlets":
            found = {outlet for outlet in store.outlet_names() if fold(outlet) in found}
            narrowed = replace(where, outlets=tuple(sorted(found)))
        case "articles":
            found &= store.known().keys()
            narrowed = replace(where, articles=tuple(sorted(found)))
    if not found:
        raise UnknownNameError(f"nothing that is asked for has {column.name} {' or '.join(map(repr, values))}.")
    return narrowed


def _meaning(store: Store, of: JoinedTo) -> Callable[[str], list[str]]:
    """Return what tells what a key means in the database: ids of actors, the folded name of an outlet, an article."""
    match of:
        case "actors":
            return lambda name: [actor.id for actor in store.actors_named(asked_for(name))]
        case "outlets":
            outlets = set(map(fold, store.outlet_names()))
            return lambda name: [fold(name)] if fold(name) in outlets else []
        case "articles":
            articles = set(store.article_ids())
            return lambda name: [name] if name in articles else []


def _read(path: Path, key: str | None) -> tuple[str, list[dict[str, str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream, delimiter="\t" if path.suffix.lower() == ".tsv" else ",")
            columns = list(reader.fieldnames or ())
            rows = [{name: (row[name] or "").strip() for name in columns} for row in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ConfigError(f"the table {str(path)!r} of newsclaim.toml cannot be read: {error}.") from error
    chosen = key or next(iter(columns), "")
    if chosen not in columns:
        raise ConfigError(f"the table {str(path)!r} has no column {chosen!r}; it has {', '.join(columns)}.")
    return chosen, rows
