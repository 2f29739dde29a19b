"""What a number counts, from the words of its own sentence: the noun behind it, after "of", or before it."""

from __future__ import annotations

import re

from newsclaim import lexicon
from newsclaim.extraction.numbers.counted import before, levels, of
from newsclaim.extraction.numbers.counted.phrases import owners_counted, thing_of
from newsclaim.extraction.numbers.counted.things import LISTS, Thing, head_of_people, lemma, names_human_event
from newsclaim.extraction.numbers.measured.climb import is_step
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page.bare import Phrase, phrase_from
from newsclaim.extraction.page.people import stands_for_person
from newsclaim.extraction.page.tokens import Tokens, past

_NOUNS = ("NOUN", "PROPN")
_MORE = re.compile(r"\s+(?:more|other|additional|further|dead|injured|wounded|missing)\b")
_HALF_THE = re.compile(r"\s+(?:the|its|their|his|her|our|all|that|those|these|a|people)\b")


def find(view: View, quantity: Quantity, stop: int) -> Thing | None:
    """Return what a number counts; `stop` is the token behind its sentence."""
    i = view.at(quantity.end)
    i += i < stop and quantity.number.rule == "vague" and view.w.text[i] in ('"', "”")  # "tens of millions" of users
    if i < stop and (_is_in_word(view, quantity, i) or _is_of_others(view.w, quantity, i)):
        return None
    partial = _is_partial(view, quantity)
    thing = (None if partial else _behind(view, quantity, i, stop)) or of.counted(view, quantity, i, stop)
    if thing is not None or quantity.measure == "share":
        return thing
    thing = _named_before(view, quantity, stop)
    return thing if thing is not None or partial else levels.by_level(view, quantity)


def _named_before(view: View, quantity: Quantity, stop: int) -> Thing | None:
    """Read what is counted from words before the number ("The number of visitors rose to 300")."""
    bundle = levels.by_bundle(view, quantity)
    return bundle or before.named(view, quantity, stop) or levels.by_number_noun(view, quantity)


def _is_in_word(view: View, quantity: Quantity, i: int) -> bool:
    """Does a number end inside a word or before its hyphen ("a 12-member panel")?"""
    return view.text[quantity.end : quantity.end + 1] == "-" or view.w.start[i] < quantity.end


def _is_of_others(w: Tokens, quantity: Quantity, i: int) -> bool:
    """Is a multiple taken of what others have ("eight times those of Lethia")?"""
    return quantity.rule == "multiple" and w.low[i] in ("those", "that")


def _is_partial(view: View, quantity: Quantity) -> bool:
    """Is it a part that takes no noun directly ("40 percent", "a third"), other than in "half the houses"?"""
    fraction = quantity.number.form == "fraction"
    return quantity.measure == "share" or (fraction and not _HALF_THE.match(view.text, quantity.end))


def _behind(view: View, quantity: Quantity, i: int, stop: int) -> Thing | None:
    """Read "3,000 more North Korean soldiers", "20 dead"; vague plurals take no noun directly."""
    w = view.w
    if (quantity.number.rule == "vague" and not _MORE.match(view.text, quantity.end)) or _decides(w, quantity, i):
        return None
    first = _over_skipped(w, quantity, i, stop)
    if first >= stop or "\n" in view.text[quantity.end : w.start[first]]:
        return None
    noun_next = first + 1 < stop and w.pos[first + 1] in _NOUNS
    if head_of_people(w.low[first]) and w.pos[first] not in _NOUNS and not noun_next:
        return thing_of(view, Phrase(first, first, first), "noun-behind", i)
    if w.low[first] in ("last", "next", "this") or _is_clause(w, first, stop):
        return None  # "1,200 last week", "one of three facing Renn"
    found = phrase_from(w, first, stop)
    if found is None or _counts_nothing(w, found.head, quantity):
        return None
    thing = thing_of(view, _shared(w, owners_counted(w, found, quantity), quantity, stop), "noun-behind", i)
    if (noun := _listed_with(w, found.head, quantity)) >= 0:
        thing.head = lemma(w, noun)
    return thing


def _over_skipped(w: Tokens, quantity: Quantity, i: int, stop: int) -> int:
    """Return the first token that may belong to the noun phrase, over "more", "other", a quotation mark."""
    skipped = lexicon.words(LISTS, "articles" if quantity.number.form == "fraction" else "skipped")
    i = _past_aside(w, i, stop)
    first = past(i, min(stop, i + 3), lambda first: w.low[first] in skipped or _opens_quotation(w, first, stop))
    if first < stop and w.text[first] == ",":
        return first - 1 if first > i else stop  # "two new, small boats", but not "of 12, small boats"
    return first


_CLOSERS = {"(": ")", "[": "]", '"': '"', "“": "”"}
_LONGEST_ASIDE = 7


def _past_aside(w: Tokens, i: int, stop: int) -> int:
    """Return the noun behind words in brackets or a title ("two [other] boats", "three “Two Seas” actors")."""
    closer = _CLOSERS.get(w.text[i]) if i < stop else None
    for k in range(i + 1, min(stop - 1, i + _LONGEST_ASIDE) if closer else 0):
        if w.text[k] == closer:
            return k + 1 if k > i + 1 and w.tag[k + 1] in ("NNS", "NN") else i
        if not w.text[k].isalpha() or (closer in ("”", '"') and k == i + 1 and not w.text[k].istitle()):
            return i
    return i


def _is_clause(w: Tokens, i: int, stop: int) -> bool:
    """Does a participle with an object or time of its own stand behind the number ("of the 300 killed last year")?"""
    if w.dep[i] == "acl" and w.tag[i] == "VBN" and i + 1 < stop and w.ent[i + 1] in ("DATE", "TIME"):
        return True
    does = w.dep[i - 1] == "nsubj" and w.head[i - 1] == i  # "with 31 receiving treatment"
    does = does or (w.low[i - 1] == "one" and "NNS" in w.tag[i + 1 : min(stop, i + 4)])  # "one selling cheap boats"
    return w.tag[i] == "VBG" and i + 1 < stop and (does or w.pos[i + 1] in ("PROPN", "DET") or w.low[i] == "facing")


def _counts_nothing(w: Tokens, noun: int, quantity: Quantity) -> bool:
    """Is the noun a verb in truth, or only by how much something has risen ("a threefold increase in fires")?"""
    return _is_mistaken_verb(w, noun, quantity) or (quantity.rule == "multiple" and is_step(w, noun))


def _decides(w: Tokens, quantity: Quantity, i: int) -> bool:
    """Is the word behind a side of a vote what was decided ("a 7-2 decision")?"""
    rival = quantity.rival is not None and i < len(w)
    return rival and w.tag[i] == "NN" and w.low[i] in lexicon.words("numbers/rivals", "votes")


def _shared(w: Tokens, phrase: Phrase, quantity: Quantity, stop: int) -> Phrase:
    """Return the phrase up to the plural that two names share ("several Ellport and New Tarn concerts")."""
    if quantity.value == 1:
        return phrase
    above = w.head[phrase.head] if w.dep[phrase.head] in ("nmod", "compound", "amod") else _joined_to(w, phrase.head)
    if phrase.head < above < min(stop, phrase.head + 7) and (w.tag[above] == "NNS" or _are_people(w, above)):
        return Phrase(phrase.first, above, above)
    return phrase


def _joined_to(w: Tokens, name: int) -> int:
    """Return the noun that a name is joined to as if it were one itself ("40 Harlow Foods and Brask staff"), or -1."""
    noun = w.child(name, "conj") if w.tag[name] == "NNP" else -1
    named = noun > name + 2 and w.pos[noun] == "NOUN" and w.text[noun - 1][:1].isupper() and w.head[noun - 1] == noun
    return noun if named and w.low[name + 1] in ("and", "or") else -1


def _are_people(w: Tokens, noun: int) -> bool:
    return w.pos[noun] == "NOUN" and (stands_for_person(w.lemma[noun]) or w.low[noun] in ("staff", "personnel"))


def _listed_with(w: Tokens, head: int, quantity: Quantity) -> int:
    """Return the noun that is said once for two numbers ("18 FM and five AM stations"), -1 for none."""
    if quantity.value == 1 or w.tag[head] not in ("NN", "NNP", "JJ"):
        return -1
    other = w.child(head, "conj")
    return other if other > head and w.tag[other] == "NNS" and w.child(other, "nummod") >= 0 else -1


def _opens_quotation(w: Tokens, i: int, stop: int) -> bool:
    """Does a quotation mark open on the noun ("23 “terrorists” were killed")?"""
    marked = w.text[i] in ('"', "“", "‘", "'") and w.tied(i)
    return marked and i > 0 and not w.tied(i - 1) and i + 1 < stop and w.pos[i + 1] in ("NOUN", "ADJ")


def _is_mistaken_verb(w: Tokens, i: int, quantity: Quantity) -> bool:
    """Is the singular "noun" behind several things a verb of what befell them ("at least seven die")?"""
    if w.tag[i] != "NN" or quantity.value == 1 or head_of_people(w.low[i]):
        return False
    return names_human_event(w.low[i]) or _PAST.fullmatch(w.low[i]) is not None


def acts_behind(view: View, quantity: Quantity) -> bool:
    """Does a verb of what only people do stand behind a number, or one that the tagger takes for a noun?"""
    i = view.at(quantity.end)
    if i >= len(view.w) or quantity.measure is not None or view.w.start[i] != quantity.end + 1:
        return False
    human = view.w.tag[i] in ("VBD", "VBP", "VBN") and view.w.lemma[i] in lexicon.words(LISTS, "human_acts")
    return (human and quantity.value != 1) or _is_mistaken_verb(view.w, i, quantity)


def is_done_to_people(view: View, quantity: Quantity) -> bool:
    """Does a verb directly before a bare number tell what is done only to people ("will hire 3,000")?"""
    w, i = view.w, view.at(quantity.start) - 1
    verb = i >= 0 and w.pos[i] == "VERB" and w.lemma[i] in lexicon.words(LISTS, "done_to_people")
    return verb and quantity.value != 1 and not view.noun_follows(quantity.end)


#: A past tense that the tagger takes for a noun ("A quarter of a million stayed").
_PAST = re.compile(r"(?!hundred|moped|biped)\w*[a-z](?<!e)(?<!sh)(?<!b)(?<!sl)ed")
