"""What an id names, with the passage it stands in."""

from __future__ import annotations

from newsclaim.models.rows import ArticleRow, Passage, QuoteRow, Shown
from newsclaim.queries.corpus import related, with_contexts
from newsclaim.queries.ids import whole_id
from newsclaim.queries.passages import marks_of, passages
from newsclaim.store import ActorFilter, Filter, Store


def show(store: Store, wanted: str) -> Shown:
    """Return what an id names - a quote, claim, actor or article - with the passage it stands in.

    Raises:
        UnknownNameError: nothing has that id, or several begin so; the message says where else to ask.
    """
    identifier = whole_id(store, wanted)
    article = store.article_row(identifier)
    if article:
        return _article(store, article)
    quote = store.quote(identifier)
    if quote:
        return Shown(kind="quote", row=quote, passages=passages(store, _places([quote])))
    claim = store.claim(identifier)
    if claim:
        return Shown(kind="claim", row=claim, passages=passages(store, [(claim.article.id, marks_of(claim))]))
    actor = store.actor_rows(ActorFilter(ids=frozenset({identifier})))[0]
    sayings = store.quotes(Filter(actors=frozenset({identifier})))
    return Shown(kind="actor", row=actor, passages=passages(store, _places(sayings)))


def _article(store: Store, article: ArticleRow) -> Shown:
    (row,) = with_contexts(store, [article])
    text = store.texts([row.id])[row.id].text
    marks = sorted(mark for quote in store.quotes(Filter(articles=(row.id,))) for mark in marks_of(quote))
    passage = Passage(article=row, start=0, text=text, marks=tuple(marks))
    return Shown(kind="article", row=row, passages=(passage,), related=tuple(related(store, row.id)))


def _places(quotes: list[QuoteRow]) -> list[tuple[str, list[tuple[int, int]]]]:
    return [(quote.article.id, marks_of(quote)) for quote in quotes]
