"""From the noun phrase beside a number to the thing that it counts: whose it is, how far it reaches."""

from __future__ import annotations

from newsclaim import lexicon
from newsclaim.extraction.numbers.counted.things import LISTS, Thing, lemma
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page.bare import Phrase, phrase_around, phrase_from, span_text
from newsclaim.extraction.page.tokens import Tokens


def owners_counted(w: Tokens, phrase: Phrase, quantity: Quantity) -> Phrase:
    """Return the several whose something is, which are what is counted ("two doctors' approval").

    The same where the tagger takes a verb for a noun ("12 percent of nurses smoke").
    """
    verb = w.dep[phrase.head] == "ROOT" or w.low[phrase.head].endswith("ing")
    if verb and w.tag[phrase.head] == "NN" and w.tag[phrase.head - 1] == "NNS":
        return Phrase(phrase.first, phrase.head - 1, phrase.head - 1) if phrase.head > phrase.first else phrase
    for k in range(phrase.first + 1, phrase.head):
        if w.tag[k] == "POS" and w.tag[k - 1] == "NNS" and quantity.value != 1 and w.tag[phrase.head] != "NNS":
            return Phrase(phrase.first, k - 1, k - 1)
    return phrase


def thing_of(view: View, phrase: Phrase, rule: str, begin: int) -> Thing:
    """Return what a noun phrase names as the thing counted, with "of" and "and" that belong to it."""
    w = view.w
    of = phrase.head + 2 < len(w) and w.low[phrase.head + 1] == "of"
    if of and w.lemma[phrase.head] in lexicon.words(LISTS, "told"):
        told = phrase_from(w, phrase.head + 2, min(len(w), phrase.head + 7))
        phrase = told if told is not None else phrase
    start, end = span_text(w, phrase)
    end = max(_with_complement(view, phrase, end), _with_joined(w, phrase))
    inside = " ".join(w.low[k] for k in range(begin, phrase.head) if w.pos[k] != "PROPN")
    return Thing(start, end, lemma(w, phrase.head), phrase.head, rule, inside=inside, end=end)


def thing_around(view: View, noun: int, rule: str) -> Thing:
    """Return what a noun before the number names as the thing counted, with the words before it."""
    start, end = span_text(view.w, phrase_around(view.page, noun))
    return Thing(start, end, lemma(view.w, noun), noun, rule)


def _with_joined(w: Tokens, phrase: Phrase) -> int:
    """Return the end of a second plural that the number counts too ("189 other galleries and museums"), 0 for none."""
    first = i = phrase.head + 2
    if i >= len(w) or w.tag[phrase.head] != "NNS" or w.low[i - 1] not in ("and", "or"):
        return 0
    i += w.tag[i] == "NN" and i + 1 < len(w)  # "banks and post offices"
    alone = w.tag[i] == "NNS" and w.dep[i] == "conj" and w.head[i] == phrase.head and w.left[i] == first
    alone = alone and w.low[min(i + 1, len(w) - 1)] not in ("of", "to")  # "nations and reports of fighting"
    return w.end[i] if alone else 0


def _with_complement(view: View, phrase: Phrase, end: int) -> int:
    """Take in a short "of" phrase that says what kind of thing it is ("counts of fraud"), no name of a place."""
    w = view.w
    i = phrase.last + 1
    stop = min(view.page.sentence(phrase.last)[1], i + 6)
    described = w.lemma[phrase.head] in lexicon.words(LISTS, "described")
    if i + 1 >= stop or w.low[i] != "of" or not described:
        return end
    first = i + 2 if w.low[i + 1] in ("the", "a", "an") else i + 1
    found = phrase_from(w, first, stop) if first < stop else None
    if found is None or w.ent[found.head] in ("GPE", "LOC", "PERSON", "DATE", "TIME"):
        return end
    return w.end[found.last]
