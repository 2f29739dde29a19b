"""The word "one" where it counts nothing: a pronoun, or part of a phrase; and "zero" in fixed phrases."""

from __future__ import annotations

import re

from newsclaim import lexicon
from newsclaim.extraction.numbers.dropped.masks import MONTH
from newsclaim.extraction.numbers.quantity import AMOUNTS, Quantity
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page.tokens import Tokens

_LISTS = "numbers/notclaims"
_MEASURED = AMOUNTS | {"age"}
_BEFORE = re.compile(r"([\w’']+)[\s-]*$")
_AFTER = re.compile(r"[\s-]*([\w]+|['’]\w+)")


def is_pronoun(view: View, quantity: Quantity) -> bool:
    """Is "one" a pronoun, or part of a phrase ("no one", "one day", "one another", "zero tolerance")?"""
    word = view.text[quantity.shown_start : quantity.shown_end].lower()
    if word == "two" and quantity.measure is None:  # "a year or two"
        return _YEAR_OR.search(view.text[max(0, quantity.start - 10) : quantity.start]) is not None
    hedged = quantity.qualifier in ("at_least", "more_than", "at_most")
    odds = _ODDS.search(view.text, max(0, quantity.start - 16), quantity.start) is not None
    if word not in ("one", "zero") or quantity.measure in _MEASURED or hedged or odds:
        return False
    before, after = _neighbours(view.text, quantity)
    if word == "zero":
        return after in lexicon.words(_LISTS, "zero_after") or before in lexicon.words(_LISTS, "zero_before")
    if quantity.measure == "duration":
        return _is_some_day(view, quantity, before)
    in_ratio = after == "in" and RATIO.match(view.text, quantity.end) is not None
    if in_ratio or after in ("more", "of", "out"):
        kind = view.text.startswith((" of a kind", " more time"), quantity.end)
        return kind or before in ("any", "every", "each", "which", "no")
    return _in_phrase(view, quantity, before, after) or _stands_alone(view, quantity)


#: Behind an article and an adjective it stands for a noun, whatever follows ("a very important one").
_AN_OLD_ONE = re.compile(
    r"\ban?\s+(?:[a-z]+ly\s+|very\s+|more\s+|less\s+)?(?!further|additional|extra|total|whole|good|mere)[a-z-]+\s+$"
)


#: "one step at a time", "one firm in particular", "one part of a team", "one look at it" count nothing.
_IDIOM = re.compile(
    r"\s+(?:[a-z]+\s+(?:at\s+a\s+time|in\s+particular|after\s+another)|(?:look|glance)\s+at"
    r"|(?:part|piece|element)\s+of\s+an?\s+(?:[a-z-]+\s+){0,2}(?:team"
    r"|group|plan|effort|strategy|puzzle|jigsaw|picture|process"
    r"|package|campaign|problem|story|whole|pattern|programme|program|approach|solution|equation|series|trend|system))\b"
)
_THE_ONLY = re.compile(r"\bthe\s+only\s+$", re.IGNORECASE)


def _in_phrase(view: View, quantity: Quantity, before: str, after: str) -> bool:
    """Does the word stand in a phrase by the word before or behind it ("the only one", "one thing"; "only one dog")?"""
    if _IDIOM.match(view.text, quantity.end):
        return True
    if before == "only" and view.noun_follows(quantity.end):
        return _THE_ONLY.search(view.text, max(0, quantity.start - 12), quantity.start) is not None
    return before in lexicon.words(_LISTS, "one_before") or after in lexicon.words(_LISTS, "one_after")


#: "only one in four"
RATIO = re.compile(
    r"\s+(?:in|out\s+of)\s+(?:every\s+)?(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|a\s+hundred)\b)"
)
#: "two to one"
_ODDS = re.compile(r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|hundred|million))\s+to\s+$")
_YEAR_OR = re.compile(r"\b(?:year|month|week|day|hour|mile|time)\s+or\s+$", re.IGNORECASE)


_NO = re.compile(r"\b[Nn]o\s+$")


_POINT = re.compile(r"(?:^|[.!?:;]\s+|\n\s*)(?:[Aa]nd\s+|[Nn]umber\s+)?$")


def is_enumerator(view: View, quantity: Quantity) -> bool:
    """Does the word only number what is said ("One: we do the same. And two, it is late")?"""
    behind = view.text[quantity.end : quantity.end + 1]
    if quantity.number.digits or quantity.measure is not None or behind not in (",", ":"):
        return False
    if _POINT.search(view.text, max(0, quantity.start - 12), quantity.start) is None:
        return False
    w, i, value = view.w, view.within(quantity.start), quantity.value or 0
    counts = w.dep[i] in _SUBJECTS and all(k == i or w.dep[k] not in _SUBJECTS for k in w.kids[w.head[i]])
    if quantity.start != quantity.shown_start or counts or value > _MANY_POINTS:
        return False
    return value == 1 or _FIRST.search(view.text, max(0, quantity.start - _LONG), quantity.start) is not None


#: Nobody makes more points in words, nor talks longer about one.
_MANY_POINTS, _LONG = 8, 500
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "appos"})
_FIRST = re.compile(r"\b[Oo]ne\b|\b[Ff]irst\b")


def is_denied_pair(view: View, quantity: Quantity) -> bool:
    """Is it said of any so many that something is not so ("no two people agree")?"""
    plain = quantity.start == quantity.shown_start and quantity.measure is None and not quantity.number.digits
    return plain and _NO.search(view.text, max(0, quantity.start - 4), quantity.start) is not None


def _neighbours(text: str, quantity: Quantity) -> tuple[str, str]:
    """Return the words before and behind a quantity, lower case, empty where there are none."""
    before = _BEFORE.search(text[max(0, quantity.start - 20) : quantity.start])
    after = _AFTER.match(text[quantity.end : quantity.end + 24])
    return before[1].lower() if before else "", after[1].lower() if after else ""


def _is_some_day(view: View, quantity: Quantity, before: str) -> bool:
    """Tell "one day" at some time and "this one year" from a length ("within one day", "they stayed one night")."""
    if before in ("this", "that", "any", "every"):
        return True
    if quantity.unit == "night":
        opens = view.starts_sentence(quantity.start)
        return before == "late" or (_OF_NIGHT if opens else _SOME_NIGHT).match(view.text, quantity.end) is not None
    return quantity.unit == "day" and before not in ("in", "for", "about", "after", "within", "least", "than")


_THEN = rf"(?:last|when|after|before|he|she|they|we|I|it|in\s+(?:early\s+|late\s+)?{MONTH})\b"
#: "met one night in July", "One night, a man fled", but "stayed one night", "One night in jail costs $40"
_SOME_NIGHT = re.compile(rf"\s+{_THEN}")
_OF_NIGHT = re.compile(rf",|\s+(?:{_THEN}|(?:an?|the|two|three|some|[A-Z][a-z]+)\b)")


#: Parts of speech before which a phrase ends.
_ENDING = frozenset({"PUNCT", "ADP", "SCONJ", "CCONJ", "AUX", "VERB", "PRON", "ADV"})


def _ends_phrase(w: Tokens, i: int) -> bool:
    """Does it end a phrase of its own ("an old one is", "the Tarn one")?"""
    if w.tag[i - 1] == "JJ":
        return w.pos[i + 1] not in ("NOUN", "PROPN", "ADJ")
    return w.tag[i - 1] in ("NNP", "NN") and w.pos[i + 1] in _ENDING


def _does(w: Tokens, k: int) -> bool:
    """Is it a verb taken for a noun in the plural, which nobody has one of ("if one prays")?"""
    plural = w.tag[k] == "NNS" and w.lemma[k] != w.low[k]
    return plural and w.pos[k + 1] not in ("NOUN", "PROPN")


def _stands_alone(view: View, quantity: Quantity) -> bool:
    """Is nothing counted behind it ("an old one.")?"""
    w = view.w
    i = view.at(quantity.shown_start)
    if i >= len(w) or w.pos[i] == "PRON" or _AN_OLD_ONE.search(view.text, max(0, quantity.start - 40), quantity.start):
        return True
    if i + 1 >= len(w):
        return quantity.end - quantity.start != len(view.text.strip())
    if _does(w, i + 1) or (i > 0 and _ends_phrase(w, i) and not view.is_headline(quantity.start)):
        return True
    if w.pos[i + 1] != "PUNCT" or w.text[i + 1] == ",":
        return False
    return w.dep[i] not in ("nsubj", "nsubjpass", "attr") and w.pos[w.head[i]] == "VERB"
