"""The places of an article that are somebody: mentions in a role, and what stands around an offset."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from newsclaim.extraction.actors.entity import Entity, Place
from newsclaim.extraction.actors.name import Name
from newsclaim.lexicon import words as word_list
from newsclaim.models import Mention, NumericClaim, Quote


class Covered:
    """All places of the entities in text order, pronouns and nominals too."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        items = ((e, p) for e in entities for p in e.places)
        self._items = sorted(items, key=lambda item: (item[1].start, item[1].end))
        self._starts = [place.start for _, place in self._items]

    def at(self, offset: int) -> tuple[Entity, Place] | None:
        """Return the last place that begins at or before the offset and covers it."""
        k = bisect_right(self._starts, offset) - 1
        return next((self._items[m] for m in range(k, max(-1, k - 4), -1) if self._items[m][1].end > offset), None)

    def within(self, start: int, end: int) -> list[tuple[Entity, Place]]:
        """Return the places that begin inside the span."""
        return self._items[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def mentions_in_roles(quotes: Sequence[Quote], claims: Sequence[NumericClaim]) -> list[Mention]:
    """Return every mention in a role of an article's quotes and claims."""
    found: list[Mention] = []
    for quote in quotes:
        found.extend((*quote.speakers, *quote.via))
    for claim in claims:
        found.extend(claim.sources)
        if claim.whose and claim.whose.name is None:  # a place has its name already and is no actor for owning
            found.append(claim.whose)
    return found


def titled(entities: Sequence[Entity], names: Sequence[Name]) -> dict[int, Entity]:
    """Return whose title a character belongs to: the offsets of the words of titles and stated offices."""
    owner: dict[int, Entity] = {}
    by_start = {place.start: entity for entity in entities if entity.kind == "person" for place in entity.places}
    for name in names:
        if name.title and name.start in by_start:
            owner.update(dict.fromkeys(range(name.title_start, name.start), by_start[name.start]))
    for entity in entities:
        for role in entity.roles:
            for k in range(role.start, role.end):
                owner.setdefault(k, entity)
    return owner


def is_pronoun(mention: Mention) -> bool:
    """Tell whether a mention is a pronoun: "he", "they"."""
    return mention.text.casefold() in word_list("mentions", "pronouns")
