"""One event, two names for where it happened: a quake in Dorvane is the one near Isel.

What an article counts first is its event. Where that claim names another place than title and lead do, one of the two
lies in the other, and claims of the story may name either.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from newsclaim.compare.axes import counted, happened, owner, place
from newsclaim.compare.together import Together
from newsclaim.lexicon import load
from newsclaim.models.fact import Fact, Party
from newsclaim.models.story import Context, StoryEvent
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


def at_one_place(
    facts: Iterable[Fact], contexts: Mapping[str, Context], stories: Mapping[str, Together]
) -> Iterator[Fact]:
    """Yield claims; of what happened at one place (an attack, a crash) the country says no more than the place does.

    A storm may have killed 12 in the country and 5 of them in the town.
    """
    spread = frozenset(load("compare")["natural"]["whats"])
    towns = {story: told.place for story, told in stories.items() if told.place and not place.is_country(told.place)}
    for fact in facts:
        context = contexts[fact.article]
        event, town = context.event, towns.get(context.story)
        known = event is not None and event.country == fact.country is not None and event.what not in spread
        if known and fact.place and town and happened.is_bound(fact.class_) and place.is_country(fact.place):
            yield replace(fact, place=None, place_at=None)
        else:
            yield fact


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
    for told in _by_article(facts):
        story = contexts[told[0].article].story
        for pair in _two_names(told, contexts[told[0].article].event):
            if not any((story, name) in found for name in pair):
                used = max(pair, key=lambda name: (counts[story, name], name))
                found |= {(story, name): used for name in pair}
    return found


def _by_article(facts: Iterable[Fact]) -> Iterator[list[Fact]]:
    """Yield the claims of each article in their order."""
    articles: dict[str, list[Fact]] = {}
    for fact in facts:
        articles.setdefault(fact.article, []).append(fact)
    for article in sorted(articles):
        yield sorted(articles[article], key=_place)


def _place(fact: Fact) -> tuple[int, str]:
    return fact.position, fact.id


def _two_names(told: Sequence[Fact], event: StoryEvent | None) -> Iterator[tuple[str, str]]:
    """Yield pairs of names that an article has for the place of its event.

    It is where the number is told that the article counts first, and where title and lead tell of; behind a vague word
    in the title ("dozens killed in Isel") also where the number in the lead is ("12 people in Dorvane").
    """
    first = next((fact for fact in told if fact.number == told[0].number and fact.place), None)
    if first is None or place.is_far(first):
        return
    if event:
        yield from _pair((first.place, first.country), (event.place, event.country))
    behind = next((fact for fact in told if fact.form != "vague"), None)
    if first.form == "vague" and behind and not place.is_far(behind):
        yield from _pair((first.place, first.country), (behind.place, behind.country))


def _pair(one: tuple[str | None, str | None], other: tuple[str | None, str | None]) -> Iterator[tuple[str, str]]:
    """Yield the names of two places that may be one, where both are told and no country parts them."""
    (a, a_country), (b, b_country) = one, other
    abroad = a_country and b_country and a_country != b_country
    if a and b and not abroad and place.stand_of((a, None), (b, None)) != "same":
        yield a, b
