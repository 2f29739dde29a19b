"""Where: the place named beside a number, and its country."""

from __future__ import annotations


from newsclaim.extraction.numbers.view import View
from newsclaim.models import Place
from newsclaim.names.countries import country_of

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_PREPOSITIONS = frozenset(
    "in at near across from to around outside inside throughout within into off over of south north east west between".split()
)
#: A place that opens the sentence holds for all of it.
_LEADING = 9
_AWAY = frozenset({"from", "of", "to", "over"})


def places_of(view: View, first: int, stop: int) -> list[tuple[int, int, str]]:
    """Return the places of a sentence that follow a preposition: offsets and the preposition."""
    found: list[tuple[int, int, str]] = []
    behind = first
    for i in range(first, stop):
        token = view.doc[i]
        if i < behind or token.ent_type_ not in _PLACES or token.ent_iob_ != "B":
            continue
        last = _last_of(view, i, stop)
        behind, before = last + 1, i - 1
        while before >= first and view.doc[before].pos_ in ("DET", "ADJ") and before > i - 4:
            before -= 1
        word = view.doc[before].lower_ if before >= first else ""
        if word in _PREPOSITIONS:
            begin = i + 1 if token.lower_ == "the" else i
            found.append((view.doc[begin].idx, view.end(view.doc[last]), word))
    return found


def _last_of(view: View, i: int, stop: int) -> int:
    """Return the last token of the place that begins at `i`, with the larger place behind a comma ("Tarn, Osvia")."""
    last = i
    while last + 1 < stop and view.doc[last + 1].ent_iob_ == "I":
        last += 1
    if (
        last + 2 < stop
        and view.doc[last + 1].text == ","
        and view.doc[last + 2].ent_type_ == "GPE"
        and view.doc[last + 2].ent_iob_ == "B"
    ):
        return _last_of(view, last + 2, stop)
    return last


def place_of(view: View, found: list[tuple[int, int, str]], start: int, end: int, opening: int) -> Place | None:
    """Return the place nearest to a claim without another clause between."""
    best: tuple[int, int, int] | None = None
    for place_start, place_end, word in found:
        if place_start < end and start < place_end:
            continue
        between = view.text[place_end:start] if place_end <= start else view.text[end:place_start]
        distance = (
            len(between)
            + 70 * between.count(",")
            + 200 * sum(between.count(mark) for mark in ';:“”"')
            + (25 if word in _AWAY else 0)
        )
        if place_start < start:
            distance = (
                min(distance + 40, 100) if place_start - opening <= _LEADING and distance < 400 else distance + 40
            )
        if distance < 130 and (best is None or distance < best[0]):
            best = distance, place_start, place_end
    if best is None:
        return None
    text = view.text[best[1] : best[2]]
    return Place(start=best[1], end=best[2], text=text, country=country_of(text))
