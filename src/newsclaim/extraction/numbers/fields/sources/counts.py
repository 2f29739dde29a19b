"""Sources of counts: "by the army's count", "estimates by the Red Cross", "the ministry puts the toll at"."""

from __future__ import annotations

import re
from functools import cache

from newsclaim import lexicon
from newsclaim.extraction.numbers.fields.sources.names import (
    LISTS,
    Number,
    apart,
    is_authority,
    made,
    may_claim,
    name_before,
    names_from,
)
from newsclaim.extraction.numbers.fields.sources.speaking import is_told, speaking
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.people import is_no_person
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import either
from newsclaim.models import Source

_WORD = r"[\w.&-]+"


@cache
def _by_count_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?i)(?P<cue>\b(?:according\s+to|based\s+on|by|per|citing))\s+(?:(?:the|a)\s+)?"
        rf"(?P<name>(?:{_WORD}\s+){{0,5}}?{_WORD}?)(?P<owns>['’]s?)?\s+(?:(?:{either(LISTS, 'between')})\s+)*"
        rf"(?P<noun>{either(LISTS, 'counts')})\b"
    )


@cache
def _puts_pattern() -> re.Pattern[str]:
    puts, sets, tolls = (either(LISTS, key) for key in ("puts", "sets", "tolls"))
    return re.compile(
        r"(?P<last>[\w.&’'-]+)(?:,\s+(?:quoting|citing)\s[^,.;]{1,60},)?\s+(?P<cue>(?:has\s+|have\s+|had\s+)?"
        rf"(?:initially\s+|earlier\s+|later\s+|now\s+)?(?:{puts}|(?P<sets>{sets})))\s+(?:the\s+)?"
        rf"(?:[\w’'-]+\s+){{0,4}}(?:{tolls})\b[^.;]{{0,40}}?\b(?:at|to|as)\s+[^.;,]{{0,24}}$"
    )


@cache
def _counts_by_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<cue>{either(LISTS, 'counts')})\s+(?:{either(LISTS, 'made_by')})\s+(?:the\s+)?", re.IGNORECASE
    )


def by_count(view: View, number: Number) -> tuple[Source, ...]:
    """Read "according to the Marran count", "by the army's own tally", "by varying reports"."""
    if number.words.isdisjoint(lexicon.words(LISTS, "counts")):
        return ()
    for match in _by_count_pattern().finditer(view.text, number.low, number.high):
        if apart(view, match.span(), (number.start, number.end), 50):
            continue
        name = match["name"].strip()
        words = name.lower().split()
        cue, lemma = match.span("cue"), re.sub(r"\s+", " ", match["cue"].lower())
        if words and words[-1] in lexicon.words(LISTS, "unowned") and not match["owns"]:
            return made(view, [(match.start("name"), match.end("noun"))], cue, lemma)
        if not words or words[-1] in lexicon.words(LISTS, "no_owner"):
            continue
        if match["owns"] or name.split()[-1][:1].isupper():
            return made(view, [(match.start("name"), match.start("name") + len(name))], cue, lemma)
    return ()


#: What leads to the number at which something is put, so many characters before it: looked for first.
_LEADS = re.compile(r"\b(?:at|to|as)\s")
_NEAR = 60


def puts(view: View, number: Number) -> tuple[Source, ...]:
    """Read "The ministry puts the death toll at 40"."""
    if number.words.isdisjoint(lexicon.words(LISTS, "puts", "sets")):
        return ()
    led = _LEADS.search(view.text, max(number.low, number.start - _NEAR), number.start)
    match = _puts_pattern().search(view.text, number.low, number.start) if led else None
    if not match:
        return ()
    i = view.at(match.start("last"))
    i -= 2 * (i > 1 and view.w.low[i] in ("which", "who") and view.w.text[i - 1] == ",")
    if match["sets"] and not is_authority(view.w, i):
        return ()
    name = name_before(view, i, number.low) if may_claim(view.w, i) or _is_any_body(view.w, i) else None
    return made(view, [name], match.span("cue"), "put", "claims") if name else ()


def _are_bodies(view: View, match: re.Match[str], names: list[tuple[int, int]]) -> bool:
    """Are they bodies or people without a name, by whom figures are ("estimates by aid groups", not "of deaths")?"""
    last = view.within(names[0][1] - 1)
    of = match.group().rstrip().endswith(("of", "of the"))
    return not of and view.w.pos[last] == "NOUN" and may_claim(view.w, last)


def puts_at(view: View, number: Number) -> tuple[Source, ...]:
    """Read "reports put the value of the coin at $4 million", "what organisers estimated at 170,000"."""
    w = view.w
    i = clauses.first_joined(w, number.root)
    verb = w.head[w.head[i]] if i >= 0 and w.dep[i] == "pobj" and w.low[w.head[i]] == "at" else -1
    if verb < 0 or w.lemma[verb] not in lexicon.words(LISTS, "putting") or not is_told(w, verb):
        return ()
    things = w.lemma[verb] == "put" and (number.counts or clauses.object_of(w, verb) < 0)
    return () if things else speaking(view, verb, "claims", number.root)  # "put a guard at 12 gates"


def _is_any_body(w: Tokens, i: int) -> bool:
    """May whoever puts a number at something be a body by a noun that no list has ("the shipping line")?"""
    named = w.tag[i] == "NN" and w.low[w.left[i]] in ("the", "a", "an") and w.ent[i] not in ("DATE", "TIME", "EVENT")
    return named and not is_no_person(w.lemma[i]) and w.lemma[i] not in lexicon.words(LISTS, "no_speakers")


def counts_by(view: View, number: Number) -> tuple[Source, ...]:
    """Read "estimates by the Red Cross" before the number."""
    start = number.start
    if number.words.isdisjoint(lexicon.words(LISTS, "counts")):
        return ()
    for match in _counts_by_pattern().finditer(view.text, number.low, start):
        names = names_from(view, match.end(), start)
        near = names and not apart(view, (match.start(), names[-1][1]), (start, start), 40)
        if near and (view.text[names[0][0]].isupper() or _are_bodies(view, match, names)):
            return made(view, names, match.span("cue"), match["cue"].lower())
    return ()
