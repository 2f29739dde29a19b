"""An ingest stores what it can, names what it cannot, and joins the rest."""

from __future__ import annotations

from pathlib import Path

import newsclaim.extraction
from newsclaim.derive import unfinished
from newsclaim.ingest import IngestOptions, ingest
from newsclaim.store import Store


def test_an_article_that_cannot_be_stored_is_named_and_the_others_are_joined(tmp_path, monkeypatch):
    whole = newsclaim.extraction.extract_doc

    def twice(doc, article, *rest):
        found = whole(doc, article, *rest)
        return found.model_copy(update={"quotes": found.quotes * 2}) if article.id == "b" else found

    monkeypatch.setattr(newsclaim.extraction, "extract_doc", twice)
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"Ada Brook said that {name} had failed.")
    with Store(tmp_path / "a.db", create=True) as store:
        summary = ingest([tmp_path], store, IngestOptions())
        assert [Path(f.path).name for f in summary.failed] == ["b.txt"]
        assert "'b'" in summary.failed[0].reason
        assert sorted(store.known()) == ["a", "c"]
        assert [row.quotes for row in store.actor_rows()] == [2]
        assert not unfinished(store)


def test_a_second_run_makes_no_stage_anew(tmp_path):
    (tmp_path / "a.txt").write_text("Ada Brook said that it had failed.")
    with Store(tmp_path / "a.db", create=True) as store:
        assert "actors" in ingest([tmp_path], store, IngestOptions()).timings.seconds
        assert "actors" not in ingest([tmp_path], store, IngestOptions()).timings.seconds


def test_what_is_made_of_many_articles_has_the_room_of_the_language_model(tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr("newsclaim.annotate.forget", lambda: told.append("forget"))
    monkeypatch.setattr("newsclaim.ingest.run.derive", lambda *_: told.append("derive") or [])
    (tmp_path / "a.txt").write_text("Ada Brook said the port would open.", "utf-8")
    with Store(tmp_path / "n.db", create=True) as store:
        ingest([tmp_path / "a.txt"], store, IngestOptions())
        monkeypatch.setattr("newsclaim.derive.memory.MANY", 0)
        ingest([tmp_path / "a.txt"], store, IngestOptions())
    assert told == ["derive", "forget", "derive"]
