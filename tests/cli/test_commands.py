"""The commands of the contract, through the installed program."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys

import pytest

COMMANDS = [
    "ingest",
    "articles",
    "stats",
    "export",
    "quotes",
    "actors",
    "same",
    "claims",
    "compare",
    "topics",
    "show",
    "extract",
]


@pytest.mark.parametrize("command", COMMANDS)
def test_help(run, command):
    done = run(command, "--help")
    assert done.returncode == 0
    assert "--help" in done.stdout


def test_quotes_of_a_speaker_under_every_name(run, database):
    rows = json.loads(run("quotes", "--speaker", "Brook", "--db", database, "--format", "json").stdout)
    assert {m["name"] for row in rows for m in row["speakers"]} == {"Ada Brook"}
    assert len({row["article"]["id"] for row in rows}) == 3
    assert any(m["text"] == "She" for row in rows for m in row["speakers"])


def test_compare_tells_questions_with_their_verdicts(run, database):
    found = json.loads(run("compare", "troop-counts", "--db", database, "--format", "json").stdout)
    values = sorted(c["value"] for group in found["groups"] for c in group["claims"])
    assert values == [3000, 4000, 12000]
    now = next(g for g in found["groups"] if any(c["value"] == 3000 for c in g["claims"]))
    assert (now["low"], now["high"], now["standing"]) == (3000, 4000, "now")
    assert {claim["position"] for claim in now["claims"]} == {position["id"] for position in now["positions"]}
    shown = run("compare", "troop-counts", "--db", database).stdout
    assert "at least 4,000 soldiers" in shown
    assert now["verdict"] in shown


def test_one_question_in_full(run, database):
    found = json.loads(run("compare", "troop-counts", "--db", database, "--format", "json").stdout)["groups"][0]
    shown = run("compare", "troop-counts", "--db", database, "--question", found["id"]).stdout
    assert all(claim["id"] in shown for claim in found["claims"])
    assert "●" in shown
    assert run("compare", "troop-counts", "--db", database, "--question", "g0").returncode == 1


@pytest.mark.parametrize(("rule", "value"), [("latest", 4000), ("conservative", 3000)])
def test_a_best_number_is_chosen_only_when_asked_for(run, database, rule, value):
    plain = json.loads(run("compare", "troop-counts", "--db", database, "--format", "json").stdout)
    assert {group["best"] for group in plain["groups"]} == {None}
    asked = json.loads(run("compare", "troop-counts", "--db", database, "--best", rule, "--format", "json").stdout)
    now = next(g for g in asked["groups"] if any(c["value"] == 3000 for c in g["claims"]))
    assert now["best"]["value"] == value
    assert now["best"]["rule"].startswith(rule)


def test_a_conflict_can_fail_the_run(run, tmp_path):
    for name, number in (("police", 3000), ("organisers", 50000)):
        text = f"title: March\nsitename: The {name} Post\ndate: 2024-10-21\n\nMarch\n\nAbout {number:,} people marched"
        (tmp_path / f"{name}.txt").write_text(f"{text} through Oldport on Monday, the {name} said.\n")
    run("ingest", tmp_path, "--db", tmp_path / "a.db")
    done = run("compare", "crowd-sizes", "--db", tmp_path / "a.db", "--fail-on", "conflict")
    assert "conflict" in done.stdout
    assert done.returncode == 3
    assert run("compare", "deaths", "--db", tmp_path / "a.db", "--fail-on", "conflict").returncode == 0


def test_the_package_runs_as_a_module(database):
    command = [sys.executable, "-m", "newsclaim", "articles", "--db", str(database)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert "wire" in done.stdout


def test_every_printed_id_can_be_shown(run, database):
    for command, key in (("quotes", "id"), ("claims", "id"), ("actors", "id"), ("articles", "id")):
        row = json.loads(run(command, "--db", database, "--format", "json", "--limit", 1).stdout)[0]
        shown = run("show", row[key], "--db", database)
        assert shown.returncode == 0, shown.stderr
        assert row[key] in shown.stdout


def test_show_marks_the_passage(run, database):
    row = json.loads(run("quotes", "--db", database, "--kind", "direct", "--format", "json").stdout)[0]
    assert f"»{row['spans'][0]['text']}«" in run("show", row["id"], "--db", database).stdout


def test_topics_count_their_claims(run, database):
    rows = json.loads(run("topics", "--db", database, "--format", "json").stdout)
    assert next(row["claims"] for row in rows if row["id"] == "troop-counts") == 3


def test_a_topic_of_the_configuration(run, database, tmp_path):
    config = tmp_path / "newsclaim.toml"
    config.write_text('[topics.men]\ntitle = "Men"\ncounted = ["soldier"]\n')
    found = json.loads(run("compare", "men", "--db", database, "--config", config, "--format", "json").stdout)
    assert sum(len(g["claims"]) for g in found["groups"]) == 3


def test_dates_leave_undated_articles_out_with_a_note(run, database):
    done = run("quotes", "--since", "2024-10-22", "--db", database, "--format", "json")
    assert {row["article"]["id"] for row in json.loads(done.stdout)} == {"sub/post"}
    assert "1 article without a date left out" in done.stderr
    until = json.loads(run("quotes", "--until", "2024-10", "--db", database, "--format", "json").stdout)
    assert {row["article"]["id"] for row in until} == {"wire", "sub/post"}


def test_nothing_matches_is_no_failure(run, database):
    done = run("quotes", "--search", "xylophone", "--db", database, "--format", "json")
    assert (done.returncode, json.loads(done.stdout)) == (0, [])
    assert "nothing matches" in done.stderr


FAILURES = [
    (["quotes", "--speaker", "Ada Brok"], "Did you mean: Ada Brook"),
    (["compare", "troop-count"], "Did you mean: troop-counts"),
    (["show", "nothing"], "no quote, claim, actor, article or question has the id 'nothing'"),
    (["quotes", "--article", "wired"], "Did you mean: wire"),
    (["quotes", "--config", "missing.toml"], "missing.toml"),
]


@pytest.mark.parametrize(("arguments", "message"), FAILURES)
def test_what_does_not_exist_exits_with_1(run, database, arguments, message):
    done = run(*arguments, "--db", database)
    assert done.returncode == 1
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


USAGE = [
    ["quotes", "--format", "xml"],
    ["quotes", "--since", "yesterday"],
    ["quotes", "--kind", "loud"],
    ["same", "one"],
    ["extract", "--format", "csv"],
    ["nonsense"],
]


@pytest.mark.parametrize("arguments", USAGE)
def test_wrong_usage_exits_with_2(run, arguments):
    assert run(*arguments).returncode == 2


def test_a_missing_database_says_what_to_do(run, tmp_path):
    done = run("quotes", cwd=tmp_path)
    assert done.returncode == 1
    assert "newsclaim ingest" in done.stderr
    assert not list(tmp_path.iterdir())


def test_same(run):
    done = run("same", "--format", "jsonl", "-", text='{"id": "1", "a": "Ada Brook", "b": "ADA BROOK"}\n')
    answer = json.loads(done.stdout)
    assert (answer["id"], answer["verdict"]) == ("1", "same")
    assert answer["rule"]
    assert answer["reason"]


def test_extract_from_standard_input(run):
    text = '{"id": "x", "text": "\\"We lost,\\" said Ada Brook."}\n\n'
    done = run("extract", "--input-format", "jsonl", "--timings", "-", text=text)
    found = json.loads(done.stdout)
    assert found["article"]["id"] == "x"
    assert found["quotes"][0]["speakers"][0]["name"] == "Ada Brook"
    assert "quotes" in done.stderr


def test_completion_script(run):
    done = run("--show-completion", "bash", _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1", SHELL="/bin/bash")
    assert "newsclaim" in done.stdout + done.stderr


def test_compare_as_rows_keeps_the_groups(run, database):
    rows = list(csv.DictReader(io.StringIO(run("compare", "troop-counts", "--db", database, "-f", "csv").stdout)))
    assert all(row["group.label"] and row["group.low"] and row["position"] for row in rows)


def test_a_limit_says_what_it_cuts_off(run, database):
    done = run("compare", "troop-counts", "--db", database, "--limit", 1)
    assert "1 more question not shown; --limit N shows N of them" in done.stderr


def test_same_answers_the_good_lines_and_names_the_bad_ones(run):
    lines = '{"id": 1, "a": "Ada Brook", "b": "ADA BROOK"}\nnonsense\n{"id": "3", "a": "Ada"}\n'
    done = run("same", "--format", "jsonl", "-", text=lines)
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["1"]
    assert "line 2" in done.stderr
    assert "line 3" in done.stderr
    assert done.returncode == 1


def test_a_claim_in_hand_is_held_against_those_who_tell_of_the_same(run, tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    head = "outlet: Morning Post\ndate: 2026-03-02\n\n"
    fire = "Fire in Oldport\n\nAt least 12 people were killed in a fire in Oldport on Sunday, police said.\n"
    (folder / "a.txt").write_text(f"{head}{fire}")
    (folder / "b.txt").write_text(
        f"{head}Crash in Isel\n\nA crash killed 40 people in Isel on Sunday, officials said.\n"
    )
    database = tmp_path / "a.db"
    assert run("ingest", folder, "--db", database).returncode == 0

    found = run("compare", "twelve dead in the Oldport fire", "--db", database)
    assert "says so: at least 12" in found.stdout
    assert "40" not in found.stdout

    found = run("compare", "40 dead in the Oldport flood", "--db", database)
    assert "nobody says so" in found.stdout
    assert "'flood'" in found.stderr

    found = run("compare", "40 dead", "--db", database)
    assert "says so: 40" in found.stdout
    assert "no place, event or owner" in found.stderr
    assert "at least 12" not in found.stdout


def test_extract_tells_what_it_left_out(run):
    lines = ('{"id": "a", "text": "Two men died in Oldport."}', '{"id": "b", "text": ""}')
    done = run("extract", "-", "--input-format", "jsonl", text="\n".join(lines))
    assert done.returncode == 0
    assert "skipped: 1 × article with an empty text in standard input" in done.stderr
