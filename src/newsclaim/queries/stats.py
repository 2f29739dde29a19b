"""Utterances and figures → counts, of all together or of each group."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product

from newsclaim.models.stats import ArticleTally, Figure, StatRow, Utterance, Voice
from newsclaim.queries.joins import Column
from newsclaim.text import fold

Found = Utterance | Figure | ArticleTally
#: Tells in which groups something counts.
Grouping = Callable[[Found], Iterable[str]]
#: What is told by the article alone: counted by article, without a look at quotes and claims.
BY_ARTICLE = frozenset({"outlet", "month", "year", "article"})
#: Between the names of groups that are combined.
BETWEEN = " · "
_UNKNOWN = "(unknown)"
_NOBODY = "(nobody credited)"
_UNRESOLVED = "(not resolved)"


@dataclass(slots=True)
class _Tally:
    articles: set[str] = field(default_factory=set)
    quoting: set[str] = field(default_factory=set)
    kinds: Counter[str] = field(default_factory=Counter)
    claims: int = 0
    words: int = 0
    verbatim: int = 0
    lengths: Counter[int] = field(default_factory=Counter)
    sources: set[tuple[str, str, bool]] = field(default_factory=set)
    #: Sources that were counted when their articles were stored.
    named: int = 0
    unnamed: int = 0

    def take(self, found: Found) -> None:
        if isinstance(found, ArticleTally):
            self._take_article(found)
            return
        self.articles.add(found.article)
        if isinstance(found, Figure):
            self.claims += 1
            return
        self.quoting.add(found.article)
        self.kinds[found.kind] += 1
        self.words += found.words
        self.verbatim += found.verbatim
        self.lengths[found.words] += 1
        self.sources.update((found.article, *_source(voice)) for voice in found.voices)

    def _take_article(self, found: ArticleTally) -> None:
        direct, mixed, indirect = found.kinds
        if found.lengths:
            self.quoting.add(found.article)
            self.kinds["direct"] += direct
            self.kinds["mixed"] += mixed
            self.kinds["indirect"] += indirect
            self.lengths.update(found.lengths)
            self.words += found.words
            self.verbatim += found.verbatim
            self.named += found.named
            self.unnamed += found.unnamed
        if found.lengths or found.claims:
            self.articles.add(found.article)
            self.claims += found.claims

    def row(self, group: str) -> StatRow:
        named = self.named + sum(is_named for *_, is_named in self.sources)
        unnamed = self.unnamed + sum(not is_named for *_, is_named in self.sources)
        count = len(self.articles)
        return StatRow(
            group=group, articles=count, quotes=self.kinds.total(), direct=self.kinds["direct"],
            mixed=self.kinds["mixed"], indirect=self.kinds["indirect"], claims=self.claims, named=named,
            unnamed=unnamed, named_per_article=_ratio(named, count), unnamed_per_article=_ratio(unnamed, count),
            words=self.words, median_words=_median(self.lengths), direct_share=_ratio(self.verbatim, self.words),
            without_quotes=len(self.articles - self.quoting),
        )  # fmt: skip


def overall(found: Iterable[Found], articles: Iterable[str]) -> StatRow:
    """Return the counts of everything; `articles` are the ids of all of them."""
    tally = _Tally()
    for one in found:
        tally.take(one)
    tally.articles = set(articles)
    return tally.row("all")


def by_group(found: Iterable[Found], grouping: Grouping) -> list[StatRow]:
    """Return the counts of each group, those with most quotes first, then those with most claims."""
    tallies: dict[str, _Tally] = defaultdict(_Tally)
    for one in found:
        for group in dict.fromkeys(grouping(one)):
            tallies[group].take(one)
    rows = [tally.row(group) for group, tally in tallies.items() if tally.articles]
    return sorted(rows, key=lambda row: (-row.quotes, -row.claims, row.group))


def grouping_of(name: str) -> Grouping:
    """Return what tells the groups for a name of `BY`."""
    return _GROUPINGS[name]


def crossed(groupings: Sequence[Grouping]) -> Grouping:
    """Return what tells the groups of several groupings at once: every combination, in their order."""
    return lambda found: [BETWEEN.join(several) for several in product(*(grouping(found) for grouping in groupings))]


def grouping_by(column: Column) -> Grouping:
    """Return what tells the groups by a column of a joined table."""
    if column.of == "actors":
        return lambda found: [column.values.get(voice.id or "", _UNKNOWN) for voice in _voices(found)] or [_NOBODY]
    if column.of == "outlets":
        return lambda found: [column.values.get(fold(found.outlet or ""), _UNKNOWN)]
    return lambda found: [column.values.get(found.article, _UNKNOWN)]


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


def _median(lengths: Counter[int]) -> float | None:
    """Return the middle one of some lengths, the mean of both where two stand in the middle; None of none."""
    places = [(lengths.total() - 1) // 2, lengths.total() // 2]
    found = [length for place in places for length in _at(lengths, place)]
    return sum(found) / len(found) if found else None


def _at(lengths: Counter[int], place: int) -> Iterator[int]:
    """Yield the length at a place when they stand in order; nothing when there is none."""
    for length in sorted(lengths):
        place -= lengths[length]
        if place < 0 <= place + lengths[length]:
            yield length
            return


def _voices(found: Found) -> tuple[Voice, ...]:
    return () if isinstance(found, ArticleTally) else found.voices


def _source(voice: Voice) -> tuple[str, bool]:
    return voice.id or fold(voice.name), voice.is_named


def _ratio(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None
