"""Quantities → drafts of claims: what is counted or measured, by which verb, of which class."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from newsclaim.extraction.numbers.classes import surface
from newsclaim.extraction.numbers.counted import find as counted
from newsclaim.extraction.numbers.counted.things import Thing, befalls_people, understood
from newsclaim.extraction.numbers.draft import Draft, Sentence
from newsclaim.extraction.numbers.fields import events, times
from newsclaim.extraction.numbers.framing import frame, lead, of_whom, sides
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.reading import hedges as qualifiers
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses


def drafted(view: View, quantities: list[Quantity]) -> list[Draft]:
    """Return the draft of each quantity; the sentences they stand in are looked at once."""
    known: dict[int, Sentence] = {}
    made = [draft(view, quantity, sentence_of(view, quantity.shown_start, known)) for quantity in quantities]
    by_quantity = {id(one.quantity): one for one in made}
    for one in made:
        if one.quantity.earlier is not None and (earlier := by_quantity.get(id(one.quantity.earlier))):
            earlier.later = one.quantity
            _count_too(earlier, one)
    for before, one in pairwise(made):
        one.base = _is_base(view, before, one)
    sides(view, made)
    return made


def _count_too(earlier: Draft, later: Draft) -> None:
    """Let the earlier of two values count what the later one does ("killings fell from 126 to 85")."""
    counts = earlier.quantity.measure is None and later.quantity.measure is None
    if counts and earlier.thing is None and later.thing is not None and later.thing.rule == "level-of":
        earlier.thing, earlier.about = replace(later.thing, end=None), None


_OF_THE = re.compile(
    r"\s+(?:out\s+)?of\s+(?:(?:the|its|their|his|her|our|these|those|all|some|an?|[\w-]+['’]s?|[\w-]+\s+[\w-]+['’]s?)\s+(?:[\w’'-]+\s+){0,3})?"
)


def _is_base(view: View, before: Draft, one: Draft) -> bool:
    """Is it the whole that the number before is taken out of ("none of the 40", "half of the army's 40,000")?"""
    gap = view.text[before.quantity.end : one.quantity.start]
    return len(gap) < 40 and before.quantity.measure is None and _OF_THE.fullmatch(gap) is not None


def sentence_of(view: View, position: int, known: dict[int, Sentence]) -> Sentence:
    """Return the sentence around a position; its times and places are looked for once."""
    first, stop = view.page.sentence(view.within(position))
    if first not in known:
        start, end = view.w.start[first], view.w.end[stop - 1]
        found = times.phrases(view.text, start, end)
        known[first] = Sentence(first, stop, start, end, found, frozenset(view.w.low[first:stop]))
    return known[first]


def draft(view: View, quantity: Quantity, sentence: Sentence) -> Draft:
    """Return the claim with what is counted or measured, its event and class, before it is tied to others."""
    made = Draft(quantity, sentence)
    if quantity.measure in (None, "share") or quantity.is_part:
        made.thing = counted.find(view, quantity, sentence.stop)
    if made.thing is not None:
        _hedge_behind(view, quantity, made.thing)
    if quantity.measure is not None or made.thing is None or made.thing.head == "point":
        frame(view, made)
    of_whom(view, made)
    lead(view, made)
    root = made.thing.token if made.thing else -1
    root = root if root >= 0 else clauses.root_of(view.w, quantity.shown_start, quantity.end)
    made.root = root
    made.verb = clauses.governing_verb(view.w, root)
    made.event = events.event_of(view.w, root, made.verb)
    if made.thing is None and made.about is not None and _is_item(view, made):
        item = made.about
        made.thing, made.about = Thing(item.start, item.end, item.head, made.noun, made.rule), None
    elif made.thing is None and quantity.measure is None and _are_understood(view, made):
        made.thing = understood("person", "understood")
        made.about = made.owner = None
    return made


def _is_item(view: View, made: Draft) -> bool:
    """Is it the count of an item of a list, named before it ("Norland 34,000; Lethia 19,700", "Hares: 3")?"""
    if made.quantity.measure is not None or made.quantity.is_part:
        return False
    if made.rule != "label" or not made.quantity.number.digits:
        return made.rule == "listed"
    return _BEHIND_COLON.search(view.text, max(0, made.quantity.start - _NEAR), made.quantity.start) is not None


_BEHIND_COLON, _NEAR = re.compile(r":\s*$"), 40


_OR_MORE = re.compile(r",?\s+(?:or|and)\s+(?:more|less|fewer|so|above|over)\b(?!\s+\w+\s+than)")


def _hedge_behind(view: View, quantity: Quantity, thing: Thing) -> None:
    """Read a hedge behind the noun ("500 people or more")."""
    if thing.end is None or quantity.qualifier != "exact" or quantity.measure is not None:
        return
    if _OR_MORE.match(view.text, thing.end):
        found = qualifiers.after(view.text, thing.end)
        qualifiers.qualify(quantity, found)
        thing.end = found.at if found is not None else thing.end


#: So many who watch something are people, not parties or firms.
_MANY = 99

_WHO = re.compile(r"\s+who\b")


def _many(view: View, quantity: Quantity) -> bool:
    """Are people understood: "thousands marched", "the 2.8 million who voted"?"""
    return quantity.number.rule == "vague" or _WHO.match(view.text, quantity.end) is not None


def _are_understood(view: View, made: Draft) -> bool:
    """Are people counted without a word for them: "Five were killed", "10,000 were moved to higher ground"?"""
    quantity = made.quantity
    if (
        _many(view, quantity)
        or surface.beside(view.text, quantity.end) is not None
        or surface.are_drawn(view.text, quantity.start)
        or surface.are_aboard(view.text, quantity.end)
        or counted.is_done_to_people(view, quantity)
        or (surface.do_so(view.text, quantity.start) and (quantity.value or 0) > _MANY)
        or befalls_people(view.w, made.event)
        or counted.acts_behind(view, quantity)
    ):
        return True
    return _WERE.match(view.text, quantity.end) is not None and _uprooted_near(view, made)


_WERE = re.compile(r"\s+(?:was|were|are|have|had|would|could|will)\b")


def _uprooted_near(view: View, made: Draft) -> bool:
    quantity = made.quantity
    low, high = max(made.sentence.start, quantity.start - 50), min(made.sentence.end, quantity.end + 80)
    return surface.are_uprooted(view.text, low, high)


_MORE = re.compile(r"\s+(?:more|others|additional)\b")


def phrase_end(view: View, made: Draft) -> int:
    """Return where the quantity's phrase ends: behind the noun that is counted, when it stands there."""
    quantity, thing = made.quantity, made.thing
    reach = 20 if thing is not None and thing.rule == "antecedent" else 90
    if thing is not None and thing.end is not None and quantity.end < thing.end <= quantity.end + reach:
        return thing.end
    more = _MORE.match(view.text, quantity.end) if quantity.measure is None else None
    return more.end() if more else quantity.end
