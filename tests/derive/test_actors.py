"""Actors that are kept as articles come, change and go are those that are made from scratch."""

from __future__ import annotations

import random

import pytest

from newsclaim.config import Corrections, Settings
from newsclaim.derive import actors as stage
from newsclaim.derive import derive
from newsclaim.marks.file import file_beside, save_marks
from newsclaim.models import Actor, Alias, Article, Cue, Extraction, Mention, PipelineInfo, Quote, Role, Span
from newsclaim.models.mark import Mark
from newsclaim.store import Processed, Store
from newsclaim.store import marks as marks_of_store
from newsclaim.text import sha256, stable_id
from newsclaim.timings import Timings

PERSONS = """Ada Holm|Bo Holm|A. Holm|Holm|CNN Holm|Ada B. Holm|Ada C. D. Holm|Jordan|Jordan Ek|Ek|Carl Ek|Carl B. Ek|Kim
|Kim Ha-neul|Kim Ha Neul|Ha-neul Kim|Lee Ken|Ken Lee|Sergei Malenkov|Sergey Malenkov|Malenkov|Malenkoff|Bob Tanberg|Robert Tanberg
|Tanberg|John|Seth John|Jana Tanberg-Ek|Mohammed bin Salem|bin Salem|Salem|witness|the coach|HPI|Joseph B. Brandt Jr.|Joe Brandt
|Brandt|Holm Brandt|Nagy Janos|Janos Nagy"""
BODIES = """Halden Peace Institute|HPI|Holmen Paper Industry|Green Party|Norwegian Green Party|Danish Green Party|Parliament|EU
|Norwegian Parliament|Health Ministry|Gaza health ministry|Ministry of Health|Lebanese health ministry|UN|United Nations|Jordan
|Kim|Foreign Ministry|Swedish Foreign Ministry|Wisconsin|the board|Bank of Halden|BH|Army|Israeli army|Ada Holm|protesters"""
GOVERNMENTS = {
    "Norway": "NO", "Sweden": "SE", "Jordan": "JO", "Israel": "IL", "Holm administration": None,
    "the Tanberg administration": None, "Norland": None,
}  # fmt: skip
PHRASES = "the statement|witness|Norwegian residents|residents|Kim|the Holm family|report"
OFFICES = (("Prime Minister", "NO"), ("president", "SE"), ("coach", None), ("mayor", "NO"))
NAMES = {
    "person": PERSONS.replace("\n", "").split("|"),
    "organisation": BODIES.replace("\n", "").split("|"),
    "media": ["Halden Post", "HPI", "the Post"],
    "government": list(GOVERNMENTS),
    "group": PHRASES.split("|"),
    "document": PHRASES.split("|"),
}
CORRECTIONS = Corrections(
    same=(("Ada Holm", "Tanberg"), ("Tanberg", "Norway")),
    different=(("Kim Ha-neul", "Kim Ha Neul"),),
    names={"Ek": "John", "Holm": "Ada Holm", "Norway": "Ek", "residents": "People"},
    kinds={"HPI": "group"},
    ignore=("witness",),
)
TABLES = ("actor", "name", "member", "kin", "kin_key", "bereft", "trace")


ALWAYS, NEVER = 1 << 30, 0


def make(store, settings, monkeypatch, anew):
    """Make all actors anew, or never: in a corpus of a few articles none would be few enough."""
    monkeypatch.setattr(stage, "_FEW", anew)
    return derive(store, settings, Timings())


def actor(draw, number):
    kind = draw.choices(list(NAMES), [10, 7, 1, 3, 2, 1])[0]
    name = draw.choice(NAMES[kind])
    phrase = kind in ("group", "document") or name in ("witness", "the coach")
    aliases = [Alias(text=name, rule="noun-phrase" if phrase else "name", count=draw.randrange(1, 4))]
    if draw.random() < 0.3:
        other = draw.choice(NAMES["person"] + NAMES["organisation"])
        aliases.append(Alias(text=other, rule="initials", count=1))
    offices = draw.sample(OFFICES, draw.choice((0, 0, 1, 2))) if kind == "person" else ()
    return Actor(
        id=stable_id("a", number),
        name=name,
        kind=kind,
        country=GOVERNMENTS[name] if kind == "government" else draw.choice((None, None, "NO", "SE", "LB")),
        roles=tuple(Role(title=title, country=code, start=0, end=1) for title, code in offices),
        aliases=tuple(aliases),
    )


def article(draw, name):
    """An article with actors and a quote of each of some."""
    text = f"She said so in {draw.random()}."
    found = tuple(actor(draw, number) for number in range(draw.randrange(1, 6)))
    words = Span(start=0, end=8, text=text[:8])
    spoken = tuple(
        Quote(
            id=stable_id("q", name, one.id), kind="indirect", spans=(words,), rule="made-up",
            cue=Cue(start=4, end=8, text="said", lemma="say", stance="says"),
            speakers=(Mention(start=0, end=3, text="She", actor=one.id, name=one.name, how="pronoun"),),
        )
        for one in found[::2]
    )  # fmt: skip
    made = Article(
        id=name, title=None, published=draw.choice((None, "2024-05-01", "2024-05-02", "2023-01-01")),
        text=text, sha256=sha256(text), blocks=(),
    )  # fmt: skip
    whole = Extraction(
        pipeline=PipelineInfo(version="0", model="m"), article=made, quotes=spoken, claims=(), actors=found
    )
    return Processed(whole, sha256(text + (made.published or "")), f"/{name}")


def rows(store):
    query = store._connection.execute
    found = {table: sorted(query(f"SELECT * FROM {table}").fetchall()) for table in TABLES}
    return found | {"trace": [row for row in found["trace"] if row[1] == "actors"]}


def from_scratch(tmp_path, articles, settings, monkeypatch):
    path = tmp_path / "fresh.db"
    path.unlink(missing_ok=True)
    with Store(path, create=True) as store:
        store.save(articles)
        make(store, settings, monkeypatch, ALWAYS)
        return rows(store)


def test_without_marks_nothing_is_counted_again(tmp_path, monkeypatch):
    def counted(*_):
        pytest.fail("all actors are counted again")

    monkeypatch.setattr(marks_of_store, "recount", counted)
    with Store(tmp_path / "a.db", create=True) as store:
        store.save([article(random.Random(1), "a")])  # noqa: S311
        make(store, Settings(db=tmp_path / "a.db"), monkeypatch, NEVER)


def test_whom_only_a_mark_names_is_placed_anew(tmp_path, monkeypatch):
    draw = random.Random(1)  # noqa: S311
    settings = Settings(db=tmp_path / "a.db")
    kept = {name: article(draw, name) for name in (f"start{k}" for k in range(9))}
    marks = [
        Mark(
            id=one.extraction.quotes[0].id, kind="quote", article=name, start=0, end=8, text="She said",
            verdict="corrected", wrong=("speaker",), fields={"speaker": draw.choice(NAMES["person"])},
        )
        for name, one in kept.items()
    ]  # fmt: skip
    save_marks(file_beside(settings.db), marks)
    with Store(settings.db, create=True) as store:
        store.save(kept.values())
        make(store, settings, monkeypatch, ALWAYS)
        placed = len(rows(store)["member"])
        assert placed > sum(len(one.extraction.actors) for one in kept.values())
        for step in range(9):
            store.delete([f"start{step}"])
            del kept[f"start{step}"]
            kept[f"new{step}"] = article(draw, f"new{step}")
            store.save([kept[f"new{step}"]])
            make(store, settings, monkeypatch, NEVER)
            assert rows(store) == from_scratch(tmp_path, kept.values(), settings, monkeypatch)


@pytest.mark.parametrize("corrections", [Corrections(), CORRECTIONS], ids=["plain", "corrected"])
@pytest.mark.parametrize("seed", range(12))
def test_every_change_gives_the_tables_of_a_fresh_make(tmp_path, monkeypatch, seed, corrections):
    draw = random.Random(seed)  # noqa: S311 - made-up corpora, no secret
    settings = Settings(db=tmp_path / "a.db", actors=corrections)
    kept = {name: article(draw, name) for name in (f"start{k}" for k in range(draw.randrange(12)))}
    with Store(settings.db, create=True) as store:
        store.save(kept.values())
        make(store, settings, monkeypatch, ALWAYS)
        for step in range(8):
            gone = draw.sample(sorted(kept), min(len(kept), draw.choice((0, 0, 1, 2))))
            put = (
                draw.sample(sorted(kept), min(len(kept), draw.choice((0, 1, 1)))) + [f"new{step}"][: draw.randrange(2)]
            )
            store.delete(gone)
            kept = {name: one for name, one in kept.items() if name not in gone}
            kept |= {name: article(draw, name) for name in put if name not in gone}
            store.save(kept[name] for name in put if name not in gone)
            make(store, settings, monkeypatch, NEVER)
            assert rows(store) == from_scratch(tmp_path, kept.values(), settings, monkeypatch)


@pytest.mark.parametrize("corrections", [Corrections(), CORRECTIONS], ids=["plain", "corrected"])
@pytest.mark.parametrize("seed", range(4))
def test_portions_of_any_size_give_the_same_tables_and_notes(tmp_path, monkeypatch, seed, corrections):
    draw = random.Random(seed)  # noqa: S311
    articles = [article(draw, f"a{k}") for k in range(60)]
    settings = Settings(db=tmp_path / "a.db", actors=corrections)
    found = []
    for together in (1, 7, 1 << 30):
        monkeypatch.setattr(stage, "_TOGETHER", together)
        settings.db.unlink(missing_ok=True)
        with Store(settings.db, create=True) as store:
            store.save(articles)
            notes = make(store, settings, monkeypatch, ALWAYS)
            found.append((notes, rows(store)))
    assert len(found[0][0]) > 1
    assert found[0] == found[2]
    assert found[1] == found[2]


def test_notes_tell_once_what_several_portions_have_in_common(tmp_path, monkeypatch):
    monkeypatch.setattr(stage, "_TOGETHER", 1)
    settings = Settings(db=tmp_path / "a.db", actors=Corrections(ignore=("nobody of that name",)))
    draw = random.Random(3)  # noqa: S311
    with Store(settings.db, create=True) as store:
        store.save(article(draw, f"a{k}") for k in range(30))
        notes = make(store, settings, monkeypatch, ALWAYS)
    assert sum("nobody of that name" in note for note in notes) == 1
    assert sum("more of this sort" in note for note in notes) <= 2
