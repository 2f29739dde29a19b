"""Whose troops, victims, money, age it is."""

from __future__ import annotations

import re

from newsclaim.extraction.numbers.counted.things import Thing
from newsclaim.extraction.numbers.fields import armies, holders
from newsclaim.extraction.numbers.measured import owners
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.people import person
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words
from newsclaim.models import Mention
from newsclaim.text import span_of

_OWNERS = frozenset({"GPE", "NORP", "ORG", "PERSON"})
_SENDING = frozenset({
    "deploy", "send", "dispatch", "station", "mobilise", "mobilize", "lose", "commit", "provide", "contribute",
    "supply", "field", "have", "withdraw", "pull",
})  # fmt: skip


class Owners:
    """Finds whose something is; looks once through the article for the sides whose troops it names."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._armies: list[tuple[int, Mention]] | None = None

    def whose(self, quantity: Quantity, thing: Thing | None, verb: int, kind: str) -> Mention | None:
        """Return the owner as the article says it, unresolved."""
        view = self._view
        if kind == "age":
            return _aged(view, quantity)
        if thing is not None and thing.token >= 0 and (owner := _inside(view, quantity, thing)) is not None:
            return owner
        if kind in holders.HELD and thing is not None and thing.token >= 0:
            held = holders.holder(view, quantity, thing)
            if held is not None:
                return held
        subject = _acting(view.w, thing, verb, kind)
        if subject is not None:
            return _mention(view, *_entity(view.w, _named_beside(view.w, subject))) if subject >= 0 else None
        if kind == "troops" and thing is not None and thing.token >= 0:
            return armies.side_behind(view, thing.token, verb) or self._spoken_of(thing.token)
        return None

    def _spoken_of(self, noun: int) -> Mention | None:
        if self._armies is None:
            self._armies = list(armies.named_armies(self._view))
        return armies.side_spoken_of(self._view, noun, self._armies)


def _acting(w: Tokens, thing: Thing | None, verb: int, kind: str) -> int | None:
    """Return the subject whose the thing is by the verb, None where the verb tells of no owner."""
    if verb < 0:
        return None
    subject = clauses.subject_of(w, verb)
    if kind == "troops":
        sends = subject >= 0 and w.lemma[verb] in _SENDING
        return subject if sends and (w.ent[subject] in _OWNERS or w.pos[subject] == "PRON") else None
    if not (_receives(w, thing, verb) or (kind == "measure" and w.lemma[verb] in ("stand", "weigh", "measure"))):
        return None
    named = subject >= 0 and (w.ent[subject] == "PERSON" or w.pos[subject] in ("PRON", "PROPN"))
    return subject if named else -1


def _named_beside(w: Tokens, i: int) -> int:
    """Return the name that stands beside what somebody is ("An Osvian, Ivo Renn, was charged")."""
    apposed = w.child(i, "appos")
    return apposed if apposed >= 0 and w.ent[apposed] == "PERSON" and w.ent[i] != "PERSON" else i


_RECEIVED = {
    "vote": ("receive", "win", "get", "earn", "have", "secure"),
    "count": ("plead", "face", "charge", "convict", "indict", "sentence"),
    "charge": ("plead", "face", "deny", "admit"),
    "seat": ("win", "hold", "have", "take", "lose", "gain"),
}


def _receives(w: Tokens, thing: Thing | None, verb: int) -> bool:
    """Are the votes, charges or seats those of the verb's subject?"""
    return thing is not None and w.lemma[verb] in _RECEIVED.get(thing.head, ())


def _mention(view: View, first: int, last: int) -> Mention:
    return Mention(**span_of(view.text, view.w.start[first], view.w.end[last]).model_dump())


def _entity(w: Tokens, i: int) -> tuple[int, int]:
    """Return the first and last token of the entity around a token, without an article or a possessive ending."""
    first, last = w.name(i)
    if w.low[first] == "the" and first < last:
        first += 1
    if w.tag[last] == "POS" and first < last:
        last -= 1
    return first, last


def _inside(view: View, quantity: Quantity, thing: Thing) -> Mention | None:
    """An owner before the noun: "Valdorian soldiers", "its troops", "the ministry's staff"."""
    w = view.w
    for i in range(view.at(quantity.shown_end), thing.token):
        if (w.ent[i] in _OWNERS and w.iob[i] == "B") or w.tag[i] == "PRP$":
            first, last = _entity(w, i)
            if w.ent[i] == "GPE" and w.tag[i] == "NNP" and last + 1 < thing.token and w.low[last + 1] in ("and", "or"):
                return None  # "several Ellport and New Tarn concerts"
            named = view.text[w.start[first] : w.end[last]].lower() not in words("numbers/measured", "no_owners")
            return _mention(view, first, last) if named else None
    return None


def _name_run(view: View, last: int) -> tuple[int, int]:
    """Return the first and last token of the name that ends with a token."""
    w = view.w
    first = last
    while first > 0 and w.pos[first - 1] == "PROPN" and w.sent[first - 1] == w.sent[last]:
        first -= 1
    return first, last


def _aged(view: View, quantity: Quantity) -> Mention | None:
    """The person whose age it is: the name before ("Ana Vell, 23"), the subject ("she is 60"), the noun behind."""
    w = view.w
    noun = _noun_aged(view, quantity)
    told = w.pos[max(0, view.at(quantity.start) - 1)] == "AUX"
    found = _name_behind(view, quantity) or (_subject_aged(view, quantity) if told else None)
    found = found or _aged_before(view, quantity, beside=noun >= 0)
    if found is None and (noun < 0 or w.dep[noun] == "attr"):
        found = _subject_aged(view, quantity)
    return found or _name_after(view, quantity, noun)


def _name_after(view: View, quantity: Quantity, noun: int) -> Mention | None:
    """Return the name close behind an age, or behind the noun that it modifies ("a 6-year-old son, Karl")."""
    w = view.w
    first = view.at(quantity.end)
    for k in range(first, min(max(first, noun) + 4, len(w))):
        if w.text[k] == "." or w.pos[k] in ("VERB", "AUX"):
            return None
        if w.ent[k] == "PERSON":
            return _mention(view, *_entity(w, k))
    return None


def _name_behind(view: View, quantity: Quantity) -> Mention | None:
    """Read "54-year-old police sergeant Ana Vell", "47-year-old Vell's office"."""
    w = view.w
    first = view.at(quantity.end)
    for k in range(first, min(first + 6, len(w))):
        if w.ent[k] == "PERSON" or (k == first and w.pos[k] == "PROPN" and w.ent[k] == "GPE"):
            return _mention(view, *_entity(w, k)) if view.text[quantity.start : quantity.end].endswith("old") else None
        if w.pos[k] not in ("PROPN", "NOUN", "ADJ"):
            return None
    return None


def _noun_aged(view: View, quantity: Quantity) -> int:
    """Return the noun that an age modifies ("a 66-year-old man"), -1 without."""
    w = view.w
    i = clauses.root_of(w, quantity.shown_start, quantity.end)
    return w.head[i] if w.head[i] > i and w.pos[w.head[i]] == "NOUN" else -1


def _subject_aged(view: View, quantity: Quantity) -> Mention | None:
    w = view.w
    verb = clauses.governing_verb(w, clauses.root_of(w, quantity.shown_start, quantity.end))
    subject = clauses.subject_of(w, verb) if verb >= 0 else -1
    if subject < 0:
        return None
    if w.ent[subject] == "PERSON" or w.pos[subject] in ("PRON", "PROPN"):
        return _mention(view, *_entity(w, subject))
    aged = w.pos[subject] == "NOUN" and person(w, subject) and w.start[subject] < quantity.start
    return owners.mention(view, subject) if aged else None


#: Between a name and the age of whoever is then told by what he is ("Bo Ravn, a 66-year-old baker").
_APPOSED = re.compile(r",\s+(?:(?:an?|the|now|then)\s+)?(?:[\w-]+\s+){0,2}")


def _aged_before(view: View, quantity: Quantity, *, beside: bool) -> Mention | None:
    w = view.w
    i = view.at(quantity.start)
    aged = view.text[quantity.start : quantity.start + 4].lower() == "aged"
    low = max(view.page.sentence(min(i, len(w) - 1))[0], i - 12)
    for k in range(i - 1, low - 1, -1):
        if w.pos[k] in ("VERB", "AUX") and k < i - 1:
            break
        if w.ent[k] == "PERSON":
            last = w.name(k)[1]
            owns = w.tag[last] == "POS" or w.tag[min(last + 1, len(w) - 1)] == "POS"
            closed = ")" in view.text[w.end[last] : quantity.start]
            apart = closed or (beside and not _APPOSED.fullmatch(view.text, w.end[last], quantity.start))
            return None if owns or apart else _mention(view, *_entity(w, k))
        if w.pos[k] == "PROPN" and w.ent[k] in ("", "ORG") and k >= i - 3 and ")" not in w.text[k:i]:
            return _mention(view, *_name_run(view, k))
        if w.pos[k] == "NOUN" and w.low[k] not in ("age", "years") and not aged:
            break
    return None
