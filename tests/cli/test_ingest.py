"""Ingest: incremental, safe to interrupt, the same whatever the order, and clear about bad input."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import time

import pytest

from program import PROGRAM

TABLES = "article quote claim local_actors credit actor member stage".split()


def rows(path):
    with sqlite3.connect(path) as connection:
        return {table: sorted(connection.execute(f"SELECT * FROM {table}"), key=repr) for table in TABLES}


@pytest.fixture
def corpus(folder, tmp_path):
    return shutil.copytree(folder, tmp_path / "corpus")


def test_a_second_run_processes_nothing(run, database, folder):
    before = rows(database)
    done = run("ingest", folder, "--db", database)
    assert "0 new, 0 changed, 3 unchanged" in done.stderr
    assert rows(database) == before


def test_only_changed_articles_are_processed_again(run, corpus, tmp_path):
    run("ingest", corpus, "--db", tmp_path / "a.db")
    (corpus / "undated.txt").write_text("A note without a date\n\nTom Reed said the talks had failed.\n")
    (corpus / "wire.txt").unlink()
    done = run("ingest", corpus, "--db", tmp_path / "a.db")
    assert "0 new, 1 changed, 1 unchanged, 1 vanished" in done.stderr
    assert {row[1] for row in rows(tmp_path / "a.db")["article"]} == {"wire", "sub/post", "undated"}
    done = run("ingest", corpus, "--db", tmp_path / "a.db", "--prune")
    assert "1 vanished (1 removed)" in done.stderr
    assert {row[1] for row in rows(tmp_path / "a.db")["article"]} == {"sub/post", "undated"}


def test_order_and_number_of_runs_and_workers_do_not_matter(run, corpus, tmp_path):
    run("ingest", corpus, "--db", tmp_path / "a.db")
    hidden = tmp_path / "wire.txt"
    shutil.move(corpus / "wire.txt", hidden)
    run("ingest", corpus, "--db", tmp_path / "b.db")
    shutil.move(hidden, corpus / "wire.txt")
    run("ingest", corpus, "--db", tmp_path / "b.db", "--workers", "2")
    assert rows(tmp_path / "a.db") == rows(tmp_path / "b.db")


def test_a_killed_run_can_be_run_again(run, corpus, tmp_path):
    text = (corpus / "wire.txt").read_text()
    for number in range(60):
        (corpus / f"more{number:02}.txt").write_text(text.replace("3,000", f"{3 + number},000"))
    run("ingest", corpus, "--db", tmp_path / "whole.db")
    path = tmp_path / "killed.db"
    process = subprocess.Popen([PROGRAM, "ingest", str(corpus), "--db", str(path)], stderr=subprocess.DEVNULL)
    while process.poll() is None and not stored(path):
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert 0 < stored(path) < 63
    assert "interrupted" in run("articles", "--db", path).stderr
    run("ingest", corpus, "--db", path)
    assert rows(path) == rows(tmp_path / "whole.db")


def stored(path):
    if not path.exists():
        return 0
    try:
        with sqlite3.connect(path) as connection:
            return connection.execute("SELECT count(*) FROM article").fetchone()[0]
    except sqlite3.OperationalError:  # not yet migrated
        return 0


def test_bad_files_do_not_keep_the_others_from_being_read(run, corpus, tmp_path):
    (corpus / "empty.txt").write_text("")
    (corpus / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (corpus / "lines.jsonl").write_text('{"id": "good", "text": "Ada Brook said it rained."}\n{broken\n')
    (corpus / "table.csv").write_text("a,b\n")
    done = run("ingest", corpus, "--db", tmp_path / "a.db")
    assert done.returncode == 1
    assert "4 new, 0 changed, 0 unchanged, 0 vanished, 1 skipped, 3 failed" in done.stderr
    for name in ("empty.txt", "binary.txt", "lines.jsonl"):
        assert name in done.stderr
    assert "Traceback" not in done.stderr


def test_articles_stored_in_another_form_are_made_anew(run, corpus, tmp_path):
    run("ingest", corpus, "--db", tmp_path / "a.db")
    before = rows(tmp_path / "a.db")
    with sqlite3.connect(tmp_path / "a.db") as connection:
        connection.execute("UPDATE article SET form = 0 WHERE id = 'wire'")
    done = run("ingest", corpus, "--db", tmp_path / "a.db")
    assert "1 changed, 2 unchanged" in done.stderr
    assert rows(tmp_path / "a.db") == before


def test_no_article_at_all_exits_with_1(run, tmp_path):
    (tmp_path / "nothing").mkdir()
    done = run("ingest", tmp_path / "nothing", "--db", tmp_path / "a.db")
    assert done.returncode == 1
    assert "no article" in done.stderr


def test_a_missing_path_exits_with_1(run, tmp_path):
    done = run("ingest", tmp_path / "nowhere", "--db", tmp_path / "a.db")
    assert done.returncode == 1
    assert "nowhere" in done.stderr


def test_a_missing_model_says_what_to_install(run, corpus, tmp_path):
    done = run("ingest", corpus, "--db", tmp_path / "a.db", "--model", "en_no_such_model")
    assert done.returncode == 1
    assert "pip install" in done.stderr


def test_two_folders_with_the_same_ids_do_not_overwrite_each_other(run, corpus, tmp_path):
    other = shutil.copytree(corpus, tmp_path / "other")
    run("ingest", corpus, "--db", tmp_path / "a.db")
    before = rows(tmp_path / "a.db")
    done = run("ingest", other, "--db", tmp_path / "a.db")
    assert done.returncode == 1
    assert "already that of" in done.stderr
    assert rows(tmp_path / "a.db") == before


def test_corrections_survive_and_what_matches_nothing_is_reported(run, corpus, tmp_path):
    config = tmp_path / "newsclaim.toml"
    config.write_text('[actors]\nsame = [["Ada Brook", "Tom Reed"]]\n[actors.names]\n"Nobody Here" = "Someone"\n')
    done = run("ingest", corpus, "--db", tmp_path / "a.db", "--config", config)
    assert "Nobody Here" in done.stderr
    run("ingest", corpus, "--db", tmp_path / "a.db", "--config", config, "--again")
    names = [row[1] for row in rows(tmp_path / "a.db")["actor"]]
    assert ("Ada Brook" in names) != ("Tom Reed" in names)


def test_prune_keeps_what_could_not_be_read(run, corpus, tmp_path):
    run("ingest", corpus, "--db", tmp_path / "a.db")
    (corpus / "wire.txt").write_bytes(bytes(range(256)) * 40)
    done = run("ingest", corpus, "--db", tmp_path / "a.db", "--prune")
    assert "0 vanished" in done.stderr
    assert len(rows(tmp_path / "a.db")["article"]) == 3


def test_prune_takes_an_empty_folder_for_a_mistake(run, corpus, tmp_path):
    run("ingest", corpus, "--db", tmp_path / "a.db")
    shutil.rmtree(corpus)
    corpus.mkdir()
    assert run("ingest", corpus, "--db", tmp_path / "a.db", "--prune").returncode == 1
    assert len(rows(tmp_path / "a.db")["article"]) == 3


def test_a_file_keeps_its_id_whichever_folder_it_is_reached_from(run, corpus, tmp_path):
    run("ingest", corpus, "--db", tmp_path / "a.db")
    before = rows(tmp_path / "a.db")
    for path in (corpus / "sub", corpus / "sub" / "post.txt"):
        done = run("ingest", path, "--db", tmp_path / "a.db")
        assert "0 new, 0 changed, 1 unchanged, 0 vanished" in done.stderr
    assert rows(tmp_path / "a.db") == before


def test_a_failed_first_ingest_leaves_no_database(run, tmp_path):
    (tmp_path / "nothing").mkdir()
    run("ingest", tmp_path / "nothing", "--db", tmp_path / "a.db")
    assert [path.name for path in tmp_path.iterdir()] == ["nothing"]


def test_a_link_that_leads_to_itself_keeps_nobody_from_the_others(run, corpus, tmp_path):
    (corpus / "loop.txt").symlink_to("loop.txt")
    done = run("ingest", corpus, "--db", tmp_path / "a.db")
    assert "3 new" in done.stderr
    assert "Traceback" not in done.stderr
