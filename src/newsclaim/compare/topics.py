"""Which claims belong to a topic."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaim.config import Topic
from newsclaim.models.fact import Fact
from newsclaim.text import fold

_NO_COUNT = {"fraction": "a fraction, no count", "ratio": "a ratio, no count"}


def belongs(fact: Fact, topic: Topic) -> bool:
    """Tell whether a topic's words take in a claim."""
    alternatives = bool(topic.classes or topic.counted)
    if alternatives and fact.class_ not in topic.classes and fact.counted not in topic.counted:
        return False
    if topic.units and fact.unit not in topic.units:
        return False
    if topic.about and not _mentions(topic.about, fact.about, fact.counted):
        return False
    return not topic.whose or _mentions(topic.whose, fact.whose.name if fact.whose else None)


def _mentions(words: Sequence[str], *texts: str | None) -> bool:
    folded = " ".join(fold(text) for text in texts if text)
    return any(fold(word) in folded for word in words)


def unfit(fact: Fact, topic: Topic) -> str | None:
    """Return why a claim of the topic cannot be compared, None when it can."""
    if fact.number == (None, None):
        return "no number that could be compared"
    if topic.units:
        return None
    return _NO_COUNT.get(fact.form) or ("a percentage, no count" if fact.unit == "percent" else None)
