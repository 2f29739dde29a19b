"""Counts: what counts once, who is named, and groups by columns of a table of one's own."""

from __future__ import annotations

import pytest

from newsclaim.api import Database
from newsclaim.config import Join, Settings
from newsclaim.errors import ConfigError, QueryError, UnknownNameError
from newsclaim.models.sorts import STAT_SORTS
from newsclaim.models.stats import BY, Figure, Place, StatRow, Utterance, Voice
from newsclaim.queries import stats
from newsclaim.render import statsheets
from newsclaim.render.layout import fitted
from newsclaim.store import ActorFilter, Filter, Processed, Store
from samples import extraction

BROOK = Voice.of(1, "Ada Brook", "person")
OFFICIALS = Voice.of(2, "Officials", "group")
WITNESS = Voice.of(3, "witness", "person")
SHE = Voice(None, "She", is_named=False)


def utterance(words=2, verbatim=0, voices=(BROOK,), article="a", **fields):
    place = Place(article, "Wire", fields.pop("published", "2024-10-21"))
    values = {"kind": "indirect", "stance": "says"} | fields
    return Utterance(place, words=words, verbatim=verbatim, voices=voices, **values)


def test_who_is_named():
    assert [voice.is_named for voice in (BROOK, OFFICIALS, WITNESS, SHE)] == [True, False, False, False]


def test_counts_of_everything():
    found = [
        utterance(words=4, verbatim=4, kind="direct"),
        utterance(words=2),
        utterance(words=3, verbatim=1, kind="mixed", voices=(OFFICIALS,), article="b"),
    ]
    row = stats.overall(found, 4)
    assert (row.articles, row.without_quotes, row.quotes) == (4, 2, 3)
    assert (row.direct, row.mixed, row.indirect) == (1, 1, 1)
    assert (row.named, row.unnamed, row.named_per_article) == (1, 1, 0.25)
    assert (row.words, row.median_words, row.direct_share) == (9, 3, round(5 / 9, 4))


@pytest.mark.parametrize(
    ("lengths", "middle"), [([], None), ([5], 5), ([9, 1, 2], 2), ([1, 2], 1.5), ([3, 3, 3, 8], 3), ([7, 1, 9, 2], 4.5)]
)
def test_the_middle_length(lengths, middle):
    assert stats.overall([utterance(words=length) for length in lengths], 1).median_words == middle


def test_groups():
    found = [utterance(), utterance(voices=(BROOK, SHE)), utterance(article="b", voices=())]
    rows = {row.group: row.quotes for row in stats.by_group(found, stats.grouping_of("speaker"))}
    assert rows == {"Ada Brook": 2, "(not resolved)": 1, "(nobody credited)": 1}
    assert [row.group for row in stats.by_group(found, stats.grouping_of("month"))] == ["2024-10"]


@pytest.mark.parametrize("name", BY)
def test_everything_can_be_counted_by(name):
    assert isinstance(stats.by_group([utterance()], stats.grouping_of(name)), list)


REPORTS = Voice.of(7, "Reports", "group")
THE_REPORTS = Voice.of(8, "reports", "group")


def test_groups_that_differ_in_capitals_alone_are_one():
    found = [utterance(voices=(voice,)) for voice in (REPORTS, THE_REPORTS, THE_REPORTS)]
    by_speaker = stats.by_group(found, stats.grouping_of("speaker"))
    assert [(row.group, row.quotes) for row in by_speaker] == [("reports", 3)]
    articles = [utterance(article="a"), utterance(article="A")]
    assert len(stats.by_group(articles, stats.grouping_of("article"), cased=True)) == 2


ORDERS = [
    ("", ["2024-11", "2024-10", "undated"]), ("group", ["2024-10", "2024-11", "undated"]),
    ("-group", ["undated", "2024-11", "2024-10"]), ("words", ["undated", "2024-11", "2024-10"]),
]  # fmt: skip


@pytest.mark.parametrize(("sort", "groups"), ORDERS)
def test_groups_in_order(sort, groups):
    found = [
        utterance(words=9), utterance(published="2024-11-03"), utterance(published="2024-11-02"),
        utterance(published=None, words=1),
    ]  # fmt: skip
    assert [row.group for row in stats.by_group(found, stats.grouping_of("month"), sort)] == groups


def test_every_figure_sorts_and_groups_without_it_come_last():
    found = [
        utterance(words=4, verbatim=1), utterance(words=4, verbatim=3, published="2024-11-03"),
        Figure(Place("b", "Wire", "2024-12-01"), "money", "asserted", ()),
    ]  # fmt: skip
    by_share = [row.group for row in stats.by_group(found, stats.grouping_of("month"), "direct_share")]
    turned = [row.group for row in stats.by_group(found, stats.grouping_of("month"), "-direct_share")]
    assert (by_share, turned) == (["2024-10", "2024-11", "2024-12"], ["2024-11", "2024-10", "2024-12"])
    assert set(STAT_SORTS) == set(StatRow.model_fields)


def test_the_column_that_counts_are_sorted_by_is_shown():
    for row, sort in ((StatRow(group="a"), "-direct_share"), (StatRow(group="a"), "median_words")):
        shown = fitted(statsheets.groups([row], ["outlet"], sort), 40, 2)
        assert sort.removeprefix("-").replace("_", " ").capitalize() in shown.columns


def test_months_come_in_their_order_unless_another_one_is_asked_for(base):
    assert [row.group for row in base.stats("month")] == ["2023-01", "2024-10"]
    assert base.stats(["month", "outlet"], sort="-group")[0].group == "2024-10 · Harbour Wire"
    assert [row.group for row in base.stats("outlet", sort="-group")] == ["The Post", "Harbour Wire"]
    with pytest.raises(QueryError, match="cannot be sorted by 'size'"):
        base.stats("month", sort="size")


def test_rows_that_match_nothing_are_known(base):
    assert base.unmatched(base.column("party")) == [("Ada Brok", "Ada Brook")]
    assert base.unmatched(base.column("leaning")) == [("Nobody's", None)]


def test_counts_as_dictionaries(base):
    assert {row["group"]: row["quotes"] for row in base.stats("outlet").to_dicts()} == {
        "Harbour Wire": 2,
        "The Post": 2,
    }


@pytest.fixture
def base(tmp_path):
    """A database of two articles, with tables of one's own beside it."""
    (tmp_path / "people.csv").write_text("name,party,gender\nAda Brook,Harbour Party,f\nthe union,,\nAda Brok,x,f\n")
    (tmp_path / "outlets.tsv").write_text("house\tleaning\nHARBOUR WIRE\tleft\nNobody's\tright\n")
    given = extraction("a"), extraction("b", outlet="The Post", published="2023-01-05")
    with Store(tmp_path / "a.db", create=True) as store:
        store.save([Processed(found, "f", "/x") for found in given])
        actors = {actor.id: actor.model_copy(update={"mentions": ()}) for actor in given[0].actors}
        store.save_actors(list(actors.values()), {(e.article.id, a.id): a.id for e in given for a in e.actors})
    joins = {"actors": Join(file="people.csv"), "outlets": Join(file="outlets.tsv", key="house")}
    with Database(Settings(db=tmp_path / "a.db", join=joins, folder=tmp_path)) as database:
        yield database


def test_a_table_of_ones_own_gives_groups(base):
    assert {row.group: row.quotes for row in base.stats("party")} == {"Harbour Party": 4, "(not in the table)": 0}
    assert {row.group: row.quotes for row in base.stats("leaning")} == {"left": 2, "(not in the table)": 2}


def test_each_group_has_its_share_of_all_quotes_however_few_are_shown(base):
    assert [(row.group, row.share) for row in base.stats("party")] == [
        ("Harbour Party", 1.0),
        ("(not in the table)", 0.0),
    ]
    assert [row.share for row in base.stats("outlet", limit=1)] == [0.5]
    assert [row.share for row in base.stats("outlet", sort="-share")] == [0.5, 0.5]
    assert base.stats()[0].share is None
    assert {row.share for row in base.stats("status")} == {None}  # groups of claims alone


def test_several_groups_are_combined(base):
    found = {row.group: row.quotes for row in base.stats(["party", "outlet"])}
    assert found == {
        "Harbour Party · Harbour Wire": 2, "Harbour Party · The Post": 2, "(not in the table) · Harbour Wire": 0,
        "(not in the table) · The Post": 0,
    }  # fmt: skip
    assert base.stats(["party"]) == base.stats("party")


def test_a_table_of_ones_own_gives_filters(base):
    assert len(base.quotes(where=base.having(Filter(), "party", "harbour party"))) == 4
    assert {row.article.id for row in base.claims(where=base.having(Filter(), "leaning", "left"))} == {"a"}


def test_a_filter_asks_for_any_of_several_values(base, tmp_path):
    (tmp_path / "outlets.tsv").write_text("house\tleaning\nharbour wire\tleft\nThe Post\tright\n", encoding="utf-8")
    assert len(base.quotes(where=base.having(Filter(), "leaning", "left"))) == 2
    assert len(base.quotes(where=base.having(Filter(), "leaning", "left", "Right"))) == 4
    with pytest.raises(UnknownNameError, match="nothing that is asked for has leaning 'middle'"):
        base.having(Filter(), "leaning", "left", "middle")


def test_actors_that_a_table_tells_something_of(base):
    ids = base.actors_having("party", "Harbour Party")
    assert [row.name for row in base.actors(where=ActorFilter(ids=ids))] == ["Ada Brook"]
    assert base.actors("the union", ActorFilter(ids=ids)) == []
    with pytest.raises(UnknownNameError, match="'leaning' is a column of outlets, not of actors"):
        base.actors_having("leaning", "left")


def test_what_no_table_says_is_told(base):
    with pytest.raises(UnknownNameError, match="Did you mean: party"):
        base.stats("parti")
    with pytest.raises(UnknownNameError, match="Did you mean: Harbour Party"):
        base.having(Filter(), "party", "Harbor Party")
    with pytest.raises(UnknownNameError, match="nothing that is asked for has leaning 'right'"):
        base.having(Filter(), "leaning", "right")


@pytest.mark.parametrize("join", [Join(file="nowhere.csv"), Join(file="people.csv", key="nom")])
def test_a_table_that_cannot_be_used(base, join):
    settings = base.settings.model_copy(update={"join": {"actors": join}})
    with Database(settings) as other, pytest.raises(ConfigError, match="cannot be read|has no column 'nom'"):
        other.column("party")


def test_counts_from_the_store(base):
    row = base.stats()[0]
    assert (row.articles, row.quotes, row.claims, row.without_quotes) == (2, 4, 4, 0)
    assert (row.direct, row.indirect, row.named, row.unnamed) == (2, 2, 2, 0)
    assert row.words == 28
    assert row.direct_share == round(18 / 28, 4)


def test_what_can_be_counted_by_is_what_the_command_offers():
    assert stats._GROUPINGS.keys() == set(BY)


@pytest.mark.parametrize("by", [None, "outlet", "month", "year", "article", ["outlet", "month"]])
def test_what_is_counted_by_article_is_what_counting_quote_by_quote_gives(base, by, monkeypatch):
    quick = base.stats(by), base.stats(by, Filter(outlets=("The Post",)))
    monkeypatch.setattr(Filter, "of_articles", False)
    monkeypatch.setattr("newsclaim.store.counting.load_tallies", None)
    assert (base.stats(by), base.stats(by, Filter(outlets=("The Post",)))) == quick
    assert quick[0]


def test_groups_without_findings_are_left_out_and_no_more_than_wanted_are_made(base):
    with Store(base.settings.db) as store:
        empty = extraction("c", outlet="The Void").model_copy(update={"quotes": (), "claims": ()})
        store.save([Processed(empty, "f", "/y")])
    assert [row.group for row in base.stats("outlet")] == ["Harbour Wire", "The Post"]
    assert base.stats()[0].without_quotes == 1
    for sort in (None, "group", "-words"):
        assert base.stats("outlet", sort=sort, limit=1) == base.stats("outlet", sort=sort)[:1]


@pytest.mark.parametrize(("by", "role"), [("stance", "speaker"), ("status", "source")])
def test_groups_of_quotes_read_no_claims_and_those_of_claims_no_quotes(base, by, role):
    seen = []
    base._store._connection.set_trace_callback(seen.append)
    base.stats(by)
    assert {found for one in ("speaker", "source") for found in (one,) if f"'{one}'" in " ".join(seen)} == {role}


def test_counting_by_article_reads_no_quote(base):
    seen = []
    base._store._connection.set_trace_callback(seen.append)
    base.stats("outlet")
    assert [statement.split()[0] for statement in seen] == ["BEGIN", "SELECT", "COMMIT"]


@pytest.mark.parametrize("where", [Filter(), Filter(outlets=("The Post",)), Filter(kinds=("direct",))])
def test_rows_are_counted_some_at_a_time(base, where, monkeypatch):
    whole = base.stats(["speaker", "outlet"], where)
    assert sum(row.quotes for row in whole) > 1
    monkeypatch.setattr("newsclaim.store.counting._AT_ONCE", 1)
    assert base.stats(["speaker", "outlet"], where) == whole


def test_whom_nobody_knows_is_one_source_for_each_thing_an_article_calls_them(tmp_path):
    found = extraction()
    unknown = [
        quote.model_copy(update={"speakers": tuple(who.model_copy(update={"actor": None}) for who in quote.speakers)})
        for quote in found.quotes
    ]
    called = {who.text.lower() for quote in unknown for who in quote.speakers}
    with Store(tmp_path / "a.db", create=True) as store:
        store.save([Processed(found.model_copy(update={"quotes": tuple(unknown)}), "f", "/x")])
        seen = []
        store._connection.set_trace_callback(seen.append)
        (row,) = stats.by_group(store.utterances(Filter()), stats.grouping_of("speaker"))
    assert (row.group, row.quotes, row.named, row.unnamed) == ("(not resolved)", len(unknown), 0, len(called))
    assert not any("article_body" in statement or "quote.body" in statement for statement in seen)


def test_before_actors_are_joined_each_one_of_an_article_is_a_source(tmp_path):
    with Store(tmp_path / "a.db", create=True) as store:
        store.save([Processed(extraction(), "f", "/x")])
        (row,) = stats.by_group(store.utterances(Filter()), stats.grouping_of("speaker"))
    assert (row.group, row.quotes, row.unnamed) == ("(not resolved)", 2, 1)


def test_counting_by_speaker_reads_no_row_whole(base):
    seen = []
    base._store._connection.set_trace_callback(seen.append)
    base.stats("speaker")
    assert [statement for statement in seen if "body FROM quote" in statement or "article_body" in statement] == []
    assert len(seen) <= 14
