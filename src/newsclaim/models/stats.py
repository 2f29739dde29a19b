"""Counts: what `stats` tells of a corpus or of each part of it, and what it is counted from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsclaim.models.base import Model

#: What can be counted by without a table of one's own.
BY = ("outlet", "speaker", "kind", "stance", "month", "year", "class", "status", "article")


class StatRow(Model):
    """What was found in all articles, or in one group of articles, speakers or stances.

    A quote inside another one and a word-for-word repetition inside one article are counted once. `articles` are those
    that the group is found in; of all together every article counts, and `without_quotes` are those without any.
    `named` and `unnamed` count the different sources of each article, those who are quoted: by a proper name, or as
    "officials", "a witness", "she". `words` are those of the quotes, `median_words` the length of the middle one,
    `direct_share` the part of the words that stands inside quotation marks (0 to 1). `share` is the part of the quotes
    of all groups that is this one's, None where there is none; a quote of two speakers counts for each.
    """

    group: str
    articles: int = 0
    quotes: int = 0
    share: float | None = None
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


def is_proper(name: str, kind: str) -> bool:
    """Whether somebody of a kind is called by a proper name; a group and a common noun are none."""
    # Most names show it by their first letter.
    return kind != "group" and (not name[:1].islower() or any(not word[0].islower() for word in name.split()))


class Voice(NamedTuple):
    """Who is credited, as counting needs it: `actor` is the number of the corpus, None where nobody was found.

    Without an actor the name is the article's word for whoever it is, folded: "she" is one source of an article.

    `is_named` tells whether it is somebody with a proper name.
    """

    actor: int | None
    name: str
    is_named: bool

    @classmethod
    def of(cls, actor: int, name: str, kind: str) -> Voice:
        """Return an actor of the corpus."""
        return cls(actor, name, is_proper(name, kind))


class Place(NamedTuple):
    """Where a finding stands: the id of its article, the outlet, and when it was published."""

    article: str
    outlet: str | None
    published: str | None


class Utterance(NamedTuple):
    """A quote as counting needs it: where, how many words, how many of them in quotation marks, by whom."""

    place: Place
    kind: str
    stance: str | None
    words: int
    verbatim: int
    voices: Sequence[Voice]


class Figure(NamedTuple):
    """A numeric claim as counting needs it."""

    place: Place
    kind: str
    status: str
    voices: Sequence[Voice]


class ArticleTally(NamedTuple):
    """What was counted of an article when it was stored: its claims, its quotes of each kind, the words of these.

    `lengths` tells the words of each quote (an array of "H").
    """

    article: str
    outlet: str | None
    published: str | None
    claims: int
    direct: int
    mixed: int
    indirect: int
    words: int
    verbatim: int
    named: int
    unnamed: int
    lengths: bytes

    @property
    def place(self) -> Place:
        """Where it was counted."""
        return Place(self.article, self.outlet, self.published)
