"""Marks on findings: rows as people corrected them, with what stood there before."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence

from newsclaim.models import Actor, NumericClaim, Quote
from newsclaim.models.mark import FindingKind, Mark
from newsclaim.store.articles import load_bodies, number_of_article
from newsclaim.store.codec import build, unpack
from newsclaim.store.corpusactors import forget_actors, forget_marked, recount, write_rows
from newsclaim.store.findings import forget_finding, replace_finding, save_finding
from newsclaim.store.marked import PREFIXES
from newsclaim.store.recounting import tally_anew
from newsclaim.text import number_of, numbered_id

Finding = Quote | NumericClaim
_KINDS: dict[FindingKind, type[Finding]] = {"quote": Quote, "claim": NumericClaim}
#: Returns a finding as a mark corrects it.
Correct = Callable[[Finding, Mark], Finding]


def apply_marks(
    connection: sqlite3.Connection,
    marks: Iterable[tuple[str, Mark]],
    members: Mapping[tuple[str, str], str],
    correct: Correct,
    actors: Sequence[Actor] = (),
) -> None:
    """Put findings back as they were found, then mark them.

    `marks` pairs ids of findings with marks, `members` maps (article, an actor that only a mark names) to actors of
    the corpus; `actors` are those of the corpus that only marks name.
    """
    before = forget_marked(connection)
    touched = _restore(connection)
    write_rows(connection, {number_of(actor.id): actor for actor in actors})
    connection.executemany(
        "INSERT OR IGNORE INTO member VALUES (?, ?, ?)",
        ((number_of_article(a), number_of(local), number_of(actor)) for (a, local), actor in members.items()),
    )
    forget_actors(connection, before)
    for identifier, mark in marks:
        touched.add(_mark(connection, number_of(identifier), mark, correct))
    for article in touched:
        _count(connection, article)
    if touched:
        recount(connection)


def _mark(connection: sqlite3.Connection, number: int, mark: Mark, correct: Correct) -> int:
    """Mark a finding; return the number of its article."""
    nth = "nth" if mark.kind == "quote" else "0"
    row = connection.execute(f"SELECT article, body, {nth} FROM {mark.kind} WHERE number = ?", (number,)).fetchone()
    article, body, nth = row
    connection.execute(
        "INSERT INTO mark VALUES (?, ?, ?, ?, ?, ?, ?)",
        (mark.kind, number, article, mark.verdict, mark.model_dump_json(), body, nth),
    )
    if mark.verdict != "right":
        found = _finding(connection, mark.kind, number, article, body)
        if mark.verdict == "corrected":
            replace_finding(connection, article, found, correct(found, mark), nth)
        else:
            forget_finding(connection, article, found)
    return int(article)


def _restore(connection: sqlite3.Connection) -> set[int]:
    """Put every marked finding back as it was found; return the numbers of their articles."""
    rows = connection.execute("SELECT kind, finding, article, verdict, original, nth FROM mark").fetchall()
    for kind, number, article, verdict, original, nth in rows:
        if verdict == "right":
            continue
        row = connection.execute(f"SELECT body FROM {kind} WHERE number = ?", (number,)).fetchone()
        found = _finding(connection, kind, number, article, original)
        if row is None:
            save_finding(connection, article, found, nth)
        else:
            replace_finding(connection, article, _finding(connection, kind, number, article, row[0]), found, nth)
    connection.execute("DELETE FROM mark")
    return {row[2] for row in rows}


def load_findings(connection: sqlite3.Connection, kind: FindingKind, article: str) -> list[Finding]:
    """Return all findings of an article as they were found, for knowing marked ones again."""
    number = number_of_article(article)
    originals = dict(
        connection.execute("SELECT finding, original FROM mark WHERE kind = ? AND article = ?", (kind, number))
    )
    rows = dict(connection.execute(f"SELECT number, body FROM {kind} WHERE article = ?", (number,))) | originals
    return [_finding(connection, kind, finding, number, body) for finding, body in sorted(rows.items())]


def _finding(connection: sqlite3.Connection, kind: FindingKind, number: int, article: int, body: str) -> Finding:
    text = next(body.article.text for _, body in load_bodies(connection, [article]))
    what = f"the {kind} {numbered_id(PREFIXES[kind], number)}"
    fields = unpack(_KINDS[kind], body, text, what)
    return build(_KINDS[kind], fields | {"id": numbered_id(PREFIXES[kind], number)}, what)


def _count(connection: sqlite3.Connection, article: int) -> None:
    """Write anew how many quotes and claims stand in an article, and what is counted of them."""
    for kind in _KINDS:
        count = f"SELECT count(*) FROM {kind} WHERE article = ?"
        connection.execute(f"UPDATE article SET {kind}s = ({count}) WHERE number = ?", (article, article))
    tally_anew(connection, article)
