"""Rows that queries hand out: what was found together with the article it came from. Same JSON as in the contract."""

from __future__ import annotations

from newsclaim.models import ActorKind, Alias, CopyDirection, Model, NumericClaim, Quote, Role, Share
from newsclaim.models.mark import MarkRef


class ArticleRef(Model):
    """The article a row came from."""

    id: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    path: str | None = None


class QuoteRow(Quote):
    """A quote, its mentions resolved to the actors of the whole corpus; `sentence` is the text it stands in.

    `context` are sentences around it, where they were asked for; `mark` is what people say of it.
    """

    article: ArticleRef
    sentence: str | None = None
    context: str | None = None
    mark: MarkRef | None = None


class ClaimRow(NumericClaim):
    """A numeric claim, its mentions resolved to the actors of the whole corpus; `sentence` is the text it stands in.

    `context` are sentences around it, where they were asked for; `mark` is what people say of it.
    """

    article: ArticleRef
    sentence: str | None = None
    context: str | None = None
    mark: MarkRef | None = None


class ActorRow(Model):
    """An actor of the whole corpus with counts: articles that name it, quotes it is credited with, claims it makes."""

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    roles: tuple[Role, ...] = ()
    aliases: tuple[Alias, ...] = ()
    articles: int = 0
    quotes: int = 0
    claims: int = 0


class ArticleRow(ArticleRef):
    """An article in the database with its size, what was found in it, and where its text comes from.

    `copy_of` is the article whose text it is, `copy_direction` what tells that it is not the other way round, `shares`
    the passages that it has in common with others, `origin` the agency or outlet that it names as its source.
    """

    updated: str | None = None
    words: int = 0
    quotes: int = 0
    claims: int = 0
    copy_of: str | None = None
    copy_direction: CopyDirection | None = None
    shares: tuple[Share, ...] = ()
    origin: str | None = None


class Related(Model):
    """Another article of the same story, and why it is of the same story (None: they are held together by others)."""

    article: ArticleRef
    reason: str | None = None


class TopicRow(Model):
    """A topic, how it is defined, and how many claims of the database it matches (None without a database)."""

    id: str
    title: str
    definition: str
    claims: int | None = None


class NameAnswer(Model):
    """Whether two names would be joined: same, different or unclear, with the rule and the reason in words."""

    id: str | None = None
    a: str
    b: str
    verdict: str
    rule: str
    reason: str


class Passage(Model):
    """A stretch of an article around what was asked for; `marks` are offsets into `text` of this passage."""

    article: ArticleRef
    start: int
    text: str
    marks: tuple[tuple[int, int], ...] = ()


class Shown(Model):
    """The answer to `show`: what kind of thing the id names, its row, and the passages it stands in.

    `related` are the other articles of an article's story.
    """

    kind: str
    row: QuoteRow | ClaimRow | ActorRow | ArticleRow
    passages: tuple[Passage, ...] = ()
    related: tuple[Related, ...] = ()
