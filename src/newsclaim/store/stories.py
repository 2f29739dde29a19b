"""What stages of the corpus know of articles: their stories, events and copies, and what they have in common."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator

from newsclaim.models import Context, Overlap, Tie
from newsclaim.models.story import Named
from newsclaim.store.articles import listed, number_of_article
from newsclaim.store.codec import build, pack, path_of, read_all, unpack_all
from newsclaim.text import fold, number_of

_IDS = "JOIN article AS one ON one.number = {0}.a JOIN article AS other ON other.number = {0}.b"

#: The pairs of a table of which one is among some articles.
_OF_SOME = (
    "WITH some AS MATERIALIZED (SELECT value AS article FROM json_each(?)), found AS ("
    "SELECT a, b FROM {0} WHERE a IN (SELECT article FROM some) "
    "UNION SELECT a, b FROM {0} WHERE b IN (SELECT article FROM some))"
)


def save_contexts(connection: sqlite3.Connection, contexts: Iterable[Context]) -> None:
    """Write the contexts of some articles in place of those before."""
    connection.executemany(
        "INSERT OR REPLACE INTO context VALUES (?, ?, ?, ?, ?)",
        ((number_of_article(c.article), number_of(c.story), pack(c), *_where(c)) for c in contexts),
    )


def _where(context: Context) -> tuple[str | None, str | None]:
    """Return the place (folded) and country of an article's event."""
    event = context.event
    return (fold(event.place) if event.place else None, event.country) if event else (None, None)


def load_contexts(connection: sqlite3.Connection, articles: Iterable[str] | None) -> dict[str, Context]:
    """Return the contexts of some articles, or of all, by id; an article that no stage has seen is left out."""
    condition, values = "", []
    if articles is not None:
        condition = " WHERE article IN (SELECT value FROM json_each(?))"
        values = [listed(articles)]
    rows = connection.execute("SELECT context.body FROM context" + condition, values)
    fields = unpack_all(Context, (body for (body,) in rows), "a context")
    return {context.article: context for context in (build(Context, one, "a context") for one in fields)}


def load_copies(connection: sqlite3.Connection, articles: Iterable[str]) -> Iterator[tuple[str, str | None]]:
    """Yield some articles, by id, and whose text each has."""
    article, original = (f"json_extract(body, '$[{path_of(Context, name)}]')" for name in ("article", "copy_of"))
    query = f"SELECT {article}, {original} FROM context WHERE article IN (SELECT value FROM json_each(?))"
    yield from connection.execute(query, (listed(articles),))


def load_names(connection: sqlite3.Connection, articles: Iterable[int]) -> dict[str, Named]:
    """Return story and names of some articles, and of those whose text they are, by id: no models are made."""
    found: dict[str, Named] = {}
    left = json.dumps(list(articles))
    while left:
        sql = "SELECT body FROM context WHERE article IN (SELECT value FROM json_each(?))"
        rows = (body for (body,) in connection.execute(sql, (left,)))
        read = list(read_all(Context, ("article", "copy_of", "story", "names"), rows, "a context"))
        found.update((article, Named(story, names or ())) for article, _, story, names in read)
        copied = {original for _, original, *_ in read if original} - found.keys()
        left = listed(copied) if copied else ""
    return found


def load_told(connection: sqlite3.Connection, articles: Iterable[int]) -> list[str]:
    """Return the ids of all articles of the stories that some articles tell, by their numbers; those among them."""
    ids = json.dumps(list(articles))
    rows = connection.execute(
        "WITH led AS MATERIALIZED (SELECT value AS article FROM json_each(?)) SELECT id FROM article WHERE number IN ("
        "SELECT article FROM led UNION SELECT article FROM context WHERE story IN "
        "(SELECT story FROM context WHERE article IN (SELECT article FROM led))) ORDER BY id",
        (ids,),
    )
    return [article for (article,) in rows]


def load_members(connection: sqlite3.Connection, story: str) -> list[str]:
    """Return the articles of a story, by id."""
    rows = connection.execute(
        "SELECT article.id FROM context JOIN article ON article.number = context.article WHERE context.story = ? "
        "ORDER BY article.id",
        (number_of(story),),
    )
    return [article for (article,) in rows]


def replace_ties(connection: sqlite3.Connection, gone: Iterable[tuple[str, str]], ties: Iterable[Tie]) -> None:
    """Take some ties out and write others."""
    connection.executemany(
        "DELETE FROM tie WHERE a = ? AND b = ?", ((number_of_article(a), number_of_article(b)) for a, b in gone)
    )
    connection.executemany(
        "INSERT OR REPLACE INTO tie VALUES (?, ?, ?, ?)",
        ((number_of_article(tie.a), number_of_article(tie.b), *row_of(tie)) for tie in ties),
    )


def row_of(tie: Tie) -> tuple[float, str]:
    """Return what is written of a tie besides its articles."""
    return tie.strength, " ".join(map(str, tie.terms))


def load_tie_rows(connection: sqlite3.Connection, articles: Iterable[str]) -> dict[tuple[str, str], tuple[float, str]]:
    """Return what is written of the ties of some articles, by the ids of both: quicker than to make ties of them."""
    rows = connection.execute(
        f"{_OF_SOME.format('tie')} SELECT one.id, other.id, strength, terms FROM found CROSS JOIN tie "
        f"ON tie.a = found.a AND tie.b = found.b {_IDS.format('tie')}",
        (listed(articles),),
    )
    return {(a, b): (strength, terms) for a, b, strength, terms in rows}


def load_ties(connection: sqlite3.Connection, story: str | None) -> list[Tie]:
    """Return why the articles of a story, or of all, belong together, in order of their ids."""
    condition, values = "", []
    if story is not None:
        condition, values = "JOIN context ON context.article = tie.a WHERE context.story = ? ", [number_of(story)]
    rows = connection.execute(
        f"SELECT one.id, other.id, strength, terms FROM tie {_IDS.format('tie')} {condition}ORDER BY one.id, other.id",
        values,
    )
    return [Tie(a=a, b=b, strength=s, terms=tuple(map(int, terms.split()))) for a, b, s, terms in rows]


def replace_overlaps(connection: sqlite3.Connection, gone: Iterable[Overlap], overlaps: Iterable[Overlap]) -> None:
    """Take some overlaps out and write others."""
    connection.executemany(
        "DELETE FROM overlap WHERE a = ? AND b = ?", ((number_of_article(o.a), number_of_article(o.b)) for o in gone)
    )
    connection.executemany(
        "INSERT OR REPLACE INTO overlap VALUES (?, ?, ?, ?, ?, ?)",
        ((number_of_article(o.a), number_of_article(o.b), o.same, o.words, o.of_a, o.of_b) for o in overlaps),
    )


def load_overlaps(connection: sqlite3.Connection, articles: Iterable[str]) -> list[Overlap]:
    """Return what the texts of some articles have in common with others, in order of their ids."""
    rows = connection.execute(
        f"{_OF_SOME.format('overlap')} SELECT one.id, other.id, overlap.same, overlap.words, of_a, of_b "
        f"FROM found CROSS JOIN overlap ON overlap.a = found.a AND overlap.b = found.b {_IDS.format('overlap')} "
        "ORDER BY one.id, other.id",
        (listed(articles),),
    )
    return [Overlap(a=a, b=b, same=bool(same), words=w, of_a=of_a, of_b=of_b) for a, b, same, w, of_a, of_b in rows]
