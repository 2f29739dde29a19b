"""What leads to the name of a place: a preposition, a word for its kind, what befalls it, what happens there."""

from __future__ import annotations

from dataclasses import dataclass

from newsclaim.extraction.numbers.classes.words import class_of_noun
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words
from newsclaim.names.countries import is_city

LISTS = "numbers/places"
PLACES = frozenset({"GPE", "LOC", "FAC"})
#: Words between a preposition and the name: "in the northern Norland port city of Tarn".
_BETWEEN = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
_FAR = 7


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens of a name: where its entity begins, its own first and last, the one before the phrase that leads to it.

    `kind` tells that a word for a kind of place leads to it ("the port city of Tarn").
    """

    first: int
    begin: int
    last: int
    before: int
    kind: bool


def kind_before(w: Tokens, begin: int, opening: int) -> tuple[bool, int]:
    """Return whether a word for a kind of place leads to the name, and the token before the whole phrase.

    "the port city of Tarn" · "the capital, Tarn" · "the north of Norland" · "the Norland village Tarn".
    """
    k, kind = begin - 1, False
    if k >= opening + 2 and w.low[k] == "the" and w.low[k - 2 : k] == ["front", "of"]:
        k -= 1
    for _ in range(2):
        noun = _place_noun(w, k, opening)
        if noun < 0:
            break
        k, kind = noun - 1, True
        while (
            k >= opening and k > noun - _FAR and (w.pos[k] in _BETWEEN or w.tag[k] == "VBN" or w.low[k] in ("'s", "-"))
        ):
            k -= 1
    while not kind and k >= opening and k > begin - 4 and _describes(w, k):
        k -= 1
    return kind, k


def _place_noun(w: Tokens, k: int, opening: int) -> int:
    """Return the noun for a kind or part of a place that ends at token `k` or before the "of" or comma there."""
    if k < opening:
        return -1
    noun = k - 1 if w.low[k] == "of" or w.text[k] == "," else k
    if w.text[k] == "," and k + 1 < len(w) and w.dep[k + 1] == "nsubj":
        return -1  # "Of all its areas, Tarn has the most"
    lists = words(LISTS, "kinds", "parts") if w.low[k] == "of" else words(LISTS, "kinds")
    return noun if noun >= opening and (w.lemma[noun] in lists or w.low[noun] in lists) else -1


def _describes(w: Tokens, k: int) -> bool:
    """Is it a word between the preposition and the name ("in northern Tarn")?"""
    return w.low[k] not in words(LISTS, "at") and (w.pos[k] in ("DET", "ADJ") or w.low[k] in words(LISTS, "parts"))


def led_by(w: Tokens, name: Name, opening: int) -> str:
    """Return the word that leads to a place: a preposition, "hit", "part"; "" where none does."""
    before = name.before
    word = w.low[before] if before >= opening else ""
    if word in ("on", "of", "against"):
        return _led_by_strike(w, name, word)
    if before >= opening and not (_leads_there(w, before) and not _goes_into_affair(w, word, name.last)):
        return ""
    if word in words(LISTS, "at") or word in words(LISTS, "away"):
        return "" if word == "in" and w.lemma[w.head[before]] in words(LISTS, "not_in") else word
    head = _noun_over(w, name) if name.kind else name.last
    return "hit" if _is_struck(w, head) else "part" if _is_part(w, name.last) else ""


def _led_by_strike(w: Tokens, name: Name, word: str) -> str:
    """Return "hit" behind "on", "of" or "against" for what is struck ("the attack on Tarn"), or where it lies."""
    over = w.head[name.before]
    struck = w.lemma[over] in words(LISTS, "strikes", "striking")
    struck = struck and not (w.lemma[over] == "reach" and w.pos[over] == "NOUN")  # "the upper reaches of the Vell"
    if word == "against" and w.dep[name.last] == "compound":
        return ""  # "marched against a Norland plan"
    way = word == "on" and is_way(w, name.begin, name.last)
    return "hit" if struck and not way else word if name.kind and word != "against" else ""


def _goes_into_affair(w: Tokens, word: str, last: int) -> bool:
    """Does "into" lead to what is somebody's, none of a place ("into Norland's war")?"""
    owned = w.lemma[w.head[last]] if w.dep[last] == "poss" else ""
    return word in ("to", "into") and owned != "" and owned not in words(LISTS, "kinds", "parts", "buildings", "lands")


def is_way(w: Tokens, begin: int, last: int) -> bool:
    """Is it the name of a street or bridge, or the number of a road ("Vell Street", "Highway 9")?"""
    if begin == last:
        return False
    return w.low[last] in words(LISTS, "ways") or (w.text[last].isdigit() and w.low[begin] in words(LISTS, "roads"))


def opens_sentence(w: Tokens, opening: int, before: int, end: int) -> bool:
    """Does the phrase open the sentence, alone or behind another that is closed with it ("To the west in Tarn, 40")?"""
    if before == opening:
        return True
    closed = end + 1 < len(w) and w.text[end + 1] == ","
    return closed and before - opening <= _FEW and all(w.pos[k] in _LEADING for k in range(opening, before))


_LEADING, _FEW = frozenset({"ADP", "DET", "NOUN", "ADJ", "ADV", "NUM", "PROPN"}), 6


def is_affair(w: Tokens, last: int, stop: int) -> bool:
    """Is it the name of a case, army or race ("the Ana Vell case", "the Murra River Marathon"), or what is somebody's?

    "in Velcorp's case"
    """
    behind = w.low[last + 1] if last + 1 < stop and w.dep[last] == "compound" else ""
    if w.dep[last] == "poss" and w.low[w.head[last]] in words(LISTS, "ones_own"):
        return True
    return not words(LISTS, "affairs").isdisjoint((w.low[last], behind))


def tells_kind(w: Tokens, last: int, stop: int) -> bool:
    """Does it only say where the place named behind it lies ("the Vell Valley city of Tarn")?"""
    of = last + 2 < stop and w.dep[last] == "compound" and w.low[last + 2] == "of"
    return of and w.low[last + 1] in words(LISTS, "kinds")


def _leads_there(w: Tokens, preposition: int) -> bool:
    """Does a preposition lead to where it happens, not to where somebody is from or returned to?"""
    over = w.head[preposition]
    if w.low[preposition] == "between":
        return w.pos[over] != "NOUN" or w.lemma[over] in words(LISTS, "lines", "strikes")
    if w.low[preposition] == "from":
        return w.lemma[over] in words(LISTS, "leaving")
    if w.low[preposition] == "into" and w.pos[over] == "NOUN":
        over = clauses.governing_verb(w, over)
    if w.low[preposition] in ("to", "into"):
        return over >= 0 and w.lemma[over] in words(LISTS, "going")
    if not words(LISTS, "strikes").isdisjoint((w.lemma[over], w.low[over])):
        return True  # "the toll from a blast in Tarn"
    origin = w.head[over] if w.dep[over] == "pobj" else -1
    return origin < 0 or w.low[origin] != "from" or w.pos[w.head[origin]] == "VERB"


def _noun_over(w: Tokens, name: Name) -> int:
    """Return the noun for the kind of place that stands over the name ("the city of Tarn")."""
    i = name.last
    for _ in range(2):
        over = w.head[w.head[i]] if w.dep[i] == "pobj" else w.head[i]
        if w.lemma[over] in words(LISTS, "kinds", "parts") and over < name.begin:
            i = over
    return i


def _is_struck(w: Tokens, i: int) -> bool:
    """Is it hit, attacked, shaken: object of such a verb or subject of its passive, of "saw", "suffered" or "voted"?"""
    verb = w.head[i]
    if _votes(w, i):
        return True
    if w.dep[i] in ("dobj", "nsubjpass"):
        going = (w.ent[i] in PLACES or is_city(w.text[i])) and w.lemma[verb] in words(LISTS, "visiting")
        return going or w.lemma[verb] in words(LISTS, "striking")
    if w.dep[i] != "nsubj":
        return _acts_at_home(w, i)
    told = clauses.object_of(w, verb)
    befell = told >= 0 and (w.lemma[told] in words(LISTS, "strikes") or class_of_noun(w.lemma[told]) in _BEFALLEN)
    if befell and w.lemma[verb] in words(LISTS, "recording"):
        return True
    done = (verb, *(k for k in w.rights(verb) if w.dep[k] == "conj"))
    return any(w.lemma[k] in words(LISTS, "at_home") for k in done) or _is_warm(w, i, verb)


def _acts_at_home(w: Tokens, i: int) -> bool:
    """Does a town's or land's police or court do there what it does at home ("Tarn police arrested 12 men")?"""
    body = w.head[i]
    if body <= i or w.ent[i] not in PLACES or w.lemma[body] not in words(LISTS, "authorities"):
        return False
    by = w.head[body] if w.dep[body] == "pobj" else -1
    acts = w.dep[body] == "nsubj" or (by >= 0 and w.dep[by] == "agent")
    return acts and w.lemma[w.head[by if by >= 0 else body]] in words(LISTS, "at_home", "enforcing")


def _is_warm(w: Tokens, i: int, verb: int) -> bool:
    """Is it a town of whose temperature is told ("Tarn hit 70 degrees", "Tarn broke a record, topping 70 degrees")?"""
    if w.ent[i] != "GPE":
        return False
    degrees = (k for k in range(verb, min(w.right[verb] + 1, verb + _CLAUSE)) if w.lemma[k] == "degree")
    return any(w.dep[k] != "compound" and _tells(w, verb, clauses.governing_verb(w, k)) for k in degrees)


def _tells(w: Tokens, verb: int, own: int) -> bool:
    """Is it the verb itself, or one in a clause beside it whose subject is the same?"""
    beside = own >= 0 and w.head[own] == verb and w.dep[own] in ("advcl", "conj", "xcomp")
    return own == verb or (beside and w.child(own, "nsubj") < 0)


#: So many words behind a verb its clause is looked at.
_CLAUSE = 20


def _votes(w: Tokens, i: int) -> bool:
    """Is it a country or town that votes ("saw Tarn vote by 62% to 38%"), not one that voting is only spoken of?"""
    beside = i + 1 if i + 1 < len(w) and w.dep[i] in ("nsubj", "dobj") else i
    verb = beside if w.lemma[beside] == "vote" else w.head[i]
    return w.lemma[verb] == "vote" and w.tag[verb] != "VBG" and (verb == beside or w.dep[i] == "nsubj")


#: What a country counts at home.
_BEFALLEN = frozenset({"people-killed", "people-ill", "people-injured"})


def _is_part(w: Tokens, last: int) -> bool:
    """Does the name stand before what happens there ("the Oldport harbour fire", "Oldport's hospital")?"""
    if w.ent[last] not in PLACES or w.dep[last] not in ("compound", "nmod", "poss"):
        return False
    head = w.head[last]
    if head > last and w.dep[last] == "poss" and w.lemma[head] in words(LISTS, "buildings") | {"degree"}:
        return True
    return head > last and w.lemma[head] in words(LISTS, "strikes", "kinds")
