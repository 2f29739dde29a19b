"""What an id names, with the passage it stands in."""

from __future__ import annotations

import re

from newsclaim.models.rows import ArticleRow, Passage, Shown
from newsclaim.queries.corpus import related, with_contexts
from newsclaim.queries.ids import whole_id
from newsclaim.queries.passages import marks_of, passages
from newsclaim.store import ActorFilter, Filter, Page, Store
from newsclaim.text import ID_DIGITS

_QUESTION = re.compile(rf"g[0-9a-v]{{3,{ID_DIGITS}}}")


def show(store: Store, wanted: str, limit: int | None = None) -> Shown:
    """Return what an id names - a quote, claim, actor or article - with the passage it stands in.

    Of an actor at most `limit` quotes are shown, the first ones.

    Raises:
        UnknownNameError: nothing has that id, or several begin so; the message says where else to ask.
    """
    identifier = whole_id(store, wanted)
    article = store.article_row(identifier)
    if article:
        return _article(store, article)
    quote = store.quote(identifier)
    if quote:
        return Shown(kind="quote", row=quote, passages=passages(store, [(quote.article.id, marks_of(quote))]))
    claim = store.claim(identifier)
    if claim:
        return Shown(kind="claim", row=claim, passages=passages(store, [(claim.article.id, marks_of(claim))]))
    actor = store.actor_rows(ActorFilter(ids=frozenset({identifier})))[0]
    sayings = store.places_of_quotes(Filter(actors=frozenset({identifier})), Page(limit))
    return Shown(kind="actor", row=actor, passages=passages(store, sayings))


def is_of_question(wanted: str) -> bool:
    """Tell whether something may be the id of a question of a comparison, or its beginning."""
    return _QUESTION.fullmatch(wanted.lower()) is not None


def _article(store: Store, article: ArticleRow) -> Shown:
    (row,) = with_contexts(store, [article])
    text = store.texts([row.id])[row.id].text
    marks = sorted(mark for _, spans in store.places_of_quotes(Filter(articles=(row.id,))) for mark in spans)
    passage = Passage(article=row, start=0, text=text, marks=tuple(marks))
    return Shown(kind="article", row=row, passages=(passage,), related=tuple(related(store, row.id)))
