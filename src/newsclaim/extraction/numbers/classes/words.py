"""What words tell of a class: nouns by their own meaning, verbs by what befalls the people in them."""

from __future__ import annotations

from functools import cache

from newsclaim import lexicon
from newsclaim.extraction.numbers.counted.things import Thing
from newsclaim.extraction.page import people
from newsclaim.extraction.page.tokens import Tokens

LISTS = "numbers/classes"


@cache
def _by_noun() -> dict[str, str]:
    nouns = lexicon.load(LISTS)["nouns"]
    classes = {word: name for name, words in nouns.items() for word in words}
    return dict.fromkeys(lexicon.words("people", "people"), "person") | classes


@cache
def _by_event() -> dict[str, str]:
    events = lexicon.load(LISTS)["events"]
    return {word: name for name, words in events.items() for word in words}


@cache
def _phrases() -> dict[str, list[tuple[str, str]]]:
    table: dict[str, list[tuple[str, str]]] = {}
    for phrase, name in lexicon.load(LISTS)["phrases"].items():
        verb, _, rest = phrase.partition(" ")
        table.setdefault(verb, []).append((rest, name))
    return table


#: How far behind its verb the second word of a phrase may stand.
_REACH = 5


def class_of_noun(lemma: str) -> str | None:
    """Return the class a noun's own meaning gives ("person" for people of no class)."""
    return _by_noun().get(lemma)


def class_of_event(lemma: str) -> str | None:
    """Return the class that a verb or participle gives to the people in it."""
    return _by_event().get(lemma)


def event_class(w: Tokens, event: int) -> str | None:
    """Return the class that an event gives, by its phrase ("shot dead", "taken hostage"), else by its verb."""
    if event < 0:
        return None
    return _of_phrase(w, event) or _by_event().get(w.lemma[event]) or _by_event().get(w.low[event])


def _of_phrase(w: Tokens, event: int) -> str | None:
    if event > 0 and w.low[event - 1] == "fatally" and _by_event().get(w.lemma[event]) == "people-injured":
        return "people-killed"
    behind = w.low[event + 1 : event + 1 + _REACH]
    if "death" in behind and w.low[event + behind.index("death")] == "to":
        return None if w.lemma[event] in ("sentence", "condemn") else "people-killed"
    if w.lemma[event] == "trample" and _is_deadly(w, event):
        return "people-killed"
    return next(
        (name for rest, name in _phrases().get(w.lemma[event], ()) if all(word in behind for word in rest.split())),
        None,
    )


_AROUND = 30


def _is_deadly(w: Tokens, event: int) -> bool:
    """Does its sentence tell of deaths ("the deadliest stampede, in which 1,400 pilgrims were trampled")?"""
    near = range(max(0, event - _AROUND), min(len(w), event + _AROUND))
    return any(w.low[k] in lexicon.words(LISTS, "deadly") and w.sent[k] == w.sent[event] for k in near)


def is_person(w: Tokens, thing: Thing) -> bool:
    """Are people counted?"""
    name = class_of_noun(thing.head)
    if name in ("person", "troops", "protesters") or (name or "").startswith("people-"):
        return True
    if thing.token < 0 or name is not None:
        return thing.token >= 0 and w.ent[thing.token] == "NORP"
    common = w.tag[thing.token] in ("NNS", "NN")
    return w.ent[thing.token] == "NORP" or (common and people.stands_for_person(thing.head))
