"""What is no database, is damaged, locked, of another version or cannot take an article says so."""

from __future__ import annotations

import sqlite3

import pytest

from newsclaim.errors import InternalError, StoreError
from newsclaim.store import FORM, Filter, Processed, Store
from newsclaim.text import stable_id
from samples import extraction, saved


def test_a_missing_database(path):
    with pytest.raises(StoreError, match="newsclaim ingest"):
        Store(path)


def test_a_file_that_is_no_database(path):
    path.write_text("Not a database, but a long enough text to be taken for one by its size." * 20)
    with pytest.raises(StoreError, match="no database or is damaged"):
        Store(path)


def test_a_database_of_another_program(path):
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE other (x)")
    with pytest.raises(StoreError, match="another program"):
        Store(path, create=True)


def test_looking_at_a_database_of_another_program_does_not_change_it(path):
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE other (x)")
    before = path.read_bytes()
    for create in (False, True):
        with pytest.raises(StoreError, match="another program"):
            Store(path, create=create)
    assert path.read_bytes() == before


@pytest.mark.parametrize("body", ['{"id": 5}', '["sung"]', "no JSON at all"])
def test_rows_in_another_form_are_told_with_what_to_do(path, body):
    saved(path, extraction())
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE quote SET body = ?", (body,))
    with Store(path) as store, pytest.raises(StoreError, match="quote of the article 'port'.*ingest again"):
        store.quotes(Filter())


def test_damage_inside_the_database_is_said(path):
    saved(path, *(extraction(f"a{i}") for i in range(20)))
    with path.open("r+b") as stream:
        stream.seek(5000)
        stream.write(bytes(range(256)) * 160)  # wherever the tables with findings are
    with Store(path) as store, pytest.raises(StoreError, match="damaged"):
        store.quotes(Filter())


def test_a_closed_database_is_told(path):
    saved(path, extraction())
    with Store(path) as store:
        pass
    with pytest.raises(StoreError, match="closed already"):
        store.quotes(Filter())


def test_an_article_that_cannot_be_stored_costs_only_itself(path):
    bad, good = extraction("bad"), extraction("good")
    twice = bad.model_copy(update={"quotes": (*bad.quotes, bad.quotes[0])})
    saved(path, bad.model_copy(update={"claims": ()}))
    with Store(path) as store:
        unsaved = store.save([Processed(twice, "f", "/bad"), Processed(good, "f", "/good")])
        assert [one.article for one in unsaved] == ["bad"]
        assert "'bad'" in str(unsaved[0].reason)
        assert "report" in str(unsaved[0].reason)
        assert "damaged" not in str(unsaved[0].reason)
        assert store.extraction("good") == good
        assert store.extraction("bad") == bad.model_copy(update={"claims": ()})  # as it was before


def test_a_rule_of_the_database_that_is_broken_is_our_mistake(path):
    saved(path, extraction())
    with Store(path) as store, pytest.raises(InternalError, match="report"):
        store.save_actors([], {("port", stable_id("a", "x")): stable_id("a", "nobody")})


def test_articles_of_another_form_are_known_as_such(path):
    saved(path, extraction())
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE article SET form = 0")
    with Store(path) as store:
        assert store.known()["port"].form == 0 != FORM


def test_what_cannot_be_written_can_be_read(path, monkeypatch):
    saved(path, extraction())
    monkeypatch.setattr("newsclaim.store.connection.os.access", lambda *_: False)
    with Store(path) as store:
        assert len(store.quotes(Filter())) == 2


def test_a_folder_that_does_not_exist(tmp_path):
    with pytest.raises(StoreError, match="no folder"):
        Store(tmp_path / "nowhere" / "a.db", create=True)


def test_a_database_of_a_newer_version(path):
    saved(path, extraction())
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreError, match="version 99.*Upgrade"):
        Store(path)


def test_a_locked_database(path, monkeypatch):
    saved(path, extraction())
    monkeypatch.setattr("newsclaim.store.connection.PATIENCE", 0.05)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with Store(path) as store, pytest.raises(StoreError, match="locked"):
        store.delete(["port"])
    other.close()


def test_a_folder_is_no_database(tmp_path):
    with pytest.raises(StoreError, match="folder"):
        Store(tmp_path, create=True)
