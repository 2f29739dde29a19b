"""One ingest at a time; readers are told that one is running; whoever is asked to end keeps what is stored."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time
from functools import partial

import pytest

from newsclaim.errors import StoreError
from newsclaim.ingest import IngestOptions, ingest
from newsclaim.store import Processed, Store
from program import PROGRAM
from samples import extraction

LOCKS = pytest.mark.skipif(sys.platform == "win32", reason="the system has no such locks")


@pytest.fixture
def path(tmp_path):
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text("Ada Brook said that it had failed.")
    with Store(tmp_path / "a.db", create=True):
        return tmp_path / "a.db"


@LOCKS
def test_a_second_ingest_is_refused_and_the_first_goes_on(path):
    with Store(path) as store, Store(path) as other:
        with store.alone():
            assert other.is_written()
            with pytest.raises(StoreError, match="another newsclaim ingest"):
                ingest([path.parent / "corpus"], other, IngestOptions())
        assert not other.is_written()
        assert ingest([path.parent / "corpus"], other, IngestOptions()).new == 1
    assert not path.with_name("a.db-ingest").exists()


@LOCKS
def test_a_killed_ingest_leaves_no_lock(path):
    words = "import sys, time; from pathlib import Path; from newsclaim.store import Store\nwith Store(Path(sys.argv[1])) as s, s.alone(): print(1, flush=True); time.sleep(60)"
    with (
        subprocess.Popen([sys.executable, "-c", words, str(path)], stdout=subprocess.PIPE) as process,
        Store(path) as s,
    ):
        process.stdout.readline()
        assert s.is_written()
        process.kill()
        process.wait()
        assert not s.is_written()
        assert ingest([path.parent / "corpus"], s, IngestOptions()).new == 1


@LOCKS
def test_readers_are_told_that_an_ingest_is_running_not_that_one_was_interrupted(path):
    def articles():
        return subprocess.run([PROGRAM, "articles", "--db", path], capture_output=True, text=True, check=True).stderr

    with Store(path) as store:
        store.save([Processed(extraction("a"), "f", "/a")])
        with store.alone():
            told = articles()
            assert "an ingest is running" in told
            assert "sources of different articles are not joined yet" in told
        told = articles()
        assert "interrupted" in told
        assert "sources of different articles are not joined yet" in told


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
@pytest.mark.parametrize(("sign", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_who_is_asked_to_end_says_so_and_keeps_what_is_stored(path, sign, code):
    corpus = path.parent / "corpus"
    for number in range(200):
        (corpus / f"{number}.txt").write_text("Ada Brook said that it had failed. " * 30)
    command = [PROGRAM, "ingest", corpus, "--db", path]
    # A shell lets what it starts in the background ignore Ctrl-C, and whatever that starts.
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, preexec_fn=heard)  # noqa: PLW1509
    with Store(path) as store:
        while process.poll() is None and store.is_empty():
            time.sleep(0.05)
        process.send_signal(sign)
        said = process.communicate()[1]
        assert process.returncode == code
        assert "what was stored stays" in said
        assert "Traceback" not in said
        assert not store.is_empty()
        assert not store.is_written()


def test_a_full_disk_is_told_and_loses_nothing(path):
    with Store(path) as store:
        store.save([Processed(extraction("a"), "f", "/a")])
        pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
        store._connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreError, match="no room"):
            store.save(Processed(extraction(f"b{number}"), "f", f"/b{number}") for number in range(50))
        assert list(store.known()) == ["a"]
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
