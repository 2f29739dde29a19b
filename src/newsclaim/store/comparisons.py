"""Comparisons of many claims, kept as they were made until anything that they are made from is written."""

from __future__ import annotations

import sqlite3

from newsclaim.models.kept import Kept


def save_comparison(connection: sqlite3.Connection, topic: str, kept: Kept) -> None:
    """Write the comparison of a topic in place of the one before."""
    connection.execute("DELETE FROM comparison WHERE topic = ?", (topic,))
    connection.execute("INSERT INTO comparison VALUES (?, ?, ?, ?)", (topic, kept.rules, kept.size, kept.left_out))
    answers = ((topic, place, answer) for place, answer in enumerate(kept.answers))
    connection.executemany("INSERT INTO comparison_answer VALUES (?, ?, ?)", answers)


def load_comparison(connection: sqlite3.Connection, topic: str, limit: int) -> Kept | None:
    """Return what is kept of the comparison of a topic, with so many answers; None where nothing is."""
    told = connection.execute("SELECT rules, size, left_out FROM comparison WHERE topic = ?", (topic,)).fetchone()
    if told is None:
        return None
    sql = "SELECT body FROM comparison_answer WHERE topic = ? AND place < ? ORDER BY place"
    rules, size, left_out = told
    return Kept(rules, size, left_out, [body for (body,) in connection.execute(sql, (topic, limit))])


def forget_comparisons(connection: sqlite3.Connection) -> None:
    """Forget all of them: something is written that they are made from."""
    connection.execute("DELETE FROM comparison")
