"""Classes of claims: one table of named rules, the first that answers decides."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import cast

from newsclaim.extraction.numbers.classes import befallen, institutions, lives, surface, votes
from newsclaim.extraction.numbers.classes.words import class_of_event, class_of_noun, is_person
from newsclaim.extraction.numbers.counted import levels
from newsclaim.extraction.numbers.counted.things import Thing
from newsclaim.extraction.numbers.draft import Draft
from newsclaim.extraction.numbers.measured.about import is_size
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.people import stands_for_person
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words
from newsclaim.models import ClaimClass

Rule = Callable[[View, Draft], str | None]

_MEASURED: dict[str, ClaimClass] = {
    "money": "money", "age": "age", "distance": "distance", "duration": "duration", "measure": "measure",
    "share": "share",
}  # fmt: skip
LISTS = "numbers/classes"


def classify(view: View, made: Draft) -> None:
    """Set the class of a draft and the name of the rule that found it."""
    if made.quantity.rule == "zero" and made.thing is not None and made.thing.head == "casualty":
        made.kind, made.why["class"] = "people-killed", "no-casualties"
        return
    others = made.thing is not None and made.thing.rule == "parent-of"  # "a father of three died"
    for name, rule in () if others else RULES:
        found = rule(view, made)
        if found is not None:
            made.kind, made.why["class"] = cast("ClaimClass", found), name
            return
    made.kind, made.why["class"] = "other", "other"


# -- amounts ---------------------------------------------------------------------------------------------------------


def _size(view: View, made: Draft) -> str | None:
    """Tell a size from a distance: "three metres tall", "a surge of six feet"."""
    if made.quantity.measure != "distance":
        return None
    away = surface.is_away(view.text, made.quantity.end)
    small = made.quantity.unit in words(LISTS, "small") or is_size(made.quantity, made.about)
    told = surface.is_size(view.text, made.quantity.end) or (small and not away)
    return "measure" if told else None


def _unit(_view: View, made: Draft) -> str | None:
    return _MEASURED[made.quantity.measure] if made.quantity.measure is not None else None


def _share(_view: View, made: Draft) -> str | None:
    """Take fractions and ratios for shares; a vote of two thirds is one too."""
    return "share" if made.quantity.is_part or made.quantity.rule == "multiple" else None


# -- people ----------------------------------------------------------------------------------------------------------


def _base(view: View, made: Draft) -> str | None:
    """Leave the whole that a part is taken out of to its own clause: of "the 40 miners" not all died of whom 12 did."""
    return befallen.class_in_clause(view, made) or _by_noun(view, made) or "other" if made.base else None


def _beside(view: View, made: Draft) -> str | None:
    """Read the word directly behind people: "20 dead", "200 people injured", "two million displaced"."""
    thing = made.thing
    if thing is None or not (thing.rule == "understood" or thing.head == "other" or is_person(view.w, thing)):
        return None
    end = thing.end if thing.end is not None else made.quantity.end
    found = surface.beside(view.text, end)
    if found is None or _does_it(view, made, found):
        return None
    w, behind = view.w, view.at(end)
    if _is_of_others(view, made.root, behind):
        return None
    other = made.event >= 0 and class_of_event(w.lemma[made.event]) != found
    if other and behind < len(w) and class_of_event(w.low[behind]) == found:
        made.event = behind
    return found


def _is_of_others(view: View, root: int, behind: int) -> bool:
    """Does the verb behind people tell of those who are theirs ("the killers of two men fled")?"""
    told = view.w.low[behind] in ("are", "were", "have", "had", "fled", "died")
    over = lives.noun_over(view, root) if told and root >= 0 else -1
    return over >= 0 and stands_for_person(view.w.lemma[over]) and view.w.lemma[over] not in words(LISTS, "groups")


def _does_it(view: View, made: Draft, found: str) -> bool:
    """Is the word behind the people a verb by which they befall others ("30 soldiers killed the mayor")?"""
    if found not in ("people-killed", "people-injured", "people-detained", "people-displaced"):
        return False
    place, w = befallen.place_of(view, made.root), view.w
    if place is None or w.low[place.verb] in ("hostage", "captive"):  # taken for a verb
        return False
    does = place.role == "doer" and not befallen.is_passive(w, place.verb)
    return does and w.lemma[place.verb] not in words(LISTS, "of_doers")


_PRESUMED = re.compile(r"[^.;]{0,40}\bpresumed\s+(?:dead|drowned|killed)\b")


def _presumed(view: View, made: Draft) -> str | None:
    """Read "12 sailors are missing, presumed dead"."""
    if made.thing is None or not (made.thing.rule == "understood" or is_person(view.w, made.thing)):
        return None
    return "people-killed" if _PRESUMED.match(view.text, made.quantity.end, made.sentence.end) else None


def _state(_view: View, made: Draft) -> str | None:
    """Read the noun of a state or a toll: "12 dead", "the wounded", "a toll of 66"."""
    if made.thing is None or made.thing.head not in ("dead", "deceased", "wounded", "injured", "missing"):
        return None
    return class_of_noun(made.thing.head)


def _inside(view: View, made: Draft) -> str | None:
    """Read a participle before the noun: "12 wounded soldiers", "40 missing fishermen"."""
    thing, w = made.thing, view.w
    if thing is None or not is_person(w, thing):
        return None
    found = (class_of_event(form) or class_of_noun(form) for form in _forms_before(w, thing))
    return next((name for name in found if name is not None and name.startswith("people-")), None)


def _forms_before(w: Tokens, thing: Thing) -> list[str]:
    """Return the words before a noun that may tell what befell them, not what they do ("an arresting officer")."""
    doing = words(LISTS, "places_of_custody")
    forms = [form for form in thing.inside.split() if form not in doing and form != "arresting"]
    for k in w.lefts(thing.token) if thing.token >= 0 else ():
        if w.dep[k] == "amod" and (w.tag[k] != "VBG" or w.low[k] in ("missing", "dying")):
            forms += [w.low[k], w.lemma[k]]
    return forms


def _of_noun(view: View, made: Draft) -> str | None:
    """Read the noun of an event above: "the deaths of 12 miners", "the arrest of two women", "a march of 3,000"."""
    if made.thing is None or made.root < 0 or not befallen.may_be_people(view, made, "kill"):
        return None
    noun = lives.noun_over(view, made.root)
    if noun < 0 or "attempted" in view.w.low[max(0, noun - 1) : noun]:
        return None
    if view.w.lemma[noun] in words(LISTS, "groups") and not (
        view.w.low[noun] == "bodies" and is_person(view.w, made.thing)
    ):
        return None
    if view.w.lemma[noun] in words(LISTS, "demonstrations"):
        return "protesters" if made.thing.rule == "understood" or is_person(view.w, made.thing) else None
    found = class_of_noun(view.w.lemma[noun]) or class_of_noun(view.w.low[noun])
    return found if found is not None and found.startswith("people-") else None


def _event(view: View, made: Draft) -> str | None:
    """Read what befalls the people by the verb they are subject or object of; it is their event."""
    found = befallen.class_of(view, made)
    if found is None:
        return None
    made.event = found[1]
    return found[0]


def _equated(view: View, made: Draft) -> str | None:
    """Read "the dead include three children", "among the wounded were two nurses"."""
    if made.thing is None or not is_person(view.w, made.thing):
        return None
    return befallen.equated(view, made) or surface.among(view.text, made.quantity.end, made.sentence.end)


def _toll(view: View, made: Draft) -> str | None:
    """Read "the toll rose to 22 people"."""
    thing, w = made.thing, view.w
    if thing is None or not is_person(w, thing):
        return None
    noun = levels.number_noun(w, clauses.root_of(w, made.quantity.shown_start, thing.end or made.quantity.end))
    return "people-killed" if noun >= 0 and w.lemma[noun] == "toll" else None


def _phrase(view: View, made: Draft) -> str | None:
    """Read whole phrases around people: homes that are lost, refuge that is taken, streets that are filled."""
    quantity, thing = made.quantity, made.thing
    if thing is None or not is_person(view.w, thing):
        return None
    if (class_of_noun(thing.head) or "person") != "person":
        hurt = class_of_noun(thing.head) == "troops" and surface.are_hurt(view.text, thing.end or quantity.end)
        return "people-injured" if hurt else None
    low, high = max(made.sentence.start, quantity.start - 50), min(made.sentence.end, quantity.end + 80)
    if surface.are_uprooted(view.text, low, high):
        return "people-displaced"
    end = thing.end if thing.end is not None else quantity.end
    if surface.are_hurt(view.text, end) or (surface.are_critical(view.text, end) and not view.tells_of_disease):
        return "people-injured"
    if surface.are_treated(view.text, end):
        return _treated(view, made, thing)
    return "protesters" if _protest(view, made, thing, end) else None


def _treated(view: View, made: Draft, thing: Thing) -> str | None:
    """Tell those in hospital for a disease from the wounded; why patients are there, their noun does not tell."""
    told = view.w.low[made.sentence.first : made.sentence.stop]
    if view.tells_of_disease or not words(LISTS, "diseases").isdisjoint(told):
        return "people-ill"
    return None if thing.head == "patient" else "people-injured"


def _protest(view: View, made: Draft, thing: Thing, end: int) -> bool:
    """Do people protest: took to the streets, or were at a rally where their trade does not bring them?"""
    text, stop = view.text, made.sentence.end
    marching = surface.are_marching(text, end, stop) or surface.are_drawn(text, made.quantity.start)
    return marching or (thing.head not in words(LISTS, "at_work") and surface.are_at_rally(text, end, stop))


_CROWDED = re.compile(r"\b(?:march|protest|rall(?:y|ie)|demonstrat)\w*\b")


def _crowd(view: View, made: Draft) -> str | None:
    """Take a crowd or turnout for protesters where its sentence, or the one before, tells of a protest."""
    if made.thing is None or made.thing.rule != "population":
        return None
    before = view.w.start[view.page.sentence(max(0, made.sentence.first - 1))[0]]
    return "protesters" if _CROWDED.search(view.text, before, made.sentence.end) else None


def _ill(view: View, made: Draft) -> str | None:
    """Read cases of a disease: "300 cases of cholera", "12 confirmed measles cases"."""
    thing, w = made.thing, view.w
    if thing is None or thing.head not in ("case", "infection") or thing.start is None or thing.token < 0:
        return None
    if set(thing.inside.split()) & words(LISTS, "diagnosed") and view.names_disease:
        return "people-ill"
    first = view.page.sentence(max(0, made.sentence.first - 1))[0]
    wide = thing.head == "case" and words(LISTS, "courts").isdisjoint(w.low[first : made.sentence.stop])
    low, high = (first, made.sentence.stop) if wide else (thing.token - 4, thing.token + 6)
    near = {w.low[k] for k in range(max(0, low), min(len(w), high))}
    in_some = view.text.endswith(("in ", "In "), 0, made.quantity.start)
    near_disease = thing.head == "infection" or not near.isdisjoint(words(LISTS, "diseases"))
    return "people-ill" if near_disease or (wide and view.tells_of_disease and not in_some) else None


def _by_noun(view: View, made: Draft) -> str | None:
    """Take the class of the noun: refugees, soldiers, cars."""
    if made.thing is None:
        return None
    if made.thing.rule == "number-of" and made.thing.head == "victim":
        return "people-killed"
    if institutions.are_counted(view, made, made.thing):
        return None
    found = class_of_noun(made.thing.head)
    return None if found in (None, "person") else found


RULES: tuple[tuple[str, Rule], ...] = (
    ("size", _size),
    ("unit", _unit),
    ("share", _share),
    ("rival-votes", votes.rival_votes),
    ("state", _state),
    ("inside", _inside),
    ("base", _base),
    ("presumed", _presumed),
    ("beside", _beside),
    ("lives", lives.lives_lost),
    ("men-lost", lives.men_lost),
    ("of-noun", _of_noun),
    ("event", _event),
    ("equated", _equated),
    ("toll", _toll),
    ("phrase", _phrase),
    ("crowd", _crowd),
    ("ill", _ill),
    ("noun", _by_noun),
)
