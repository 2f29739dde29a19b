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
        (q.id, words.credited(q), words.cue(q), words.names(q.via), *_place(q.article), words.content(q), _title(q))
        for q in rows
    ]
    columns = ("Id", "Speaker", "Cue", "Via", "Date", "Outlet", "Article", "Quote", "Title")
    spare = _spare(rows, "Via", "Cue", "Outlet", *_same_speaker(rows), "Article", "Date")
    return Sheet(columns, _with_context(rows, cells), wide=frozenset({"Quote", "Title"}), spare=spare)


def claims(rows: Sequence[ClaimRow]) -> Sheet:
    """Return the numbers, what they count, and who claims them."""
    cells = [(c.id, *_claim_cells(c), words.whose(c), c.class_, *_place(c.article), _title(c)) for c in rows]
    columns = ("Id", *_CLAIM_COLUMNS, "Whose", "Class", "Date", "Outlet", "Article", "Title")
    spare = _spare(rows, "Through", "Class", "Outlet", "Whose", "Status", "Place", "Article", "Date")
    return Sheet(columns, _with_context(rows, cells), wide=frozenset({"Title"}), spare=spare)


def actors(rows: Sequence[ActorRow]) -> Sheet:
    """Return who is there, by which names, and how often."""
    cells = [
        (
            a.id, a.name, a.kind, a.country or "", str(a.articles), str(a.quotes), str(a.claims),
            roles(a), ", ".join(alias.text for alias in a.aliases if alias.text != a.name),
        )
        for a in rows
    ]  # fmt: skip
    columns = ("Id", "Name", "Kind", "Country", "Articles", "Quotes", "Claims", "Roles", "Also")
    return Sheet(
        columns, [Section(cells)], right=_COUNTS, wide=frozenset({"Also"}),
        spare=("Also", "Country", "Claims", "Articles", "Kind"), brief={"Roles": words.first_two},
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
        spare=tuple(
            dict.fromkeys((*_only_outlet(rows), "Words", "Text of", "Source", "Claims", "Quotes", "Outlet", "Date"))
        ),
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
    cells = [(t.id, "–" if t.claims is None else str(t.claims), t.title or t.id, t.definition) for t in rows]
    return Sheet(
        ("Topic", "Claims", "Title", "Which claims"), [Section(cells)], right=_COUNTS,
        wide=frozenset({"Which claims"}), spare=("Title",), brief={"Which claims": words.shortened},
    )  # fmt: skip


def found_quotes(found: Sequence[Quote]) -> Sheet:
    """Return the quotes of one article that is not stored."""
    cells = [(words.credited(q), words.cue(q), words.names(q.via), q.kind, words.content(q)) for q in found]
    columns = ("Speaker", "Cue", "Via", "Kind", "Quote")
    return Sheet(columns, [Section(cells)], wide=frozenset({"Quote"}), spare=("Via", "Kind", "Cue"))


def found_claims(found: Sequence[NumericClaim]) -> Sheet:
    """Return the numeric claims of one article that is not stored."""
    columns = (*_CLAIM_COLUMNS, "Whose")
    rows = [(*_claim_cells(c), words.whose(c)) for c in found]
    return Sheet(columns, [Section(rows)], wide=frozenset({"Number"}), spare=("Through", "Whose", "Status", "Place"))


def roles(row: ActorRow) -> str:
    """Return the offices an actor was credited with, in one line; the body where no office is told."""
    return "; ".join(dict.fromkeys(role.shown for role in row.roles))


_CLAIM_COLUMNS = ("Number", "Place", "Status", "Claimed by", "Through")
_COUNTS = frozenset({"Words", "Articles", "Quotes", "Claims"})


def _place(article: ArticleRef) -> tuple[str, str, str]:
    return (article.published or "undated")[:10], article.outlet or "", article.id


def _spare(rows: Sequence[QuoteRow | ClaimRow], *columns: str) -> tuple[str, ...]:
    """Return what is left out where there is no room, first the titles, then the only outlet."""
    return tuple(dict.fromkeys(("Title", *_only_outlet([row.article for row in rows]), *columns)))


def _only_outlet(articles: Sequence[ArticleRef]) -> tuple[str, ...]:
    """Return the column of outlets where it says the same in every row."""
    return ("Outlet",) if len({article.outlet for article in articles}) == 1 < len(articles) else ()


def _same_speaker(rows: Sequence[QuoteRow]) -> tuple[str, ...]:
    """Return the column of speakers if somebody speaks in every row: whoever asked for one speaker knows."""
    names = [{words.who(mention) for mention in row.speakers} for row in rows]
    return ("Speaker",) if len(rows) > 1 and set.intersection(*names) else ()


def _title(row: QuoteRow | ClaimRow) -> str:
    return row.article.title or ""


def _with_context(rows: Sequence[QuoteRow | ClaimRow], cells: Sequence[tuple[str, ...]]) -> list[Section]:
    """Return the rows in one section; where sentences around them were asked for, each with these under it."""
    if not any(row.context for row in rows):
        return [Section(cells)]
    return [Section([line], footer=row.context and f"“{row.context}”") for row, line in zip(rows, cells, strict=True)]


def _claim_cells(claim: NumericClaim) -> tuple[str, ...]:
    return (
        words.quantity(claim), words.place(claim), words.status(claim), words.claimed_by(claim), words.through(claim),
    )  # fmt: skip
