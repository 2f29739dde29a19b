"""Actors of single articles as the stages of the corpus read them: without the places of their mentions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

from newsclaim.models.local import LocalActor, LocalAlias, LocalRole, Member
from newsclaim.store.articles import expanded, listed
from newsclaim.store.codec import unreadable

#: Roles, country and aliases of an actor that has none: defaults at the end of a row are left out.
_NOTHING: tuple[Any, ...] = ((), None, ())


def load_local(connection: sqlite3.Connection, ids: Iterable[str] | None = None) -> Iterator[Member]:
    """Yield the actors of some articles, or of all, by article and id."""
    only = "" if ids is None else " WHERE article.number IN (SELECT value FROM json_each(?))"
    rows = connection.execute(
        "SELECT article.id, article.published, local_actors.body FROM article "
        f"JOIN local_actors ON local_actors.article = article.number{only} ORDER BY article.id",
        () if ids is None else (listed(ids),),
    )
    seen: dict[Any, Any] = {}
    for article, published, body in rows:
        try:
            found = [(identifier, local_of(values, seen)) for identifier, *values in expanded(body)]
        except (ValueError, TypeError, LookupError) as error:
            raise unreadable(f"the actors of the article {article!r}") from error
        found.sort(key=lambda item: item[0])
        for identifier, actor in found:
            yield Member(article, identifier, published, actor)


def local_of(values: list[Any], seen: dict[Any, Any]) -> LocalActor:
    """Return an actor from its packed fields behind the id; of equal ones, and equal parts, one is kept in memory."""
    name, kind, *rest = values
    roles, country, aliases = (*rest, *_NOTHING[len(rest) :])[:3]
    once = seen.setdefault
    actor = LocalActor(
        name, kind, tuple([LocalRole(*role) for role in roles]), country, tuple([LocalAlias(*a) for a in aliases])
    )
    found = seen.get(actor)
    if found is None:
        parts = (once(name, name), once(kind, kind), tuple([once(role, role) for role in actor.roles]))
        found = LocalActor(*parts, country and once(country, country), tuple([once(a, a) for a in actor.aliases]))
        seen[found] = found
    return found
