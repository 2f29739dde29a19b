"""A file that is known to be unchanged is not read again; any doubt is settled by its content."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from labour import work_or_die

from newsclaim.corpus import load
from newsclaim.ingest import IngestOptions, ingest, run, work
from newsclaim.store import Store

HOUR = 3600


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name in "ab":
        write(folder / f"{name}.txt", f"Ada Brook said that {name} had failed.")
    return folder


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "a.db", create=True) as opened:
        yield opened


@pytest.fixture
def read(monkeypatch):
    """The names of the files that were read."""
    names = []
    whole = load._read_file

    def noting(file, *rest):
        names.append(file.path.name)
        return whole(file, *rest)

    monkeypatch.setattr(load, "_read_file", noting)
    return names


def write(path, text, age=HOUR):
    path.write_text(text)
    changed = time.time() - age
    os.utime(path, (changed, changed))


def counts(summary):
    return summary.new, summary.changed, summary.unchanged


def test_an_unchanged_file_is_not_read_again(corpus, store, read):
    assert counts(ingest([corpus], store, IngestOptions())) == (2, 0, 0)
    assert counts(ingest([corpus], store, IngestOptions())) == (0, 0, 2)
    assert read == ["a.txt", "b.txt"]


def test_a_file_of_another_size_or_time_is_told_by_its_content(corpus, store, read):
    ingest([corpus], store, IngestOptions())
    write(corpus / "a.txt", "Ada Brook said that it had failed again.", age=2 * HOUR)
    write(corpus / "b.txt", (corpus / "b.txt").read_text(), age=2 * HOUR)
    read.clear()
    assert counts(ingest([corpus], store, IngestOptions())) == (0, 1, 1)
    assert read == ["a.txt"]


def test_the_time_of_a_file_just_written_tells_nothing(corpus, store):
    write(corpus / "a.txt", "Ada Brook said that it rained.", age=0)
    ingest([corpus], store, IngestOptions())
    before = (corpus / "a.txt").stat()
    (corpus / "a.txt").write_text("Ada Brook said that it snowed.")
    os.utime(corpus / "a.txt", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert counts(ingest([corpus], store, IngestOptions())) == (0, 1, 1)


def test_again_distrusts_both(corpus, store, read):
    ingest([corpus], store, IngestOptions())
    ingest([corpus], store, IngestOptions(again=True))
    assert read == ["a.txt", "b.txt"] * 2


def test_what_else_decides_what_is_read_has_files_read_again(corpus, store, read):
    ingest([corpus], store, IngestOptions())
    assert counts(ingest([corpus], store, IngestOptions(input_format="text"))) == (0, 0, 2)
    assert len(read) == 4


def test_a_file_whose_article_failed_is_read_again(corpus, store, monkeypatch):
    whole = work.Processed.packed

    def broken(processed):
        if processed.extraction.article.id == "b":
            raise ValueError("no")
        return whole(processed)

    ingest([corpus], store, IngestOptions())
    write(corpus / "b.txt", "Ada Brook said that it had failed again.")
    with monkeypatch.context() as patched:
        patched.setattr(work.Processed, "packed", broken)
        assert len(ingest([corpus], store, IngestOptions()).failed) == 1
    assert counts(ingest([corpus], store, IngestOptions())) == (0, 1, 1)


def test_an_article_that_was_taken_out_of_the_store_is_read_again(corpus, store):
    ingest([corpus], store, IngestOptions())
    store.delete(["a"])
    assert counts(ingest([corpus], store, IngestOptions())) == (1, 0, 1)


def test_a_file_that_changes_while_it_is_read_is_told_and_read_again(corpus, store, monkeypatch):
    whole = load.chosen

    def meanwhile(source, input_format):
        with (corpus / "a.txt").open("a") as file:
            file.write("\n\nIt rained.")
        return whole(source, input_format)

    with monkeypatch.context() as patched:
        patched.setattr(load, "chosen", meanwhile)
        notes = ingest([corpus], store, IngestOptions()).notes
    assert [note for note in notes if "changed while it was read" in note and "a.txt" in note]
    assert counts(ingest([corpus], store, IngestOptions())) == (0, 1, 1)


def test_a_file_that_vanishes_before_it_is_read_is_told(corpus, store, monkeypatch):
    whole = load._read_file

    def meanwhile(file, *rest):
        (corpus / "b.txt").unlink(missing_ok=True)
        return whole(file, *rest)

    monkeypatch.setattr(load, "_read_file", meanwhile)
    failed = ingest([corpus], store, IngestOptions()).failed
    assert [Path(failure.path).name for failure in failed] == ["b.txt"]
    assert "vanished" in failed[0].reason


def test_an_article_that_costs_its_worker_costs_only_itself(corpus, store, monkeypatch):
    monkeypatch.setattr(run, "work", work_or_die)
    write(corpus / "c.txt", "This text kills.")
    summary = ingest([corpus], store, IngestOptions(workers=2))
    assert sorted(store.known()) == ["a", "b"]
    assert [Path(failure.path).name for failure in summary.failed] == ["c.txt"]
    assert "signal 9" in summary.failed[0].reason
