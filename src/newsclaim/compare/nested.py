"""One event, two names for where it happened: a quake in Dorvane is the one near Isel.

What an article counts first is its event. Where that claim names another place than title and lead do, one of the two
lies in the other, and claims of the story may name either.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from newsclaim.compare.axes import counted, happened, owner, place
from newsclaim.models.fact import Fact, Party
from newsclaim.models.story import Context
from newsclaim.text import fold


def sent_from(facts: Iterable[Fact], contexts: Mapping[str, Context]) -> Iterator[Fact]:
    """Yield claims, those whose place is their article's dateline marked so: news is sent from capitals."""
    for fact in facts:
        span = contexts[fact.article].dateline
        inside = span is not None and fact.place_at is not None and span[0] <= fact.place_at < span[1]
        yield replace(fact, dateline=True) if inside else fact


def of_their_people(facts: Sequence[Fact], contexts: Mapping[str, Context]) -> Iterator[Fact]:
    """Yield claims; a noun for the people of somebody in the story ("eight Tolvans") tells whose they are.

    Nations by their names are told apart where articles contradict themselves.
    """
    owners: dict[str, dict[str, Party]] = {}
    for fact in facts:
        if fact.whose:
            owners.setdefault(contexts[fact.article].story, {}).setdefault(fold(fact.whose.name), fact.whose)
    for fact in facts:
        known = (
            owners.get(contexts[fact.article].story, {})
            if fact.counted and not (fact.whose or counted.of_a_nation(fact))
            else {}
        )
        noun = fold(fact.counted or "")
        name = next((name for name in sorted(known) if name == noun or owner.is_of(noun, name)), None)
        yield replace(fact, counted="person", whose=known[name]) if name else fact


def under_one_name(facts: Sequence[Fact], contexts: Mapping[str, Context]) -> Iterator[Fact]:
    """Yield claims; those of events that happened in a place with two names have the one that the story uses more."""
    names = _names(facts, contexts)
    for fact in facts:
        known = names.get((contexts[fact.article].story, fact.place or "")) if names else None
        yield replace(fact, place=known) if known and happened.is_bound(fact.class_) else fact


def _names(facts: Iterable[Fact], contexts: Mapping[str, Context]) -> dict[tuple[str, str], str]:
    """Return by story and place the name that the story uses more, for places with two."""
    found: dict[tuple[str, str], str] = {}
    counts = Counter((contexts[fact.article].story, fact.place) for fact in facts if fact.place)
    for first in _first_of_articles(facts):
        context = contexts[first.article]
        pair = _two_names(first, context)
        if pair and not any((context.story, name) in found for name in pair):
            used = max(pair, key=lambda name: (counts[context.story, name], name))
            found |= {(context.story, name): used for name in pair}
    return found


def _first_of_articles(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Yield of each article the first claim that names a place for the number that the article counts first."""
    articles: dict[str, list[Fact]] = {}
    for fact in facts:
        articles.setdefault(fact.article, []).append(fact)
    for article in sorted(articles):
        told = articles[article]
        number = min(told, key=_place).number
        named = [fact for fact in told if fact.place and fact.number == number]
        if named:
            yield min(named, key=_place)


def _place(fact: Fact) -> tuple[int, str]:
    return fact.position, fact.id


def _two_names(first: Fact, context: Context) -> tuple[str, str] | None:
    """Return the names that an article has for the place of its event, None where it has one or none."""
    event = context.event
    if not (first.place and event and event.place) or place.is_far(first):
        return None
    if first.country and event.country and first.country != event.country:
        return None
    return None if place.stand_of((first.place, None), (event.place, None)) == "same" else (first.place, event.place)
