"""The order of the search: stretches by the words around them, then clauses by the parse, then what goes on."""

from __future__ import annotations

from newsclaim.extraction.quotes import continuation, direct, frames, indirect, partial, sources
from newsclaim.extraction.quotes.build import Found
from newsclaim.extraction.quotes.marks import Stretch
from newsclaim.extraction.quotes.page import Page
from newsclaim.extraction.quotes.words import Words
from newsclaim.models import SILENT, Article


def search(w: Words, article: Article, marks: list[Stretch]) -> list[Found]:
    """Return everything that is reported in the article."""
    _place(w, article, marks)
    found = sorted([*frames.verb_frames(w), *sources.source_frames(w)], key=lambda f: f.verb)
    heads = [w.at(b.start) for n, b in enumerate(article.blocks) if b.kind in ("title", "heading") or n == 0]
    page = Page(w, article.text, marks, {f.verb: f for f in found}, article.blocks, [i for i in heads if i < len(w)])
    direct.credit_stretches(page)
    indirect.report(page)
    partial.credit_rest(page)
    continuation.go_on(page)
    return page.found


def _place(w: Words, article: Article, marks: list[Stretch]) -> None:
    """Tell every token in which stretch it stands; tokens of captions and boilerplate belong to no block."""
    for n, s in enumerate(marks):
        for i in range(w.at(s.start), w.before(s.end)):
            w.quoted[i] = n
    unreadable = {n for n, b in enumerate(article.blocks) if b.kind in SILENT}
    if unreadable:
        w.block = [-1 if b in unreadable else b for b in w.block]
