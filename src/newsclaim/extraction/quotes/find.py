"""The order of the search: stretches by the words around them, clauses by the parse, what goes on, speech unmarked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from newsclaim.extraction.attribution import Frame, frames_of
from newsclaim.extraction.page import Page
from newsclaim.extraction.quotes import (
    build,
    continuation,
    direct,
    indirect,
    interviews,
    partial,
    passages,
    relayed,
    speeches,
)
from newsclaim.extraction.quotes.build import Found
from newsclaim.extraction.quotes.search import search_of
from newsclaim.models import Quote


def find_quotes(page: Page, frames: Mapping[int, Frame] | None = None) -> tuple[Quote, ...]:
    """Return the quotes of an article in text order; `frames` are the page's, looked for here where they are not given.

    `speakers` and `via` are mentions as the article says them; `how` is "continuation" for content that goes on without
    a new attribution, else None, and nobody is resolved yet.
    """
    search = search_of(page, frames_of(page) if frames is None else frames)
    direct.credit_stretches(search)
    indirect.report(search)
    relayed.hand_on(search)
    passages.credit_passages(search)
    partial.credit_rest(search)
    continuation.go_on(search)
    speeches.credit_speeches(search)
    interviews.credit_interview(search)
    passages.credit_posts(search)
    built = (quote for one in _whole(search.text, search.found) if (quote := build.quote(page, one)) is not None)
    # Two cues on the same words of the same speakers are one quote; the search goes from the surest to the least sure.
    quotes = {quote.id: quote for quote in reversed(list(built))}.values()
    return tuple(sorted(quotes, key=lambda q: (q.spans[0].start, q.spans[-1].end, q.id)))


def _whole(text: str, found: Sequence[Found]) -> list[Found]:
    """Return the findings without those that are a piece of another one by the same cue and speakers.

    The whole keeps the stance of its piece, which was read from the clause: called for the start | “in good order”.
    """
    by_cue = defaultdict(list)
    for one in found:
        by_cue[one.cue, one.speakers].append(one)
    whole = []
    for one in found:
        around = [o for o in by_cue[one.cue, one.speakers] if one.cue and _is_piece(text, one, o)]
        for other in around:
            other.stance = one.stance
        if not around:
            whole.append(one)
    return whole


def _is_piece(text: str, one: Found, other: Found) -> bool:
    """Whether a content goes on in another; not where a comma follows: faulted it as rash | , pointing to …."""
    (a, b), (first, last) = ((f.spans[0][0], f.spans[-1][1]) for f in (one, other))
    return len(other.spans) == 1 and first <= a and b <= last and b - a < last - first and text[b : b + 1] != ","
