"""A number with what it counts or measures, whose, how sure, since when and according to whom."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from newsclaim.models.base import Model, Span
from newsclaim.models.quote import Cue, Mention

ClaimForm = Literal["point", "range", "vague", "fraction", "ratio"]
Qualifier = Literal["exact", "approx", "at_least", "more_than", "at_most", "less_than", "range"]
ClaimClass = Literal[
    "people-killed", "people-injured", "people-missing", "people-displaced", "people-detained", "people-ill", "troops",
    "protesters", "money", "vehicles", "votes", "age", "distance", "duration", "measure", "share", "other",
]  # fmt: skip
ClaimRole = Literal["total", "increment", "part", "remainder", "rate", "level", "change"]
Status = Literal[
    "asserted", "estimated", "projected", "planned", "possible", "denied", "disputed", "hypothetical", "background"
]
TimeKind = Literal["as_of", "deadline", "period"]


class Source(Mention):
    """Who claims a number, with the cue that says so."""

    cue: Cue | None = None


class Phrase(Model):
    """A noun phrase with the lemma of its head; `start`, `end`, `text` are None when no words stand for it."""

    start: int | None = None
    end: int | None = None
    text: str | None = None
    head: str


class Counted(Phrase):
    """The noun phrase that is counted; understood in "Five were killed"."""


class About(Phrase):
    """What a measure tells about: "revenue", "the unemployment rate", "shares"."""


class Event(Span):
    """The verb or noun that says what happened to what is counted."""

    lemma: str


class Place(Span):
    """Where it happened: `name` is the named place that the words stand for, `country` ISO 3166-1 alpha-2."""

    name: str | None = None
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
    about: About | None = None
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
