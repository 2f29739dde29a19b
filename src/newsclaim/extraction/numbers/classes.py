"""Classes of claims by what is counted and what happens to it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, cast

from newsclaim import lexicon
from newsclaim.extraction.numbers import grammar
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.things import Thing
from newsclaim.models import ClaimClass

if TYPE_CHECKING:
    from spacy.tokens import Token

_MEASURED: dict[str, ClaimClass] = {
    "money": "money", "age": "age", "distance": "distance", "duration": "duration", "measure": "measure",
    "share": "share",
}  # fmt: skip


@cache
def _by_noun() -> dict[str, str]:
    nouns = lexicon.load("numbers/classes")["nouns"]
    return {word: name for name, words in nouns.items() for word in words}


@cache
def _by_event() -> dict[str, str]:
    events = lexicon.load("numbers/classes")["events"]
    return {word: name for name, words in events.items() for word in words}


def of_noun(lemma: str) -> str | None:
    """Return the class a noun's own meaning gives ("person" for people of no class)."""
    return _by_noun().get(lemma)


def is_person(thing: Thing) -> bool:
    """Are people counted?"""
    name = of_noun(thing.head)
    if name in ("person", "troops", "protesters") or (name or "").startswith("people-"):
        return True
    if thing.token is not None and thing.token.tag_ in ("NNS", "NN") and name is None and _AGENT.search(thing.head):
        return thing.head not in lexicon.words("numbers/classes", "things")
    return thing.token is not None and thing.token.ent_type_ == "NORP"


#: Endings of words for people ("cyclist", "trainee"); what ends so and is a thing stands in the list of things.
_AGENT = re.compile(r"(?:[a-z]{2}man|[a-z]{2}woman|ist|ian|eer|[a-z]{3}ee|[a-z]{3}er|[a-z]{3}or|[a-z]{3}ant)$")


def event_class(event: Token | None) -> str | None:
    """Return the class that an event gives to the people in it."""
    if event is None:
        return None
    return _by_event().get(event.lemma_.lower()) or _by_event().get(event.lower_)


_SIZE = re.compile(
    r"[\s-](?:tall|high|wide|thick|long|deep|in\s+(?:height|length|width|diameter)|of\s+(?:rain|snow|water|rainfall|snowfall|ice|hail|mud|ash|sand|leeway|soil)|waves?|surge|wall|fence|statue|tower|crater)\b"
)


def classify(quantity: Quantity, thing: Thing | None, event: Token | None, after: str = "") -> ClaimClass:
    """Return the class of a claim: by its unit, else by the event that befalls people, else by the noun.

    `after` is the text behind the quantity: a length "tall" or "of rain" is a measure, no distance.
    """
    if quantity.measure == "distance" and _SIZE.match(after):
        return "measure"
    if quantity.measure is not None:
        return _MEASURED[quantity.measure]
    if thing is None or not thing.head:
        if quantity.number.form in ("fraction", "ratio"):
            return "share"
        return cast("ClaimClass", event_class(event)) if event is not None and event_class(event) else "other"
    if quantity.number.form in ("fraction", "ratio"):
        return "share"
    return _of_count(thing, event)


def _of_count(thing: Thing, event: Token | None) -> ClaimClass:
    name = of_noun(thing.head)
    if thing.rule == "number-of" and thing.head == "victim":
        return "people-killed"
    inside = _inside(thing)
    if inside is not None and (name in ("person", "troops") or is_person(thing)):
        return inside
    if is_person(thing) and name != "people-killed":
        befallen = _befallen(thing, event)
        if befallen is not None and not (
            befallen == "troops" and name == "person" and event is not None and event.lemma_ == "deploy"
        ):
            return cast("ClaimClass", befallen)
    if name == "person" or (name is None and is_person(thing)):
        return "other"
    return cast("ClaimClass", name) if name is not None else "other"


def _inside(thing: Thing) -> ClaimClass | None:
    """Return the class that a participle before the noun gives ("12 wounded soldiers")."""
    words = thing.inside.split()
    if thing.token is not None:
        words += [form for child in thing.token.lefts if child.dep_ == "amod" for form in (child.lower_, child.lemma_)]
    for word in words:
        if (name := _by_event().get(word) or _by_noun().get(word)) and name.startswith("people-"):
            return cast("ClaimClass", name)
    return None


_EQUATING = frozenset({"be", "include", "comprise", "number", "total"})


def _object_is_life(event: Token) -> bool:
    lost = grammar.object_of(event)
    return lost is not None and lost.lemma_.lower() in ("life", "live")


def _equated(thing: Thing, event: Token) -> str | None:
    """Return the class of the noun that the people are said to be ("the dead include three children")."""
    subject = grammar.subject_of(event)
    if subject is None or thing.token is None or subject.i == thing.token.i:
        return None
    name = _by_noun().get(subject.lemma_.lower()) or _by_noun().get(subject.lower_)
    return name if (name or "").startswith("people-") else None


def _befallen(thing: Thing, event: Token | None) -> str | None:
    """Return the class of what happens to the people: they suffer it, or they do it ("died", "fled")."""
    above = grammar.noun_above(thing.token) if thing.token is not None else None
    if above is not None and above.lemma_.lower() not in lexicon.words("numbers/classes", "groups"):
        told = _by_noun().get(above.lemma_.lower())
        return told if (told or "").startswith("people-") else None
    if event is None:
        return None
    name = event_class(event)
    if _costs_lives(thing, event):
        return "people-killed"
    if event.lemma_.lower() == "lose" and (thing.head == "man" or of_noun(thing.head) == "troops"):
        return "people-killed"
    if name is None and event.lemma_.lower() in _EQUATING:
        return _equated(thing, event)
    return None if name is None or _does_it(thing, event) else name


def _costs_lives(thing: Thing, event: Token) -> bool:
    """Are lives claimed or lost: "claimed 12 lives", "81 lost their lives"?"""
    verb = event.lemma_.lower()
    return (verb in ("claim", "cost") and thing.head == "life") or (verb == "lose" and _object_is_life(event))


def _does_it(thing: Thing, event: Token) -> bool:
    """Do the people do to others what the verb says ("30 soldiers arrested the mayor")?"""
    if thing.token is None or event.lemma_.lower() not in lexicon.words("numbers/classes", "done_to_others"):
        return False
    subject = grammar.subject_of(event)
    passive = any(child.dep_ == "auxpass" for child in event.children)
    acts = subject is not None and subject.i == thing.token.i and not passive
    return acts and event.dep_ != "acl" and event.tag_ != "VBN"
