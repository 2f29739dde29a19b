"""What is counted of a group: quotes, claims and articles are added, a row of counts comes out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import get_args

from newsclaim.models.quote import QuoteKind
from newsclaim.models.stats import ArticleTally, Figure, StatRow, Utterance, Voice

_KINDS: tuple[QuoteKind, ...] = get_args(QuoteKind)


@dataclass(slots=True)
class Tally:
    """A group, and what was counted in it so far: of findings, or of articles that were counted when they were stored.

    `lengths` has the words of each quote by kind; `quoting` and `claiming` are the articles with quotes and with
    claims, `sources` who is credited in which article, `named` and `unnamed` the sources of articles counted before.
    """

    name: str
    claims: int = 0
    words: int = 0
    verbatim: int = 0
    named: int = 0
    unnamed: int = 0
    kinds: dict[str, int] = field(default_factory=lambda: dict.fromkeys(_KINDS, 0))
    lengths: list[int] = field(default_factory=list)
    quoting: set[str] = field(default_factory=set)
    claiming: set[str] = field(default_factory=set)
    sources: set[tuple[str, Voice]] = field(default_factory=set)

    @property
    def rank(self) -> tuple[int, int, str]:
        """Groups with most quotes come first."""
        return -len(self.lengths), -self.claims, self.name

    def __bool__(self) -> bool:
        """Whether there is a quote or claim in it."""
        return bool(self.lengths or self.claims)

    def add(self, one: Utterance | Figure | ArticleTally) -> None:
        """Count a quote, a claim, or an article that was counted when it was stored."""
        if isinstance(one, Utterance):
            self._add_quote(one)
        elif isinstance(one, Figure):
            self.claims += 1
            self.claiming.add(one.place.article)
        else:
            self._add_article(one)

    def _add_quote(self, quote: Utterance) -> None:
        article = quote.place.article
        self.kinds[quote.kind] += 1
        self.lengths.append(quote.words)
        self.words += quote.words
        self.verbatim += quote.verbatim
        self.quoting.add(article)
        for voice in quote.voices:
            self.sources.add((article, voice))

    def _add_article(self, tally: ArticleTally) -> None:
        article = tally.place.article
        self._add_counts(tally, tally.kinds)
        if tally.lengths:
            self.quoting.add(article)
        if tally.claims:
            self.claiming.add(article)

    def _add_counts(self, other: Tally | ArticleTally, kinds: Iterable[int]) -> None:
        """Add what is counted alike of a group and of an article; `kinds` are its quotes in the order of `_KINDS`."""
        for kind, count in zip(_KINDS, kinds, strict=True):
            self.kinds[kind] += count
        self.claims += other.claims
        self.words += other.words
        self.verbatim += other.verbatim
        self.named += other.named
        self.unnamed += other.unnamed
        self.lengths += other.lengths

    def join(self, other: Tally) -> None:
        """Take in another group."""
        self._add_counts(other, other.kinds.values())
        self.quoting |= other.quoting
        self.claiming |= other.claiming
        self.sources |= other.sources

    def row(self, articles: int | None = None, *, total: int = 0) -> StatRow:
        """Return the counts; of `articles`, where not only those with findings count, and of `total` quotes in all."""
        count = len(self.quoting | self.claiming) if articles is None else articles
        by_name = sum([voice.is_named for _, voice in self.sources])
        named, unnamed = self.named + by_name, self.unnamed + len(self.sources) - by_name
        return StatRow(
            group=self.name, articles=count, quotes=len(self.lengths), share=_ratio(len(self.lengths), total),
            **self.kinds, claims=self.claims, named=named, unnamed=unnamed, named_per_article=_ratio(named, count),
            unnamed_per_article=_ratio(unnamed, count), words=self.words, median_words=_median(self.lengths),
            direct_share=_ratio(self.verbatim, self.words), without_quotes=count - len(self.quoting),
        )  # fmt: skip


def _median(lengths: Sequence[int]) -> float | None:
    """Return the middle one of some lengths, the mean of both where two stand in the middle; None of none."""
    ordered = sorted(lengths)
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2 if ordered else None


def _ratio(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None
