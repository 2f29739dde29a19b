"""Which articles form a story, brought up to date in the days that have moved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING

from newsclaim.derive.chains import Pair, chained
from newsclaim.models import Tie
from newsclaim.store.stories import row_of
from newsclaim.text import stable_id

if TYPE_CHECKING:
    from newsclaim.store import Store
    from newsclaim.stories.index import Index
    from newsclaim.stories.words import Flags

#: Where more than one of so many articles has changed all ties of those days are made anew, which is quicker then.
_FEW = 8


def stories(store: Store, before: Index, after: Index, changed: set[str]) -> dict[str, str]:
    """Return the story of every article that may belong to another one than before, and write the ties."""
    from newsclaim.stories.moved import retied
    from newsclaim.stories.ties import spans_around

    within = spans_around(_days(changed, before) + _days(changed, after))
    few = within is not None and len(changed) * _FEW <= len(after.ids)
    among = retied(before, after, changed, within) if within is not None and few else None
    new = {(tie.a, tie.b): tie for tie in _ties(after, within, among)}
    days = dict(zip(after.ids, after.day.tolist(), strict=True))
    old = store.tie_rows(after.ids if among is None else [after.ids[k] for k in among.nonzero()[0].tolist()])
    gone = [pair for pair in old if pair not in new and _lies_in(pair, days, within)]
    put = [tie for pair, tie in new.items() if old.get(pair) != row_of(tie)]
    store.replace_ties(gone, put)
    # The ties of what has changed went with it: those that it held together are told by what is kept of it.
    lost = ((tie.a, tie.b) for tie in _ties(before, within, before.flags(changed)))
    pairs = chain(gone, lost, ((tie.a, tie.b) for tie in put))
    touched = set(days) if within is None else changed.union(*pairs)
    return _clustered(store, days, touched & days.keys())


def _ties(index: Index, within: frozenset[int] | None, among: Flags | None) -> Iterator[Tie]:
    from newsclaim.stories.ties import ties

    for one in ties(index, within, among):
        yield Tie(index.ids[one.a], index.ids[one.b], one.strength, one.terms)


def _days(articles: set[str], index: Index) -> list[int]:
    """Return the days of some articles, those that the index knows."""
    return [int(index.day[index.number[article]]) for article in articles & index.number.keys()]


def _lies_in(pair: Pair, days: Mapping[str, int], within: frozenset[int] | None) -> bool:
    from newsclaim.stories.ties import span_of

    return within is None or span_of(days[pair[0]], days[pair[1]]) in within


def _clustered(store: Store, days: Mapping[str, int], touched: set[str]) -> dict[str, str]:
    """Return the stories of some articles and of all that hang together with them by the ties that are stored."""
    from newsclaim.stories.clusters import clusters
    from newsclaim.stories.ties import near

    rows, reached = chained(store.tie_rows, touched)
    ties = (Tie(*pair, rows[pair][0]) for pair in sorted(rows))
    groups = clusters(sorted(reached), ties, lambda a, b: near(days[a], days[b]))
    return {article: _named(group, days) for article, group in groups.items()}


def _named(group: frozenset[str], days: Mapping[str, int]) -> str:
    """Return the id of a story: it is named after its first article."""
    return stable_id("s", min(group, key=lambda article: (days[article] or 1 << 30, article)))
