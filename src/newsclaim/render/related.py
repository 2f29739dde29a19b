"""What `show` prints of an article in its corpus: whose text it is, what it shares, the others of its story."""

from __future__ import annotations

from collections.abc import Iterator

from newsclaim.models.rows import ArticleRow, Shown
from newsclaim.render.sheet import clean

_DIRECTIONS = {
    "credit": "it credits that outlet",
    "quotation": "it has it in quotation marks",
    "date": "that one is earlier",
    "unknown": "which was first is not known",
}
#: So many others of each kind are listed.
_MOST = 10


def lines(shown: Shown) -> Iterator[str]:
    """Yield lines about an article; nothing about other things."""
    row = shown.row
    if not isinstance(row, ArticleRow):
        return
    told = [*_copied(row), *_shared(row), *_story(shown)]
    yield from told
    if told:
        yield ""


def _copied(row: ArticleRow) -> Iterator[str]:
    if row.origin:
        yield clean(f"Names as its source: {row.origin}")
    if row.copy_of:
        yield clean(f"Same text as {row.copy_of} ({_DIRECTIONS[row.copy_direction or 'unknown']})")


def _shared(row: ArticleRow) -> Iterator[str]:
    for share in row.shares[:_MOST]:
        yield clean(f"Passages in common with {share.article}: {share.words} words, {share.share:.0%} of this text")
    if len(row.shares) > _MOST:
        yield f"… and with {len(row.shares) - _MOST} more (--format json lists them)"


def _story(shown: Shown) -> Iterator[str]:
    for other in shown.related[:_MOST]:
        where = ", ".join(filter(None, (other.article.outlet, (other.article.published or "")[:10])))
        reason = f": {other.reason}" if other.reason else ""
        yield clean(f"Same story: {other.article.id}{f' ({where})' if where else ''}{reason}")
    if len(shown.related) > _MOST:
        yield f"… and {len(shown.related) - _MOST} more articles of this story (--format json lists them)"
