"""A review from end to end: drawn, marked, ingested again, asked, counted, exported."""

from __future__ import annotations

import json
import shutil

import pytest


@pytest.fixture
def ask(run, database, tmp_path):
    """A database of one's own; runs a command on it and returns the finished process."""
    path = tmp_path / "news.db"
    shutil.copy(database, path)
    return lambda *arguments, **more: run(*arguments, "--db", path, **more)


def rows(done):
    return json.loads(done.stdout)


def test_a_review(ask, folder, tmp_path):
    done = ask(
        "review",
        "--sample",
        "4",
        "--seed",
        "1",
        "--format",
        "json",
        text="r # fine\nw source\nw\nc value=5; source=Tom Reed\n",
    )
    assert done.returncode == 0, done.stderr
    counts = {(one["kind"], one["field"]): (one["right"], one["seen"]) for one in rows(done)}
    assert counts["quote", "whole row"] == (1, 2)
    assert counts["claim", "source"] == (0, 2)
    assert counts["claim", "value"] == (1, 2)
    wrong = rows(ask("quotes", "--marked", "wrong", "-f", "json"))
    assert [one["mark"]["verdict"] for one in wrong] == ["wrong"]
    for again in (False, True):
        if again:
            assert ask("ingest", folder, "--again").returncode == 0  # nothing of it is lost
        assert not {one["id"] for one in wrong} & {one["id"] for one in rows(ask("quotes", "-f", "json"))}
        assert rows(ask("quotes", "--marked", "right", "-f", "json"))[0]["mark"]["note"] == "fine"
        claim = next(one for one in rows(ask("claims", "--source", "Tom Reed", "-f", "json")) if one["mark"])
        assert (claim["value"], claim["mark"]["corrected"]) == (5, ["value", "source"])
        compared = rows(ask("compare", "troop-counts", "-f", "json"))
        assert 5 in {one["value"] for group in compared["groups"] for one in group["claims"]}
    report = rows(ask("review", "--sample", "4", "--report", "-f", "json"))
    assert {(one["kind"], one["field"]): (one["right"], one["seen"]) for one in report} == counts
    ask("export", "--to", "gold", tmp_path / "gold.jsonl")
    cases = [json.loads(line) for line in (tmp_path / "gold.jsonl").read_text("utf-8").splitlines()]
    assert sorted(one["verdict"] for one in cases) == ["corrected", "corrected", "right", "wrong"]
    assert {json.dumps(one["unknown"]) for one in cases} == {"[]", '["source"]'}
    (tmp_path / "news.marks.jsonl").write_text("")
    assert not [one for one in rows(ask("claims", "-f", "json")) if one["mark"] or one["value"] == 5]
    assert {one["id"] for one in wrong} <= {one["id"] for one in rows(ask("quotes", "-f", "json"))}


def test_somebody_whom_only_a_mark_names_can_be_asked_for(ask, tmp_path):
    ask("review", "--only", "quotes", text="c speaker=Kim Ward\nc speaker=kim ward\nw speaker\nq\n")
    assert [one["speakers"][0]["name"] for one in rows(ask("quotes", "--speaker", "Ward", "-f", "json"))] == [
        "Kim Ward"
    ] * 2
    (actor,) = rows(ask("actors", "Kim Ward", "-f", "json"))
    assert (actor["quotes"], actor["articles"]) == (2, 1)
    assert [row["group"] for row in rows(ask("stats", "--by", "speaker", "-f", "json")) if row["group"] == "Kim Ward"]
    assert len(rows(ask("quotes", "--marked", "corrected", "-f", "json"))) == 2
    (flawed,) = rows(ask("quotes", "--marked", "flawed", "-f", "json"))
    assert (flawed["mark"]["wrong"], flawed["mark"]["corrected"]) == (["speaker"], [])
    for command in ("quotes", "actors"):
        assert len(rows(ask(command, "-f", "json")))
    (tmp_path / "news.marks.jsonl").write_text("")
    assert ask("quotes", "--speaker", "Ward").returncode == 1
    assert not [one for one in rows(ask("actors", "--all", "-f", "json")) if one["name"] == "Kim Ward"]


def test_somebody_whom_only_a_mark_names_is_there_after_another_ingest(ask, folder):
    ask("review", "--only", "quotes", text="c speaker=Kim Ward\nq\n")
    for more in ([], ["--again"]):
        assert ask("ingest", folder, *more).returncode == 0
        assert len(rows(ask("quotes", "--speaker", "Kim Ward", "-f", "json"))) == 1


def test_marks_that_match_nothing_any_more_are_told(ask, tmp_path):
    ask("review", "--sample", "2", text="w\nw\n")
    file = tmp_path / "news.marks.jsonl"
    file.write_text(file.read_text("utf-8").replace('"article":"', '"article":"gone-'))
    done = ask("quotes")
    assert "2 of 2 marks match nothing that is found now" in done.stderr
    assert "match nothing" not in ask("quotes").stderr  # told once


def test_without_the_file_the_copy_in_the_database_counts(ask, tmp_path):
    ask("review", "--only", "claims", text="w\nq\n")
    (tmp_path / "news.marks.jsonl").unlink()
    assert len(rows(ask("claims", "--marked", "wrong", "-f", "json"))) == 1


def test_an_answer_that_is_none_is_asked_again(ask):
    done = ask("review", "--only", "quotes", text="maybe\nc speaker=\ns\nq\n")
    assert "type r (right)" in done.stderr
    assert done.returncode == 0


def test_a_file_that_cannot_be_read_is_told(ask, tmp_path):
    (tmp_path / "news.marks.jsonl").write_text("nonsense\n")
    done = ask("quotes")
    assert done.returncode == 1
    assert "line 1 of" in done.stderr
