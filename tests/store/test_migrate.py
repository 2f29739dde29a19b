"""Databases of earlier versions open, with a copy of what they were beside them."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from newsclaim.store import FORM, Filter, Store
from newsclaim.store.migrate import APPLICATION_ID, _statements, migrations
from samples import extraction


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
