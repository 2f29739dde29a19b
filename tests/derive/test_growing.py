"""Stories, copies, ties and statements as articles come, change and go: those that are made from scratch."""

from __future__ import annotations

import random
import re

import pytest

from newsclaim.config import Settings
from newsclaim.corpus import make_article
from newsclaim.derive import derive, grouping
from newsclaim.models import Extraction, Quote, Span
from newsclaim.store import Processed, Store
from newsclaim.stories import overlaps, ties
from newsclaim.text import stable_id
from newsclaim.timings import Timings
from samples import INFO

TABLES = ("context", "tie", "overlap", "wording", "likeness")
DAYS = ("2024-03-01", "2024-03-02", "2024-03-05", "2024-03-09", "2024-03-15", "2024-03-22", "2024-04-30", None)
OUTLETS = ("Harbour Wire", "The Ledger", "The Post", None)
NAMES = "Oldport Velmora Brackwater Halden Tomas Lind Ada Brook Jo Prell Marten Norland Osk Ulmen Risa".split()
MARKED = re.compile(r"“([^”]+)”")


def paragraphs():
    """Passages of which each is drawn again and again, some of them what somebody says."""
    draw = random.Random(7)  # noqa: S311 - made-up corpora, no secret
    for number in range(10):
        words = [f"w{draw.randrange(60)}{'abcdef'[number % 6]}" for _ in range(draw.choice((14, 34, 50)))]
        words[3:3] = draw.sample(NAMES, 2)
        told = " ".join(words)
        yield f"“{told}” {draw.choice(NAMES)} said." if number % 4 == 0 else f"{told}."


POOL = tuple(paragraphs())


def article(draw, name):
    """A title and a lead with names, passages of the pool, and now and then a credit."""
    own = " ".join(f"own{draw.randrange(400)}" for _ in range(draw.choice((0, 12, 40))))
    lead = f"The fire in {draw.choice(NAMES)} was told by {' and '.join(draw.sample(NAMES, 3))} on the quay"
    title = f"Fire in {draw.choice(NAMES)} {draw.choice(NAMES)}"
    credit = draw.choice(("", "", "", "Source: Harbour Wire"))
    parts = (title, lead, *draw.sample(POOL, draw.choice((0, 1, 1, 2, 3))), own, credit)
    text = "\n\n".join(part for part in parts if part) + "\n"
    made = make_article(text, id=name, published=draw.choice(DAYS), outlet=draw.choice(OUTLETS))
    quotes = tuple(
        Quote(
            id=stable_id("q", name, found.start()), kind="direct", rule="marks",
            spans=(Span(start=found.start(1), end=found.end(1), text=found[1]),),
        )
        for found in MARKED.finditer(made.text)
    )  # fmt: skip
    whole = Extraction(pipeline=INFO, article=made, quotes=quotes)
    return Processed(whole, f"{made.sha256} {made.published} {made.outlet}", name)


def rows(store):
    query = store._connection.execute
    found = {table: sorted(query(f"SELECT * FROM {table}").fetchall()) for table in TABLES}
    kept = query("SELECT * FROM trace WHERE stage IN ('stories', 'statements')").fetchall()
    return found | {"trace": sorted(kept)}


def from_scratch(tmp_path, articles):
    path = tmp_path / "fresh.db"
    path.unlink(missing_ok=True)
    with Store(path, create=True) as store:
        store.save(articles)
        derive(store, Settings(db=path), Timings())
        return rows(store)


@pytest.mark.parametrize("seed", range(10))
def test_every_change_gives_the_tables_of_a_fresh_make(tmp_path, monkeypatch, seed):
    draw = random.Random(seed)  # noqa: S311
    if seed % 3:  # in a corpus of a few articles none would be few enough
        monkeypatch.setattr(grouping, "_FEW", 0)
    if seed % 2:  # passages and terms that are common in some thousand articles are so in a few
        monkeypatch.setattr(overlaps, "_MOST", 5)
        monkeypatch.setattr(overlaps, "_RARE", 2)
        monkeypatch.setattr(ties, "_MOST", 5)
    kept = {name: article(draw, name) for name in (f"start{k}" for k in range(draw.randrange(30)))}
    with Store(tmp_path / "a.db", create=True) as store:
        store.save(kept.values())
        derive(store, Settings(db=tmp_path / "a.db"), Timings())
        for step in range(8):
            gone = draw.sample(sorted(kept), min(len(kept), draw.choice((0, 0, 0, 1, 2))))
            put = [*draw.sample(sorted(kept), min(len(kept), draw.choice((0, 1, 1)))), f"new{step}"]
            put = [name for name in put[: draw.choice((1, 2))] if name not in gone]
            store.delete(gone)
            kept = {name: one for name, one in kept.items() if name not in gone}
            kept |= {name: article(draw, name) for name in put}
            store.save(kept[name] for name in put)
            derive(store, Settings(db=tmp_path / "a.db"), Timings())
            assert rows(store) == from_scratch(tmp_path, kept.values())
