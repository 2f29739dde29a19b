"""Counts: what `stats` tells of a corpus or of each part of it, and what it is counted from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from newsclaim.models.actor import ActorKind
from newsclaim.models.base import Model

#: What can be counted by without a table of one's own.
BY = ("outlet", "speaker", "kind", "stance", "month", "year", "class", "status", "article")


class StatRow(Model):
    """What was found in all articles, or in one group of articles, speakers or stances.

    A quote inside another one and a word-for-word repetition inside one article are counted once. `articles` are those
    that the group is found in; of all together every article counts, and `without_quotes` are those without any.
    `named` and `unnamed` count the different sources of each article, those who are quoted: by a proper name, or as
    "officials", "a witness", "she". `words` are those of the quotes, `median_words` the length of the middle one,
    `direct_share` the part of the words that stands inside quotation marks (0 to 1).
    """

    group: str
    articles: int = 0
    quotes: int = 0
    direct: int = 0
    mixed: int = 0
    indirect: int = 0
    claims: int = 0
    named: int = 0
    unnamed: int = 0
    named_per_article: float | None = None
    unnamed_per_article: float | None = None
    words: int = 0
    median_words: float | None = None
    direct_share: float | None = None
    without_quotes: int = 0


@dataclass(frozen=True, slots=True)
class Voice:
    """Who is credited, as counting needs it: `id` is None where nobody was found, `name` is what is shown.

    `is_named` tells whether it is somebody with a proper name; a group and a common noun are none.
    """

    id: str | None
    name: str
    kind: ActorKind | None
    is_named: bool = field(init=False, compare=False)

    def __post_init__(self) -> None:
        known = self.id is not None and self.kind != "group"
        object.__setattr__(self, "is_named", known and any(not word[0].islower() for word in self.name.split()))


class Utterance(NamedTuple):
    """A quote as counting needs it: in which article, how many words, how many of them in quotation marks, by whom."""

    article: str
    outlet: str | None
    published: str | None
    kind: str
    stance: str | None
    words: int
    verbatim: int
    voices: tuple[Voice, ...]


class Figure(NamedTuple):
    """Numeric claims of one article that are alike, as counting needs them: `number` is how many they are."""

    article: str
    outlet: str | None
    published: str | None
    kind: str
    status: str
    voices: tuple[Voice, ...]
    number: int = 1


class ArticleTally(NamedTuple):
    """What was counted of an article when it was stored.

    `kinds` are its quotes by kind, in the order of `QuoteKind`; `lengths` tells the words of each.
    """

    article: str
    outlet: str | None
    published: str | None
    claims: int
    kinds: tuple[int, int, int]
    words: int
    verbatim: int
    named: int
    unnamed: int
    lengths: Sequence[int]
