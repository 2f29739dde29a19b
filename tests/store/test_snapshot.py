"""Whoever asks while others write gets one state of the file."""

from __future__ import annotations

import pytest

from newsclaim.api import Database
from newsclaim.config import Settings
from newsclaim.errors import StoreError
from newsclaim.store import Processed, Store
from samples import extraction

ASKED = [
    lambda base: base.quotes(),
    lambda base: base.quotes(limit=1),
    lambda base: base.claims(limit=1),
    lambda base: base.articles(),
    lambda base: base.show("port"),
    lambda base: base.show(extraction().quotes[0].id),
    lambda base: base.stats("speaker"),
    lambda base: base.compare("docker"),
    lambda base: base.findings(),
]


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "a.db"
    with Store(path, create=True) as store:
        store.save([Processed(extraction(), "f", "/x")])
    return path


@pytest.mark.parametrize("ask", ASKED)
def test_an_article_that_goes_between_two_statements_is_still_there(path, ask):
    with Database(Settings(db=path)) as base, Store(path) as other:
        whole = ask(base)
        read = []

        def meanwhile(statement):
            read.append(statement)
            if sum(one.startswith("SELECT") for one in read) == 2:
                other.delete(["port"])

        base._store._connection.set_trace_callback(meanwhile)
        assert ask(base) == whole
        base._store._connection.set_trace_callback(None)
        assert base.is_empty()


def test_a_closed_database_is_told(path):
    with Database(Settings(db=path)) as base:
        pass
    with pytest.raises(StoreError, match="closed already"):
        base.quotes()
