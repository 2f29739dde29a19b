"""What a topic asks of the store: the claims near it, or those of articles that have its words."""

from __future__ import annotations

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


def looser(store: Store, topic: Topic, where: Filter) -> Looser | None:
    """Return a topic of which only articles have some words ("shrine deaths"); None where it asks for nothing else.

    What is counted, or its class, must still be told by the claims; the other words and the place must all stand in the
    article's text.
    """
    words = (*topic.words, *(word for place in topic.places for word in place.split()))
    found = topic.model_copy(update={"words": (), "places": ()})
    if not words or found.empty:
        return None
    plain = [kept for word in words if (kept := word.replace('"', " ").strip())]
    articles = store.article_ids(replace(where, search=" ".join(f'"{word}"' for word in plain)))
    if not articles:
        return None
    return Looser(found, replace(where, articles=tuple(sorted(articles))), tuple(words))
