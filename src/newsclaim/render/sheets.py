"""Rows → sheets: which columns a reader sees for quotes, claims, actors, articles, topics and comparisons."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaim.models import NumericClaim, Quote
from newsclaim.models.rows import (
    ActorRow,
    ArticleRow,
    ClaimRow,
    NameAnswer,
    QuoteRow,
    TopicRow,
)
from newsclaim.render import words
from newsclaim.render.sheet import Section, Sheet


def quotes(rows: Sequence[QuoteRow]) -> Sheet:
    """Return who said what, how, and where."""
    cells = [
        (words.credited(q), words.content(q), words.cue(q), words.names(q.via), words.where(q.article), q.id)
        for q in rows
    ]
    return Sheet(("Speaker", "Quote", "Cue", "Via", "Where", "Id"), [Section(cells)], wide=frozenset({"Quote"}))


def claims(rows: Sequence[ClaimRow]) -> Sheet:
    """Return the numbers, what they count, and who claims them."""
    cells = [(*_claim_cells(c), words.whose(c), c.class_, words.where(c.article), c.id) for c in rows]
    columns = ("Number", "Status", "Claimed by", "Through", "Whose", "Class", "Where", "Id")
    return Sheet(columns, [Section(cells)])


def actors(rows: Sequence[ActorRow]) -> Sheet:
    """Return who is there, by which names, and how often."""
    cells = [
        (
            a.name, a.kind, a.country or "", "; ".join(_roles(a)[:2]),
            ", ".join(alias.text for alias in a.aliases if alias.text != a.name),
            str(a.articles), str(a.quotes), str(a.claims), a.id,
        )
        for a in rows
    ]  # fmt: skip
    columns = ("Name", "Kind", "Country", "Roles", "Also", "Articles", "Quotes", "Claims", "Id")
    return Sheet(columns, [Section(cells)], right=_COUNTS, wide=frozenset({"Also"}))


def aliases(row: ActorRow) -> Sheet:
    """Return every name of one actor, with the rule that joined it."""
    cells = [(alias.text, alias.rule, str(alias.count)) for alias in row.aliases]
    return Sheet(("Name", "Joined by", "Seen"), [Section(cells)], right=frozenset({"Seen"}))


def answers(rows: Sequence[NameAnswer]) -> Sheet:
    """Return whether pairs of names would be joined, and why."""
    cells = [(row.a, row.b, row.verdict, row.rule, row.reason) for row in rows]
    return Sheet(("Name", "Name", "Verdict", "Rule", "Reason"), [Section(cells)], wide=frozenset({"Reason"}))


def articles(rows: Sequence[ArticleRow]) -> Sheet:
    """Return what is stored."""
    cells = [
        (
            a.title or "", a.outlet or "", (a.published or "")[:10], f"{a.words:,}", str(a.quotes), str(a.claims),
            a.origin or "", _copied(a), a.id,
        )
        for a in rows
    ]  # fmt: skip
    columns = ("Title", "Outlet", "Date", "Words", "Quotes", "Claims", "Source", "Text of", "Id")
    return Sheet(columns, [Section(cells)], right=_COUNTS, wide=frozenset({"Title"}))


def _copied(row: ArticleRow) -> str:
    """Return whose text it is, else from or by how many others passages were carried."""
    if row.copy_of:
        return row.copy_of
    return (
        f"passages in {len(row.shares)} others" if len(row.shares) > 1 else "passage in another" if row.shares else ""
    )


def topics(rows: Sequence[TopicRow]) -> Sheet:
    """Return the topics that can be compared."""
    cells = [(t.id, t.title or t.id, t.definition, "–" if t.claims is None else str(t.claims)) for t in rows]
    return Sheet(
        ("Topic", "Title", "Which claims", "Claims"), [Section(cells)], right=_COUNTS, wide=frozenset({"Which claims"})
    )


def found_quotes(found: Sequence[Quote]) -> Sheet:
    """Return the quotes of one article that is not stored."""
    cells = [(words.credited(q), words.content(q), words.cue(q), words.names(q.via), q.kind) for q in found]
    return Sheet(("Speaker", "Quote", "Cue", "Via", "Kind"), [Section(cells)], wide=frozenset({"Quote"}))


def found_claims(found: Sequence[NumericClaim]) -> Sheet:
    """Return the numeric claims of one article that is not stored."""
    columns = ("Number", "Status", "Claimed by", "Through", "Whose")
    rows = [(*_claim_cells(c), words.whose(c)) for c in found]
    return Sheet(columns, [Section(rows)], wide=frozenset({"Number"}))


def roles(row: ActorRow) -> str:
    """Return the offices an actor was credited with, in one line."""
    return "; ".join(_roles(row))


_COUNTS = frozenset({"Words", "Articles", "Quotes", "Claims"})


def _claim_cells(claim: NumericClaim) -> tuple[str, ...]:
    return (words.quantity(claim), words.status(claim), words.claimed_by(claim), words.through(claim))


def _roles(row: ActorRow) -> list[str]:
    return list(dict.fromkeys(role.title for role in row.roles))
