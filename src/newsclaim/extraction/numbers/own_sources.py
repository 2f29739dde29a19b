"""Sources that the words around a number name: "according to …", "citing …", "by the army's count", "the Marran count"."""

from __future__ import annotations

import re

from newsclaim.extraction.numbers.view import View
from newsclaim.models import Cue, Source, Stance

_COUNT = r"(?:own\s+|latest\s+|official\s+|preliminary\s+|internal\s+)*(?:count|tally|estimates?|figures?|statistics|data|numbers|toll|reckoning|accounts?|reports|census|survey|study|calculations?)"
_NAME = r"(?:(?:the|a|an)\s+)?(?:[\w’'.&-]+\s+){0,6}?[\w’'.&-]+?"
_OWNED = re.compile(
    rf"(?P<cue>\b(?:according\s+to|by|per|based\s+on|citing)\s+)(?P<owner>(?:(?:the|a)\s+)?(?P<name>(?:[\w.&-]+\s+){{0,5}}?[\w.&-]+?)(?P<poss>['’]s|['’])?)\s+(?P<noun>{_COUNT})\b",
    re.IGNORECASE,
)
_PUT = re.compile(
    r"(?P<owner>(?:[Tt]he\s+)?(?P<name>(?:[\w.&’'-]+\s+){0,5}?[\w.&’'-]+))\s+(?P<cue>(?:has\s+|have\s+)?puts?|place[sd]?)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,4}(?:toll|number|figure|count|total|tally|losses|deaths|cost|damage|dead|casualties|estimate)\b[^.;]{0,40}?\bat\s+[^.;,]{0,24}$"
)
_TO = re.compile(
    r"(?P<cue>\b(?:[Aa]ccording\s+to|[Cc]iting|[Aa]s\s+per|[Aa]ttributed\s+to)\s+)(?P<name>[^,.;:()“”\"]{2,80})"
)
_TOO_SHORT = frozenset(
    {
        "the",
        "a",
        "an",
        "its",
        "their",
        "his",
        "her",
        "our",
        "some",
        "one",
        "recent",
        "these",
        "varying",
        "official",
        "other",
        "early",
        "latest",
        "new",
        "preliminary",
        "initial",
        "all",
        "most",
        "government",
    }
)


def sources_of(view: View, start: int, end: int, sentence_start: int, sentence_end: int) -> tuple[Source, ...]:
    """Return the sources that the sentence names for the number between two offsets, in text order."""
    text = view.text
    low, high = max(sentence_start, start - 130), min(sentence_end, end + 110)
    piece = text[low:high]
    found = _put(view, low, start) or _counted(view, piece, low, start, end)
    return (found,) if found else ()


def _source(
    view: View, start: int, end: int, cue_start: int, cue_end: int, lemma: str, stance: Stance = "says"
) -> Source:
    text = view.text
    cue_end = cue_start + len(text[cue_start:cue_end].rstrip())
    cue = Cue(start=cue_start, end=cue_end, text=text[cue_start:cue_end], lemma=lemma, stance=stance)
    return Source(start=start, end=end, text=text[start:end], cue=cue)


def _counted(view: View, piece: str, low: int, start: int, end: int) -> Source | None:
    """ "according to the Marran count", "by the army's own tally"."""
    for match in _OWNED.finditer(piece):
        at, stop = low + match.start(), low + match.end()
        between = view.text[stop:start] if stop <= start else view.text[end:at] if at >= end else None
        if between is None or len(between) > 50 or re.search(r"[.;:“”\"]|\bwhile\b|\bbut\b", between):
            continue
        name = match["name"].split()
        if (len(name) == 1 and name[0].lower() in _TOO_SHORT) or (
            match["cue"].strip().lower() in ("on", "by", "from", "per", "based on")
            and not (match["poss"] or name[-1][:1].isupper())
        ):
            continue
        s, e = low + match.start("name"), low + match.end("name")
        return _source(view, s, e, low + match.start("cue"), low + match.end("cue"), match["cue"].strip().lower())
    return None


def _put(view: View, low: int, start: int) -> Source | None:
    """ "The ministry puts the death toll at 40"."""
    match = _PUT.search(view.text[low:start])
    if not match:
        return None
    i = view.at(low + match.end("name") - 1)
    first = i
    while first > 0 and view.doc[first - 1].idx >= low and view.doc[first - 1].pos_ in ("PROPN", "NOUN", "ADJ", "PART"):
        first -= 1
    if view.doc[i].pos_ not in ("PROPN", "NOUN", "PRON"):
        return None
    return _source(
        view,
        view.doc[first].idx,
        view.end(view.doc[i]),
        low + match.start("cue"),
        low + match.end("cue"),
        "put",
        "claims",
    )
