"""Where: the place named beside a number, and its country."""

from __future__ import annotations

from bisect import bisect_left

from newsclaim import lexicon
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.models import Place
from newsclaim.names.countries import country_of

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_LISTS = "numbers/places"
#: A place that opens the sentence holds for all of it.
_LEADING = 9
#: Farther than this no place is looked for; nearer than `_NEAR` it is taken.
_REACH, _NEAR = 420, 130


def places_of(view: View, first: int, stop: int) -> list[tuple[int, int, str]]:
    """Return the places of a sentence that follow a preposition: offsets and the preposition."""
    w = view.w
    found: list[tuple[int, int, str]] = []
    behind = first
    for i in range(first, stop):
        if i < behind or w.ent[i] not in _PLACES or w.iob[i] != "B":
            continue
        last = _last_of(w, i, stop)
        behind, before = last + 1, i - 1
        while before >= first and w.pos[before] in ("DET", "ADJ") and before > i - 4:
            before -= 1
        word = w.low[before] if before >= first else ""
        if word in lexicon.words(_LISTS, "prepositions"):
            begin = i + 1 if w.low[i] == "the" else i
            found.append((w.start[begin], w.end[last], word))
    return found


def _last_of(w: Tokens, i: int, stop: int) -> int:
    """Return the last token of the place that begins at `i`, with the larger place behind a comma ("Tarn, Osvia")."""
    last = i
    while True:
        while last + 1 < stop and w.iob[last + 1] == "I":
            last += 1
        if not _larger_follows(w, last, stop):
            return last
        last += 2


def _larger_follows(w: Tokens, last: int, stop: int) -> bool:
    """Does the larger place stand behind a comma?"""
    if last + 2 >= stop or w.text[last + 1] != ",":
        return False
    return w.ent[last + 2] == "GPE" and w.iob[last + 2] == "B"


def place_of(view: View, found: list[tuple[int, int, str]], start: int, end: int, opening: int) -> Place | None:
    """Return the place nearest to a claim without another clause between; `opening` is where the sentence begins."""
    low = bisect_left(found, start - _REACH, key=lambda entry: entry[0])
    high = bisect_left(found, end + _NEAR, key=lambda entry: entry[0])
    scored = ((_distance(view.text, entry, start, end, opening), entry) for entry in found[low:high])
    best = min((pair for pair in scored if pair[0] < _NEAR), default=None)
    if best is None:
        return None
    place_start, place_end, _ = best[1]
    text = view.text[place_start:place_end]
    return Place(start=place_start, end=place_end, text=text, name=text, country=country_of(text))


def _distance(text: str, place: tuple[int, int, str], start: int, end: int, opening: int) -> int:
    """Return how far a place is from a claim; commas, new clauses and directions away from it add to it."""
    place_start, place_end, word = place
    if place_start < end and start < place_end:
        return _REACH
    between = text[place_end:start] if place_end <= start else text[end:place_start]
    distance = len(between) + 70 * between.count(",") + 200 * sum(between.count(mark) for mark in ';:“”"')
    distance += 25 if word in lexicon.words(_LISTS, "away") else 0
    if place_start > start:
        return distance
    leads = place_start - opening <= _LEADING and distance < 400
    return min(distance + 40, 100) if leads else distance + 40
