"""Extractions made elsewhere give the same database as those made here."""

from __future__ import annotations

import gzip

import pytest

from newsclaim.config import DEFAULT_MODEL
from newsclaim.corpus import read
from newsclaim.errors import InputError
from newsclaim.ingest import IngestOptions, ingest, load
from newsclaim.ingest.parts import read_parts, write_part
from newsclaim.pipeline import extract
from newsclaim.store import Store

TABLES = "article quote claim local_actors credit actor member".split()


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name, count in (("a", 3), ("b", 40), ("c", 500)):
        (folder / f"{name}.txt").write_text(f'Ada Brook said that {count} boats had sunk. "It is bad," she added.')
    return folder


@pytest.fixture
def parts(corpus, tmp_path):
    """A folder of parts, one article each."""
    for article in read([corpus]):
        for batch in extract([article], DEFAULT_MODEL):
            write_part(tmp_path / "parts", batch.found)
    return tmp_path / "parts"


def rows(store):
    return {table: sorted(store._connection.execute(f"SELECT * FROM {table}"), key=repr) for table in TABLES}


def counts(summary):
    return summary.new, summary.changed, summary.unchanged, len(summary.failed)


def test_parts_give_the_same_database(corpus, parts, tmp_path):
    with Store(tmp_path / "a.db", create=True) as here, Store(tmp_path / "b.db", create=True) as there:
        ingest([corpus], here, IngestOptions())
        assert counts(load(parts, there, IngestOptions())) == (3, 0, 0, 0)
        assert rows(here) == rows(there)
        assert counts(load(parts, there, IngestOptions())) == (0, 0, 3, 0)
        assert counts(ingest([corpus], there, IngestOptions())) == (0, 0, 3, 0)


def test_a_part_made_twice_replaces_itself(parts):
    found = list(read_parts(parts))
    names = sorted(path.name for path in parts.iterdir())
    write_part(parts, found[:1])
    assert sorted(path.name for path in parts.iterdir()) == names
    assert len({one.article.id for one in found}) == 3


def test_lines_of_extract_are_a_part(parts, tmp_path):
    packed = sorted(parts.iterdir())
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "lines.jsonl").write_bytes(b"".join(gzip.decompress(path.read_bytes()) for path in packed))
    with Store(tmp_path / "a.db", create=True) as store:
        assert counts(load(tmp_path / "other", store, IngestOptions())) == (3, 0, 0, 0)


def test_what_cannot_be_read_is_told_and_the_rest_is_loaded(parts, tmp_path):
    packed = sorted(parts.iterdir())
    packed[0].write_bytes(packed[0].read_bytes()[:-20])
    (parts / "lines.jsonl").write_text('{"schema": "another"}\n')
    with Store(tmp_path / "a.db", create=True) as store:
        summary = load(parts, store, IngestOptions())
        assert counts(summary) == (2, 0, 0, 2) or counts(summary) == (3, 0, 0, 2)
    assert "line 1" in summary.failed[0].reason
    assert packed[0].name in summary.failed[1].path


def test_a_folder_without_parts_is_told(tmp_path):
    with Store(tmp_path / "a.db", create=True) as store, pytest.raises(InputError, match="no part"):
        load(tmp_path, store, IngestOptions())
