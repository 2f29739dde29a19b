"""Furniture as a stage: the same in whatever order articles came, and undone when it recurs no longer."""

from __future__ import annotations

import itertools
import random

import pytest

from newsclaim.config import Settings
from newsclaim.derive import derive
from newsclaim.models import Actor, ActorMention, Extraction
from newsclaim.store import Processed, Store
from newsclaim.text import stable_id
from newsclaim.timings import Timings
from samples import INFO, article, at

FOOT = "Listen to Tomas Lind every morning."
OUTLETS = ("Harbour Wire", "Valley Tribune")


def found(n, foot=FOOT, outlet="Harbour Wire", day=None):
    own = " ".join(f"{letter}{n:c}" for letter in "abcdefghijklmnopqrst") if n > 96 else ""
    one = article(
        f"a{n}", f"Title {n}\nAda Brook opened {own} pier by pier in the town of Oldport today.\n{foot}", outlet=outlet,
        published=day or f"2024-05-{1 + n % 28:02}",
    )  # fmt: skip
    names = [name for name in ("Ada Brook", "Tomas Lind") if name in one.text]
    actors = tuple(
        Actor(
            id=stable_id("a", f"a{n}", name),
            name=name,
            kind="person",
            mentions=(at(one.text, name, ActorMention, how="name"),),
        )
        for name in names
    )
    return Extraction(pipeline=INFO, article=one, actors=actors)


def save(store, several):
    store.save([Processed(one, f"{one.article.sha256} {one.article.published}", one.article.id) for one in several])
    derive(store, Settings(), Timings())


def rows(store):
    """Everything that is told of the articles and who is in them."""
    told = {
        name: (store.extraction(name).model_dump(), [b.kind for b in store.extraction(name).article.blocks])
        for name in store.known()
    }
    return (
        told,
        sorted(a.name for a in store.actors()),
        sorted((n, basis, body) for n, basis, body in store.traces("furniture")),
    )


@pytest.fixture
def opened(tmp_path):
    numbers = itertools.count()
    return lambda: Store(tmp_path / f"{next(numbers)}.db", create=True)


def names(store, article):
    return [actor.name for actor in store.extraction(article).actors]


def test_the_third_day_silences_all_three(opened):
    with opened() as store:
        save(store, [found(97), found(98)])
        assert names(store, "a97") == ["Ada Brook", "Tomas Lind"]
        save(store, [found(99)])
        assert [names(store, f"a{n}") for n in (97, 98, 99)] == [["Ada Brook"]] * 3
        assert [b.kind for b in store.extraction("a97").article.blocks] == ["title", "body", "boilerplate"]


def test_what_recurs_no_longer_comes_back(opened):
    with opened() as store:
        save(store, [found(97), found(98), found(99)])
        store.delete(["a98"])
        derive(store, Settings(), Timings())
        assert names(store, "a97") == ["Ada Brook", "Tomas Lind"]
        assert list(store.traces("furniture-whole")) == []


def test_a_changed_article_is_read_as_it_is_now(opened):
    with opened() as store:
        save(store, [found(97), found(98), found(99), found(100)])
        save(store, [found(99, foot="Tomas Lind has resigned.")])
        assert names(store, "a99") == ["Ada Brook", "Tomas Lind"]
        assert names(store, "a100") == ["Ada Brook"]


@pytest.mark.parametrize("seed", range(6))
def test_step_by_step_is_the_same_as_at_once(opened, seed):
    draw = random.Random(seed)  # noqa: S311 - no secret
    stored = {}
    with opened() as grown:
        for _ in range(12):
            n = draw.randrange(97, 105)
            if n in stored and draw.random() < 0.4:
                grown.delete([f"a{n}"])
                del stored[n]
                derive(grown, Settings(), Timings())
                continue
            stored[n] = found(n, draw.choice([FOOT, FOOT, "Tomas Lind has resigned."]), draw.choice(OUTLETS))
            save(grown, [stored[n]])
        step_by_step = rows(grown)
    with opened() as fresh:
        save(fresh, draw.sample(list(stored.values()), len(stored)))
        assert rows(fresh) == step_by_step
