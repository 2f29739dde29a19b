"""Stages of the corpus are made in order, once, and again when what they are made from has moved."""

from __future__ import annotations

import pytest

from newsclaim.config import Corrections, Settings
from newsclaim.derive import derive, stage, state, unfinished
from newsclaim.derive.stage import Stage
from newsclaim.errors import ConfigError, InternalError
from newsclaim.store import Processed, Store
from newsclaim.timings import Timings
from samples import extraction


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "a.db", create=True) as opened:
        opened.save([Processed(extraction("a"), "f", "/a")])
        yield opened


@pytest.fixture
def made(monkeypatch):
    """Two stages that note when they are made; the second needs the first."""
    calls = []

    def noting(name):
        return lambda _store, _settings: calls.append(name) or (f"{name} is made",)

    first = Stage("first", lambda settings: settings.model, noting("first"))
    second = Stage("second", lambda settings: str(settings.actors), noting("second"), needs=("first",))
    monkeypatch.setattr(stage, "stages", lambda: (first, second))
    monkeypatch.setattr(state, "NAMES", ("first", "second"))
    return calls


def run(store, **settings):
    return derive(store, Settings(**settings), Timings())


def test_the_names_are_those_of_the_stages():
    assert tuple(one.name for one in stage.stages()) == state.NAMES


def test_each_is_made_once_in_order(store, made):
    assert unfinished(store) == ["first", "second"]
    assert run(store) == ["first is made", "second is made"]
    assert run(store) == []
    assert made == ["first", "second"]
    assert unfinished(store) == []


def test_what_a_stage_is_made_from_makes_it_and_those_that_need_it_anew(store, made):
    run(store)
    run(store, model="another")
    assert made == ["first", "second", "first", "second"]


def test_a_stage_that_is_for_few_articles_is_made_of_few_alone(store, monkeypatch):
    calls = []
    few = Stage("few", lambda _: "", lambda *_: calls.append("few") or (), most_articles=1)
    monkeypatch.setattr(stage, "stages", lambda: (few,))
    run(store)
    assert (calls, list(store.stages())) == (["few"], ["few"])
    store.save([Processed(extraction("b"), "f", "/b")])
    run(store)
    assert (calls, list(store.stages())) == (["few"], [])


def test_a_stage_that_nobody_needs_is_made_alone(store, made):
    run(store)
    run(store, actors=Corrections(same=(("A", "B"),)))
    assert made == ["first", "second", "second"]


def test_a_change_of_the_articles_makes_all_anew(store, made):
    run(store)
    store.save([Processed(extraction("b"), "f", "/b")])
    assert unfinished(store) == ["first", "second"]
    run(store)
    assert made == ["first", "second", "first", "second"]


@pytest.mark.usefixtures("made")
def test_a_mistake_of_ours_in_a_stage_is_told_as_ours_and_made_again(store, monkeypatch):
    def breaks(_store, _settings):
        raise KeyError("nobody")

    first, second = stage.stages()
    monkeypatch.setattr(stage, "stages", lambda: (first, Stage("second", second.basis, breaks, second.needs)))
    with pytest.raises(InternalError, match="could not make the second of the corpus: KeyError"):
        run(store)
    assert unfinished(store) == ["second"]
    monkeypatch.setattr(stage, "stages", lambda: (first, second))
    assert run(store) == ["second is made"]


@pytest.mark.usefixtures("made")
def test_a_mistake_of_the_user_in_a_stage_stays_one(store, monkeypatch):
    def refuses(_store, _settings):
        raise ConfigError("no such actor")

    first, _ = stage.stages()
    monkeypatch.setattr(stage, "stages", lambda: (Stage("first", first.basis, refuses),))
    with pytest.raises(ConfigError):
        run(store)


def test_memory_is_given_back_behind_each_stage_of_a_large_corpus(store, made, monkeypatch):
    monkeypatch.setattr(stage, "give_back", lambda: made.append("given back"))
    monkeypatch.setattr(Store, "shrink", lambda _: made.append("shrunk"))
    run(store)
    monkeypatch.setattr(stage, "MANY", 0)
    run(store, model="another")
    assert made == ["first", "second", "first", "shrunk", "given back", "second", "shrunk", "given back"]
