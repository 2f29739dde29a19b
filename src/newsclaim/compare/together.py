"""What the articles of a story tell together of their event: each one's title and lead tell a side of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from newsclaim.lexicon import load
from newsclaim.models.story import Context, StoryEvent

_T = TypeVar("_T")


class Together(NamedTuple):
    """What most articles of a story tell: what happened and where, and the first day that one of them tells of."""

    what: str | None
    place: str | None
    begun: str | None


def together(contexts: Iterable[Context]) -> dict[str, Together]:
    """Return what the articles of each story tell together, by the story's id."""
    stories: dict[str, list[StoryEvent]] = {}
    for context in sorted(contexts, key=lambda c: ((c.event.from_ if c.event else None) or "9", c.article)):
        if context.event:
            stories.setdefault(context.story, []).append(context.event)
    return {story: _told(events) for story, events in stories.items()}


def _told(events: list[StoryEvent]) -> Together:
    whats = _most(event.what for event in events if event.what in load("compare")["labels"]["events"])
    place = _most(event.place for event in events if event.place)
    return Together(whats, place, next((event.from_ for event in events if event.from_), None))


def _most(told: Iterable[_T]) -> _T | None:
    """Return what is told most often, of several the one told first."""
    return next(iter(Counter(told).most_common(1)), (None, 0))[0]
