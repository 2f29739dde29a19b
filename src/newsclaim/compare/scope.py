"""To which event a claim belongs: that of its article, unless its own words take it elsewhere.

A claim told of a long stretch of time belongs to that stretch ("since the war began"), one of an earlier day, year or
of another country to what happened there. Everything else belongs to the story that its article tells.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from newsclaim.compare.axes import happened
from newsclaim.compare.axes import place as places
from newsclaim.compare.together import Together
from newsclaim.lexicon import load
from newsclaim.models.fact import Fact
from newsclaim.models.story import Context, StoryEvent

#: Days: a period that is longer is no single event; what lies so far before an event is another one.
_LONG = 45
_FORTNIGHT = 14
_YEAR = 366
_BEFORE = 4


class Scope(NamedTuple):
    """The event that a claim is about: a key that claims of one event share, and what is known of the event."""

    key: tuple[str, ...]
    event: StoryEvent | None
    earlier: bool = False

    @property
    def is_long(self) -> bool:
        """Whether the claims are of a long stretch of time, which no single event fills."""
        return self.key[0] == "period"


def scope_of(fact: Fact, context: Context, story: Together | None = None) -> Scope:
    """Return the scope of a claim in an article with this context.

    Args:
        fact: the claim.
        context: of its article.
        story: what the articles of its story tell together, None where only the article itself tells.
    """
    event = context.event
    if not happened.is_bound(fact.class_):
        return _of_no_event(fact, context)
    begun = (story.begun if story else None) or (event.from_ if event else None) or fact.published
    if _is_long(fact) and not _is_over(fact, begun) and not _is_lasting(fact, _whats(event, story), begun):
        return _of_a_stretch(fact, event)
    if _is_sum(fact, begun):
        return Scope(("story", context.story, "sum"), event)
    if _is_earlier(fact, begun):
        return _of_before(fact, context.story)
    if event and _is_elsewhere(fact, event):
        own = StoryEvent(what=event.what, place=fact.place, country=fact.country, from_=event.from_, to=event.to)
        return Scope(("story", context.story, fact.country or ""), own)
    return Scope(("story", context.story), event)


def _of_no_event(fact: Fact, context: Context) -> Scope:
    """Return the scope of what is bound to no event (soldiers, sums): the story, or the time before it."""
    earlier = fact.status == "background"
    return Scope(("earlier" if earlier else "story", context.story), context.event, earlier=earlier)


def _whats(event: StoryEvent | None, story: Together | None) -> set[str | None]:
    return {event.what if event else None, story.what if story else None}


def _of_a_stretch(fact: Fact, event: StoryEvent | None) -> Scope:
    """Return the scope of a claim that is told of a long stretch of time."""
    since, to = (fact.time.from_, fact.time.to) if fact.time else (None, None)
    country = fact.country or (event.country if event else None) or ""
    own = StoryEvent(place=fact.place, country=country or None, from_=since, to=to)
    return Scope(("period", country, (since or "")[:4]), own)


def _of_before(fact: Fact, story: str) -> Scope:
    """Return the scope of a claim of an earlier event: its year and country, else the story that tells of it."""
    day = _day(fact)
    year = day[:4] if day else ""
    since = (fact.time.from_ if fact.time else None) or day
    own = StoryEvent(what=fact.event, place=fact.place, country=fact.country, from_=since, to=day)
    return Scope(("earlier", fact.country or "", year, story if not year else ""), own, earlier=True)


def _is_long(fact: Fact) -> bool:
    """Whether the claim is told of a long or open stretch of time."""
    time = fact.time
    if time is None or time.kind != "period":
        return False
    if time.from_ and time.to:
        return _days(time.from_, time.to) > _LONG
    until = time.to or fact.published
    return not (time.from_ and until) or _days(time.from_, until) > _LONG


def _is_lasting(fact: Fact, whats: set[str | None], begun: str | None) -> bool:
    """Whether the event itself goes on since then: an outbreak's dead "since April" are those of the outbreak."""
    if whats.isdisjoint(load("compare")["labels"]["lasting"]) or fact.time is None or not begun:
        return False
    return fact.time.to is None and fact.time.from_ is not None and _days(fact.time.from_, begun) <= _YEAR


def _is_sum(fact: Fact, begun: str | None) -> bool:
    """Whether the claim sums up days that began before the story did: "99 killed in attacks since Monday"."""
    time = fact.time
    if time is None or time.kind != "period" or time.from_ is None or not begun:
        return False
    return time.to is None and 1 < _days(time.from_, begun) <= _FORTNIGHT


def _is_over(fact: Fact, begun: str | None) -> bool:
    """Whether the claim's stretch of time is a year or less and was over before the story began ("in 2009")."""
    time = fact.time
    if time is None or not (time.from_ and time.to and begun):
        return False
    return _days(time.from_, time.to) <= _YEAR and _days(time.to, begun) > _BEFORE


def _is_earlier(fact: Fact, begun: str | None) -> bool:
    day = _day(fact)
    if day and begun:
        return _days(day, begun) > _BEFORE
    return fact.status == "background"


def _day(fact: Fact) -> str | None:
    """Return the last day that the claim itself names, None when it names none or one to come."""
    return fact.time.to if fact.time and fact.time.kind != "deadline" else None


def _is_elsewhere(fact: Fact, event: StoryEvent) -> bool:
    if not (fact.place and event.place and fact.country and event.country) or fact.country == event.country:
        return False
    return places.stand_of((fact.place, fact.country), (event.place, event.country)) == "differs"


def _days(first: str, last: str) -> int:
    try:
        return (dt.date.fromisoformat(last[:10]) - dt.date.fromisoformat(first[:10])).days
    except ValueError:
        return 0
