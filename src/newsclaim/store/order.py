"""In which order rows come: what can be sorted by, and the SQL that does it.

Rows without a value come last either way; the order by date decides among equals.
"""

from __future__ import annotations

from collections.abc import Mapping

from newsclaim.errors import QueryError

#: By date, undated ones last, then by id: the same order in every run. An index has it.
ORDER = "article.published IS NULL, article.published, article.id"
#: Of the findings of one article.
WITHIN = {"quote": "quote.nth, quote.number", "claim": "claim.position, claim.number"}


def _credited(role: str, owner: str) -> str:
    return (
        "(SELECT min(actor.name) FROM credit JOIN member ON member.article = credit.article "
        f"AND member.local = credit.local JOIN actor ON actor.number = member.actor "
        f"WHERE credit.article = article.number AND credit.role = '{role}' AND credit.owner = {owner}.number)"
    )


QUOTES: Mapping[str, str] = {
    "date": "article.published", "outlet": "lower(article.outlet)", "article": "article.id",
    "speaker": _credited("speaker", "quote"), "kind": "quote.kind", "stance": "quote.stance",
}  # fmt: skip
CLAIMS: Mapping[str, str] = {
    "date": "article.published", "outlet": "lower(article.outlet)", "article": "article.id",
    "value": "coalesce(claim.low, claim.high)", "class": "claim.class", "status": "claim.status",
    "counted": "claim.head", "source": _credited("source", "claim"),
}  # fmt: skip
ARTICLES: Mapping[str, str] = {
    "date": "article.published", "outlet": "lower(article.outlet)", "title": "lower(article.title)",
    "words": "article.words", "quotes": "article.quotes", "claims": "article.claims", "id": "article.id",
}  # fmt: skip
ACTORS: Mapping[str, str] = {
    "name": "lower(actor.name)", "kind": "actor.kind", "articles": "actor.articles", "quotes": "actor.quotes",
    "claims": "actor.claims",
}  # fmt: skip


def ordered(keys: Mapping[str, str], sort: str | None, last: str) -> str:
    """Return what stands behind ORDER BY; `last` decides among equals.

    Raises:
        QueryError: there is no such key.
    """
    if sort is None or sort == "date":
        return last
    key = sort.removeprefix("-")
    if key not in keys:
        raise QueryError(f"rows cannot be sorted by {key!r}, but by {', '.join(keys)}.")
    column = keys[key]
    return f"{column} IS NULL, {column}{' DESC' if sort.startswith('-') else ''}, {last}"
