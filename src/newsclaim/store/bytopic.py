"""What a topic asks of the store: the claims near it, or those of articles that have its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from newsclaim.models.topic import Topic
    from newsclaim.store.filters import Filter
    from newsclaim.store.store import Store


class Looser(NamedTuple):
    """A topic without the words that no claim tells, and the filter that asks it of the articles that have them."""

    topic: Topic
    where: Filter
    words: tuple[str, ...]


def near(topic: Topic, where: Filter) -> Filter:
    """Return the filter that lets through at least the claims of a topic, by what the database has an index for."""
    if where.classes or not topic.named:
        return where
    classes = tuple(sorted({name for one in topic.named for name in one.classes}))
    heads = tuple(sorted({noun for one in topic.named for noun in one.counted}))
    return replace(where, classes=classes, heads=heads)


def there(store: Store, topic: Topic, where: Filter) -> Filter | None:
    """Return a filter narrowed to the stories to which the places of a topic lead; None where they lead to none.

    It lets through more than the topic asks for: a code may be a word of its own.
    """
    found: Filter | None = where
    for places in [one.places for one in (topic, *topic.all_) if one.places]:
        found = found and _of_stories(store, topic, where, found, places)
    return found


def _of_stories(store: Store, topic: Topic, where: Filter, found: Filter, places: Sequence[str]) -> Filter | None:
    """Return a filter narrowed further, to the stories in which some claim of a topic names one of some places."""
    told = store.articles_told(replace(near(topic, where), happened=tuple(sorted(_forms(places)))))
    articles = set(told).intersection(found.articles) if found.articles else told
    return replace(found, articles=tuple(sorted(articles))) if articles else None


def _forms(places: Sequence[str]) -> set[str]:
    """Return folded names of places, and the codes of the countries whose names hold them."""
    from newsclaim.names.countries import codes_named, forms_of

    words = {form for place in places for form in forms_of(place)}
    return words | {code.lower() for code in codes_named(words)}


def looser(store: Store, topic: Topic, where: Filter) -> Looser | None:
    """Return a topic of which only articles have some words ("shrine deaths"); None where it asks for nothing else.

    What is counted, or its class, must still be told by the claims; the other words and the place must all stand in the
    article's text.
    """
    found = topic.model_copy(update={"words": (), "places": ()})
    narrowed = None if found.empty else written(store, topic, where)
    return Looser(found, narrowed, _words(topic)) if narrowed else None


def written(store: Store, topic: Topic, where: Filter) -> Filter | None:
    """Return a filter narrowed to the articles that have all words and places of a topic; None if there are none."""
    plain = [kept for word in _words(topic) if (kept := word.replace('"', " ").strip())]
    articles = plain and store.article_ids(replace(where, search=" ".join(f'"{word}"' for word in plain)))
    return replace(where, articles=tuple(sorted(articles))) if articles else None


def _words(topic: Topic) -> tuple[str, ...]:
    return (*topic.words, *(word for place in topic.places for word in place.split()))
