"""Documents in which somebody says something ("said in a statement"): they relay, and no pronoun means them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newsclaim.extraction.attribution.frame import Frame
from newsclaim.extraction.attribution.relays import is_paper
from newsclaim.extraction.page import Page
from newsclaim.models import Quote


def without_papers(page: Page, frames: Mapping[int, Frame], quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """Return the quotes with only those who relay them that can be actors: outlets, and documents that speak."""
    w = page.tokens
    places = (
        (w.start[a], w.end[b - 1])
        for f in frames.values()
        for a, b in f.papers
        if any(is_paper(w, k) for k in range(a, b))
    )
    papers = frozenset(places)
    return tuple(_without(quote, papers) if quote.via and papers else quote for quote in quotes)


def _without(quote: Quote, papers: frozenset[tuple[int, int]]) -> Quote:
    via = tuple(mention for mention in quote.via if (mention.start, mention.end) not in papers)
    return quote if len(via) == len(quote.via) else quote.model_copy(update={"via": via})
