"""The measured noun as the model says it, and the sizes that are no distances."""

from __future__ import annotations

from newsclaim import lexicon
from newsclaim.extraction.numbers.classes.words import class_of_noun
from newsclaim.extraction.numbers.counted.things import lemma
from newsclaim.extraction.numbers.measured.climb import LISTS
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page.bare import phrase_around, span_text
from newsclaim.models import About
from newsclaim.text import span_of

#: Before a noun these say how much, not what ("13 percent fewer visits").
_COMPARED = frozenset({"fewer", "more", "less", "extra", "additional", "further"})


def about(view: View, noun: int, behind: int = 0) -> About:
    """Return the noun phrase of what is measured, without articles and without what stands before `behind`."""
    phrase = phrase_around(view.page, noun)
    start, end = span_text(view.w, phrase)
    if view.w.low[phrase.first] in _COMPARED and phrase.first < noun:
        start = view.w.start[phrase.first + 1]
    if start < behind <= view.w.start[noun]:
        start = _behind_number(view, behind, noun) or start
    words_of = span_of(view.text, start, end)
    return About(**words_of.model_dump(), head=_compound(view, noun, behind) or lemma(view.w, noun))


def _behind_number(view: View, behind: int, noun: int) -> int | None:
    """Return where the words behind a number begin that are tied to it by no hyphen ("a three-year-long sentence")."""
    words_behind = view.text[behind : view.w.end[noun]]
    if view.w.start[noun] == behind + 1:
        return view.w.start[noun]  # "a billion-year-contract"
    if not words_behind.startswith(("-", "–")):
        return view.w.start[view.at(behind)]
    apart = words_behind.find(" ")
    return view.w.start[view.at(behind + apart + 1)] if apart >= 0 else None


def _compound(view: View, noun: int, behind: int) -> str | None:
    """Return a head written with a hyphen whole ("cut-off"), without what stands before `behind`."""
    w = view.w
    tied = noun >= 2 and w.text[noun - 1] == "-" and w.tied(noun - 1) and w.tied(noun - 2)
    hyphened = tied and not w.start[noun - 2] < behind <= w.start[noun]
    return f"{w.low[noun - 2]}-{lemma(w, noun)}" if hyphened and w.text[noun - 2].isalpha() else None


def is_size(quantity: Quantity, topic: About | None) -> bool:
    """Does a length tell how large something is ("a surge of six feet")?"""
    if quantity.measure != "distance" or topic is None or topic.text is None:
        return False
    return topic.text.split()[-1].lower() in lexicon.words(LISTS, "sizes") or class_of_noun(topic.head) == "vehicles"
