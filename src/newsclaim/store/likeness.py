"""Wordings of quotes, and which of them are alike."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator

from newsclaim.models.statement import Likeness, Saying
from newsclaim.store.conditions import Narrowing, quote_conditions
from newsclaim.store.filters import ALL, Filter
from newsclaim.store.selecting import selected
from newsclaim.text import numbered_id

#: A wording that stands in two quotes at least, or that another is like.
_TOLD_AGAIN = (
    "SELECT quote FROM wording WHERE form IN (SELECT form FROM wording GROUP BY form HAVING count(*) > 1 "
    "UNION SELECT a FROM likeness UNION SELECT b FROM likeness)"
)


def save_wordings(connection: sqlite3.Connection, forms: Iterable[tuple[int, int, float]]) -> None:
    """Write of each quote, by number, the wording and what its words weigh."""
    connection.executemany("INSERT OR REPLACE INTO wording VALUES (?, ?, ?)", forms)


def replace_likenesses(connection: sqlite3.Connection, forms: Iterable[int], found: Iterable[Likeness]) -> None:
    """Write likenesses in place of all that some wordings were in."""
    numbers = [(form,) for form in forms]
    connection.executemany("DELETE FROM likeness WHERE a = ?", numbers)
    connection.executemany("DELETE FROM likeness WHERE b = ?", numbers)
    connection.executemany(
        "INSERT OR REPLACE INTO likeness VALUES (?, ?, ?, ?, ?, ?)",
        ((one.a, one.b, one.weight, one.of_a, one.of_b, one.apart) for one in found),
    )


def load_likenesses(connection: sqlite3.Connection) -> list[Likeness]:
    """Return which wordings are alike."""
    return [
        Likeness(a, b, weight, of_a, of_b, bool(apart))
        for a, b, weight, of_a, of_b, apart in connection.execute(
            "SELECT a, b, weight, of_a, of_b, apart FROM likeness ORDER BY a, b"
        )
    ]


def load_sayings(connection: sqlite3.Connection, wanted: Filter) -> Iterator[Saying]:
    """Yield the quotes a filter asks for that are told more than once, by date, article and place."""
    conditions = quote_conditions(wanted)
    again = Narrowing((f"quote.number IN ({_TOLD_AGAIN})", []), (_TOLD_AGAIN, []))
    narrowed = conditions._replace(rows=[*conditions.rows, again])
    forms = {quote: rest for quote, *rest in connection.execute("SELECT * FROM wording")}
    speakers = _speakers(connection)
    kinds = dict(connection.execute(f"SELECT number, kind FROM quote WHERE number IN ({_TOLD_AGAIN})"))
    stories = dict(connection.execute("SELECT article, story FROM context"))
    for number, article, _, *ref in selected(connection, "quote", narrowed, ALL):
        yield Saying(
            id=numbered_id("q", number), form=forms[number][0], weight=forms[number][1],
            speakers=tuple(sorted(speakers[number])),
            kind=kinds[number], article=ref[0], outlet=ref[2],
            published=ref[3][:10] if ref[3] else None, story=stories.get(article),
        )  # fmt: skip


def _speakers(connection: sqlite3.Connection) -> dict[int, set[str]]:
    """Return by the quote's number the actors it is credited to."""
    rows = connection.execute(
        f"SELECT credit.owner, member.actor FROM credit JOIN member ON member.article = credit.article "
        f"AND member.local = credit.local WHERE credit.role = 'speaker' AND credit.owner IN ({_TOLD_AGAIN})"
    )
    found: dict[int, set[str]] = defaultdict(set)
    for owner, actor in rows:
        found[owner].add(numbered_id("a", actor))
    return found
