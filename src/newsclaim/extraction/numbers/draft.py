"""A claim in the making, and what the claims of one sentence share."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsclaim.extraction.numbers.counted.things import Thing
from newsclaim.extraction.numbers.fields import times
from newsclaim.extraction.numbers.quantity import Change, Quantity
from newsclaim.models import About, ClaimClass, ClaimRole, Mention


@dataclass(slots=True)
class Sentence:
    """What the claims of one sentence share: its bounds (tokens and characters), times and words.

    Its words, in lower case, tell at once that a construction is not to be looked for in it.
    """

    first: int
    stop: int
    start: int
    end: int
    times: list[times.TimePhrase]
    words: frozenset[str]


@dataclass(slots=True)
class Draft:
    """A claim in the making; `twin` is the measure that it repeats in another unit."""

    quantity: Quantity
    sentence: Sentence
    thing: Thing | None = None
    about: About | None = None
    owner: Mention | None = None
    noun: int = -1
    rule: str = ""
    change: Change | None = None
    later: Quantity | None = None
    root: int = -1
    base: bool = False
    told_for: bool = False
    why: dict[str, str] = field(default_factory=dict)
    verb: int = -1
    event: int = -1
    kind: ClaimClass = "other"
    role: ClaimRole = "total"
    id: str = ""
    part_of: str | None = None
    adds_to: str | None = None
    twin: Draft | None = None

    @property
    def measures(self) -> bool:
        """Is it an amount or a measure, which tells about something, rather than a count of things?"""
        measured = self.quantity.measure is not None and self.quantity.measure not in ("age", "duration")
        return measured or (self.thing is None and self.about is not None)
