"""What stages of the corpus know of articles: their stories, events, copies, and why they belong together."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from newsclaim.models import Context, Tie
from newsclaim.store.articles import number_of_article
from newsclaim.store.codec import build, pack, unpack
from newsclaim.text import number_of


def save_contexts(connection: sqlite3.Connection, contexts: Iterable[Context], ties: Iterable[Tie]) -> None:
    """Write the contexts of all articles in place of those before."""
    connection.execute("DELETE FROM context")
    connection.execute("DELETE FROM tie")
    connection.executemany(
        "INSERT INTO context VALUES (?, ?, ?)",
        ((number_of_article(c.article), number_of(c.story), pack(c)) for c in contexts),
    )
    connection.executemany(
        "INSERT INTO tie VALUES (?, ?, ?)",
        ((number_of_article(tie.a), number_of_article(tie.b), tie.reason) for tie in ties),
    )


def load_contexts(connection: sqlite3.Connection, articles: Iterable[str]) -> dict[str, Context]:
    """Return the contexts of some articles by id; an article that no stage has seen is left out."""
    wanted = json.dumps([number_of_article(article) for article in articles])
    rows = connection.execute(
        "SELECT context.body FROM context WHERE article IN (SELECT value FROM json_each(?))", (wanted,)
    )
    found = (build(Context, unpack(Context, body, "", "a context"), "a context") for (body,) in rows)
    return {context.article: context for context in found}


def load_ties(connection: sqlite3.Connection, story: str) -> list[Tie]:
    """Return why the articles of a story belong together, in order of their ids."""
    rows = connection.execute(
        "SELECT one.id, other.id, tie.reason FROM context JOIN tie ON tie.a = context.article "
        "JOIN article AS one ON one.number = tie.a JOIN article AS other ON other.number = tie.b "
        "WHERE context.story = ? ORDER BY one.id, other.id",
        (number_of(story),),
    )
    return [Tie(a=a, b=b, reason=reason) for a, b, reason in rows]
