"""Wordings of quotes, and which of them are alike."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator

from newsclaim.models.statement import Likeness, Saying
from newsclaim.store.conditions import numbered, quote_conditions
from newsclaim.store.filters import EVERYTHING, Filter
from newsclaim.store.order import ORDER, WITHIN
from newsclaim.store.selecting import unordered
from newsclaim.text import numbered_id

#: Quotes whose wording stands in another one too, or is like another.
_SAYINGS = (
    "SELECT quote.article, quote.number, wording.form, weight, quote.kind, article.id, outlet, published, story, "
    "quote.words "
    "FROM wording CROSS JOIN quote ON quote.number = wording.quote "
    "CROSS JOIN article ON article.number = quote.article LEFT JOIN context ON context.article = quote.article "
    "WHERE wording.form IN (SELECT form FROM wording "
    "GROUP BY form HAVING count(*) > 1 UNION SELECT a FROM likeness UNION SELECT b FROM likeness)"
)
#: The actors whom quotes of some articles are credited to.
_SPEAKERS = (
    "SELECT credit.owner, member.actor FROM json_each(?) AS among CROSS JOIN credit ON credit.article = among.value "
    "AND credit.role = 'speaker' AND credit.owner IN (SELECT value FROM json_each(?)) "
    "CROSS JOIN member ON member.article = credit.article AND member.local = credit.local"
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
    rows = connection.execute("SELECT a, b, weight, of_a, of_b, apart FROM likeness ORDER BY a, b")
    return list(map(Likeness._make, rows))


def load_sayings(connection: sqlite3.Connection, wanted: Filter) -> Iterator[Saying]:
    """Yield the quotes a filter asks for that are told more than once, by date, article and place."""
    condition, values = "1", list[object]()
    if wanted != EVERYTHING:
        numbers = [number for (number,) in unordered(connection, "quote", quote_conditions(wanted), "quote.number", 0)]
        condition, values = numbered("quote", numbers).test
    rows = connection.execute(f"{_SAYINGS} AND {condition} ORDER BY {ORDER}, {WITHIN['quote']}", values).fetchall()
    speakers = _speakers(connection, {row[0] for row in rows}, {row[1] for row in rows})
    for _, number, form, weight, kind, article, outlet, published, story, words in rows:
        yield Saying(
            numbered_id("q", number), form, weight, tuple(sorted(speakers.get(number, ()))), kind, article, outlet,
            published[:10] if published else None, story, words,
        )  # fmt: skip


def _speakers(connection: sqlite3.Connection, articles: Iterable[int], quotes: Iterable[int]) -> dict[int, set[str]]:
    """Return by the quote's number the actors that some quotes of these articles are credited to."""
    rows = connection.execute(_SPEAKERS, (json.dumps(list(articles)), json.dumps(list(quotes)))).fetchall()
    ids = {actor: numbered_id("a", actor) for actor in {actor for _, actor in rows}}
    found: dict[int, set[str]] = defaultdict(set)
    for owner, actor in rows:
        found[owner].add(ids[actor])
    return found
