"""Which articles form a story, brought up to date in the days that have moved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from newsclaim.derive.chains import Pair, chained
from newsclaim.models import Tie
from newsclaim.store.stories import row_of
from newsclaim.text import stable_id

if TYPE_CHECKING:
    from newsclaim.store import Store
    from newsclaim.stories.index import Index


def stories(store: Store, before: Index, after: Index, changed: set[str]) -> dict[str, str]:
    """Return the story of every article that may belong to another one than before, and write the ties."""
    from newsclaim.stories.ties import spans_around, ties

    within = spans_around(_days(changed, before) + _days(changed, after))
    found = (Tie(after.ids[t.a], after.ids[t.b], t.strength, t.terms) for t in ties(after, within))
    new = {(tie.a, tie.b): tie for tie in found}
    days = dict(zip(after.ids, after.day.tolist(), strict=True))
    old = store.tie_rows(_inside(days, within))
    gone = [pair for pair in old if pair not in new and _lies_in(pair, days, within)]
    put = [tie for pair, tie in new.items() if old.get(pair) != row_of(tie)]
    store.replace_ties(gone, put)
    touched = _touched(days, changed, within) | {article for pair in gone for article in pair}
    touched |= {article for tie in put for article in (tie.a, tie.b)}
    return _clustered(store, days, touched & days.keys())


def _days(articles: set[str], index: Index) -> list[int]:
    """Return the days of some articles, those that the index knows."""
    return [int(index.day[index.number[article]]) for article in articles & index.number.keys()]


def _inside(days: Mapping[str, int], within: frozenset[int] | None) -> list[str]:
    """Return the articles that have all ties of some spans of days, undated ones among them."""
    from newsclaim.stories.ties import SPAN

    return [article for article, day in days.items() if within is None or not day or day // SPAN in within]


def _lies_in(pair: Pair, days: Mapping[str, int], within: frozenset[int] | None) -> bool:
    from newsclaim.stories.ties import span_of

    return within is None or span_of(days[pair[0]], days[pair[1]]) in within


def _touched(days: Mapping[str, int], changed: set[str], within: frozenset[int] | None) -> set[str]:
    """Return the articles that have changed; where some have gone, all of those days: they may have held others."""
    from newsclaim.stories.ties import SPAN

    if within is None:
        return set(days)
    if changed <= days.keys():
        return set(changed)
    return {article for article, day in days.items() if day // SPAN in within}


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
