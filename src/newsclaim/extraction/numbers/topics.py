"""What an amount or a measure tells about: "shares" in "shares rose 5%", "lending" in "$50 billion in lending"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclaim import lexicon
from newsclaim.extraction.numbers import grammar
from newsclaim.extraction.numbers.phrases import Phrase, phrase_around, phrase_from, span_text
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.things import lemma
from newsclaim.extraction.numbers.view import View
from newsclaim.models import About
from newsclaim.text import span_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_LISTS = "numbers/topics"


def about(view: View, quantity: Quantity, stop: int) -> About | None:
    """Return the noun phrase for what a measure tells about: the noun behind it, of it, in it, or above it.

    Args:
        view: the article.
        quantity: the amount or measure.
        stop: the token behind its sentence.
    """
    phrase = None if _is_level(view, quantity) else _worth(view, quantity) or _beside(view, quantity, stop)
    if phrase is None or _is_step(view.doc[phrase.head], quantity):
        noun = view.doc[phrase.head] if phrase is not None else grammar.measured(view, quantity)
        noun = _whose_step(noun, quantity)
        if noun is None or quantity.start <= noun.idx < quantity.end:
            return None
        phrase = phrase_around(view, noun)
    return About(**span_of(view.text, *span_text(view, phrase)).model_dump(), head=lemma(view.doc[phrase.head]))


def _is_level(view: View, quantity: Quantity) -> bool:
    """Is it the percentage that something is or reaches ("the deficit reached 4.5 percent of output")?"""
    root = grammar.root_of(view, quantity.shown_start, quantity.end)
    led = root.dep_ == "pobj" and root.head.lower_ in ("to", "at", "for")
    verb = root.head.head if led else root.head
    if quantity.measure != "share" or not (led or root.dep_ in ("attr", "dobj")) or verb.i >= root.i:
        return False
    return verb.lemma_.lower() in lexicon.words(_LISTS, "levels") and grammar.subject_of(verb) is not None


def _worth(view: View, quantity: Quantity) -> Phrase | None:
    """Return the noun before "worth" ("40 jets worth about $3.6 billion")."""
    i = view.at(quantity.start) - 1
    if quantity.measure != "money" or i < 1 or view.doc[i].lower_ not in ("worth", "valued"):
        return None
    noun = view.doc[i - 1]
    return phrase_around(view, noun) if noun.pos_ in ("NOUN", "PROPN") else None


def _changers() -> frozenset[str]:
    return lexicon.words(_LISTS, "changers")


def _is_step(noun: Token, quantity: Quantity) -> bool:
    word = noun.lemma_.lower()
    paced = word == "rate" and noun.dep_ == "pobj" and noun.head.lower_ == "at"
    return quantity.measure != "distance" and (
        paced or noun.pos_ == "NUM" or noun.like_num or word in lexicon.words(_LISTS, "steps")
    )


def _whose_step(noun: Token | None, quantity: Quantity) -> Token | None:
    """Return what has risen or fallen where the noun names only the step or the level ("a 12-month low")."""
    if noun is None or not _is_step(noun, quantity):
        return noun
    inner = grammar.preposition_object(noun, ("in",))
    if inner is not None and inner.ent_type_ not in ("DATE", "GPE", "TIME"):
        return inner
    verb = grammar.governing_verb(noun)
    changed = grammar.object_of(verb) if verb is not None else None
    if changed is not None and changed.i < noun.i and verb is not None and verb.lemma_ in _changers():
        return changed
    subject = grammar.subject_of(verb) if verb is not None else None
    return subject if subject is not None and subject.pos_ in ("NOUN", "PROPN") else noun


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
    end = quantity.end
    if (again := _IN_BRACKETS.match(view.text, end)) is not None:
        end = again.end()
    i = view.at(end)
    if i >= stop or end >= len(view.text):
        return None
    word = view.doc[i].lower_
    if word in lexicon.words(_LISTS, "joiners"):
        first = i + 1
        first += first < stop and view.doc[first].lower_ in lexicon.words(_LISTS, "articles")
        first += 3 * _is_numbered(view, first, stop)
    elif view.text[end] in " -" and view.starts[i] <= end + 1 and again is None:
        first = i + (word == "-")
    else:
        return None
    found = phrase_from(view, first, stop) if first < stop else None
    return found if found is not None and _is_topic(view, found) else None


def _is_numbered(view: View, i: int, stop: int) -> bool:
    """Does a hyphenated number stand there ("three-month bills")?"""
    return i + 3 < stop and view.doc[i].like_num and view.doc[i + 1].text == "-" and not view.doc[i].whitespace_


def _is_topic(view: View, phrase: Phrase) -> bool:
    """May a noun phrase beside an amount say what the amount is of?"""
    head, first = view.doc[phrase.head], view.doc[phrase.first]
    if head.ent_type_ in ("DATE", "GPE", "TIME") or first.ent_type_ in ("DATE", "TIME"):
        return False
    return head.lower_ not in lexicon.words(_LISTS, "no_topic") and first.lower_ not in lexicon.words(
        _LISTS, "no_participle"
    )
