"""What a number counts, from the words of its own sentence: the noun behind it, after "of", or before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclaim import lexicon
from newsclaim.extraction.numbers import levels
from newsclaim.extraction.numbers.phrases import Phrase, phrase_from, span_text
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.things import LISTS, Thing, head_of_people, lemma, names_human_event
from newsclaim.extraction.numbers.view import View

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUNS = ("NOUN", "PROPN")
_MORE = re.compile(r"\s+(?:more|other|additional|further|dead|injured|wounded|missing)\b")
_HALF_THE = re.compile(r"\s+(?:the|its|their|his|her|our|all|that|those|these|a|people)\b")


def find(view: View, quantity: Quantity, stop: int) -> Thing | None:
    """Return what a number counts; `stop` is the token behind its sentence."""
    i = view.at(quantity.end)
    if i < stop and view.text[quantity.end : quantity.end + 1] == "-":
        return None
    fraction = quantity.number.form == "fraction"
    partial = quantity.measure == "share" or (fraction and not _HALF_THE.match(view.text, quantity.end))
    thing = (None if partial else _behind(view, quantity, i, stop)) or _of(view, quantity, i, stop)
    if thing is not None:
        return thing
    thing = levels.by_number_noun(view, quantity)
    return thing if thing is not None or partial else levels.by_level(view, quantity)


def _behind(view: View, quantity: Quantity, i: int, stop: int) -> Thing | None:
    """Read "3,000 more North Korean soldiers", "20 dead"; vague plurals take no noun directly."""
    if quantity.number.rule == "vague" and not _MORE.match(view.text, quantity.end):
        return None
    skipped = lexicon.words(LISTS, "articles" if quantity.number.form == "fraction" else "skipped")
    first = i
    while first < min(stop, i + 3) and (view.doc[first].lower_ in skipped or _opens_quotation(view, first, stop)):
        first += 1
    if first >= stop or "\n" in view.text[quantity.end : view.starts[first]]:
        return None
    token = view.doc[first]
    noun_next = first + 1 < stop and view.doc[first + 1].pos_ in _NOUNS
    if head_of_people(token.lower_) and token.pos_ not in _NOUNS and not noun_next:
        return _thing(view, Phrase(first, first, first), "noun-behind", i)
    found = phrase_from(view, first, stop)
    if found is None or _is_mistaken_verb(view.doc[found.head], quantity):
        return None
    return _thing(view, found, "noun-behind", i)


def _opens_quotation(view: View, i: int, stop: int) -> bool:
    """Does a quotation mark open on the noun ("23 “terrorists” were killed")?"""
    marked = view.doc[i].text in ('"', "“", "‘") and not view.doc[i].whitespace_
    return marked and i > 0 and bool(view.doc[i - 1].whitespace_) and i + 1 < stop and view.doc[i + 1].pos_ == "NOUN"


def _is_mistaken_verb(token: Token, quantity: Quantity) -> bool:
    """Is the singular "noun" behind several things a verb of what befell them ("at least seven die")?"""
    if token.tag_ != "NN" or quantity.value == 1 or head_of_people(token.lower_):
        return False
    return names_human_event(token.lower_)


def _thing(view: View, phrase: Phrase, rule: str, begin: int) -> Thing:
    start, end = span_text(view, phrase)
    head = view.doc[phrase.head]
    end = _with_complement(view, phrase, end)
    inside = " ".join(view.doc[k].lower_ for k in range(begin, phrase.head))
    return Thing(start, end, lemma(head), head, rule, inside=inside, end=end)


def _with_complement(view: View, phrase: Phrase, end: int) -> int:
    """Take in a short "of" phrase that says what kind of thing it is ("counts of fraud"), no name of a place."""
    i = phrase.last + 1
    stop = min(view.sentence(phrase.last)[1], i + 6)
    described = view.doc[phrase.head].lemma_.lower() in lexicon.words(LISTS, "described")
    if i + 1 >= stop or view.doc[i].lower_ != "of" or not described:
        return end
    first = i + 2 if view.doc[i + 1].lower_ in ("the", "a", "an") else i + 1
    found = phrase_from(view, first, stop) if first < stop else None
    if found is None or view.doc[found.head].ent_type_ in ("GPE", "LOC", "PERSON", "DATE", "TIME"):
        return end
    return view.end(view.doc[found.last])


def _of(view: View, quantity: Quantity, i: int, stop: int) -> Thing | None:
    """Read "five of the soldiers", "hundreds of people", "two of them"."""
    if i + 1 >= stop or view.doc[i].lower_ != "of":
        return None
    opener = view.doc[i + 1]
    following = view.doc[i + 2].pos_ if i + 2 < stop else ""
    if opener.lower_ in ("those", "these") and following not in ("", *_NOUNS, "ADJ", "NUM"):
        return _those(view, i + 1, stop)
    pointing = opener.lower_ in ("those", "these") and following in ("NOUN", "ADJ")
    if opener.lower_ in lexicon.words(LISTS, "pronouns") and not pointing:
        return _of_them(view, i + 2, stop) or Thing(None, None, "", None, "pronoun", part=True, end=view.end(opener))
    first = i + 1
    while first < stop and _opens(view.doc[first]):
        first += 1
    found = phrase_from(view, first, stop) if first < stop else None
    if found is None and first < stop and head_of_people(view.doc[first].lower_):
        found = Phrase(first, first, first)
    if found is None:
        return None
    thing = _thing(view, found, "of-noun", i)
    thing.part = quantity.value is not None and _is_known_set(view, opener, found)
    return thing


def _of_them(view: View, first: int, stop: int) -> Thing | None:
    """Read "600 of them children": the noun of people that says what the part is."""
    if first >= stop or view.doc[first].tag_ != "NNS" or view.doc[first - 1].lower_ not in ("them", "whom"):
        return None
    thing = _thing(view, Phrase(first, first, first), "of-noun", first)
    thing.part = True
    return thing


def _opens(token: Token) -> bool:
    return token.lower_ in lexicon.words(LISTS, "openers") or token.pos_ == "NUM" or token.tag_ == "PRP$"


def _is_known_set(view: View, opener: Token, phrase: Phrase) -> bool:
    """Is the number taken out of a set that is known: "of the soldiers", "of Maren's rivals"?"""
    definite = opener.lower_ in lexicon.words(LISTS, "definite") or opener.tag_ == "PRP$"
    return definite or any(view.doc[k].tag_ == "POS" for k in range(phrase.first, phrase.head))


def _those(view: View, first: int, stop: int) -> Thing:
    """Read "those known to be infected": up to the end of the participle phrase."""
    last = first
    for k in range(first + 1, min(stop, first + 8)):
        finite = view.doc[k].tag_ in ("VBD", "VBZ", "VBP", "MD") and view.doc[k - 1].tag_ != "WP"
        if view.doc[k].pos_ == "PUNCT" or finite:
            break
        last = k
    start, end = view.doc[first].idx, view.end(view.doc[last])
    return Thing(start, end, "person", view.doc[first], "those", part=True, end=end)
