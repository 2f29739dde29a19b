"""A correction tells nothing as fact: the numbers in it are denied, and nobody is quoted in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from newsclaim.models import Article, NumericClaim, Quote


def outside(article: Article, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """Return the quotes that stand in no correction."""
    return tuple(quote for quote in quotes if not _corrects(article, quote.spans[0].start))


def denied(article: Article, claims: Sequence[NumericClaim]) -> tuple[NumericClaim, ...]:
    """Return the claims, those in corrections denied; which of its numbers is the right one is not told."""
    update = {"status": "denied"}
    return tuple(one.model_copy(update=update) if _corrects(article, one.start) else one for one in claims)


def _corrects(article: Article, position: int) -> bool:
    k = bisect_right(article.blocks, position, key=lambda block: block.start) - 1
    return k >= 0 and article.blocks[k].kind == "correction"
