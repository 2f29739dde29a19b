"""Classes of claims by what is counted and what happens to it."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from newsclaim import lexicon
from newsclaim.extraction.numbers.counted.things import Thing
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.page import clauses, people
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.models import ClaimClass

_MEASURED: dict[str, ClaimClass] = {
    "money": "money", "age": "age", "distance": "distance", "duration": "duration", "measure": "measure",
    "share": "share",
}  # fmt: skip


@cache
def _by_noun() -> dict[str, str]:
    nouns = lexicon.load("numbers/classes")["nouns"]
    classes = {word: name for name, words in nouns.items() for word in words}
    return dict.fromkeys(lexicon.words("people", "people"), "person") | classes


@cache
def _by_event() -> dict[str, str]:
    events = lexicon.load("numbers/classes")["events"]
    return {word: name for name, words in events.items() for word in words}


def of_noun(lemma: str) -> str | None:
    """Return the class a noun's own meaning gives ("person" for people of no class)."""
    return _by_noun().get(lemma)


def is_person(w: Tokens, thing: Thing) -> bool:
    """Are people counted?"""
    name = of_noun(thing.head)
    if name in ("person", "troops", "protesters") or (name or "").startswith("people-"):
        return True
    if thing.token < 0 or name is not None:
        return thing.token >= 0 and w.ent[thing.token] == "NORP"
    return w.ent[thing.token] == "NORP" or (
        w.tag[thing.token] in ("NNS", "NN") and people.stands_for_person(thing.head)
    )


def event_class(w: Tokens, event: int) -> str | None:
    """Return the class that an event gives to the people in it."""
    return _by_event().get(w.lemma[event]) or _by_event().get(w.low[event]) if event >= 0 else None


_SIZE = re.compile(
    r"[\s-](?:tall|high|wide|thick|long|deep|in\s+(?:height|length|width|diameter)|of\s+(?:rain|snow|water|rainfall|snowfall|ice|hail|mud|ash|sand|leeway|soil)|waves?|surge|wall|fence|statue|tower|crater)\b"
)


def classify(w: Tokens, quantity: Quantity, thing: Thing | None, event: int, after: str = "") -> ClaimClass:
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
        return cast("ClaimClass", event_class(w, event) or "other")
    if quantity.number.form in ("fraction", "ratio"):
        return "share"
    return _of_count(w, thing, event)


def _of_count(w: Tokens, thing: Thing, event: int) -> ClaimClass:
    name = of_noun(thing.head)
    if thing.rule == "number-of" and thing.head == "victim":
        return "people-killed"
    inside = _inside(w, thing)
    if inside is not None and (name in ("person", "troops") or is_person(w, thing)):
        return inside
    if is_person(w, thing) and name != "people-killed":
        befallen = _befallen(w, thing, event)
        if befallen is not None and not (
            befallen == "troops" and name == "person" and event >= 0 and w.lemma[event] == "deploy"
        ):
            return cast("ClaimClass", befallen)
    if name == "person" or (name is None and is_person(w, thing)):
        return "other"
    return cast("ClaimClass", name) if name is not None else "other"


def _inside(w: Tokens, thing: Thing) -> ClaimClass | None:
    """Return the class that a participle before the noun gives ("12 wounded soldiers")."""
    words = thing.inside.split()
    if thing.token >= 0:
        words += [form for k in w.lefts(thing.token) if w.dep[k] == "amod" for form in (w.low[k], w.lemma[k])]
    for word in words:
        if (name := _by_event().get(word) or _by_noun().get(word)) and name.startswith("people-"):
            return cast("ClaimClass", name)
    return None


_EQUATING = frozenset({"be", "include", "comprise", "number", "total"})


def _object_is_life(w: Tokens, event: int) -> bool:
    lost = clauses.object_of(w, event)
    return lost >= 0 and w.lemma[lost] in ("life", "live")


def _equated(w: Tokens, thing: Thing, event: int) -> str | None:
    """Return the class of the noun that the people are said to be ("the dead include three children")."""
    subject = clauses.subject_of(w, event)
    if subject < 0 or thing.token < 0 or subject == thing.token:
        return None
    name = _by_noun().get(w.lemma[subject]) or _by_noun().get(w.low[subject])
    return name if (name or "").startswith("people-") else None


def _befallen(w: Tokens, thing: Thing, event: int) -> str | None:
    """Return the class of what happens to the people: they suffer it, or they do it ("died", "fled")."""
    above = clauses.noun_above(w, thing.token) if thing.token >= 0 else -1
    if above >= 0 and w.lemma[above] not in lexicon.words("numbers/classes", "groups"):
        told = _by_noun().get(w.lemma[above])
        return told if (told or "").startswith("people-") else None
    if event < 0:
        return None
    name = event_class(w, event)
    if _costs_lives(w, thing, event):
        return "people-killed"
    if w.lemma[event] == "lose" and (thing.head == "man" or of_noun(thing.head) == "troops"):
        return "people-killed"
    if name is None and w.lemma[event] in _EQUATING:
        return _equated(w, thing, event)
    return None if name is None or _does_it(w, thing, event) else name


def _costs_lives(w: Tokens, thing: Thing, event: int) -> bool:
    """Are lives claimed or lost: "claimed 12 lives", "81 lost their lives"?"""
    verb = w.lemma[event]
    return (verb in ("claim", "cost") and thing.head == "life") or (verb == "lose" and _object_is_life(w, event))


def _does_it(w: Tokens, thing: Thing, event: int) -> bool:
    """Do the people do to others what the verb says ("30 soldiers arrested the mayor")?"""
    if thing.token < 0 or w.lemma[event] not in lexicon.words("numbers/classes", "done_to_others"):
        return False
    acts = clauses.subject_of(w, event) == thing.token and w.child(event, "auxpass") < 0
    return acts and w.dep[event] != "acl" and w.tag[event] != "VBN"
