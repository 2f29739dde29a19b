"""Statements that are kept for those who ask are the ones that would be made anew, whatever has changed since."""

from __future__ import annotations

import pytest

from newsclaim.config import Settings
from newsclaim.corpus import make_article
from newsclaim.database import Database
from newsclaim.derive import derive, mark_findings
from newsclaim.derive.renderings import render_statements
from newsclaim.marks.correct import corrected
from newsclaim.marks.file import file_beside, save_marks
from newsclaim.models import Extraction, Quote, Span
from newsclaim.models.mark import Mark
from newsclaim.store import Filter, Processed, Store
from newsclaim.text import stable_id
from newsclaim.timings import Timings
from samples import INFO

WHOLE = "We will rebuild every warehouse along the harbour before the winter storms arrive in Oldport"
SAID = {
    "a": WHOLE,
    "b": WHOLE.replace("will", "will not").removesuffix(" in Oldport"),
    "c": "We will rebuild every warehouse along the harbour before the winter",
    "d": WHOLE,
    "e": "Nobody has counted the broken lanterns of the northern lighthouse since the autumn festival",
}
#: With it another wording is the fullest one.
FULLER = WHOLE + ", and Velmora pays the carpenters, the divers and the roofers in full"


def processed(id_, said, published):
    text = f"Harbour\n\n{said}."
    article = make_article(text, id=id_, published=published, outlet=f"Outlet {id_}")
    start = article.text.index(said)
    span = Span(start=start, end=start + len(said), text=said)
    quote = Quote(id=stable_id("q", id_, start), kind="direct", spans=(span,), rule="made-up")
    return Processed(Extraction(pipeline=INFO, article=article, quotes=(quote,)), article.sha256, id_)


@pytest.fixture
def settings(tmp_path):
    """Settings with a database of articles of which four have one statement."""
    found = Settings(db=tmp_path / "a.db")
    with Store(found.db, create=True) as store:
        store.save(processed(id_, said, f"2024-10-{10 + n}") for n, (id_, said) in enumerate(SAID.items()))
        derive(store, found, Timings())
    return found


def asked(settings, *, made, where=None):
    """The answer from what is kept, or made when it is asked for."""
    with Database(settings) as base:
        if not made:
            base._store._connection.execute("DELETE FROM stage WHERE name = 'renderings'")
        answer = base.statements(where=where)
        base._store.finish_stage("renderings", "kept")
        return answer


def test_what_is_kept_is_what_would_be_made(settings):
    kept = asked(settings, made=True)
    assert kept == asked(settings, made=False)
    (group,) = kept.groups
    assert {(one.article.id, one.rendering) for one in group.quotes} == {
        ("a", "identical"), ("b", "negated"), ("c", "clipped"), ("d", "identical"),
    }  # fmt: skip


def test_a_filter_is_answered_from_its_own_quotes(settings):
    where = Filter(outlets=("Outlet b", "Outlet c"))
    answer = asked(settings, made=True, where=where)
    assert answer == asked(settings, made=False, where=where)
    assert {one.article.id for one in answer.groups[0].quotes} == {"b", "c"}


def test_what_is_kept_is_read_and_not_made(settings, monkeypatch):
    expected = asked(settings, made=True)
    monkeypatch.setattr("newsclaim.stories.statements.groups.groups", None)
    assert asked(settings, made=True) == expected


def test_after_a_change_only_new_renderings_are_read(settings, monkeypatch):
    with Store(settings.db) as store:
        reads = []
        written = Store.written
        monkeypatch.setattr(Store, "written", lambda one, quotes: reads.extend(quotes) or written(one, quotes))
        render_statements(store, settings)
        assert reads == []  # all is known
        store.save([processed("f", FULLER, "2024-10-30")])
        derive(store, settings, Timings())
        assert len(reads) == 5  # a to d and f, against the new fullest one
    assert asked(settings, made=True) == asked(settings, made=False)


def test_an_article_that_says_something_else_now_is_read_anew(settings):
    with Store(settings.db) as store:
        store.save([processed("b", SAID["b"].replace(" not", ""), "2024-10-11")])
        derive(store, settings, Timings())
    (group,) = asked(settings, made=True).groups
    assert {one.rendering for one in group.quotes} == {"identical", "clipped"}
    assert asked(settings, made=True) == asked(settings, made=False)


def test_marks_make_what_is_kept_outdated(settings):
    with Store(settings.db) as store:
        assert "renderings" in store.stages()
        store.save_marks([], {}, lambda finding, _: finding)
        assert "renderings" not in store.stages()
        derive(store, settings, Timings())
        assert "renderings" in store.stages()


def test_a_quote_marked_wrong_and_unmarked_stands_in_its_statement_again(settings):
    before = asked(settings, made=False)
    wrong = before.groups[0].quotes[-1]
    mark = Mark(
        id=wrong.id, kind="quote", article=wrong.article.id, start=9, end=9 + len(WHOLE), text=wrong.spans[0].text,
        verdict="wrong",
    )  # fmt: skip
    for marks in ([mark], []):
        save_marks(file_beside(settings.db), marks)
        with Store(settings.db) as store:
            mark_findings(store, settings)
        left = {quote.id for group in asked(settings, made=False).groups for quote in group.quotes}
        assert (wrong.id in left) == (not marks)
    assert asked(settings, made=False) == before


def test_a_quote_whose_kind_is_put_right_renders_its_statement_anew(settings):
    words = WHOLE.replace("every warehouse", "the sheds").replace("storms arrive in Oldport", "rains come")
    with Store(settings.db) as store:
        store.save([processed("f", words, "2024-10-30")])
        derive(store, settings, Timings())
    (group,) = asked(settings, made=True).groups
    other = next(one for one in group.quotes if one.article.id == "f")
    assert other.rendering == "changed"
    mark = Mark(
        id=other.id, kind="quote", article="f", start=9, end=9 + len(words), text=words,
        verdict="corrected", fields={"kind": "indirect"},
    )  # fmt: skip
    with Store(settings.db) as store:
        store.save_marks([(other.id, mark)], {}, lambda found, one: corrected(found, one, {}))
        render_statements(store, settings)
    kept = asked(settings, made=True)
    assert kept == asked(settings, made=False)
    assert {one.rendering for one in kept.groups[0].quotes if one.id == other.id} == {"paraphrased"}


def test_renderings_that_are_read_otherwise_today_are_made_anew(settings, monkeypatch):
    monkeypatch.setattr("newsclaim.stories.statements.renderings.FORM", 1_000)
    with Store(settings.db) as store:
        derive(store, settings, Timings())
        forms = store._connection.execute("SELECT DISTINCT form FROM rendering").fetchall()
    assert forms == [(1_000,)]


def test_a_database_of_an_earlier_version_is_not_called_interrupted(settings):
    with Database(settings) as base:
        base._store._connection.execute("DELETE FROM stage WHERE name = 'renderings'")
        assert not base.unresolved()
