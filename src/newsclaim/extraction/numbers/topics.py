"""What an amount or a measure tells about: "shares" in "shares rose 5%", "lending" in "$50 billion in lending"."""

from __future__ import annotations

from newsclaim import lexicon
from newsclaim.extraction.numbers import grammar
from newsclaim.extraction.numbers.phrases import Phrase, phrase_around, phrase_from, span_text
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View

_LISTS = "numbers/topics"


def about(view: View, quantity: Quantity, stop: int) -> str | None:
    """Return the words for what a measure tells about: the noun behind it, of it, in it, or above it.

    Args:
        view: the article.
        quantity: the amount or measure.
        stop: the token behind its sentence.
    """
    phrase = _beside(view, quantity, stop)
    if phrase is None:
        noun = grammar.measured(view, quantity)
        if noun is None or quantity.start <= noun.idx < quantity.end:
            return None
        phrase = phrase_around(view, noun)
    return view.text[slice(*span_text(view, phrase))]


def is_size(quantity: Quantity, topic: str | None) -> bool:
    """Does a length tell how large something is ("a surge of six feet")?"""
    return (
        quantity.measure == "distance"
        and topic is not None
        and topic.split()[-1].lower() in lexicon.words(_LISTS, "sizes")
    )


def _beside(view: View, quantity: Quantity, stop: int) -> Phrase | None:
    """Return the noun phrase behind the amount: "$5 million loan", "5 tonnes of rice"."""
    i = view.at(quantity.end)
    if i >= stop or quantity.end >= len(view.text):
        return None
    word = view.doc[i].lower_
    if word in lexicon.words(_LISTS, "joiners"):
        first = i + 1
        first += first < stop and view.doc[first].lower_ in lexicon.words(_LISTS, "articles")
    elif view.text[quantity.end] in " -" and view.starts[i] <= quantity.end + 1:
        first = i + (word == "-")
    else:
        return None
    found = phrase_from(view, first, stop) if first < stop else None
    return found if found is not None and _is_topic(view, found) else None


def _is_topic(view: View, phrase: Phrase) -> bool:
    """May a noun phrase beside an amount say what the amount is of?"""
    head, first = view.doc[phrase.head], view.doc[phrase.first]
    if head.ent_type_ in ("DATE", "GPE", "TIME") or first.ent_type_ in ("DATE", "TIME"):
        return False
    return head.lower_ not in lexicon.words(_LISTS, "no_topic") and first.lower_ not in lexicon.words(
        _LISTS, "no_participle"
    )
