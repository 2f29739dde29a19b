"""What an amount or a measure tells about: "shares" in "shares rose 5%", "lending" in "$50 billion in lending"."""

from __future__ import annotations

import re

from newsclaim import lexicon
from newsclaim.extraction.numbers import grammar
from newsclaim.extraction.numbers.counted.phrases import Phrase, phrase_around, phrase_from, span_text
from newsclaim.extraction.numbers.counted.things import lemma
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.models import About
from newsclaim.text import span_of

_LISTS = "numbers/topics"


def about(view: View, quantity: Quantity, stop: int) -> About | None:
    """Return the noun phrase for what a measure tells about: the noun behind it, of it, in it, or above it.

    Args:
        view: the article.
        quantity: the amount or measure.
        stop: the token behind its sentence.
    """
    w = view.w
    phrase = None if _is_level(view, quantity) else _worth(view, quantity) or _beside(view, quantity, stop)
    if phrase is None or _is_step(w, phrase.head, quantity):
        noun = phrase.head if phrase is not None else grammar.measured(view, quantity)
        noun = _whose_step(w, noun, quantity)
        if noun < 0 or quantity.start <= w.start[noun] < quantity.end:
            return None
        phrase = phrase_around(view, noun)
    return About(**span_of(view.text, *span_text(w, phrase)).model_dump(), head=lemma(w, phrase.head))


def _is_level(view: View, quantity: Quantity) -> bool:
    """Is it the percentage that something is or reaches ("the deficit reached 4.5 percent of output")?"""
    w = view.w
    root = grammar.root_of(view, quantity.shown_start, quantity.end)
    head = w.head[root]
    led = w.dep[root] == "pobj" and w.low[head] in ("to", "at", "for")
    verb = w.head[head] if led else head
    if quantity.measure != "share" or not (led or w.dep[root] in ("attr", "dobj")) or verb >= root:
        return False
    return w.lemma[verb] in lexicon.words(_LISTS, "levels") and grammar.subject_of(w, verb) >= 0


def _worth(view: View, quantity: Quantity) -> Phrase | None:
    """Return the noun before "worth" ("40 jets worth about $3.6 billion")."""
    w = view.w
    i = view.at(quantity.start) - 1
    if quantity.measure != "money" or i < 1 or w.low[i] not in ("worth", "valued"):
        return None
    return phrase_around(view, i - 1) if w.pos[i - 1] in ("NOUN", "PROPN") else None


def _changers() -> frozenset[str]:
    return lexicon.words(_LISTS, "changers")


def _is_step(w: Tokens, noun: int, quantity: Quantity) -> bool:
    paced = w.lemma[noun] == "rate" and w.dep[noun] == "pobj" and w.low[w.head[noun]] == "at"
    number = w.pos[noun] == "NUM" or w.text[noun][0].isdigit()
    return quantity.measure != "distance" and (paced or number or w.lemma[noun] in lexicon.words(_LISTS, "steps"))


def _whose_step(w: Tokens, noun: int, quantity: Quantity) -> int:
    """Return what has risen or fallen where the noun names only the step or the level ("a 12-month low")."""
    if noun < 0 or not _is_step(w, noun, quantity):
        return noun
    inner = grammar.preposition_object(w, noun, ("in",))
    if inner >= 0 and w.ent[inner] not in ("DATE", "GPE", "TIME"):
        return inner
    verb = grammar.governing_verb(w, noun)
    if verb < 0:
        return noun
    changed = grammar.object_of(w, verb)
    if 0 <= changed < noun and w.lemma[verb] in _changers():
        return changed
    subject = grammar.subject_of(w, verb)
    return subject if subject >= 0 and w.pos[subject] in ("NOUN", "PROPN") else noun


def is_size(quantity: Quantity, topic: About | None) -> bool:
    """Does a length tell how large something is ("a surge of six feet")?"""
    return (
        quantity.measure == "distance"
        and topic is not None
        and topic.text is not None
        and topic.text.split()[-1].lower() in lexicon.words(_LISTS, "sizes")
    )


#: The same amount in another unit ("30 inches (76 cm) of rain").
_IN_BRACKETS = re.compile(r"\s*\([^)\n]{1,24}\)(?=\s+of\b)")


def _beside(view: View, quantity: Quantity, stop: int) -> Phrase | None:
    """Return the noun phrase behind the amount: "$5 million loan", "5 tonnes of rice"."""
    w = view.w
    end = quantity.end
    if (again := _IN_BRACKETS.match(view.text, end)) is not None:
        end = again.end()
    i = view.at(end)
    if i >= stop or end >= len(view.text):
        return None
    if w.low[i] in lexicon.words(_LISTS, "joiners"):
        first = i + 1
        first += first < stop and w.low[first] in lexicon.words(_LISTS, "articles")
        first += 3 * _is_numbered(w, first, stop)
    elif view.text[end] in " -" and w.start[i] <= end + 1 and again is None:
        first = i + (w.low[i] == "-")
    else:
        return None
    found = phrase_from(w, first, stop) if first < stop else None
    return found if found is not None and _is_topic(w, found) else None


def _is_numbered(w: Tokens, i: int, stop: int) -> bool:
    """Does a hyphenated number stand there ("three-month bills")?"""
    return i + 3 < stop and w.pos[i] == "NUM" and w.text[i + 1] == "-" and w.tied(i)


def _is_topic(w: Tokens, phrase: Phrase) -> bool:
    """May a noun phrase beside an amount say what the amount is of?"""
    if w.ent[phrase.head] in ("DATE", "GPE", "TIME") or w.ent[phrase.first] in ("DATE", "TIME"):
        return False
    no_topic = w.low[phrase.head] in lexicon.words(_LISTS, "no_topic")
    return not no_topic and w.low[phrase.first] not in lexicon.words(_LISTS, "no_participle")
