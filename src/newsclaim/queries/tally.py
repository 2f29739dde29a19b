"""What is counted of a group: quotes, claims and articles are put in, a row of counts comes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import get_args

from newsclaim.models.quote import QuoteKind
from newsclaim.models.stats import ArticleTally, Figure, StatRow, Utterance
from newsclaim.text import fold


@dataclass(slots=True)
class Tally:
    """A group, and what is in it: findings, or articles that were counted when they were stored."""

    name: str
    quotes: list[Utterance] = field(default_factory=list)
    claims: list[Figure] = field(default_factory=list)
    tallies: list[ArticleTally] = field(default_factory=list)

    @property
    def rank(self) -> tuple[int, int, str]:
        """Groups with most quotes come first."""
        return -self.size, -len(self.claims) - sum(one.claims for one in self.tallies), self.name

    @property
    def size(self) -> int:
        """How many quotes are in it."""
        return len(self.quotes) + sum(len(one.lengths) for one in self.tallies)

    def __bool__(self) -> bool:
        """Whether there is a quote or claim in it."""
        return self.rank[:2] != (0, 0)

    def join(self, other: Tally) -> None:
        """Take in another group."""
        self.quotes += other.quotes
        self.claims += other.claims
        self.tallies += other.tallies

    def row(self, articles: int | None = None, *, total: int = 0) -> StatRow:
        """Return the counts; of `articles`, where not only those with findings count, and of `total` quotes in all."""
        tallies = self.tallies
        quoting, others = self._articles()
        count = len(quoting | others) if articles is None else articles
        lengths = [*(one.words for one in self.quotes), *(length for one in tallies for length in one.lengths)]
        words = sum(one.words for one in self.quotes) + sum(one.words for one in tallies)
        verbatim = sum(one.verbatim for one in self.quotes) + sum(one.verbatim for one in tallies)
        named, unnamed = self._sources()
        return StatRow(
            group=self.name, articles=count, quotes=len(lengths), share=_ratio(len(lengths), total), **self._kinds(),
            claims=len(self.claims) + sum(one.claims for one in tallies), named=named, unnamed=unnamed,
            named_per_article=_ratio(named, count), unnamed_per_article=_ratio(unnamed, count), words=words,
            median_words=_median(lengths), direct_share=_ratio(verbatim, words), without_quotes=count - len(quoting),
        )  # fmt: skip

    def _articles(self) -> tuple[set[str], set[str]]:
        """Return the articles with quotes, and those with claims."""
        quoting = {one.place.article for one in self.quotes} | {
            one.place.article for one in self.tallies if one.lengths
        }
        claiming = {one.place.article for one in self.claims} | {
            one.place.article for one in self.tallies if one.claims
        }
        return quoting, claiming

    def _kinds(self) -> dict[str, int]:
        """Return how many quotes are of which kind."""
        kinds = Counter(one.kind for one in self.quotes)
        for one in self.tallies:
            kinds.update(dict(zip(get_args(QuoteKind), one.kinds, strict=True)))
        return kinds

    def _sources(self) -> tuple[int, int]:
        """Return how many sources of each article are named, and how many are not."""
        voices = {
            (one.place.article, fold(voice.name) if voice.actor is None else voice.actor, voice.is_named)
            for one in self.quotes
            for voice in one.voices
        }
        named = sum(is_named for *_, is_named in voices)
        before = [(one.named, one.unnamed) for one in self.tallies]
        return named + sum(n for n, _ in before), len(voices) - named + sum(n for _, n in before)


def _median(lengths: Sequence[int]) -> float | None:
    """Return the middle one of some lengths, the mean of both where two stand in the middle; None of none."""
    ordered = sorted(lengths)
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2 if ordered else None


def _ratio(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None
