"""Quantities → drafts of claims: what is counted or measured, by which verb, of which class."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsclaim.extraction.numbers import grammar
from newsclaim.extraction.numbers.classes import classes
from newsclaim.extraction.numbers.counted import find as counted
from newsclaim.extraction.numbers.counted import levels
from newsclaim.extraction.numbers.counted.things import Thing, befalls_people, understood
from newsclaim.extraction.numbers.fields import events, places, times
from newsclaim.extraction.numbers.measured import about as topics
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.reading import hedges as qualifiers
from newsclaim.extraction.numbers.view import View
from newsclaim.models import About, ClaimClass, ClaimRole


@dataclass(slots=True)
class Sentence:
    """What the claims of one sentence share: its bounds (tokens and characters), times and places."""

    first: int
    stop: int
    start: int
    end: int
    times: list[times.TimePhrase]
    places: list[tuple[int, int, str]]


@dataclass(slots=True)
class Draft:
    """A claim in the making; `twin` is the measure that it repeats in another unit."""

    quantity: Quantity
    sentence: Sentence
    thing: Thing | None = None
    about: About | None = None
    verb: int = -1
    event: int = -1
    kind: ClaimClass = "other"
    role: ClaimRole = "total"
    id: str = ""
    part_of: str | None = None
    adds_to: str | None = None
    twin: Draft | None = None


def drafted(view: View, quantities: list[Quantity]) -> list[Draft]:
    """Return the draft of each quantity; the sentences they stand in are looked at once."""
    known: dict[int, Sentence] = {}
    return [draft(view, quantity, sentence_of(view, quantity.shown_start, known)) for quantity in quantities]


def sentence_of(view: View, position: int, known: dict[int, Sentence]) -> Sentence:
    """Return the sentence around a position; its times and places are looked for once."""
    first, stop = view.page.sentence(view.within(position))
    if first not in known:
        start, end = view.w.start[first], view.w.end[stop - 1]
        found = times.phrases(view.text, start, end)
        known[first] = Sentence(first, stop, start, end, found, places.places_of(view, first, stop))
    return known[first]


def draft(view: View, quantity: Quantity, sentence: Sentence) -> Draft:
    """Return the claim with what is counted or measured, its event and class, before it is tied to others."""
    made = Draft(quantity, sentence)
    if quantity.measure in (None, "share") or quantity.number.form in ("fraction", "ratio"):
        made.thing = counted.find(view, quantity, sentence.stop)
    if made.thing is not None:
        _hedge_behind(view, quantity, made.thing)
    if quantity.measure is not None or made.thing is None or made.thing.head == "point":
        made.about = topics.about(view, quantity, sentence.stop)
    root = made.thing.token if made.thing else -1
    root = root if root >= 0 else grammar.root_of(view, quantity.shown_start, quantity.end)
    made.verb = grammar.governing_verb(view.w, root)
    made.event = events.event_of(view.w, root, made.verb)
    if made.thing is None and quantity.measure is None and _are_understood(view, made):
        made.thing = understood("person", "understood")
    made.kind = _kind(view, made)
    return made


_OR_MORE = re.compile(r",?\s+(?:or|and)\s+(?:more|less|fewer|so|above|over)\b(?!\s+\w+\s+than)")


def _hedge_behind(view: View, quantity: Quantity, thing: Thing) -> None:
    """Read a hedge behind the noun ("500 people or more")."""
    if thing.end is None or quantity.qualifier != "exact" or quantity.measure is not None:
        return
    if _OR_MORE.match(view.text, thing.end):
        found = qualifiers.after(view.text, thing.end)
        qualifiers.qualify(quantity, found)
        thing.end = found.at if found is not None else thing.end


_WHO = re.compile(r"\s+who\b")


def _many(view: View, quantity: Quantity) -> bool:
    """Are people understood: "thousands marched", "the 2.8 million who voted"?"""
    return quantity.number.rule == "vague" or _WHO.match(view.text, quantity.end) is not None


def _are_understood(view: View, made: Draft) -> bool:
    """Are people counted without a word for them: "Five were killed", "10,000 were moved to higher ground"?"""
    quantity = made.quantity
    if (
        _many(view, quantity)
        or events.beside(view.text, quantity.end) is not None
        or befalls_people(view.w, made.event)
    ):
        return True
    return _WERE.match(view.text, quantity.end) is not None and _uprooted_near(view, made)


_WERE = re.compile(r"\s+(?:was|were|are|have|had|would|could|will)\b")


def _uprooted_near(view: View, made: Draft) -> bool:
    quantity = made.quantity
    low, high = max(made.sentence.start, quantity.start - 50), min(made.sentence.end, quantity.end + 80)
    return events.are_uprooted(view.text, low, high)


_BRACKETS = re.compile(r"^\s*\([^)]*\)")


def _kind(view: View, made: Draft) -> ClaimClass:
    quantity = made.quantity
    after = _BRACKETS.sub("", view.text[quantity.end : quantity.end + 60])
    if topics.is_size(quantity, made.about):
        return "measure"
    if made.thing is None and quantity.measure is None and made.about is not None and made.about.head == "vote":
        return "votes"
    beside = events.beside(view.text, quantity.end)
    if beside is not None and made.thing is not None and made.thing.rule == "understood":
        return beside
    kind = classes.classify(view.w, quantity, made.thing, made.event, after)
    if kind != "other" or made.thing is None or not classes.is_person(view.w, made.thing):
        return kind
    return _kind_by_words(view, made, made.thing)


def _kind_by_words(view: View, made: Draft, thing: Thing) -> ClaimClass:
    """Return the class of people by the words around them, where the parse tells of no event."""
    quantity = made.quantity
    if (told := events.beside(view.text, thing.end if thing.end is not None else quantity.end)) is not None:
        return told
    if _is_toll(view, quantity, thing):
        return "people-killed"
    if _uprooted_near(view, made):
        return "people-displaced"
    return events.among(view.text, quantity.end, made.sentence.end) or "other"


def _is_toll(view: View, quantity: Quantity, thing: Thing) -> bool:
    """Are the people behind the number those of a death toll ("the toll rose to 22 people")?"""
    noun = levels.number_noun(view.w, grammar.root_of(view, quantity.shown_start, thing.end or quantity.end))
    return noun >= 0 and view.w.lemma[noun] == "toll"
