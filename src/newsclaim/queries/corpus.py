"""What the corpus tells of its articles: whose text each is, and which others belong to its story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newsclaim.models.rows import ArticleRef, ArticleRow, Related

if TYPE_CHECKING:
    from newsclaim.models import Context, Tie
    from newsclaim.store import Store
    from newsclaim.stories.account import Account


def with_contexts(store: Store, rows: Sequence[ArticleRow]) -> list[ArticleRow]:
    """Return articles with what they copy or share, and whom they name as their source."""
    contexts = store.contexts(row.id for row in rows)
    return [_with_context(row, contexts.get(row.id)) for row in rows]


def related(store: Store, article: str) -> Iterator[Related]:
    """Yield the other articles of an article's story, by date, each with what ties it to this one."""
    from newsclaim.stories.account import Account

    contexts = store.contexts([article])
    story = contexts[article].story if article in contexts else None
    if story is None:
        return
    ties = {frozenset((tie.a, tie.b)): tie for tie in store.ties(story)}
    texts = store.texts({article, *store.articles_of(story)})
    one = Account(texts[article])
    for other in sorted(texts.values(), key=lambda text: (text.published or "9", text.id)):
        if other.id != article:
            ref = ArticleRef(**{key: getattr(other, key) for key in ArticleRef.model_fields})
            yield Related(article=ref, reason=_reason(ties.get(frozenset((article, other.id))), one, Account(other)))


def _reason(tie: Tie | None, one: Account, other: Account) -> str | None:
    if tie is None:
        return None
    from newsclaim.stories.reasons import reason

    return reason(tie, one, other)


def _with_context(row: ArticleRow, context: Context | None) -> ArticleRow:
    if context is None:
        return row
    told = {key: getattr(context, key) for key in ("copy_of", "copy_direction", "shares")}
    return row.model_copy(update=told | {"origin": context.agency})
