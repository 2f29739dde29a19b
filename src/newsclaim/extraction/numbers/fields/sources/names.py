"""A number as sources are looked for around it, and the names of those who may claim it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from newsclaim import lexicon
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page.people import can_say, person
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.models import Cue, Source, Stance
from newsclaim.text import span_of

LISTS = "numbers/sources"

BREAK = re.compile(r"[.;:“”\"]|\b(?:while|but|although|though)\b")


#: The same amount in other money, in brackets, parts nothing ("40bn yuan ($5.8bn; €5.4bn), according to").
_ASIDE = re.compile(r"\s?\([^()]*\)|^[^()]*\)")


@dataclass(frozen=True, slots=True)
class Number:
    """Where a number stands: its phrase, the stretch around it, its sentence, the verb that governs it.

    `words` are those of the sentence; `counts` tells whether it counts things that a noun behind it names.
    """

    start: int
    end: int
    low: int
    high: int
    bounds: tuple[int, int]
    verb: int
    root: int
    words: frozenset[str]
    counts: bool = False


Rule = Callable[[View, Number], tuple[Source, ...]]


def made(
    view: View, names: list[tuple[int, int]], cue: tuple[int, int], lemma: str, stance: Stance = "says"
) -> tuple[Source, ...]:
    """Return a source for each name (offsets), all of them with one cue."""
    words = span_of(view.text, *cue)
    told = Cue(start=words.start, end=words.end, text=words.text, lemma=lemma, stance=stance)
    spans = (span_of(view.text, *name) for name in names)
    return tuple(Source(start=span.start, end=span.end, text=span.text, cue=told) for span in spans)


def apart(view: View, one: tuple[int, int], other: tuple[int, int], most: int) -> bool:
    """Do two stretches overlap, stand too far apart, or in different clauses?"""
    if one[1] <= other[0]:
        between = view.text[one[1] : other[0]]
    elif other[1] <= one[0]:
        between = view.text[other[1] : one[0]]
    else:
        return True
    between = _ASIDE.sub("", between)
    return len(between) > most or BREAK.search(between) is not None


def is_authority(w: Tokens, i: int) -> bool:
    """May somebody set a toll: a person, an organisation, an office?"""
    return w.ent[i] in ("PERSON", "ORG", "GPE") or w.low[i] in lexicon.words(LISTS, "authorities")


def may_claim(w: Tokens, i: int) -> bool:
    """May somebody claim a number: a person, a body, a text, a finding; never an event, a thing, a day?"""
    if w.low[i] in lexicon.words(LISTS, "no_speakers") or w.lemma[i] in lexicon.words(LISTS, "no_speakers"):
        return False
    if w.ent[i] in ("DATE", "TIME", "EVENT"):
        return False
    if w.pos[i] == "NOUN":
        listed = w.lemma[i] in lexicon.words("nouns", "speakers", "documents", "media", "bodies", "evidence")
        return listed or person(w, i) or w.low[i] in lexicon.words(LISTS, "authorities")
    return can_say(w, i)


def name_before(view: View, i: int, low: int) -> tuple[int, int] | None:
    """Return the offsets of the noun phrase that ends with token `i`, without its article."""
    w = view.w
    if w.pos[i] not in ("PROPN", "NOUN", "PRON"):
        return None
    first = i
    while (
        w.pos[i] != "PRON"
        and first > 0
        and w.start[first - 1] >= low
        and w.pos[first - 1] in ("PROPN", "NOUN", "ADJ", "PART")
    ):
        first -= 1
    return w.start[first], w.end[i]


def names_from(view: View, position: int, stop: int) -> list[tuple[int, int]]:
    """Return the noun phrases that begin at a position, "of" inside them, joined by "and" or a comma."""
    w = view.w
    names: list[tuple[int, int]] = []
    first = last = -1
    for k in range(view.at(position), min(view.at(position) + 12, len(w))):
        if (last >= 0 and _tells(w, k)) or w.start[k] >= stop or not _belongs_to_name(w, k):
            break
        if w.pos[k] == "CCONJ" and not (w.ent[k] == "ORG" and w.iob[k] == "I"):
            names += [(w.start[first], w.end[last])] if last >= 0 else []
            first = last = -1
        elif w.pos[k] != "DET":
            first = k if first < 0 else first
            last = k if w.pos[k] in ("PROPN", "NOUN") else last
    return [*names, (w.start[first], w.end[last])] if last >= 0 else names


def _tells(w: Tokens, k: int) -> bool:
    """Is a word behind a name a verb of figures that was taken for a noun: show 40, state | that, state | 40?"""
    if w.low[k] in lexicon.words(LISTS, "showing"):
        return True
    leads = k + 1 < len(w) and (w.low[k + 1] in ("that", "the") or w.ent[k + 1] == "CARDINAL" or w.tag[k + 1] == "CD")
    return leads and w.text[k] in lexicon.words(LISTS, "stating")


def _belongs_to_name(w: Tokens, i: int) -> bool:
    return w.pos[i] in ("PROPN", "NOUN", "ADJ", "PART", "DET") or w.low[i] in ("of", "and", "&")
