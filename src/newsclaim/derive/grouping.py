"""Which articles form a story, brought up to date in the days that have moved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from newsclaim.models import Tie
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
    old = {(tie.a, tie.b): tie for tie in store.ties()}
    gone = [pair for pair in old if pair not in new and _lies_in(pair, after, within)]
    put = [tie for pair, tie in new.items() if old.get(pair) != tie]
    store.replace_ties(gone, put)
    touched = _touched(after, changed, within) | {article for pair in gone for article in pair}
    touched |= {article for tie in put for article in (tie.a, tie.b)}
    lost = set(gone)
    return _clustered(after, [tie for pair, tie in (old | new).items() if pair not in lost], touched)


def _days(articles: set[str], index: Index) -> list[int]:
    """Return the days of some articles, those that the index knows."""
    return [int(index.day[index.number[article]]) for article in articles & index.number.keys()]


def _lies_in(pair: _Pair, index: Index, within: frozenset[int] | None) -> bool:
    from newsclaim.stories.ties import span_of

    one, other = (int(index.day[index.number[article]]) for article in pair)
    return within is None or span_of(one, other) in within


def _touched(index: Index, changed: set[str], within: frozenset[int] | None) -> set[str]:
    """Return the articles that have changed; where some have gone, all of those days: they may have held others."""
    from newsclaim.stories.ties import SPAN

    if within is None:
        return set(index.ids)
    if changed <= index.number.keys():
        return set(changed)
    return {article for article, day in zip(index.ids, index.day.tolist(), strict=True) if day // SPAN in within}


def _clustered(index: Index, ties: Iterable[Tie], touched: set[str]) -> dict[str, str]:
    """Return the stories of the articles that hang together with some others by ties."""
    from newsclaim.stories.clusters import clusters
    from newsclaim.stories.ties import near

    days = dict(zip(index.ids, index.day.tolist(), strict=True))
    links: dict[str, list[Tie]] = defaultdict(list)
    for tie in ties:
        links[tie.a].append(tie)
        links[tie.b].append(tie)
    reached = _reached(touched & days.keys(), links)
    inside = {(tie.a, tie.b): tie for article in reached for tie in links[article]}
    groups = clusters(sorted(reached), inside.values(), lambda a, b: near(days[a], days[b]))
    return {article: _named(group, days) for article, group in groups.items()}


def _reached(start: set[str], links: Mapping[str, list[Tie]]) -> set[str]:
    reached, waiting = set(start), list(start)
    while waiting:
        for tie in links.get(waiting.pop(), ()):
            fresh = {tie.a, tie.b} - reached
            reached |= fresh
            waiting += fresh
    return reached


def _named(group: frozenset[str], days: Mapping[str, int]) -> str:
    """Return the id of a story: it is named after its first article."""
    return stable_id("s", min(group, key=lambda article: (days[article] or 1 << 30, article)))
