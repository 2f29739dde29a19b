"""The statements that stand in several articles, as they are shown: read as they were made, or made for a filter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from newsclaim.derive.state import renderings_made
from newsclaim.models.statement import Statements
from newsclaim.store.filters import EVERYTHING
from newsclaim.stories.statements.present import statement

if TYPE_CHECKING:
    from newsclaim.config import Outlets
    from newsclaim.models import Context
    from newsclaim.store import Filter, Store
    from newsclaim.store.renderings import Told


def statements(  # noqa: PLR0913 - what is asked, and of whom
    store: Store,
    wanted: Filter,
    actors: frozenset[str] | None,
    limit: int | None,
    *,
    contexts: Callable[[Iterable[str]], Mapping[str, Context]],
    outlets: Outlets,
) -> Statements:
    """Return the statements of the quotes that a filter lets through, at most so many.

    Args:
        store: what is stored.
        wanted: which quotes are taken.
        actors: only statements that some article credits to one of these.
        limit: at most so many are shown.
        contexts: gives what the corpus tells of articles.
        outlets: which names are one outlet.
    """
    if wanted == EVERYTHING and renderings_made(store):
        size, told = store.statements(limit) if actors is None else store.statements_of(actors, limit)
    else:
        size, told = _made(store, wanted, actors, limit)
    rows = {row.id: row for row in store.quotes_numbered([quote for one in told for quote in one])}
    known = contexts(row.article.id for row in rows.values())
    groups = (statement(one, rows, known, lambda name: outlets.one(name) or name) for one in told)
    return Statements(size=size, groups=tuple(groups))


def _made(store: Store, wanted: Filter, actors: frozenset[str] | None, limit: int | None) -> tuple[int, list[Told]]:
    """Return how many statements the quotes of a filter make, and the first of them."""
    from newsclaim.derive.renderings import in_groups, rendered

    found = in_groups(store, wanted)
    if actors is not None:
        found = [group for group in found if any(not actors.isdisjoint(one.speakers) for one in group)]
    return len(found), list(rendered(store, found[:limit]))
