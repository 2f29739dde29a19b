"""Words that no marks stand around: the paragraph that a lead-in announces, a post that was set into the article."""

from __future__ import annotations

from newsclaim.extraction.attribution.cues import listed
from newsclaim.extraction.page.stretches import Stretch
from newsclaim.extraction.quotes.before import before
from newsclaim.extraction.quotes.build import Found
from newsclaim.extraction.quotes.search import Search
from newsclaim.signature import signed

#: A shorter paragraph is an item of a list.
_SHORTEST = 6
_ENDERS = ".!?…"


def credit_passages(search: Search) -> None:
    """Credit every paragraph that follows a colon behind a verb of saying and has no quotation marks of its own."""
    for n in range(1, len(search.blocks)):
        s = _passage(search, n)
        hit = before(search, s) if s is not None else None
        if s is None or hit is None or hit.rule != "colon" or hit.frame is None or not hit.speakers:
            continue
        narrated = hit.frame.head >= 0 and search.w.low[hit.frame.head] in listed("narrators")
        if hit.frame.lemma in listed("passage_verbs") and not narrated:
            found = Found([(s.start, s.end)], "passage", hit.speakers, hit.via, hit.cue, hit.lemma, head=hit.frame.head)
            search.used.add(hit.frame.verb)
            search.add(found)


def _passage(search: Search, n: int) -> Stretch | None:
    """Return the paragraph as if it were quoted; None when the one before has no colon at its end."""
    w, one, block = search.w, search.blocks[n - 1], search.blocks[n]
    if block.kind != "body" or search.text[one.start : one.end].rstrip()[-1:] != ":":
        return None
    a, b = w.at(block.start), w.at(block.end)
    if b - a < _SHORTEST or not search.text[block.start].isalpha() or any(w.quoted[i] >= 0 for i in range(a, b)):
        return None
    ends = search.text[block.start : block.end].rstrip()[-1:] in _ENDERS
    return Stretch(block.start, block.end, block.start, block.end, n, closed=False, final=True) if ends else None


def credit_posts(search: Search) -> None:
    """Credit each embedded post to its account; what its signature made of its last words is left out."""
    w = search.w
    for block in search.blocks:
        parts = signed(search.text, block.start, block.end) if block.kind == "embed" else None
        if parts is None:
            continue
        words, name = parts
        speaker = (w.at(name[0]), w.before(name[1]))
        search.found = [one for one in search.found if not _ends_at(one, words[1], block.end)]
        if words[0] < words[1] and speaker[0] < speaker[1]:
            search.add(Found([words], "post", (speaker,), verbatim=True))


def _ends_at(found: Found, start: int, end: int) -> bool:
    """Whether a finding reaches into the signature, or has its speaker from there."""
    return found.rule == "signature" or any(a < end and b > start for a, b in found.spans)
