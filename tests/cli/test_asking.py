"""Every filter of the listing commands, through the program; notes and proposals on what was typed."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from newsclaim.cli.app import app
from newsclaim.cli.nothing import note_why
from newsclaim.cli.wanted import note_unmatched
from newsclaim.errors import UnknownNameError
from newsclaim.names.search import near
from newsclaim.queries.joins import Column
from newsclaim.store import Filter


@pytest.fixture
def ask(database):
    """Run a command inside this process: returns the rows of its JSON and what it said on stderr."""

    def call(*arguments):
        done = CliRunner().invoke(app, [*arguments, "--db", str(database), "--format", "json"])
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        return (json.loads(done.stdout) if done.stdout else None), done.stderr

    return call


def values(rows):
    return [row["value"] for row in rows]


CLAIMS = [
    (["--counted", "soldiers"], [3000, 12000, 4000]),
    (["--counted", "soldier", "--counted", "tents"], [3000, 12000, 4000]),
    (["--counted", "tents"], []),
    (["--value", "3k..5k"], [3000, 4000]),
    (["--value", "12,000"], [12000]),
    (["--value", "10000.."], [12000]),
    (["--value", "..100"], []),
    (["--search", "border"], [3000, 4000]),
    (["--search", "border NOT Monday"], [4000]),
    (["--search", '"by December"'], [12000]),
    (["--outlet", "ledger"], [4000]),
    (["--outlet", "ledger", "--outlet", "Harbour Wire"], [3000, 12000, 4000]),
    (["--since", "Oct 2024"], [3000, 12000, 4000]),
    (["--since", "22 October 2024"], [4000]),
    (["--until", "October 21, 2024"], [3000, 12000]),
    (["--sort", "value"], [3000, 4000, 12000]),
    (["--sort", "-value", "--limit", "2"], [12000, 4000]),
    (["--sort", "value", "--offset", "1", "--limit", "1"], [4000]),
    (["--topic", "troop-counts", "--sort", "-value", "--offset", "1"], [4000, 3000]),
    (["--topic", "troop-counts", "--value", "..5000"], [3000, 4000]),
    (["--source", "Brook", "--source", "Norland"], [3000, 12000, 4000]),
    (["--article", "WIR"], [3000, 12000]),  # the beginning of an id, in any case
    (["--place", "Atlantis"], []),
]


@pytest.mark.parametrize(("options", "expected"), CLAIMS)
def test_claims(ask, options, expected):
    assert values(ask("claims", *options)[0]) == expected


QUOTES = [
    (["--search", "serious OR failed"], 2),
    (["--search", "seri*"], 1),
    (["--search", "spokesman"], 0),  # stands outside of what was said
    (["--search", "spokesman", "--in", "text"], 1),
    (["--speaker", "Brook", "--speaker", "Tom Reed", "--kind", "direct"], 3),
    (["--stance", "Warns", "--stance", "denies"], 3),
]


@pytest.mark.parametrize(("options", "count"), QUOTES)
def test_quotes(ask, options, count):
    assert len(ask("quotes", *options)[0]) == count


ARTICLES = [
    (["--search", "talks"], ["undated"]),
    (["--search", "soldiers NOT denied"], ["wire"]),
    (["--speaker", "Tom Reed"], ["sub/post"]),
    (["--sort", "-words", "--limit", "2"], ["wire", "sub/post"]),
    (["--sort", "title"], ["undated", "sub/post", "wire"]),
    (["--outlet", "wire"], ["wire"]),
]


@pytest.mark.parametrize(("options", "ids"), ARTICLES)
def test_articles(ask, options, ids):
    assert [row["id"] for row in ask("articles", *options)[0]] == ids


def test_actors(ask):
    assert {row["kind"] for row in ask("actors", "--kind", "government")[0]} == {"government"}
    assert [row["name"] for row in ask("actors", "--search", "defense minister")[0]] == ["Ada Brook"]
    assert [row["name"] for row in ask("actors", "--sort", "name")[0]] == sorted(
        (row["name"] for row in ask("actors")[0]), key=str.lower
    )
    assert "Tom Reed" not in {row["name"] for row in ask("actors", "--outlet", "Harbour Wire")[0]}
    assert ask("actors", "--country", "France")[0] == []


def test_a_word_that_is_taken_for_outlets_is_told(ask):
    assert "'ledger' is taken for The Morning Ledger" in ask("articles", "--outlet", "ledger")[1]
    assert ask("articles", "--outlet", "The Morning Ledger")[1] == ""


def test_an_outlet_that_nobody_is_called(ask):
    with pytest.raises(UnknownNameError, match="Did you mean: The Morning Ledger"):
        ask("claims", "--outlet", "Mourning Ledgre")


def test_a_counted_noun_that_no_claim_has(ask):
    assert "no claim counts 'soldeirs'. Did you mean: soldier?" in ask("claims", "--counted", "soldeirs")[1]


def test_context_adds_sentences(ask):
    bare, more = ask("quotes", "--search", "answer")[0][0], ask("quotes", "--search", "answer", "--context", "1")[0][0]
    assert bare["context"] is None
    assert more["context"].startswith('"This is a very serious step," Brook said.')
    assert "12,000 soldiers" in more["context"]
    assert more["sentence"] in more["context"]


def test_ids_by_their_beginning(ask):
    row = ask("quotes", "--search", "serious")[0][0]
    assert ask("show", row["id"][:8].upper())[0]["row"]["id"] == row["id"]
    both = ask("show", row["id"], "WIRE")[0]
    assert [one["kind"] for one in both] == ["quote", "article"]


def test_a_name_in_place_of_an_id_tells_where_to_ask(ask):
    with pytest.raises(UnknownNameError, match='name of Ada Brook .*newsclaim quotes --speaker "Brook"'):
        ask("show", "Brook")


def test_several_ids_that_begin_so(ask):
    with pytest.raises(UnknownNameError, match="several ids begin with ''"):
        ask("show", "")


USAGE = [
    (["claims", "--status", "denyed"], "Did you mean: denied"),
    (["claims", "--value", "lots"], "is no amount"),
    (["quotes", "--since", "3/4/2024"], "is no date"),
    (["quotes", "--search", "NOT this"], "cannot be read"),
    (["quotes", "--sort", "speeker"], "Did you mean: speaker"),
    (["actors", "--country", "Atlantis"], "is no country"),
]


@pytest.mark.parametrize(("arguments", "message"), USAGE)
def test_a_slip_is_told_with_what_comes_close(run, database, arguments, message):
    done = run(*arguments, "--db", database)
    assert done.returncode == 2
    assert message in done.stderr
    assert not set("╭│─") & set(done.stderr)  # no frame where nobody looks


NOTHING = [
    (["claims", "--place", "Atlantis"], "nothing has --place Atlantis. No name comes close."),
    (["quotes", "--until", "2018"], "nothing has --until 2018. The articles are of 2024-10-21 to 2024-10-23."),
    (["articles", "--since", "Oct 2025"], "nothing has --since 2025-10. The articles are of 2024-10-21 to 2024-10-23."),
    (
        ["quotes", "--speaker", "Tom Reed", "--kind", "indirect"],
        "without --speaker or --kind indirect together they do",
    ),
    (["claims", "--source", "Brook", "--value", "5.."], None),
    (["claims", "--source", "Brook", "--value", "5..6"], "nothing has --value."),
    (["claims", "--source", "Brook", "--until", "2024-10-22", "--value", "4000"], "without --until 2024-10-22 or"),
    (["actors", "--kind", "media", "--country", "FR"], "nothing has --country FR."),
    (["compare", "soldiers", "--place", "Atlantis"], "nothing has --place Atlantis."),
    (["timeline", "soldiers", "--until", "2018"], "nothing has --until 2018."),
    (["compare", "--quotes", "--until", "2018"], "nothing has --until 2018."),
    (["quotes", "--search", "zebra", "--in", "text"], "nothing has --search zebra."),
]


@pytest.mark.parametrize(("arguments", "note"), NOTHING)
def test_why_nothing_was_found(ask, arguments, note):
    told = ask(*arguments)[1]
    assert note in told if note else "nothing" not in told
    assert ("nothing matches" in told) is (note is not None)


PLACES = [
    ("Afganistan", "nothing has --place Afganistan. Did you mean: Afghanistan?"),
    ("afghanistan", "nothing has --place afghanistan.\n"),  # it is there, but not in what was asked
]


@pytest.mark.parametrize(("typed", "told"), PLACES)
def test_a_place_that_comes_close(capsys, typed, told):
    base = SimpleNamespace(places=lambda: ["Afghanistan", "Chad"])
    note_why(base, Filter(places=(typed,)), lambda _: [])
    assert told in capsys.readouterr().err


def test_rows_of_a_joined_table_that_match_nothing_are_told(capsys):
    column = Column("actors", "party", {}, "parties.csv", ("Ada Brok", "Nobody"))
    told = [("Ada Brok", "Ada Brook"), ("Nobody", None)]
    note_unmatched(SimpleNamespace(column=lambda _: column, unmatched=lambda _: told), ["party", "side"])
    assert capsys.readouterr().err == (
        "newsclaim: 2 rows of 'parties.csv' match no actor of the database: Ada Brok (did you mean Ada Brook?), Nobody\n"
    )


def test_conditions_on_a_joined_table_that_leave_nobody_are_told(run, database, tmp_path):
    (tmp_path / "parties.csv").write_text("name,party\nAda Brook,Green\n", encoding="utf-8")
    config = tmp_path / "newsclaim.toml"
    config.write_text('[join.actors]\nfile = "parties.csv"\n', encoding="utf-8")
    done = run("actors", "--kind", "government", "--where", "party=Green", "--db", database, "--config", config)
    assert done.returncode == 0
    assert "nothing has all of --where party=Green and what else is asked" in done.stderr


def test_groups_may_stand_behind_one_another_with_commas(ask):
    assert ask("stats", "--by", "outlet, month")[0] == ask("stats", "--by", "outlet", "--by", "month")[0] != []


def test_a_title_finds_who_bears_it(ask):
    names = {m["name"] for row in ask("quotes", "--speaker", "defense minister")[0] for m in row["speakers"]}
    assert names == {"Ada Brook"}


MEANT = [
    ("claims", "--speaker", "--source"), ("quotes", "--source", "--speaker"), ("quotes", "--from", "--since"),
    ("articles", "--to", "--until"), ("claims", "--location", "--place"), ("stats", "--query", "--search"),
]  # fmt: skip


@pytest.mark.parametrize(("command", "typed", "meant"), MEANT)
def test_an_option_of_another_name_is_proposed(run, database, command, typed, meant):
    done = run(command, typed, "x", "--db", database)
    assert done.returncode == 2
    assert f"No such option: {typed} (Possible options: {meant})" in done.stderr


@pytest.mark.parametrize(
    ("typed", "told"), [("n4", "at least four characters"), ("q", "four"), ("zz", "look for words")]
)
def test_too_little_of_an_id(ask, typed, told):
    with pytest.raises(UnknownNameError, match=told):
        ask("show", typed)


NEAR = [
    ("Recep Erdogan", ["AN", "RDO", "Recep Tayyip Erdoğan", "Greece"], ["Recep Tayyip Erdoğan"]),
    ("the EU mission", ["EU", "US", "missing"], ["EU", "missing"]),  # a short name that stands in it
    ("fox", ["Fox News", "BBC"], ["Fox News"]),
    ("soldeirs", ["soldier", "so"], ["soldier"]),
]


@pytest.mark.parametrize(("typed", "known", "close"), NEAR)
def test_names_that_come_close(typed, known, close):
    assert sorted(near(typed, known)) == sorted(close)
