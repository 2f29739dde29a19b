"""What `compare`, `timeline` and `topics` do with their options, on the database of three articles."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from newsclaim.api import Database, open_db
from newsclaim.cli.app import app
from newsclaim.cli.session import is_read
from newsclaim.errors import UnknownNameError
from newsclaim.models.statement import Statements
from newsclaim.models.wanted import Wanted
from newsclaim.render import Format
from newsclaim.store import Store
from newsclaim.text import stable_id


@pytest.fixture
def asked(run, database):
    """Run a command on the database and return what it prints as JSON."""

    def call(*arguments):
        done = run(*arguments, "--db", database, "--format", "json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return call


def values(found):
    return sorted(claim["value"] for group in found["groups"] for claim in group["claims"])


@pytest.mark.parametrize(
    ("words", "expected"),
    [("soldiers", [3000, 4000, 12000]), ("norland soldiers", [3000, 4000])],
)
def test_words_make_a_topic_on_the_spot(asked, words, expected):
    assert set(expected) >= set(values(asked("compare", words))) > set()


def test_words_that_no_claim_tells_of_are_an_error(run, database):
    done = run("compare", "lost umbrellas", "--db", database)
    assert done.returncode == 1
    assert "no claim tells of these words" in done.stderr


def test_words_that_only_articles_have_choose_the_articles(run, tmp_path):
    for name, body in (("a", "The harbour museum was closed."), ("b", "The market stayed open.")):
        toll = 12 if name == "a" else 40
        (tmp_path / f"{name}.txt").write_text(f"Fire\n\n{toll} people were killed in a fire in Oldport{name}. {body}\n")
    base = tmp_path / "a.db"
    assert run("ingest", tmp_path, "--db", base).returncode == 0
    done = run("compare", "museum deaths", "--db", base)
    assert done.stdout.startswith("museum deaths · in articles that have 'museum'\n")
    assert "12 people" in done.stdout
    assert "40 people" not in done.stdout
    assert "no number of this kind is told with 'museum'; shown are those of the articles" in done.stderr
    assert "12 people" in run("timeline", "museum deaths", "--db", base).stdout
    fire = run("compare", "Oldporta fire", "--db", base).stdout  # all that is told of it, whatever is counted
    assert ("12 people" in fire, "40 people" in fire) == (True, False)
    done = run("compare", "theatre deaths", "--db", base)
    assert done.returncode == 1
    assert "Did you mean: deaths?" in done.stderr
    assert "no claim tells of these words" in done.stderr


def test_that_nobody_repeats_somebody_is_said(run, tmp_path):
    (tmp_path / "a.txt").write_text('Harbour\n\n"The harbour of Oldport will open again," Ada Brook said.\n')
    assert run("ingest", tmp_path, "--db", tmp_path / "a.db").returncode == 0
    done = run("compare", "--quotes", "--speaker", "Brook", "--db", tmp_path / "a.db")
    assert done.returncode == 0
    assert "no statement of Brook stands in several articles" in done.stderr


def test_a_question_is_shown_by_the_id_that_a_narrower_comparison_gave_it(database):
    with open_db(database) as base:
        for group in base.compare("troop-counts").groups:
            for claim in group.claims:
                shown = base.show(stable_id("g", claim.id))
                assert claim.id in {one.id for one in shown.row.claims}


def test_a_claim_in_hand_is_held_against_the_corpus(run, database, asked):
    found = asked("compare", "4,000 soldiers at the border")
    assert found["asked"]["value"] == 4000
    (now,) = [g for g in found["groups"] if any(c["value"] == 4000 for c in g["claims"])]
    told = {p["id"]: p["value"] for p in now["positions"]}
    assert [told[one] for one in now["said_so"]] == [4000]
    shown = run("compare", "4,000 soldiers at the border", "--db", database).stdout
    assert "says so: at least 4,000" in shown
    assert "says otherwise: " in shown


@pytest.mark.parametrize("cut", [True, False])
def test_only_a_terminal_gets_some_of_the_questions(database, monkeypatch, cut):
    monkeypatch.setattr("newsclaim.cli.comparing._SHOWN", 1)
    if cut:
        monkeypatch.setattr("newsclaim.cli.comparing.is_read", lambda _written, _output: True)
    done = CliRunner().invoke(app, ["compare", "soldiers", "--db", str(database)])
    assert ("not shown" in done.stderr) is cut
    assert (done.stdout.count("[g") == 1) is cut


@pytest.mark.parametrize("read", [True, False])
def test_only_a_terminal_gets_some_of_the_statements(database, monkeypatch, read):
    asked = []

    def statements(_base, _speaker, _where, limit):
        asked.append(limit)
        return Statements(size=2, groups=())

    monkeypatch.setattr("newsclaim.cli.comparing._statements", statements)
    monkeypatch.setattr("newsclaim.cli.comparing.is_read", lambda _written, _output: read)
    done = CliRunner().invoke(app, ["compare", "--quotes", "--db", str(database)])
    assert asked == [25 if read else None]
    assert "2 more statements not shown; --limit N shows N of them" in done.stderr


@pytest.mark.parametrize(
    ("terminal", "written", "output", "read"),
    [
        (True, Format.table, None, True), (False, Format.table, None, False), (True, Format.json, None, False),
        (True, Format.table, Path("a.txt"), False),
    ],
)  # fmt: skip
def test_only_a_table_in_a_terminal_is_read(monkeypatch, terminal, written, output, read):
    monkeypatch.setattr("sys.stdout", SimpleNamespace(isatty=lambda: terminal))
    assert is_read(written, output) is read


def test_the_overview_says_where_the_latest_number_stands(run, database):
    shown = run("compare", "troop-counts", "--db", database).stdout
    assert "The Morning Ledger · 2024-10-23 · sub/post · Brook warns of new troops" in shown


def test_a_claim_in_hand_is_read_in_python_too(database):
    with open_db(database) as base:
        found = base.compare("4,000 soldiers at the border")
        assert found.asked.value == 4000
        assert base.in_hand("troop-counts") is None
        with pytest.raises(UnknownNameError):
            base.compare("lost umbrellas")


def test_answers_as_dictionaries(database):
    with open_db(database) as base:
        compared, line = base.compare("troop-counts"), base.timeline("troop-counts")
    assert sorted(one["value"] for one in compared.to_dicts()) == [3000, 4000, 12000]
    assert {one["question"] for one in compared.to_dicts()} == {group.id for group in compared.groups}
    assert {one["day"] for one in line.to_dicts()} >= {"2024-10-21", "2024-10-23"}


def test_only_questions_with_new_claims(run, database, asked):
    found = asked("compare", "troop-counts", "--new-since", "2024-10-23")
    assert found["since"] == "2024-10-23"
    assert 4000 in values(found)
    assert 12000 not in values(found)
    assert (
        "new since 2024-10-23: at least 4,000"
        in run("compare", "troop-counts", "--new-since", "2024-10-23", "--db", database).stdout
    )
    assert asked("compare", "troop-counts", "--new-since", "2025-01-01")["groups"] == []


@pytest.mark.parametrize("by", ["outlet", "date"])
def test_questions_are_parted_further(asked, by):
    plain, parted = asked("compare", "troop-counts"), asked("compare", "troop-counts", "--by", by)
    assert values(plain) == values(parted)
    assert any({3000, 4000} <= {c["value"] for c in g["claims"]} for g in plain["groups"])
    assert not any({3000, 4000} <= {c["value"] for c in g["claims"]} for g in parted["groups"])


def test_only_numbers_in_a_stretch(asked):
    assert values(asked("compare", "troop-counts", "--value", "2k..3500")) == [3000]


def test_a_timeline_tells_the_changes_of_a_question(asked):
    found = asked("timeline", "troop-counts")
    points = [[point["value"] for point in question["points"]] for question in found["questions"]]
    assert [3000, 4000] in points


def test_topics_are_proposed_by_what_is_counted(run, tmp_path):
    (tmp_path / "a.txt").write_text("Tents\n\nNorland handed out 300 tents on Monday. Verra sent 40 tents.\n")
    run("ingest", tmp_path, "--db", tmp_path / "a.db")
    done = run("topics", "--discover", "--db", tmp_path / "a.db", "--format", "json")
    assert [(row["id"], row["claims"]) for row in json.loads(done.stdout)] == [("tent", 2)]


@pytest.mark.parametrize("words", ["troop-counts", "troops sent"])
def test_claims_and_contexts_are_read_once(database, monkeypatch, words):
    read = []
    for name in ("facts", "contexts", "unnamed_facts"):
        plain = getattr(Store, name)
        monkeypatch.setattr(Store, name, lambda self, *given, n=name, f=plain: (read.append(n), f(self, *given))[1])
    with open_db(database) as base:
        assert base.compare(words).groups
    assert sorted(read) in (["contexts", "facts"], ["contexts", "facts", "unnamed_facts"])


def test_numbers_told_without_what_they_count_are_compared(run, tmp_path):
    (tmp_path / "a.txt").write_text("March in Oldport\n\nSome 9,500 people marched through Oldport, the unions said.\n")
    (tmp_path / "b.txt").write_text("Oldport march\n\nThe march through Oldport went on. The unions spoke of 9,500.\n")
    run("ingest", tmp_path, "--db", tmp_path / "a.db")
    with open_db(tmp_path / "a.db") as base:
        found = [
            (claim.class_, claim.article.id) for group in base.compare("crowd-sizes").groups for claim in group.claims
        ]
    assert found == [("protesters", "a"), ("other", "b")]


@pytest.mark.parametrize("command", ["compare", "timeline"])
def test_only_what_a_joined_table_says_this_of(run, database, tmp_path, command):
    with open_db(database) as base:
        topic = next(row.id for row in base.topics() if row.claims > 1)
        outlets = sorted({claim.article.outlet for claim in base.claims(topic) if claim.article.outlet})
    rows = [f"{outlet},{'left' if n else 'right'}\n" for n, outlet in enumerate(outlets)]
    (tmp_path / "outlets.csv").write_text("name,leaning\n" + "".join(rows), encoding="utf-8")
    config = tmp_path / "newsclaim.toml"
    config.write_text('[join.outlets]\nfile = "outlets.csv"\n', encoding="utf-8")

    def asked(*options):
        done = run(command, topic, *options, "--db", database, "--config", config, "--format", "json")
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert asked("--where", "leaning=right") == asked("--outlet", outlets[0]) != asked()


def test_articles_that_repeat_another_ones_text_are_left_out(database, monkeypatch):
    plain = Store.contexts

    def copied(self, *given):
        found = plain(self, *given)
        return found | {"sub/post": found["sub/post"].model_copy(update={"copy_of": "wire"})}

    monkeypatch.setattr(Store, "contexts", copied)
    with open_db(database) as base:
        assert 4000 in values(base.compare("troop-counts").model_dump())
        assert values(base.compare("troop-counts", wanted=Wanted(copies=False)).model_dump()) == [3000, 12000]


@pytest.mark.parametrize(("options", "passages"), [((), 1), (("--all",), 2)])
def test_sentences_around_the_numbers_are_added(run, tmp_path, options, passages):
    (tmp_path / "a.txt").write_text("Fire\n\nIt was cold. Nine people died in Oldport on Monday. Nobody slept.\n")
    (tmp_path / "b.txt").write_text("Fire\n\nIt was late. Nine people died in Oldport on Monday. Nobody came.\n")
    run("ingest", tmp_path, "--db", tmp_path / "a.db")
    asked = ("compare", "deaths", "--db", tmp_path / "a.db", *options)
    around = "Nine people died in Oldport on Monday. Nobody"
    assert around not in run(*asked).stdout
    told = run(*asked, "--context", 1).stdout
    assert told.count(around) == passages
    assert "It was cold." in told
    rows = json.loads(run(*asked, "--context", 0, "--format", "json").stdout)["groups"][0]["claims"]
    assert not any(row.get("context") for row in rows)


def test_a_filter_is_read_once_also_where_only_articles_have_the_words(run, tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text(
        "Fire at the mill\n\nA fire killed 12 people in Oldport, police said. The mill was old.\n"
    )
    run("ingest", tmp_path, "--db", tmp_path / "a.db")
    narrowed = []
    plain = Database._narrowed
    monkeypatch.setattr(Database, "_narrowed", lambda self, *given: (narrowed.append(given), plain(self, *given))[1])
    with open_db(tmp_path / "a.db") as base:
        assert base.compare("mill deaths").elsewhere
    assert len(narrowed) == 1
