"""The comparison of a topic with many claims is kept: it is read until something that it is made from is written."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from newsclaim.api import Database
from newsclaim.compare import kept
from newsclaim.config import Settings, Topic
from newsclaim.errors import UnknownNameError
from newsclaim.models import Actor, Context, Source
from newsclaim.models.claim import Place, TimeRef
from newsclaim.models.story import StoryEvent
from newsclaim.models.topic import Condition
from newsclaim.models.wanted import Wanted
from newsclaim.store import Filter, Processed, Store
from newsclaim.text import stable_id
from samples import at, extraction

NAMES = ("port", "quay", "dock", "pier")
WHEN = {"kind": "as_of", "from": "2024-10-19", "to": "2024-10-19"}
DOCKERS = Topic(title="Dockers", counted=("docker",))


def told(name):
    """An article whose first claim has an owner, a time and a place, and is told by somebody; the second is vague."""
    found = extraction(name, published=f"2024-10-{20 + len(name)}")
    text = found.article.text
    first, *others = found.claims
    full = first.model_copy(
        update={
            "value": 3000.0 + NAMES.index(name), "place": at(text, "Port", Place, name="Isel", country="NO"),
            "time": TimeRef.model_validate(WHEN | at(text, "said").model_dump()),
            "whose": found.quotes[0].speakers[0],
            "sources": (at(text, "the union", Source, actor=None, name="the union", how="nominal", cue=None),),
        }
    )  # fmt: skip
    return Processed(found.model_copy(update={"claims": (full, *others)}), "f", f"/{name}")


def save(path):
    with Store(path, create=True) as store:
        store.save(map(told, NAMES))
        store.save_contexts(
            Context(
                article=name, story=stable_id("s", name[0]), copy_of="quay" if name == "dock" else None,
                event=StoryEvent(what="strike", place="Isel", country="NO") if name != "pier" else None,
            )
            for name in NAMES
        )  # fmt: skip


@pytest.fixture
def path(path, monkeypatch):
    save(path)
    monkeypatch.setattr("newsclaim.answering._MANY", 1)
    return path


@pytest.fixture
def base(path):
    with Database(Settings(db=path, topics={"dockers": DOCKERS})) as opened:
        yield opened


@pytest.fixture
def made(monkeypatch):
    """Each comparison that is made and not read."""
    seen = []
    plain = Database._read
    monkeypatch.setattr(Database, "_read", lambda *given, **how: seen.append(given) or plain(*given, **how))
    return seen


def rows(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT count(*) FROM comparison").fetchone()[0]


@pytest.mark.parametrize("limit", [None, 1, 2, 9])
@pytest.mark.parametrize("whole", [True, False])
def test_what_is_read_is_what_was_made(base, made, limit, whole):
    wanted = Wanted(limit=limit, whole=whole)
    first = base.compare("dockers", wanted=wanted)
    assert first.groups
    assert base.compare("dockers", wanted=wanted) == first
    assert len(made) == 1


def test_timelines_and_other_rules_for_the_best_number_read_it_too(base, made):
    line = base.timeline("dockers")
    best = base.compare("dockers", wanted=Wanted(best="latest"))
    assert len(made) == 1
    made.clear()
    base._store.save_contexts([])
    assert (base.compare("dockers", wanted=Wanted(best="latest")), base.timeline("dockers")) == (best, line)
    assert len(made) == 1


def test_a_place_that_is_asked_for_is_part_of_the_topic(base, made):
    there, all_ = Wanted(within=Condition(places=("Isel",))), Wanted()
    found = [base.compare("dockers", wanted=wanted) for wanted in (there, all_, there, all_)]
    assert found[0] == found[2]
    assert found[1] == found[3]
    assert len(made) == 2


@pytest.mark.parametrize(
    "wanted", [Wanted(by="place"), Wanted(since="2024-10-01"), Wanted(copies=False)], ids=["by", "since", "copies"]
)
def test_what_asks_for_less_or_otherwise_is_made_anew(base, made, wanted):
    plain = base.compare("dockers")
    base.compare("dockers", wanted=wanted)
    base.compare("dockers", Filter(outlets=("Harbour Wire",)))
    assert base.compare("dockers", wanted=Wanted(question=plain.groups[0].id)).groups == plain.groups[:1]
    assert len(made) == 4


def test_more_answers_than_are_kept_are_made_anew(base, made, monkeypatch):
    whole = base.compare("dockers")
    assert whole.size > 1
    base._store.save_contexts([])
    monkeypatch.setattr(kept, "MOST", 1)
    made.clear()
    for limit in (1, 1, 2, None):
        assert base.compare("dockers", wanted=Wanted(limit=limit)).groups == whole.groups[:limit]
    assert len(made) == 3


def test_words_that_are_a_claim_are_held_against_all_answers(base):
    plain = base.compare("3,000 dockers", wanted=Wanted(limit=1))
    assert base.compare("3,000 dockers", wanted=Wanted(limit=1)) == plain
    base._store.save_contexts([])
    assert base.compare("3,000 dockers", wanted=Wanted(limit=1)) == plain


WRITES = {
    "an article": lambda store: store.save([told("port")]),
    "an article that goes": lambda store: store.delete(["pier"]),
    "contexts": lambda store: store.save_contexts([]),
    "actors": lambda store: store.save_actors([Actor(id=stable_id("a", "x"), name="X", kind="person")], {}),
    "marks": lambda store: store.save_marks([], {}, lambda *_: None),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_whatever_is_written_has_it_made_anew(base, path, made, write):
    base.compare("dockers")
    assert rows(path) == 1
    with Store(path) as store:
        write(store)
    assert rows(path) == 0
    base.compare("dockers")
    assert len(made) == 2


def test_other_rules_and_another_definition_have_it_made_anew(base, path, made, monkeypatch):
    base.compare("dockers")
    with monkeypatch.context() as patch:
        patch.setattr(kept, "rules", lambda: "others")
        base.compare("dockers")
    assert len(made) == 2
    topics = {"dockers": DOCKERS.model_copy(update={"apart": ("docker",)})}
    with Database(Settings(db=path, topics=topics)) as other:
        other.compare("dockers")
    assert len(made) == 3


def test_of_few_claims_nothing_is_kept(base, path, monkeypatch):
    monkeypatch.setattr("newsclaim.answering._MANY", 1_000)
    base.compare("dockers")
    assert rows(path) == 0


def test_while_an_ingest_runs_nothing_is_kept(base, path):
    with Store(path) as store, store.alone():
        assert base.compare("dockers").groups
    assert rows(path) == 0


def test_what_was_compared_while_others_wrote_is_not_kept(base, path, monkeypatch):
    plain = Database._read

    def read(*given, **how):
        found = plain(*given, **how)
        with Store(path) as store:
            store.save([told("port")])
        return found

    monkeypatch.setattr(Database, "_read", read)
    assert base.compare("dockers").groups
    assert rows(path) == 0


def test_a_database_that_cannot_be_written_to_is_compared(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    path.chmod(0o444)
    with Database(Settings(db=path)) as base:
        base._store._connection.execute("PRAGMA query_only = ON")
        assert base.compare("docker").groups
        with pytest.raises(UnknownNameError):
            base.compare("zebras")
    assert rows(path) == 0


def test_whoever_wants_more_than_is_kept_writes_nothing_again(base, monkeypatch):
    monkeypatch.setattr(kept, "MOST", 1)
    written = []
    plain = Store.keep_comparison
    monkeypatch.setattr(Store, "keep_comparison", lambda *given: written.append(given) or plain(*given))
    first = base.compare("dockers")
    assert first.size > 1
    assert base.compare("dockers") == first
    assert base.compare("dockers", wanted=Wanted(limit=1)).groups == first.groups[:1]
    assert len(written) == 1


@pytest.mark.parametrize("ask", ["compare", "timeline"])
def test_others_may_write_until_a_question_is_answered(base, path, monkeypatch, ask):
    tried = []

    def writing(read):
        def first(*given):
            with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as other:
                other.execute("BEGIN IMMEDIATE")
                other.execute("ROLLBACK")
            tried.append(ask)
            return read(*given)

        return first

    for name in ("claims_numbered", "phrases"):
        monkeypatch.setattr(Store, name, writing(getattr(Store, name)))
    getattr(base, ask)("dockers")
    assert tried
    assert rows(path) == 1
