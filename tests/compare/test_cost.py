"""What a comparison takes, in steps: it grows with the claims, not with their pairs."""

from __future__ import annotations

import gc
from types import SimpleNamespace

import pytest

from facts import context, fact
from newsclaim.compare import compare, evidence, questions
from newsclaim.config import Topic

TOPIC = Topic(classes=("people-killed",))
_STORIES, _ARTICLES = 40, 5


def corpus(stories):
    """Stories of five articles that tell three numbers each, in the same days."""
    facts = [
        fact(value, article=f"{story}-{article}", counted=kind, position=place, published=f"2024-10-{21 + article}")
        for story in range(stories)
        for article in range(_ARTICLES)
        for place, (value, kind) in enumerate(((12 + article, "person"), (40, "child"), (7, "soldier")))
    ]
    contexts = {f.article: context(f.article, f.article.split("-")[0], what="fire", place="Oldport") for f in facts}
    return facts, contexts


def weighed(stories, monkeypatch):
    """How many sets of claims are held against one another."""
    pairs = []
    plain = questions.weight
    with monkeypatch.context() as patch:
        patch.setattr(questions, "weight", lambda *given, **how: (pairs.append(1), plain(*given, **how))[1])
        compare(*corpus(stories)[:1], TOPIC, corpus(stories)[1])
    return len(pairs)


def test_twice_the_stories_are_twice_the_work(monkeypatch):
    assert weighed(2 * _STORIES, monkeypatch) < 2.5 * weighed(_STORIES, monkeypatch)


@pytest.mark.parametrize("active", [True, False])
def test_cycles_are_looked_for_again_after_a_comparison_as_before(active):
    facts, contexts = corpus(1)
    seen = []

    def read():
        seen.append(gc.isenabled())
        yield from facts
        raise OSError("gone")

    (gc.enable if active else gc.disable)()
    try:
        with pytest.raises(OSError, match="gone"):
            compare(read(), TOPIC, contexts)
        assert seen == [False]
        assert gc.isenabled() is active
    finally:
        gc.enable()


class Sum(float):
    """A sum of money that counts how often it is held against another number."""

    times = 0

    def __lt__(self, other):
        Sum.times += 1
        return float(self) < other

    def __ge__(self, other):
        Sum.times += 1
        return float(self) >= other

    __hash__ = float.__hash__


@pytest.mark.parametrize("large", [(), (38e6,)])
def test_small_numbers_are_not_held_against_one_another(large):
    Sum.times = 0
    sets = [
        {Sum(n + odd) for n in range(1, 98, 2)} | {Sum(n + shift) for n in large} for odd, shift in ((0, 0), (1, 2e5))
    ]
    one, other = (SimpleNamespace(facts=[fact(unit="USD")], numbers=numbers) for numbers in sets)
    assert evidence._rounded(one, other) == bool(large)
    assert Sum.times <= 3 * sum(map(len, sets))
