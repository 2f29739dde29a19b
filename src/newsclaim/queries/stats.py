"""Utterances and figures → counts, of all together or of each group."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from statistics import median

from newsclaim.models.stats import Figure, StatRow, Utterance, Voice
from newsclaim.queries.joins import Column
from newsclaim.text import fold

Found = Utterance | Figure
#: Tells in which groups something counts.
Grouping = Callable[[Found], Iterable[str]]
#: Between the names of groups that are combined.
BETWEEN = " · "
_UNKNOWN = "(unknown)"
_NOBODY = "(nobody credited)"
_UNRESOLVED = "(not resolved)"


@dataclass(slots=True)
class _Tally:
    utterances: list[Utterance] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)

    def row(self, group: str, articles: Iterable[str] | None = None) -> StatRow:
        seen = {utterance.article for utterance in self.utterances} | {figure.article for figure in self.figures}
        everywhere = seen if articles is None else set(articles)
        sources = {
            (utterance.article, voice) for utterance in self.utterances for voice in map(_source, utterance.voices)
        }
        named = sum(is_named for _, (_, is_named) in sources)
        kinds = [utterance.kind for utterance in self.utterances]
        words = sum(utterance.words for utterance in self.utterances)
        count = len(everywhere)
        return StatRow(
            group=group, articles=count, quotes=len(kinds), direct=kinds.count("direct"), mixed=kinds.count("mixed"),
            indirect=kinds.count("indirect"), claims=len(self.figures), named=named, unnamed=len(sources) - named,
            named_per_article=_ratio(named, count), unnamed_per_article=_ratio(len(sources) - named, count),
            words=words, median_words=median(s.words for s in self.utterances) if self.utterances else None,
            direct_share=_ratio(sum(utterance.verbatim for utterance in self.utterances), words),
            without_quotes=len(everywhere - {utterance.article for utterance in self.utterances}),
        )  # fmt: skip


def overall(utterances: Iterable[Utterance], figures: Iterable[Figure], articles: Iterable[str]) -> StatRow:
    """Return the counts of everything; `articles` are the ids of all of them."""
    return _Tally(list(once(utterances)), list(figures)).row("all", articles)


def by_group(utterances: Iterable[Utterance], figures: Iterable[Figure], grouping: Grouping) -> list[StatRow]:
    """Return the counts of each group, those with most quotes first, then those with most claims."""
    tallies: dict[str, _Tally] = {}
    for utterance in once(utterances):
        for group in dict.fromkeys(grouping(utterance)):
            tallies.setdefault(group, _Tally()).utterances.append(utterance)
    for figure in figures:
        for group in dict.fromkeys(grouping(figure)):
            tallies.setdefault(group, _Tally()).figures.append(figure)
    rows = [tally.row(group) for group, tally in tallies.items()]
    return sorted(rows, key=lambda row: (-row.quotes, -row.claims, row.group))


def once(utterances: Iterable[Utterance]) -> Iterator[Utterance]:
    """Yield quotes without those inside another one and without word-for-word repetitions in the same article."""
    by_article: dict[str, list[Utterance]] = {}
    for utterance in utterances:
        by_article.setdefault(utterance.article, []).append(utterance)
    for several in by_article.values():
        said: set[tuple[str, tuple[Voice, ...]]] = set()
        # In this order whatever holds a quote stands before it.
        several.sort(key=lambda one: (one.spans[0][0], -one.spans[-1][1]))
        reached = -1
        for utterance in several:
            end = utterance.spans[-1][1]
            nested = end <= reached and any(_inside(utterance, other) for other in several)
            reached = max(reached, end)
            if not nested and (utterance.content, utterance.voices) not in said:
                said.add((utterance.content, utterance.voices))
                yield utterance


def _inside(one: Utterance, other: Utterance) -> bool:
    """Whether all of a quote stands in another, longer one."""
    if other.spans[0][0] > one.spans[0][0] or one.spans[-1][1] > other.spans[-1][1] or one.spans == other.spans:
        return False
    return all(any(low <= start and end <= high for low, high in other.spans) for start, end in one.spans)


def grouping_of(name: str) -> Grouping:
    """Return what tells the groups for a name of `BY`."""
    return _GROUPINGS[name]


def crossed(groupings: Sequence[Grouping]) -> Grouping:
    """Return what tells the groups of several groupings at once: every combination, in their order."""
    return lambda found: [BETWEEN.join(several) for several in product(*(grouping(found) for grouping in groupings))]


def grouping_by(column: Column) -> Grouping:
    """Return what tells the groups by a column of a joined table."""
    if column.of == "actors":
        return lambda found: [column.values.get(voice.id or "", _UNKNOWN) for voice in found.voices] or [_NOBODY]
    if column.of == "outlets":
        return lambda found: [column.values.get(fold(found.outlet or ""), _UNKNOWN)]
    return lambda found: [column.values.get(found.article, _UNKNOWN)]


def _by_speaker(found: Found) -> Sequence[str]:
    return [voice.name if voice.id else _UNRESOLVED for voice in found.voices] or [_NOBODY]


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


def _source(voice: Voice) -> tuple[str, bool]:
    return voice.id or fold(voice.name), voice.is_named


def _ratio(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None
