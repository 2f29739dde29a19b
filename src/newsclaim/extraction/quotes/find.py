"""The order of the search: stretches by the words around them, clauses by the parse, what goes on, speech unmarked."""

from __future__ import annotations

from collections.abc import Mapping

from newsclaim.extraction.attribution import Frame, frames_of
from newsclaim.extraction.page import Page
from newsclaim.extraction.quotes import (
    build,
    continuation,
    direct,
    indirect,
    partial,
    passages,
    posts,
    relayed,
    speeches,
)
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
    posts.credit_posts(search)
    built = (quote for one in search.found if (quote := build.quote(page, one)) is not None)
    # Two cues on the same words of the same speakers are one quote; the search goes from the surest to the least sure.
    quotes = {quote.id: quote for quote in reversed(list(built))}.values()
    return tuple(sorted(quotes, key=lambda q: (q.spans[0].start, q.spans[-1].end, q.id)))
