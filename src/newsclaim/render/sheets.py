"""Rows → sheets: which columns a reader sees for quotes, claims, actors, articles, topics and comparisons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsclaim.render import words
from newsclaim.render.sheet import Section, Sheet

if TYPE_CHECKING:
    from newsclaim.models import NumericClaim, Quote
    from newsclaim.models.rows import (
        ActorRow,
        ArticleRef,
        ArticleRow,
        ClaimRow,
        NameAnswer,
        QuoteRow,
        TopicRow,
    )


def quotes(rows: Sequence[QuoteRow]) -> Sheet:
    """Return who said what, how, and where."""
    cells = [
        (q.id, words.credited(q), words.cue(q), words.names(q.via), *_place(q.article), words.content(q)) for q in rows
    ]
    columns = ("Id", "Speaker", "Cue", "Via", "Date", "Outlet", "Quote")
    return Sheet(columns, [Section(cells)], wide=frozenset({"Quote"}), spare=("Via", "Cue", "Outlet", "Date"))


def claims(rows: Sequence[ClaimRow]) -> Sheet:
    """Return the numbers, what they count, and who claims them."""
    cells = [(c.id, *_claim_cells(c), words.whose(c), c.class_, *_place(c.article)) for c in rows]
    columns = ("Id", "Number", "Status", "Claimed by", "Through", "Whose", "Class", "Date", "Outlet")
    return Sheet(columns, [Section(cells)], spare=("Through", "Class", "Outlet", "Whose", "Date", "Status"))


def actors(rows: Sequence[ActorRow]) -> Sheet:
    """Return who is there, by which names, and how often."""
    cells = [
        (
            a.id, a.name, a.kind, a.country or "", str(a.articles), str(a.quotes), str(a.claims),
            "; ".join(_roles(a)[:2]), ", ".join(alias.text for alias in a.aliases if alias.text != a.name),
        )
        for a in rows
    ]  # fmt: skip
    columns = ("Id", "Name", "Kind", "Country", "Articles", "Quotes", "Claims", "Roles", "Also")
    return Sheet(
        columns, [Section(cells)], right=_COUNTS, wide=frozenset({"Also"}),
        spare=("Also", "Country", "Claims", "Articles", "Kind"),
    )  # fmt: skip


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
            a.id, (a.published or "")[:10], a.outlet or "", f"{a.words:,}", str(a.quotes), str(a.claims),
            a.origin or "", _copied(a), a.title or "",
        )
        for a in rows
    ]  # fmt: skip
    columns = ("Id", "Date", "Outlet", "Words", "Quotes", "Claims", "Source", "Text of", "Title")
    return Sheet(
        columns, [Section(cells)], right=_COUNTS, wide=frozenset({"Title"}),
        spare=("Words", "Text of", "Source", "Claims", "Quotes", "Outlet", "Date"),
    )  # fmt: skip


def _copied(row: ArticleRow) -> str:
    """Return whose text it is, else from or by how many others passages were carried."""
    if row.copy_of:
        return row.copy_of
    return (
        f"passages in {len(row.shares)} others" if len(row.shares) > 1 else "passage in another" if row.shares else ""
    )


def topics(rows: Sequence[TopicRow]) -> Sheet:
    """Return the topics that can be compared."""
    cells = [
        (t.id, "–" if t.claims is None else str(t.claims), t.title or t.id, words.shortened(t.definition)) for t in rows
    ]
    return Sheet(
        ("Topic", "Claims", "Title", "Which claims"), [Section(cells)], right=_COUNTS,
        wide=frozenset({"Which claims"}), spare=("Title",),
    )  # fmt: skip


def found_quotes(found: Sequence[Quote]) -> Sheet:
    """Return the quotes of one article that is not stored."""
    cells = [(words.credited(q), words.cue(q), words.names(q.via), q.kind, words.content(q)) for q in found]
    columns = ("Speaker", "Cue", "Via", "Kind", "Quote")
    return Sheet(columns, [Section(cells)], wide=frozenset({"Quote"}), spare=("Via", "Kind", "Cue"))


def found_claims(found: Sequence[NumericClaim]) -> Sheet:
    """Return the numeric claims of one article that is not stored."""
    columns = ("Number", "Status", "Claimed by", "Through", "Whose")
    rows = [(*_claim_cells(c), words.whose(c)) for c in found]
    return Sheet(columns, [Section(rows)], wide=frozenset({"Number"}), spare=("Through", "Whose", "Status"))


def roles(row: ActorRow) -> str:
    """Return the offices an actor was credited with, in one line."""
    return "; ".join(_roles(row))


_COUNTS = frozenset({"Words", "Articles", "Quotes", "Claims"})


def _place(article: ArticleRef) -> tuple[str, str]:
    return (article.published or "undated")[:10], article.outlet or article.id


def _claim_cells(claim: NumericClaim) -> tuple[str, ...]:
    return (words.quantity(claim), words.status(claim), words.claimed_by(claim), words.through(claim))


def _roles(row: ActorRow) -> list[str]:
    return list(dict.fromkeys(role.title for role in row.roles))
