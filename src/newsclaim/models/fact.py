"""A numeric claim as comparison reads it: plain values, names and dates, without the words of the article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from newsclaim.models.claim import NumericClaim, Qualifier, TimeKind
from newsclaim.models.quote import Mention


@dataclass(frozen=True, slots=True)
class Party:
    """Who claims a number, or whose it is: the actor's id where there is one, and the name."""

    id: str | None
    name: str

    @property
    def key(self) -> str:
        """The id, or the name where nobody is known."""
        return self.id or self.name.casefold()


@dataclass(frozen=True, slots=True)
class When:
    """Since when, until when or in which period, as ISO dates."""

    kind: TimeKind
    from_: str | None
    to: str | None


class Unnamed(NamedTuple):
    """A claim without class and unit as an index has it: its story and article, what it counts, where, and how many."""

    number: int
    story: str
    article: str
    counted: str | None
    position: int
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class ClaimKind:
    """What claims count or measure (class, lemmas, unit), and how many claims are of this kind.

    `event` is the lemma of what happened by the claims' own words, `happened` by those of their articles; both are None
    where kinds are told apart without them.
    """

    class_: str
    head: str | None
    unit: str | None
    about: str | None
    count: int
    event: str | None = None
    happened: str | None = None


# Never changed once it is made; it is not frozen by name because each field of each claim would then be set by a call.
@dataclass(slots=True, unsafe_hash=True)
class Fact:
    """One numeric claim for comparison; `published` is a day, `counted` and `about` are lemmas in lower case.

    `position` is where the claim stands in its article, `place_at` where the words for its place stand (offsets);
    `dateline`: it is the place that an article is sent from ("BRASSE, April 2 - ").
    """

    id: str
    article: str
    outlet: str | None
    published: str | None
    position: int
    value: float | None
    low: float | None
    high: float | None
    form: str
    qualifier: Qualifier
    unit: str | None
    class_: str
    counted: str | None
    about: str | None
    whose: Party | None
    event: str | None
    role: str
    status: str
    trend: str | None
    place: str | None
    country: str | None
    time: When | None
    sources: tuple[Party, ...]
    from_: str | None = None
    part_of: str | None = None
    adds_to: str | None = None
    quote: str | None = None
    place_at: int | None = None
    dateline: bool = False

    @property
    def number(self) -> tuple[float | None, float | None]:
        """The lowest and highest number that the words allow; None where they leave it open."""
        return (self.value, self.value) if self.value is not None else (self.low, self.high)


def fact_of(claim: NumericClaim, article: str, outlet: str | None, published: str | None) -> Fact:
    """Return a claim as comparison reads it."""
    place, time = claim.place, claim.time
    return Fact(
        id=claim.id, article=article, outlet=outlet, published=published[:10] if published else None,
        position=claim.start, value=claim.value, low=claim.low, high=claim.high, form=claim.form,
        qualifier=claim.qualifier, unit=claim.unit, class_=claim.class_,
        counted=claim.counted.head.lower() if claim.counted else None,
        about=claim.about.head.lower() if claim.about else None,
        whose=party_of(claim.whose) if claim.whose else None,
        event=claim.event.lemma.lower() if claim.event else None, role=claim.role, status=claim.status,
        trend=claim.trend, place=(place.name or place.text) if place else None,
        country=place.country if place else None, time=When(time.kind, time.from_, time.to) if time else None,
        sources=parties_of(claim.sources), from_=claim.from_, part_of=claim.part_of, adds_to=claim.adds_to,
        quote=claim.quote, place_at=place.start if place else None,
    )  # fmt: skip


def party_of(mention: Mention) -> Party:
    """Return the party behind a mention in a role."""
    return Party(mention.actor, mention.name or mention.text)


def parties_of(mentions: Iterable[Mention]) -> tuple[Party, ...]:
    """Return the parties behind several mentions."""
    return tuple(map(party_of, mentions))
