"""Doc → quotes, whose speakers are mentions not yet resolved to actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaim.extraction.quotes import build, search
from newsclaim.extraction.quotes.marks import stretches
from newsclaim.extraction.quotes.words import words_of
from newsclaim.models import Article, Quote

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_quotes(doc: Doc, article: Article) -> tuple[Quote, ...]:
    """Return the quotes of an article in text order.

    `speakers` and `via` are mentions as the article says them; `how` is "continuation" for content that goes on without
    a new attribution, else None, and nobody is resolved yet. A Doc may cover only the beginning of the text.
    """
    w = words_of(doc, article)
    last = w.end[-1] if len(w) else 0
    marks = [s for s in stretches(article.text, article.blocks) if s.close <= last]
    found = search.search(w, article, marks)
    built = (quote for one in found if (quote := build.quote(article, w, one, marks)) is not None)
    # Two cues on the same words of the same speakers are one quote; the search goes from the surest to the least sure.
    quotes = {quote.id: quote for quote in reversed(list(built))}.values()
    return tuple(sorted(quotes, key=lambda q: (q.spans[0].start, q.spans[-1].end, q.id)))
