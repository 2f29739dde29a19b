"""Databases of earlier versions open, with a copy of what they were beside them."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from newsclaim.errors import StoreError
from newsclaim.store import FORM, Filter, Processed, Store
from newsclaim.store.articles import number_of_article
from newsclaim.store.codec import pack
from newsclaim.store.migrate import APPLICATION_ID, _statements, migrations
from newsclaim.store.writing import packed
from newsclaim.text import number_of
from samples import extraction, without_comparisons


def old_database(path, version):
    """A database as newsclaim wrote it at one of the versions 1 to 3, whose rows held models as JSON."""
    found = extraction()
    with closing(sqlite3.connect(path)) as connection:
        for script in migrations()[:version]:
            for statement in _statements(script.read_text("utf-8")):
                connection.execute(statement)
        shell = found.model_copy(update={"quotes": (), "claims": (), "actors": ()}).model_dump_json(by_alias=True)
        article = ("port", "Port", "Harbour Wire", "2024-10-23", None, None, "port.txt", "/f/port.txt", 30, "f", "v m")
        connection.execute(
            f"INSERT INTO article VALUES ({', '.join('?' * 12)}{', 1' if version > 1 else ''})",
            (*article, shell.replace("extraction/2", "extraction/1")),
        )
        for n, quote in enumerate(found.quotes):
            row = (n, quote.id, "port", quote.spans[0].start, quote.kind, "says", "x", quote.model_dump_json())
            connection.execute("INSERT INTO quote VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        for claim in found.claims:
            payload = claim.model_dump_json(by_alias=True).replace('"about":null', '"about":"the Port Dues"')
            row = (claim.id, "port", claim.start, "other", "docker", None, "asserted", payload)
            connection.execute("INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        for actor in found.actors:
            connection.execute("INSERT INTO local_actor VALUES ('port', ?, ?)", (actor.id, actor.model_dump_json()))
        connection.execute(f"PRAGMA user_version = {version}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.commit()
    return found


@pytest.mark.parametrize("version", [1, 2, 3])
def test_what_was_found_can_still_be_read(tmp_path, version):
    path = tmp_path / "old.db"
    found = old_database(path, version)
    before = path.read_bytes()
    with Store(path) as store:
        assert [row.id for row in store.quotes(Filter(search="mess"))] == [found.quotes[1].id]
        assert store.quotes(Filter())[0].speakers[0].name == "Ada Brook"
        assert store.claims(Filter())[0].about.head == "dues"
        assert store.extraction("port").quotes == found.quotes
        assert store.known()["port"].form != FORM  # so that the next ingest makes it anew
    assert (tmp_path / f"old.db.v{version}").exists()
    with closing(sqlite3.connect(tmp_path / f"old.db.v{version}")) as copy, closing(sqlite3.connect(":memory:")) as old:
        old.deserialize(before)
        assert list(copy.iterdump()) == list(old.iterdump())


def compact_database(path, version):
    """A database as newsclaim wrote it at one of the versions 4 to 11, whose rows were those of today but wider."""
    found = extraction()
    rows = packed(found, "f", "/f/port.txt")
    article = number_of_article("port")
    brook = found.quotes[0].speakers[0].actor
    with closing(sqlite3.connect(path)) as connection:
        for script in migrations()[:version]:
            for statement in _statements(script.read_text("utf-8")):
                connection.execute(statement)
        insert(connection, "article", [(*rows.row, rows.body)])
        insert(connection, "quote", [row[:6] for row in rows.findings.quotes])
        insert(connection, "claim", [row[:10] for row in rows.findings.claims])
        insert(connection, "local_actors", [(article, rows.actors)])
        insert(connection, "credit", {(article, *credit) for credit in rows.findings.credits})
        insert(connection, "actor", [(number_of(brook), "Ada Brook", "person", 0, 1, 2, 1, pack(found.actors[0]))])
        insert(connection, "name", [("brook", number_of(brook))])
        insert(connection, "member", [(article, number_of(brook), number_of(brook))])
        words = zip(rows.findings.quotes, rows.findings.words, strict=True)
        connection.executemany("INSERT INTO quote_text (rowid, content) VALUES (?, ?)", ((q[0], w) for q, w in words))
        if version >= 6:
            insert(connection, "trace", [("port", "stories", "basis", b"body")])
        if version >= 8:
            connection.execute("INSERT INTO article_text (rowid, body) VALUES (?, ?)", (article, rows.words))
        if version >= 9:
            wrong = rows.findings.quotes[0]
            connection.execute("DELETE FROM quote WHERE number = ?", (wrong[0],))
            insert(connection, "mark", [("quote", wrong[0], article, "wrong", "{}", wrong[5])])
        connection.execute(f"PRAGMA user_version = {version}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.commit()
    return found


def insert(connection, table, rows):
    rows = list(rows)
    connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)


@pytest.mark.parametrize("version", range(4, 12))
def test_compact_rows_get_what_later_versions_ask_for(tmp_path, version):
    path = tmp_path / "old.db"
    found = compact_database(path, version)
    before = path.read_bytes()
    quotes = found.quotes[1:] if version >= 9 else found.quotes
    with Store(path) as store:
        assert store.extraction("port").quotes == quotes
        assert store.extraction("port").claims == found.claims
        assert store.texts(["port"])["port"] == found.article
        assert [row.id for row in store.quotes(Filter(search="mess"))] == [found.quotes[1].id]
        assert [row.id for row in store.quotes(Filter(search='"three thousand"'))] == []
        assert [row.id for row in store.articles(Filter(search="union"))] == ["port"]
        assert [row.speakers[0].name for row in store.quotes(Filter(kinds=("direct",)))] == ["Ada Brook"]
        assert [row.id for row in store.claims(Filter(counted=("docker",)))] == [claim.id for claim in found.claims]
        (tally,) = store.tallies()
        assert (tally.direct + tally.mixed + tally.indirect, tally.claims) == (len(quotes), 2)
        store.delete(["port"])
        assert store.is_empty()
        assert store.articles(Filter(search="union")) == []
        assert store.quotes(Filter(search="dockers")) == []
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (len(migrations()),)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        for index in ("quote_text", "article_text"):  # of words that went nothing is left
            connection.execute(f"CREATE VIRTUAL TABLE {index}_words USING fts5vocab ({index}, row)")
            assert connection.execute(f"SELECT * FROM {index}_words").fetchall() == []
    with closing(sqlite3.connect(tmp_path / f"old.db.v{version}")) as copy, closing(sqlite3.connect(":memory:")) as old:
        old.deserialize(before)
        assert list(copy.iterdump()) == list(old.iterdump())


def test_what_was_marked_wrong_can_be_put_back_after_a_migration(tmp_path):
    path = tmp_path / "old.db"
    found = compact_database(path, 11)
    with Store(path) as store:
        store.save_marks([], {}, None)
        assert [quote.id for quote in store.quotes(Filter(search="dockers"))] == [found.quotes[0].id]
        assert {quote.id for quote in store.quotes(Filter())} == {quote.id for quote in found.quotes}


def test_a_migration_that_fails_leaves_the_database_as_it_was(tmp_path, monkeypatch):
    path = tmp_path / "old.db"
    compact_database(path, 10)
    with closing(sqlite3.connect(path)) as connection:
        before = list(connection.iterdump())

    def broken(_):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("newsclaim.store.conversion.CONVERSIONS", {12: broken})
    with pytest.raises(StoreError, match="no room left"):
        Store(path)
    with closing(sqlite3.connect(path)) as connection:
        assert list(connection.iterdump()) == before
        assert connection.execute("PRAGMA user_version").fetchone() == (10,)


def test_findings_that_nobody_can_read_do_not_keep_the_article(tmp_path):
    old_database(tmp_path / "old.db", 3)
    with closing(sqlite3.connect(tmp_path / "old.db")) as connection:
        connection.execute("UPDATE quote SET payload = '{}'")
        connection.commit()
    with Store(tmp_path / "old.db") as store:
        assert store.quotes(Filter()) == []
        assert store.article_row("port").title == "Port | “a [mess]”"


def test_a_new_database_has_no_copy(tmp_path):
    with Store(tmp_path / "new.db", create=True):
        pass
    assert {path.name for path in tmp_path.iterdir()} <= {"new.db", "new.db-wal", "new.db-shm"}


def test_a_database_of_version_15_has_no_statements_yet(tmp_path):
    path = tmp_path / "old.db"
    Store(path, create=True).__exit__()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE rendering")
        without_comparisons(connection)
        connection.execute("ALTER TABLE quote DROP COLUMN nameless")
        connection.execute("PRAGMA user_version = 15")
    with Store(path) as store:
        assert store.statements() == (0, [])
    assert (tmp_path / "old.db.v15").exists()


def test_a_database_of_version_16_learns_what_speakers_are_called_whom_nobody_knows(tmp_path):
    path = tmp_path / "old.db"
    found = extraction()
    she = found.quotes[1].speakers[0].model_copy(update={"actor": None, "name": None})
    quotes = (found.quotes[0], found.quotes[1].model_copy(update={"speakers": (she,)}))
    with Store(path, create=True) as store:
        store.save([Processed(found.model_copy(update={"quotes": quotes}), "f", "/x")])
    wanted = "SELECT number, nameless FROM quote ORDER BY number"
    with closing(sqlite3.connect(path)) as connection:
        before = connection.execute(wanted).fetchall()
        connection.execute("ALTER TABLE quote DROP COLUMN nameless")
        without_comparisons(connection)
        connection.execute("PRAGMA user_version = 16")
    with Store(path) as store:
        assert store.extraction("port").quotes == quotes
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute(wanted).fetchall() == before
    assert {nameless for _, nameless in before} == {None, f'["{she.text.lower()}"]'}


@pytest.mark.parametrize("version", [12, 13])
def test_an_older_database_gets_the_index_of_claims_without_class(tmp_path, version):
    path = tmp_path / "old.db"
    with closing(sqlite3.connect(path)) as connection:
        for script in migrations()[:version]:
            connection.executescript(script.read_text(encoding="utf-8"))
        connection.execute(f"PRAGMA user_version = {version}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    with Store(path) as store:
        assert store.is_empty()
    with closing(sqlite3.connect(path)) as connection:
        plan = connection.execute(
            "EXPLAIN QUERY PLAN SELECT number, head, position, low, high FROM claim "
            "WHERE article = 1 AND class = 'other' AND unit IS NULL"
        ).fetchall()
    assert "COVERING INDEX claim_unnamed" in plan[0][3]
