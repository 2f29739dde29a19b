"""Utterances and figures → counts, of all together or of each group."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, get_args

from newsclaim.errors import QueryError
from newsclaim.models.quote import QuoteKind
from newsclaim.models.sorts import STAT_SORTS
from newsclaim.models.stats import ArticleTally, Figure, StatRow, Utterance, Voice
from newsclaim.text import fold

if TYPE_CHECKING:
    from newsclaim.queries.joins import Column

Found = Utterance | Figure | ArticleTally
#: Tells in which groups something counts.
Grouping = Callable[[Found], Sequence[str]]
#: What is told by the article alone: counted by article, without a look at quotes and claims.
BY_ARTICLE = frozenset({"outlet", "month", "year", "article"})
#: Groups that a reader expects in order of time.
OF_TIME = frozenset({"month", "year"})
#: Between the names of groups that are combined.
BETWEEN = " · "
_UNKNOWN = "(unknown)"
#: Of whom a joined table has no row, or an empty cell.
_NOT_TOLD = "(not in the table)"
_NOBODY = "(nobody credited)"
_UNRESOLVED = "(not resolved)"


@dataclass(slots=True)
class _Tally:
    articles: set[str] = field(default_factory=set)
    quoting: set[str] = field(default_factory=set)
    kinds: dict[str, int] = field(default_factory=lambda: dict.fromkeys(get_args(QuoteKind), 0))
    claims: int = 0
    words: int = 0
    verbatim: int = 0
    #: Words of each quote.
    lengths: list[int] = field(default_factory=list)
    #: Sources with their articles, by whether they are named.
    sources: dict[bool, set[tuple[str, str]]] = field(default_factory=lambda: {True: set(), False: set()})
    #: Sources that were counted when their articles were stored.
    named: int = 0
    unnamed: int = 0

    def take(self, found: Found) -> None:
        if isinstance(found, ArticleTally):
            self._take_article(found)
            return
        self.articles.add(found.article)
        if isinstance(found, Figure):
            self.claims += found.number
            return
        self.quoting.add(found.article)
        self.kinds[found.kind] += 1
        self.words += found.words
        self.verbatim += found.verbatim
        self.lengths.append(found.words)
        for voice in found.voices:
            self.sources[voice.is_named].add((found.article, voice.id or fold(voice.name)))

    def _take_article(self, found: ArticleTally) -> None:
        if found.lengths:
            self.quoting.add(found.article)
            for kind, count in zip(self.kinds, found.kinds, strict=True):
                self.kinds[kind] += count
            self.lengths += found.lengths
            self.words += found.words
            self.verbatim += found.verbatim
            self.named += found.named
            self.unnamed += found.unnamed
        if found.lengths or found.claims:
            self.articles.add(found.article)
            self.claims += found.claims

    def row(self, group: str) -> StatRow:
        named = self.named + len(self.sources[True])
        unnamed = self.unnamed + len(self.sources[False])
        count = len(self.articles)
        return StatRow(
            group=group, articles=count, quotes=len(self.lengths), claims=self.claims, named=named,
            unnamed=unnamed, named_per_article=_ratio(named, count), unnamed_per_article=_ratio(unnamed, count),
            words=self.words, median_words=_median(self.lengths), direct_share=_ratio(self.verbatim, self.words),
            without_quotes=len(self.articles - self.quoting), **self.kinds,
        )  # fmt: skip


def overall(found: Iterable[Found], articles: Iterable[str]) -> StatRow:
    """Return the counts of everything; `articles` are the ids of all of them."""
    tally = _Tally()
    for one in found:
        tally.take(one)
    tally.articles = set(articles)
    return tally.row("all")


def by_group(found: Iterable[Found], grouping: Grouping, sort: str = "", *, cased: bool = False) -> list[StatRow]:
    """Return the counts of each group, in the order of a key; without one those with most quotes come first.

    "Reports" at the head of a sentence and "reports" are one group, under the name that is used most, unless groups
    are `cased`.
    """
    tallies: dict[str, _Tally] = defaultdict(_Tally)
    names: dict[str, Counter[str]] = defaultdict(Counter)
    folded = str if cased else cache(str.casefold)
    for one in found:
        groups = grouping(one)
        for group in groups if len(groups) == 1 else dict.fromkeys(groups):
            key = folded(group)
            names[key][group] += 1
            tallies[key].take(one)
    rows = [tally.row(_usual(names[key])) for key, tally in tallies.items() if tally.articles]
    rows.sort(key=lambda row: (-row.quotes, -row.claims, row.group))
    return _in_order(rows, sort)


def _usual(names: Counter[str]) -> str:
    return min(names, key=lambda name: (-names[name], name))


def _in_order(rows: list[StatRow], sort: str) -> list[StatRow]:
    """Return rows in the order of a key, with "-" before it the other way round; equal ones stay as they were."""
    key = sort.removeprefix("-")
    if not key:
        return rows
    if key not in STAT_SORTS:
        raise QueryError(f"counts cannot be sorted by {key!r}, but by {', '.join(STAT_SORTS)}.")
    return sorted(rows, key=lambda row: getattr(row, key), reverse=sort.startswith("-"))


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
    if column.of == "actors":
        return lambda found: [column.values.get(voice.id or "", _NOT_TOLD) for voice in _voices(found)] or [_NOBODY]
    if column.of == "outlets":
        return lambda found: [column.values.get(fold(found.outlet or ""), _NOT_TOLD)]
    return lambda found: [column.values.get(found.article, _NOT_TOLD)]


def _by_speaker(found: Found) -> Sequence[str]:
    return [voice.name if voice.id else _UNRESOLVED for voice in _voices(found)] or [_NOBODY]


_GROUPINGS: dict[str, Grouping] = {
    "outlet": lambda found: [found.outlet or _UNKNOWN],
    "speaker": _by_speaker,
    "kind": lambda found: [found.kind] if isinstance(found, Utterance) else [],
    "stance": lambda found: [found.stance or "(no cue)"] if isinstance(found, Utterance) else [],
    "month": lambda found: [(found.published or "undated")[:7]],
    "year": lambda found: [found.published[:4] if found.published else "undated"],
    "class": lambda found: [found.kind] if isinstance(found, Figure) else [],
    "status": lambda found: [found.status] if isinstance(found, Figure) else [],
    "article": lambda found: [found.article],
}


def _median(lengths: Sequence[int]) -> float | None:
    """Return the middle one of some lengths, the mean of both where two stand in the middle; None of none."""
    ordered = sorted(lengths)
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2 if ordered else None


def _voices(found: Found) -> tuple[Voice, ...]:
    return () if isinstance(found, ArticleTally) else found.voices


def _ratio(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None
