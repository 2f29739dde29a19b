"""Which claims belong to a topic."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from newsclaim.compare.axes import stage
from newsclaim.compare.words import stems
from newsclaim.lexicon import load
from newsclaim.models.fact import Fact
from newsclaim.models.story import StoryEvent
from newsclaim.models.topic import Condition, Topic
from newsclaim.names.countries import display_name, forms_of
from newsclaim.text import fold

#: A claim that tells nothing.
ANY = Fact(
    id="", article="", outlet=None, published=None, position=0, value=None, low=None, high=None, form="point",
    qualifier="exact", unit=None, class_="other", counted=None, about=None, whose=None, event=None, role="total",
    status="asserted", trend=None, place=None, country=None, time=None, sources=(),
)  # fmt: skip
_NO_COUNT = {"fraction": "a fraction, no count", "ratio": "a ratio, no count"}


def belongs(fact: Fact, topic: Topic, event: StoryEvent | None = None) -> bool:
    """Tell whether a topic takes in a claim.

    Args:
        fact: the claim.
        topic: the conditions.
        event: what the claim's article tells of, for places and events that its own words leave open.
    """
    return (
        _fits(fact, topic, event)
        and all(_fits(fact, one, event) for one in topic.all_)
        and (not topic.any_ or any(_fits(fact, one, event) for one in topic.any_))
        and not any(_fits(fact, one, event) for one in topic.exclude)
    )


def _fits(fact: Fact, wanted: Condition, event: StoryEvent | None) -> bool:
    return (
        _is_counted(fact, wanted)
        and (not wanted.whose or _mentions(wanted.whose, fact.whose.name if fact.whose else None))
        and (not wanted.places or _happened(wanted.places, fact, event))
        and (not wanted.events or _mentions(wanted.events, fact.event, event.what if event else None))
        and (not wanted.words or _tells(fact, wanted.words, event))
    )


def _is_counted(fact: Fact, wanted: Condition) -> bool:
    """Whether a claim counts or measures what a condition asks for; classes and nouns are alternatives."""
    alternatives = bool(wanted.classes or wanted.counted)
    return (
        (not alternatives or fact.class_ in wanted.classes or fact.counted in wanted.counted)
        and (not wanted.units or fact.unit in wanted.units)
        and (not wanted.about or _mentions(wanted.about, fact.about, fact.counted))
    )


def _happened(places: Sequence[str], fact: Fact, event: StoryEvent | None) -> bool:
    """Whether it happened in one of some places, of which countries may be named by their codes."""
    place, code = _where(fact, event)
    if code and any(code.lower() in forms_of(one) for one in places):
        return True
    return _mentions(places, place, _country(code))


def _where(fact: Fact, event: StoryEvent | None) -> tuple[str | None, str | None]:
    """Return where it happened, by name and code of the country: the claim's own place, else its article's event's."""
    if fact.place:
        return fact.place, fact.country
    return (event.place, event.country) if event else (None, None)


def _country(code: str | None) -> str | None:
    return display_name(code) if code else None


def _mentions(words: Sequence[str], *texts: str | None) -> bool:
    """Whether some text holds one of the words or phrases as whole words."""
    held = [f" {fold(text)} " for text in texts if text]
    return any(f" {fold(word)} " in text for word in words for text in held)


def _tells(fact: Fact, words: Sequence[str], event: StoryEvent | None) -> bool:
    """Whether each word stands for something that the claim tells."""
    told = stems_told(fact, event)
    return all(stems(word) & told for word in words)


def stems_told(fact: Fact, event: StoryEvent | None) -> frozenset[str]:
    """Return the stems of all words that a claim tells: its thing, event, owner, place, unit and class.

    What happened to people happened in the event that their article tells of.
    """
    place, code = _where(fact, event)
    owner = fact.whose.name if fact.whose else None
    what = event.what if event and fact.class_ in load("compare")["event_bound"]["classes"] else None
    return _stems((fact.counted, fact.about, fact.event, owner, place, _country(code), fact.unit), fact.class_, what)


@lru_cache(maxsize=100_000)
def _stems(texts: tuple[str | None, ...], class_: str, what: str | None) -> frozenset[str]:
    """Return the stems of some texts, of which the third is a verb, of what a class is called, and of an event."""
    told = {stem for text in texts for word in fold(text or "").split() for stem in stems(word)}
    told.update(load("compare")["called"].get(class_, ()), stage.same_doing(texts[2]))
    return frozenset(told | stems(what) if what else told)


def unfit(fact: Fact, topic: Topic) -> str | None:
    """Return why a claim of the topic cannot be compared, None when it can.

    Percentages are no counts of people or things; where something is measured ("turnout") they are its size.
    """
    if fact.number == (None, None):
        return "no number that could be compared"
    if topic.units:
        return None
    counts = topic.classes or topic.counted or not (topic.words or topic.about)
    return _NO_COUNT.get(fact.form) or ("a percentage, no count" if fact.unit == "percent" and counts else None)
