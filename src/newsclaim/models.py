"""What newsclaim finds, as frozen Pydantic models: the JSON of the contract, field by field.

All offsets are Unicode code points into `Article.text`, `end` exclusive; wherever an object has `start`, `end` and
`text`, `article.text[start:end] == text`. Unknown values are None, never left out.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

ExtractionSchema = Literal["newsclaim.extraction/1"]

BlockKind = Literal["title", "heading", "summary", "body", "caption", "boilerplate"]
QuoteKind = Literal["direct", "mixed", "indirect"]
ActorKind = Literal["person", "organisation", "government", "group", "media", "document"]
How = Literal["name", "short-name", "title", "nominal", "pronoun", "metonym", "continuation"]
Stance = Literal[
    "says", "claims", "confirms", "denies", "warns", "predicts", "demands", "promises", "praises", "condemns",
    "accuses", "asks", "suggests", "announces", "agrees", "disputes", "apologises", "believes", "withholds",
]  # fmt: skip
ClaimForm = Literal["point", "range", "vague", "fraction", "ratio"]
Qualifier = Literal["exact", "approx", "at_least", "more_than", "at_most", "less_than", "range"]
ClaimClass = Literal[
    "people-killed", "people-injured", "people-missing", "people-displaced", "people-detained", "troops", "protesters",
    "money", "vehicles", "votes", "age", "distance", "duration", "measure", "share", "other",
]  # fmt: skip
ClaimRole = Literal["total", "increment", "part", "remainder", "rate", "level"]
Status = Literal[
    "asserted", "estimated", "projected", "planned", "possible", "denied", "disputed", "hypothetical", "background"
]
TimeKind = Literal["as_of", "deadline", "period"]


class Model(BaseModel):
    """Base of all models: frozen, no unknown fields, fields may be filled by name or by JSON alias."""

    # Validators are built when a model is first used: a query needs few of them, and start-up counts.
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)


class Span(Model):
    """A stretch of the article's text."""

    start: int
    end: int
    text: str


class Block(Model):
    """A title, paragraph, caption …: the article's text is cut into blocks, white space between them left out."""

    start: int
    end: int
    kind: BlockKind


class Article(Model):
    """One news article as it was read; `text` is never changed again.

    `published` and `updated` are ISO 8601 dates or times as given by the article's own header, never a file's time.
    `sha256` is that of `text` in UTF-8.
    """

    id: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    updated: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    path: str | None = None
    sha256: str
    text: str
    blocks: tuple[Block, ...] = ()


class Mention(Span):
    """A mention in a role (speaker, source, via, whose), as the article says it in this place.

    `actor` and `name` are the id and canonical name of the actor it was resolved to, None when nobody is.
    """

    actor: str | None = None
    name: str | None = None
    how: How | None = None


class Cue(Span):
    """The reporting verb, noun or phrase ("said", "according to") with its lemma and stance."""

    lemma: str
    stance: Stance


class Source(Mention):
    """Who claims a number, with the cue that says so."""

    cue: Cue | None = None


class Quote(Model):
    """Reported speech: its content, who is credited, by which words, and who relays it. See the contract for fields."""

    id: str
    kind: QuoteKind
    spans: tuple[Span, ...]
    verbatim: tuple[Span, ...] = ()
    speakers: tuple[Mention, ...] = ()
    cue: Cue | None = None
    via: tuple[Mention, ...] = ()
    rule: str


class Counted(Model):
    """The noun phrase that is counted; `start`, `end`, `text` are None when it is understood ("Five were killed")."""

    start: int | None = None
    end: int | None = None
    text: str | None = None
    head: str


class Event(Span):
    """The verb or noun that says what happened to what is counted."""

    lemma: str


class Place(Span):
    """Where; `country` is ISO 3166-1 alpha-2."""

    country: str | None = None


class TimeRef(Span):
    """Since when, until when, or in which period a number holds; `from_` and `to` are ISO dates."""

    kind: TimeKind
    from_: str | None = Field(default=None, alias="from")
    to: str | None = None


class NumericClaim(Model):
    """A number with what it counts, whose, how sure, since when and according to whom. See the contract for fields."""

    id: str
    start: int
    end: int
    text: str
    number: Span
    value: float | None = None
    low: float | None = None
    high: float | None = None
    form: ClaimForm = "point"
    qualifier: Qualifier = "exact"
    trend: Literal["up", "down"] | None = None
    from_: str | None = Field(default=None, alias="from")
    unit: str | None = None
    counted: Counted | None = None
    about: str | None = None
    class_: ClaimClass = Field(default="other", alias="class")
    whose: Mention | None = None
    event: Event | None = None
    role: ClaimRole = "total"
    part_of: str | None = None
    adds_to: str | None = None
    place: Place | None = None
    time: TimeRef | None = None
    status: Status = "asserted"
    sources: tuple[Source, ...] = ()
    quote: str | None = None
    rule: str


class Role(Model):
    """An office or description as stated: title, organisation, country (ISO code), and where it stands."""

    title: str
    organisation: str | None = None
    country: str | None = None
    start: int
    end: int


class Alias(Model):
    """A surface form of an actor, the rule that joined it, and how often it was seen."""

    text: str
    rule: str
    count: int


class ActorMention(Span):
    """One place where an actor is named or referred to; titles stand in `Actor.roles`, not here."""

    how: How


class Actor(Model):
    """Who: one row per person, organisation, government …; inside one article or across the corpus.

    In a corpus actor `mentions` and the offsets of `roles` are those of the articles and are left empty or out.
    """

    id: str
    name: str
    kind: ActorKind
    roles: tuple[Role, ...] = ()
    country: str | None = None
    aliases: tuple[Alias, ...] = ()
    mentions: tuple[ActorMention, ...] = ()


class PipelineInfo(Model):
    """Which version of the program and which language model made an extraction."""

    version: str
    model: str


class Extraction(Model):
    """Everything found in one article: a line of `newsclaim extract`."""

    schema_: ExtractionSchema = Field(default="newsclaim.extraction/1", alias="schema")
    pipeline: PipelineInfo
    article: Article
    quotes: tuple[Quote, ...] = ()
    claims: tuple[NumericClaim, ...] = ()
    actors: tuple[Actor, ...] = ()
    problems: tuple[str, ...] = ()
