"""What each article copies and shares: of the articles with the same text one is the original."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from newsclaim.models import CopyDirection, Overlap, Share

#: Articles without a date count as published last.
_UNDATED = 1 << 30


@dataclass(frozen=True, slots=True)
class Copying:
    """Whose text an article has, what tells so, and which passages it has in common with others."""

    copy_of: str | None = None
    direction: CopyDirection | None = None
    shares: tuple[Share, ...] = ()


@dataclass(frozen=True, slots=True)
class Published:
    """What tells of two articles which was first: their days (0: none), and whether one credits the other's outlet."""

    day: Callable[[str], int]
    credits: Callable[[str, str], bool]


def copying(
    overlaps: Iterable[Overlap], articles: set[str], published: Published, known: Mapping[str, str | None]
) -> dict[str, Copying]:
    """Return for each of some articles what it copies and shares.

    An article is a copy of the one among its likes that others credit, else of the earliest, else of the one with the
    smallest id; of two copies of one text neither shares passages with the other.

    Args:
        overlaps: all that those articles, and all that have the same text as one of them, have with others.
        articles: the articles.
        published: what tells which was first.
        known: whose text others have, and those of the articles of which that is known.
    """
    same: dict[str, set[str]] = defaultdict(set)
    passages: dict[str, list[tuple[Share, bool]]] = defaultdict(list)
    for one in overlaps:
        if one.same:
            same[one.a].add(one.b)
            same[one.b].add(one.a)
        passages[one.a].append((Share(article=one.b, words=one.words, share=one.of_a), one.same))
        passages[one.b].append((Share(article=one.a, words=one.words, share=one.of_b), one.same))
    original = dict(known)
    original |= {article: _original(article, same, published) for article in passages.keys() - known.keys()}
    return {
        article: _copying(article, original, passages[article], published) for article in passages.keys() & articles
    }


def _original(article: str, same: dict[str, set[str]], published: Published) -> str | None:
    def first(one: str) -> tuple[bool, int, str]:
        credited = any(published.credits(other, one) for other in same[one])
        return not credited, published.day(one) or _UNDATED, one

    best = min(same[article], key=first, default=None) if article in same else None
    return best if best is not None and first(best) < first(article) else None


def _copying(
    article: str, original: dict[str, str | None], passages: list[tuple[Share, bool]], published: Published
) -> Copying:
    mine = original[article]
    family = {article, mine} - {None}
    shares = [
        share
        for share, is_same in passages
        if share.words and not (is_same and ({share.article, original[share.article]} & family))
    ]
    direction = _direction(article, mine, published) if mine else None
    return Copying(mine, direction, tuple(sorted(shares, key=lambda share: (-share.words, share.article))))


def _direction(article: str, original: str, published: Published) -> CopyDirection:
    if published.credits(article, original):
        return "credit"
    early, late = published.day(original), published.day(article)
    return "date" if early and late and early < late else "unknown"
