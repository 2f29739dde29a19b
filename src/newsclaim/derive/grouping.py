"""Which articles form a story, brought up to date in the days that have moved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from newsclaim.models import Tie
from newsclaim.store.stories import row_of
from newsclaim.text import stable_id

if TYPE_CHECKING:
    from newsclaim.store import Store
    from newsclaim.stories.index import Index

_Pair = tuple[str, str]


def stories(store: Store, before: Index, after: Index, changed: set[str]) -> dict[str, str]:
    """Return the story of every article that may belong to another one than before, and write the ties."""
    from newsclaim.stories.ties import spans_around, ties

    within = spans_around(_days(changed, before) + _days(changed, after))
    found = (Tie(after.ids[t.a], after.ids[t.b], t.strength, t.terms) for t in ties(after, within))
    new = {(tie.a, tie.b): tie for tie in found}
    old = store.tie_rows()
    days = dict(zip(after.ids, after.day.tolist(), strict=True))
    gone = [pair for pair in old if pair not in new and _lies_in(pair, days, within)]
    put = [tie for pair, tie in new.items() if old.get(pair) != row_of(tie)]
    store.replace_ties(gone, put)
    touched = _touched(after, changed, within) | {article for pair in gone for article in pair}
    touched |= {article for tie in put for article in (tie.a, tie.b)}
    strengths = {pair: strength for pair, (strength, _) in old.items()}
    strengths |= {pair: tie.strength for pair, tie in new.items()}
    for pair in gone:
        del strengths[pair]
    return _clustered(days, strengths, touched)


def _days(articles: set[str], index: Index) -> list[int]:
    """Return the days of some articles, those that the index knows."""
    return [int(index.day[index.number[article]]) for article in articles & index.number.keys()]


def _lies_in(pair: _Pair, days: Mapping[str, int], within: frozenset[int] | None) -> bool:
    from newsclaim.stories.ties import span_of

    return within is None or span_of(days[pair[0]], days[pair[1]]) in within


def _touched(index: Index, changed: set[str], within: frozenset[int] | None) -> set[str]:
    """Return the articles that have changed; where some have gone, all of those days: they may have held others."""
    from newsclaim.stories.ties import SPAN

    if within is None:
        return set(index.ids)
    if changed <= index.number.keys():
        return set(changed)
    return {article for article, day in zip(index.ids, index.day.tolist(), strict=True) if day // SPAN in within}


def _clustered(days: Mapping[str, int], strengths: Mapping[_Pair, float], touched: set[str]) -> dict[str, str]:
    """Return the stories of the articles that hang together with some others by ties, of which the strength is told."""
    from newsclaim.stories.clusters import clusters
    from newsclaim.stories.ties import near

    links: dict[str, list[_Pair]] = defaultdict(list)
    for pair in strengths:
        links[pair[0]].append(pair)
        links[pair[1]].append(pair)
    reached = _reached(touched & days.keys(), links)
    inside = {pair for article in reached for pair in links.get(article, ())}
    ties = (Tie(a, b, strengths[a, b]) for a, b in sorted(inside))
    groups = clusters(sorted(reached), ties, lambda a, b: near(days[a], days[b]))
    return {article: _named(group, days) for article, group in groups.items()}


def _reached(start: set[str], links: Mapping[str, list[_Pair]]) -> set[str]:
    reached, waiting = set(start), list(start)
    while waiting:
        for pair in links.get(waiting.pop(), ()):
            fresh = {*pair} - reached
            reached |= fresh
            waiting += fresh
    return reached


def _named(group: frozenset[str], days: Mapping[str, int]) -> str:
    """Return the id of a story: it is named after its first article."""
    return stable_id("s", min(group, key=lambda article: (days[article] or 1 << 30, article)))
