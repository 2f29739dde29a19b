"""Actors of single articles as the stages of the corpus read them: without the places of their mentions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from newsclaim.models.local import LocalActor, LocalAlias, LocalRole
from newsclaim.store.articles import expanded, listed
from newsclaim.store.codec import unreadable

T = TypeVar("T", LocalRole, LocalAlias)
#: Roles, country and aliases of an actor that has none: defaults at the end of a row are left out.
_NOTHING: tuple[Any, ...] = ((), None, ())


def load_local(
    connection: sqlite3.Connection, ids: Iterable[str] | None = None
) -> Iterator[tuple[str, str | None, list[LocalActor]]]:
    """Yield id, date and own actors without the places of their mentions of some articles, or of all, by id."""
    only = "" if ids is None else " WHERE article.number IN (SELECT value FROM json_each(?))"
    rows = connection.execute(
        "SELECT article.id, article.published, local_actors.body FROM article "
        f"JOIN local_actors ON local_actors.article = article.number{only} ORDER BY article.id",
        () if ids is None else (listed(ids),),
    )
    seen: dict[Any, Any] = {}
    for article, published, body in rows:
        try:
            yield article, published, [local_of(values, seen) for values in expanded(body)]
        except (ValueError, TypeError, LookupError) as error:
            raise unreadable(f"the actors of the article {article!r}") from error


def local_of(values: list[Any], seen: dict[Any, Any]) -> LocalActor:
    """Return an actor from its packed fields; of equal names, aliases and roles only the first is kept in memory."""
    identifier, name, kind, *rest = values
    roles, country, aliases = (*rest, *_NOTHING[len(rest) :])[:3]
    return LocalActor(
        identifier, seen.setdefault(name, name), seen.setdefault(kind, kind),
        tuple(_once(LocalRole, tuple(role), seen) for role in roles), country and seen.setdefault(country, country),
        tuple(_once(LocalAlias, tuple(alias), seen) for alias in aliases),
    )  # fmt: skip


def _once(kind: type[T], fields: tuple[Any, ...], seen: dict[Any, Any]) -> T:
    """Return the model with these fields, the same one each time."""
    found: T | None = seen.get((kind, fields))
    if found is None:
        found = seen[kind, fields] = kind(*(seen.setdefault(field, field) for field in fields))
    return found
