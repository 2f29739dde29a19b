"""Doc → the actors of one article: mentions, kinds, roles, and who is who inside the article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsclaim.extraction.actors.found import ActorFindings
from newsclaim.models import Article, NumericClaim, Quote

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["ActorFindings", "find_actors"]


def find_actors(doc: Doc, article: Article, quotes: Sequence[Quote], claims: Sequence[NumericClaim]) -> ActorFindings:
    """Return the actors of an article; the quotes' speakers and the claims' sources are evidence for who acts."""
    return ActorFindings(actors=(), roles={})
