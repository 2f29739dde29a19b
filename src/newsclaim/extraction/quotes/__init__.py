"""Doc → quotes, whose speakers are mentions not yet resolved to actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaim.models import Article, Quote

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_quotes(doc: Doc, article: Article) -> tuple[Quote, ...]:
    """Return the quotes of an article in text order."""
    return ()
