"""What an earlier run knew of an article and its file does not say: a date or outlet from a table stays known."""

from __future__ import annotations

from typing import Any

from newsclaim.models import Article

#: So much of the words of both texts is common to two states of one article.
_ENOUGH = 0.5
#: Fields of the header that a table, or an option of reading, may have told.
_TOLD = ("outlet", "published", "updated", "url", "authors")


def completed(article: Article, stored: Article) -> tuple[Article, list[str]]:
    """Return an article with what was stored of it and is not told now, and the names of these fields.

    A title that stood in no file was put before the text; with it the text is the same. A file that holds quite another
    text is another article.
    """
    titled = _is_titled(article, stored)
    if not titled and _common(article.text, stored.text) < _ENOUGH:
        return article, []
    kept: dict[str, Any] = {
        name: getattr(stored, name) for name in _TOLD if getattr(stored, name) and not getattr(article, name)
    }
    extra = {**stored.extra, **article.extra}
    if extra != article.extra:
        kept["extra"] = extra
    names = list(kept)
    if titled:
        kept |= {"title": stored.title, "text": stored.text, "sha256": stored.sha256, "blocks": stored.blocks}
        names = ["title", *names]
    return article.model_copy(update=kept), names


def _common(one: str, other: str) -> float:
    """Return the share of their different words that two texts have in common."""
    mine, theirs = set(one.split()), set(other.split())
    return len(mine & theirs) / max(1, len(mine | theirs))


def _is_titled(article: Article, stored: Article) -> bool:
    title = stored.title or ""
    return bool(title) and stored.text.startswith(title) and stored.text[len(title) :].lstrip() == article.text
