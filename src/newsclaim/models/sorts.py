"""What rows can be sorted by: the words that people type, known without opening a database."""

from __future__ import annotations

QUOTE_SORTS = ("date", "outlet", "article", "speaker", "kind", "stance")
CLAIM_SORTS = ("date", "outlet", "article", "value", "class", "status", "counted", "source")
ARTICLE_SORTS = ("date", "outlet", "title", "words", "quotes", "claims", "id")
STAT_SORTS = (
    "group", "articles", "quotes", "share", "claims", "direct", "mixed", "indirect", "named", "unnamed", "words",
    "median_words", "direct_share", "named_per_article", "unnamed_per_article", "without_quotes",
)  # fmt: skip
ACTOR_SORTS = ("name", "kind", "articles", "quotes", "claims")
