"""Numbers in names: "page 4", "Boeing 737", "Lost 52", "Big Ten", "S&P 500"."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from newsclaim import lexicon
from newsclaim.extraction.numbers.measured import listed
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View

_LISTS = "numbers/notclaims"
_WORD_BEFORE = re.compile(r"(?P<word>[A-Za-z§#][\w.&’'-]*|§|#)\]?[ \u00a0]?\[?$")
_WORD = re.compile(r"\w+")
#: Letters of a catalogue or series ("HR 6819", "PM 10").
_CATALOGUE = re.compile(r"[A-Z]{2,5}|[B-HJ-Z]")
#: A number with a letter that could be a temperature ("class 7C", "seat 12F").
_LETTERED = re.compile(r"\d{1,3}[CF]")
_VERSION = re.compile(r"[2-9]\.0")
#: How far before and behind a number a fixed name may reach.
_REACH = 16


def is_label(view: View, quantity: Quantity) -> bool:
    """Does the number stand behind a designator or a name: "page 4", "Boeing 737", "Lost 52"?"""
    lettered = _LETTERED.fullmatch(view.text, quantity.shown_start, quantity.end) is not None
    if quantity.start != quantity.shown_start or quantity.number.form == "vague":
        return False
    if quantity.measure is not None and not lettered:
        return False
    match = _WORD_BEFORE.search(view.text, max(0, quantity.start - 24), quantity.start)
    if not match or view.starts_sentence(quantity.shown_start) or listed.owner(view, quantity) >= 0:
        return False
    word = match["word"].lower()
    designators = lexicon.words(_LISTS, "designators")
    if word in designators or word.rstrip("s") in designators:
        return lettered or _is_designated(view, quantity, match)
    plain = quantity.number.digits and "," not in view.text[quantity.start : quantity.end]
    if plain and _CATALOGUE.fullmatch(match["word"]):
        return not view.plural_follows(quantity.end)
    return _is_of_name(view, quantity, match)


def _is_of_name(view: View, quantity: Quantity, match: re.Match[str]) -> bool:
    """Does the word before the number make it part of a name, or a version?"""
    named = match["word"][0].isupper() and _is_named(view, quantity, match.start())
    return named or _is_release(view, quantity, match.start())


def _is_release(view: View, quantity: Quantity, position: int) -> bool:
    """Does the number tell the version of the thing before it ("the ban 2.0")?"""
    if not _VERSION.fullmatch(view.text, quantity.shown_start, quantity.end) or view.noun_follows(quantity.end):
        return False
    return view.w.tag[view.within(position)] in ("NN", "NNP", "NNPS", "NNS")


def _is_designated(view: View, quantity: Quantity, match: re.Match[str]) -> bool:
    """Tell "Flight 302" and "page 4" from what counts behind the same word ("the group 5 soldiers joined")."""
    word, capital = match["word"].lower(), match["word"][0].isupper()
    i = view.within(match.start())
    if not capital and (word == "no" or view.w.child(i, "nsubj") >= 0):
        return False  # "they charge 40 for it"
    if word == "number" and (quantity.value == 1 or not view.plural_follows(quantity.end)):
        return True  # "the number two suspect", "world number 4 Vell"
    if word in lexicon.words(_LISTS, "strict") or not view.noun_follows(quantity.end):
        return True
    if not capital or match.start() == 0 or view.starts_sentence(match.start()):
        return False
    return _is_ranked(view, quantity, word, i) or not view.plural_follows(quantity.end)


def _is_ranked(view: View, quantity: Quantity, word: str, i: int) -> bool:
    """Tell "Division 40 officers" from "In the Northern Division 40 officers"."""
    tied = view.w.head[i] > i + 1 or view.w.head[i + 1] == i
    return tied and word in lexicon.words(_LISTS, "ranks") and quantity.number.digits


def _is_named(view: View, quantity: Quantity, position: int) -> bool:
    """Does a capitalised word make the number part of a name ("Apollo 11"), not a place ("In Verra 20 people")?"""
    i = view.within(position)
    if view.w.pos[i] != "PROPN" or view.is_headline(position):
        return False
    shown = view.text[quantity.shown_start : quantity.shown_end]
    if not quantity.number.digits and not shown[:1].isupper():
        return False
    if "," in shown or quantity.number.scale > 1:
        return False
    if (quantity.value or 0) != int(quantity.value or 0):
        return _is_version(view, quantity, i)
    return not view.plural_follows(quantity.end) or _in_entity(view, quantity, i) or _between_names(view, quantity)


_SHARES = re.compile(r"%|\bper\s?cent\b")


def _is_version(view: View, quantity: Quantity, name: int) -> bool:
    """Find "the Tarn License 2.1", no share in a list of them ("the Liberals 11.8")."""
    first, stop = view.page.sentence(name)
    listed = _SHARES.search(view.text, view.w.start[first], view.w.end[stop - 1]) is not None
    tied = name == view.at(quantity.shown_start) - 1 and view.w.tag[name] == "NNP"
    return tied and not listed and not view.noun_follows(quantity.end)


def _between_names(view: View, quantity: Quantity) -> bool:
    """Does a name go on behind the digits ("the Lost 52 Project"), not a people ("In Verra 20 Osvian soldiers")?"""
    w = view.w
    i = view.at(quantity.end)
    if i >= len(w) or not quantity.number.digits or w.start[i] != quantity.end + 1:
        return False
    return w.tag[i] == "NNP" and w.text[i][:1].isupper() and w.ent[i] not in ("NORP", "GPE")


def _in_entity(view: View, quantity: Quantity, before: int) -> bool:
    """Does one named entity hold the number and the word before it?"""
    w = view.w
    i = view.within(quantity.shown_start)
    kinds = ("PRODUCT", "FAC", "ORG", "WORK_OF_ART", "LAW", "EVENT")
    return w.ent[i] in kinds and w.iob[i] == "I" and w.ent[before] == w.ent[i]


_LISTED = re.compile(r"\s?[-–—]\s?|\s+(?:to|and|or|through)\s+|,\s+(?:and\s+)?")


def is_numbered(view: View, quantity: Quantity) -> bool:
    """Does a word number the noun before it ("freedom two", "version three")?"""
    w, i = view.w, view.at(quantity.start)
    plain = not quantity.number.digits and quantity.measure is None and quantity.number.form == "point"
    if not plain or i == 0 or w.head[i] != i - 1 or w.dep[i] != "nummod" or w.tag[i - 1] not in ("NN", "NNP"):
        return False
    behind = min(view.at(quantity.end), len(w) - 1)
    return quantity.value != 0 and w.low[behind] not in ("of", "times") and not view.noun_follows(quantity.end)


def is_listed(view: View, label: Quantity, quantity: Quantity) -> bool:
    """Does a bare number go on a list of labels ("pages 4 to 6", "grade five or six")?"""
    if quantity.measure is not None or not _LISTED.fullmatch(view.text, label.end, quantity.start):
        return False
    tied = quantity.start == label.end + 1  # "the Boeing 737-800 jet"
    return tied or not view.noun_follows(quantity.end)


#: So many digits without a comma are the number of a section or model wherever they stand again.
_CODED = 4
_NAMED_BEFORE = re.compile(r"(?:\b[Tt]he|[A-Z][\w.-]*)\s+(?:\w+\s+)?$")


def is_known_label(view: View, quantity: Quantity, labels: set[str]) -> bool:
    """Is a bare number one that is part of a name elsewhere in the article ("Boeing 707 … the 707")?"""
    shown = view.text[quantity.shown_start : quantity.shown_end]
    if shown not in labels or not quantity.number.digits or quantity.measure is not None:
        return False
    if quantity.start != quantity.shown_start or (view.plural_follows(quantity.end) and len(shown) < _CODED):
        return False
    if len(shown) >= _CODED or shown[-1:].isalpha():
        return True
    return _NAMED_BEFORE.search(view.text[max(0, quantity.start - 14) : quantity.start]) is not None


def is_name_word(view: View, quantity: Quantity) -> bool:
    """Does the number stand inside a name ("Seven Network") or in a fixed expression ("S&P 500")?"""
    if _in_fixed_name(view, quantity) or _in_quoted_title(view, quantity):
        return True
    capital = not quantity.number.digits and view.text[quantity.shown_start].isupper()
    if not capital or view.is_headline(quantity.start) or quantity.start != quantity.shown_start:
        return False
    i = view.at(quantity.shown_start)
    w = view.w
    if _PAIRED.search(view.text, max(0, quantity.start - 24), quantity.start):
        return True
    if i >= len(w) or view.page.sentence(i)[0] == i or i == 0 or not any(c.isalnum() for c in w.text[i - 1]):
        return False
    neighbours = (w.text[i - 1], view.text[quantity.end : quantity.end + 2].strip())
    return w.pos[i] == "PROPN" or any(word[:1].isupper() for word in neighbours)


#: The first half of a name of two halves ("One Coast, One Harbour").
_PAIRED = re.compile(r"\b(?:One|Two|Three|Four|Five)\s[A-Z][\w-]*(?:,|\sand|,\sand)\s$")


#: A title in quotation marks, its longer words all in capitals ("Seven Words You Never Say", "Two Hearts").
_TITLE_BEFORE = re.compile(r"(?:^|\s)[\"“‘'](?:[A-Z][\w’'-]*\s(?:[a-z]{1,4}\s){0,2}){0,4}$")
_TITLE_BEHIND = re.compile(r"(?:[,:]?\s(?:[A-Z][\w’'-]*|[a-z]{1,3}\b|from|with|into)){1,8}[,.!?]?[\"”’']")


def _in_quoted_title(view: View, quantity: Quantity) -> bool:
    """Does it stand in the title of a film, song or book, not in what somebody says?"""
    text, w = view.text, view.w
    shown = text[quantity.shown_start]
    if quantity.start != quantity.shown_start or not (shown.isupper() or shown.isdigit()):
        return False
    if not text[quantity.shown_end + 1 : quantity.shown_end + 2].isupper():
        return False
    opened = _TITLE_BEFORE.search(text, max(0, quantity.start - 40), quantity.start)
    closed = _TITLE_BEHIND.match(text, quantity.shown_end) if opened is not None else None
    if closed is None:
        return False
    behind = w.lemma[(i := view.at(closed.end())) : i + 4]
    return lexicon.words(_LISTS, "saying").isdisjoint(behind)


@lru_cache(maxsize=1 << 12)
def _fixed_names(word: str) -> re.Pattern[str] | None:
    """Return what finds the names that a word of a number stands in, None for the many that stand in none."""
    names = sorted((name for name in lexicon.words(_LISTS, "names") if word in name), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, names))) if names else None


def _in_fixed_name(view: View, quantity: Quantity) -> bool:
    word = _WORD.match(view.text, quantity.shown_start)
    names = _fixed_names(word[0].lower()) if word else None
    if names is None:
        return False
    low = max(0, quantity.shown_start - _REACH)
    around = view.text[low : quantity.shown_end + _REACH].lower()
    offset = quantity.shown_start - low
    return any(match.start() <= offset < match.end() for match in names.finditer(around))


_OPENS = re.compile(r"(?:^|\n)[ \t]*\(?$")
_MARK = re.compile(r"[.)](?:[ \t]+\S|[ \t]*\n)")
#: The next or the last point of a run stands no farther away.
_APART = 400
_LONGEST = 30


def is_list_number(view: View, quantity: Quantity) -> bool:
    """Does the number only number a line ("1. Boil the water"), or a point of a run of points?"""
    if not quantity.number.digits or quantity.unit is not None or not _MARK.match(view.text, quantity.end):
        return False
    opens = _OPENS.search(view.text, max(0, quantity.start - 8), quantity.start) is not None
    return opens or _is_in_run(view.text, quantity)


def _is_in_run(text: str, quantity: Quantity) -> bool:
    """Does the run hold the first point and the one before or behind this one ("… 3,107 carats 2. Lesedi …")?"""
    value = int(quantity.value or 0)
    if not 0 < value <= _LONGEST or not _point(value).match(text, max(0, quantity.start - 1)):
        return False
    before = max(0, quantity.start - _APART)
    if value == 1:
        return _point(2).search(text, quantity.end, quantity.end + _APART) is not None
    if _point(value - 1).search(text, before, quantity.start) is None:
        return False
    return _point(1).search(text, max(0, quantity.start - value * _APART), quantity.start) is not None


@cache
def _point(number: int) -> re.Pattern[str]:
    return re.compile(rf"(?:^|\s){number}[.)] [\"'“‘]?[A-Z]")
