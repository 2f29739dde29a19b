"""What is counted of a group: quotes, claims and articles are added, a row of counts comes out."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from operator import add, or_
from typing import get_args

from newsclaim.models.quote import QuoteKind
from newsclaim.models.stats import ArticleTally, Figure, StatRow, Utterance, Voice

_KINDS: tuple[QuoteKind, ...] = get_args(QuoteKind)
_PLACES: dict[str, int] = {kind: place for place, kind in enumerate(_KINDS)}


@dataclass(slots=True)
class Tally:
    """A group, and what was counted in it so far: of findings, or of articles that were counted when they were stored.

    `kinds` are its quotes in the order of `_KINDS`, `lengths` the words of each; `quoting` and `claiming` are the
    articles with quotes and with claims, `sources` who is credited in which article. Of articles that were counted
    before each comes once: `quoted` have quotes, `told` quotes or claims, `named` and `unnamed` are their sources;
    `before` are those of them that are not added up yet.
    """

    name: str
    claims: int = 0
    words: int = 0
    verbatim: int = 0
    named: int = 0
    unnamed: int = 0
    quoted: int = 0
    told: int = 0
    before: list[ArticleTally] = field(default_factory=list)
    kinds: list[int] = field(default_factory=lambda: [0] * len(_KINDS))
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
            self.before.append(one)

    def _add_quote(self, quote: Utterance) -> None:
        article = quote.place.article
        self.kinds[_PLACES[quote.kind]] += 1
        self.lengths.append(quote.words)
        self.words += quote.words
        self.verbatim += quote.verbatim
        self.quoting.add(article)
        for voice in quote.voices:
            self.sources.add((article, voice))

    def settle(self) -> None:
        """Add up the articles that were counted before: figure by figure, which is quicker than one by one."""
        if not self.before:
            return
        _, _, _, claims, *kinds, words, verbatim, named, unnamed, lengths = zip(*self.before, strict=True)
        self.kinds = list(map(add, self.kinds, map(sum, kinds)))
        self.claims += sum(claims)
        self.words += sum(words)
        self.verbatim += sum(verbatim)
        self.named += sum(named)
        self.unnamed += sum(unnamed)
        self.lengths += memoryview(b"".join(lengths)).cast("H")
        self.quoted += sum(map(bool, lengths))
        self.told += sum(map(or_, map(bool, lengths), map(bool, claims)))
        self.before = []

    def join(self, other: Tally) -> None:
        """Take in another group; both are settled."""
        self.kinds = list(map(add, self.kinds, other.kinds))
        self.claims += other.claims
        self.words += other.words
        self.verbatim += other.verbatim
        self.named += other.named
        self.unnamed += other.unnamed
        self.lengths += other.lengths
        self.quoted += other.quoted
        self.told += other.told
        self.quoting |= other.quoting
        self.claiming |= other.claiming
        self.sources |= other.sources

    def row(self, articles: int | None = None, *, total: int = 0) -> StatRow:
        """Return the counts; of `articles`, where not only those with findings count, and of `total` quotes in all."""
        count = self.told + len(self.quoting | self.claiming) if articles is None else articles
        by_name = sum([voice.is_named for _, voice in self.sources])
        named, unnamed = self.named + by_name, self.unnamed + len(self.sources) - by_name
        kinds = dict(zip(_KINDS, self.kinds, strict=True))
        return StatRow(
            group=self.name, articles=count, quotes=len(self.lengths), share=_ratio(len(self.lengths), total),
            **kinds, claims=self.claims, named=named, unnamed=unnamed, named_per_article=_ratio(named, count),
            unnamed_per_article=_ratio(unnamed, count), words=self.words, median_words=_median(self.lengths),
            direct_share=_ratio(self.verbatim, self.words), without_quotes=count - self.quoted - len(self.quoting),
        )  # fmt: skip


def _median(lengths: Sequence[int]) -> float | None:
    """Return the middle one of some lengths, the mean of both where two stand in the middle; None of none.

    Of a million lengths few differ: those are put into order.
    """
    if not lengths:
        return None
    known = sorted(Counter(lengths).items())
    ends = list(accumulate(count for _, count in known))
    middle = (known[bisect(ends, place)][0] for place in ((len(lengths) - 1) // 2, len(lengths) // 2))
    return sum(middle) / 2


def _ratio(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None
