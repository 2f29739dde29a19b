"""How many claims a topic takes in, counted by their kinds: of thousands of claims many are of one kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace

from newsclaim.compare.topics import ANY, belongs
from newsclaim.models.fact import ClaimKind, Fact
from newsclaim.models.story import StoryEvent
from newsclaim.models.topic import Condition, Topic

#: What a kind does not tell of its claims: no condition on it can be decided by kind.
_UNTOLD = ("whose", "places", "words")


class Kinds:
    """All kinds of claims, found by class and by counted noun."""

    def __init__(self, kinds: Iterable[ClaimKind]) -> None:
        self._all = [(kind, _fact(kind)) for kind in kinds]
        self._by_word: dict[str | None, list[tuple[ClaimKind, Fact]]] = defaultdict(list)
        for kind, fact in self._all:
            self._by_word[f"class {kind.class_}"].append((kind, fact))
            self._by_word[kind.head].append((kind, fact))

    def near(self, topic: Topic) -> list[tuple[ClaimKind, Fact]]:
        """Return the kinds among which those of a topic are."""
        if not topic.named:
            return self._all
        words = {word for one in topic.named for word in (*(f"class {name}" for name in one.classes), *one.counted)}
        return list({id(kind): (kind, fact) for word in sorted(words) for kind, fact in self._by_word[word]}.values())


def count(topic: Topic, kinds: Kinds, told: Callable[[ClaimKind], Iterable[ClaimKind]]) -> int | None:
    """Return how many claims a topic takes in, None where their kinds cannot tell.

    Args:
        topic: the topic.
        kinds: all kinds, without events.
        told: returns the kinds into which one falls by what happened.
    """
    conditions = (topic, *topic.all_, *topic.any_, *topic.exclude)
    if any(getattr(one, name) for one in conditions for name in _UNTOLD):
        return None
    if not any(one.events for one in conditions):
        return sum(kind.count for kind, fact in kinds.near(topic) if belongs(fact, topic))
    loose = _without_events(topic)
    falls = (part for kind, fact in kinds.near(topic) if belongs(fact, loose) for part in told(kind))
    return sum(kind.count for kind in falls if belongs(_fact(kind), topic, StoryEvent(what=kind.happened)))


def _fact(kind: ClaimKind) -> Fact:
    return replace(
        ANY, class_=kind.class_, counted=kind.head, unit=kind.unit, about=kind.about, event=kind.event
    )  # fmt: skip


def _without_events(topic: Topic) -> Topic:
    """Return a topic that takes in at least what this one does, whatever happened."""

    def loose(conditions: Iterable[Condition]) -> tuple[Condition, ...]:
        return tuple(one.model_copy(update={"events": ()}) for one in conditions)

    return topic.model_copy(
        update={"events": (), "all_": loose(topic.all_), "any_": loose(topic.any_), "exclude": ()}
    )  # fmt: skip
