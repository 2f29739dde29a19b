"""What is handed on: rows of the database with the texts they stand in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsclaim.models import Article
    from newsclaim.models.rows import ActorRow, ArticleRow, ClaimRow, QuoteRow


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that a writer may use; `texts` holds the articles by id, `wrong` what people marked wrong."""

    articles: Sequence[ArticleRow]
    quotes: Sequence[QuoteRow]
    claims: Sequence[ClaimRow]
    actors: Sequence[ActorRow]
    texts: Mapping[str, Article]
    wrong: Sequence[QuoteRow | ClaimRow] = ()
