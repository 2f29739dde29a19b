"""Quotes, claims and tallies of articles → counts, of all together or of each group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import TYPE_CHECKING, Any

from newsclaim.errors import QueryError
from newsclaim.models.sorts import STAT_SORTS
from newsclaim.models.stats import ArticleTally, Figure, StatRow, Utterance
from newsclaim.queries.tally import Tally
from newsclaim.text import fold, number_of

if TYPE_CHECKING:
    from newsclaim.queries.joins import Column
    from newsclaim.store import Filter, Store

Found = Utterance | Figure | ArticleTally
#: Tells in which groups something counts.
Grouping = Callable[[Any], Sequence[str]]
#: What is told by the article alone: counted by article, without a look at quotes and claims.
BY_ARTICLE = frozenset({"outlet", "month", "year", "article"})
#: Groups of quotes alone, and of claims alone.
OF_QUOTES, OF_CLAIMS = frozenset({"kind", "stance"}), frozenset({"class", "status"})
#: Groups that a reader expects in order of time.
OF_TIME = frozenset({"month", "year"})
#: Between the names of groups that are combined.
BETWEEN = " · "
_UNKNOWN = "(unknown)"
#: Of whom a joined table has no row, or an empty cell.
_NOT_TOLD = "(not in the table)"
_NOBODY = "(nobody credited)"
_UNRESOLVED = "(not resolved)"


def counted(store: Store, wanted: Filter, names: Sequence[str]) -> Iterator[Found]:
    """Yield what is counted by groups of those names: articles as they were counted when stored, where these do."""
    if wanted.of_articles and BY_ARTICLE.issuperset(names):
        yield from store.tallies(wanted)
        return
    if OF_CLAIMS.isdisjoint(names):
        yield from store.utterances(wanted)
    if OF_QUOTES.isdisjoint(names):
        yield from store.figures(wanted)


def overall(found: Iterable[Found], articles: int) -> StatRow:
    """Return the counts of everything; `articles` is how many there are, with findings or without."""
    tally = Tally("all")
    for one in found:
        tally.add(one)
    tally.settle()
    return tally.row(articles)


def by_group(
    found: Iterable[Found], grouping: Grouping, sort: str = "", limit: int | None = None, *, cased: bool = False
) -> list[StatRow]:
    """Return the counts of each group, in the order of a key; without one those with most quotes come first.

    "Reports" at the head of a sentence and "reports" are one group, under the name that is used most, unless groups
    are `cased`.
    """
    tallies: dict[str, Tally] = {}
    for one in found:
        groups = grouping(one)
        for group in groups if len(groups) == 1 else dict.fromkeys(groups):
            tally = tallies.get(group)
            if tally is None:
                tally = tallies[group] = Tally(group)
            tally.add(one)
    for tally in tallies.values():
        tally.settle()
    groups_found = tallies.values() if cased else _in_one_case(tallies)
    return _rows(groups_found, sort, limit)


def _in_one_case(tallies: Mapping[str, Tally]) -> Iterable[Tally]:
    """Return groups of which none differ in capitals alone: the one with most findings has taken in the others."""
    several: dict[str, list[Tally]] = defaultdict(list)
    for name, tally in tallies.items():
        several[name.casefold()].append(tally)
    for alike in several.values():
        alike.sort(key=lambda one: (-len(one.lengths) - one.claims, one.name))
        for other in alike[1:]:
            alike[0].join(other)
        yield alike[0]


def _rows(tallies: Iterable[Tally], sort: str, limit: int | None) -> list[StatRow]:
    """Return counts in the order of a key, "-" before it turns it round; equal ones as if there was none.

    Groups of which the figure is unknown come last either way.
    """
    ranked = sorted((tally for tally in tallies if tally), key=lambda tally: tally.rank)
    key = sort.removeprefix("-")
    if key and key not in STAT_SORTS:
        raise QueryError(f"counts cannot be sorted by {key!r}, but by {', '.join(STAT_SORTS)}.")
    if key == "group":
        ranked.sort(key=lambda tally: tally.name, reverse=sort.startswith("-"))
    total = sum(len(tally.lengths) for tally in ranked)
    if key in {"", "group"}:
        return [tally.row(total=total) for tally in ranked[:limit]]
    rows = [tally.row(total=total) for tally in ranked]
    told = [row for row in rows if getattr(row, key) is not None]
    told.sort(key=lambda row: getattr(row, key), reverse=sort.startswith("-"))
    return [*told, *(row for row in rows if getattr(row, key) is None)][:limit]


def grouping_of(name: str) -> Grouping:
    """Return what tells the groups for a name of `BY`."""
    return _GROUPINGS[name]


def crossed(groupings: Sequence[Grouping]) -> Grouping:
    """Return what tells the groups of several groupings at once: every combination, in their order."""
    if len(groupings) == 1:
        return groupings[0]
    return lambda found: [BETWEEN.join(several) for several in product(*(grouping(found) for grouping in groupings))]


def grouping_by(column: Column) -> Grouping:
    """Return what tells the groups by a column of a joined table."""
    told = column.values
    if column.of == "actors":
        of_actor = {number_of(actor): value for actor, value in told.items()}
        return lambda found: [of_actor.get(voice.actor, _NOT_TOLD) for voice in found.voices] or [_NOBODY]
    if column.of == "outlets":
        return lambda found: [told.get(fold(found.place.outlet or ""), _NOT_TOLD)]
    return lambda found: [told.get(found.place.article, _NOT_TOLD)]


def _by_speaker(found: Utterance | Figure) -> Sequence[str]:
    return [_UNRESOLVED if voice.actor is None else voice.name for voice in found.voices] or [_NOBODY]


_GROUPINGS: dict[str, Grouping] = {
    "outlet": lambda found: (found.place.outlet or _UNKNOWN,),
    "speaker": _by_speaker,
    "kind": lambda found: (found.kind,) if isinstance(found, Utterance) else (),
    "stance": lambda found: (found.stance or "(no cue)",) if isinstance(found, Utterance) else (),
    "month": lambda found: ((found.place.published or "undated")[:7],),
    "year": lambda found: (found.place.published[:4] if found.place.published else "undated",),
    "class": lambda found: (found.kind,) if isinstance(found, Figure) else (),
    "status": lambda found: (found.status,) if isinstance(found, Figure) else (),
    "article": lambda found: (found.place.article,),
}
