"""Which texts are read to hold articles against one another, and how often."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from itertools import combinations

from newsclaim.corpus import make_article
from newsclaim.derive import changes, overlapping
from newsclaim.stories.account import Account
from newsclaim.stories.imprint import imprint
from newsclaim.stories.index import index_of
from newsclaim.stories.overlaps import held_by, proposed
from newsclaim.stories.trace import packed, trace_of, traced
from newsclaim.stories.words import hashes_of

STORIES = 30


def articles():
    """Three articles of one text a day, with ids that tell nothing of the day."""
    for number in range(STORIES):
        day = dt.date(2024, 1, 1) + dt.timedelta(days=number)
        words = " ".join(f"word{number}x{n}" for n in range(60))
        for place in range(3):
            id_ = f"{(number * 7 + place * 11) % STORIES:02}-{place}"
            yield make_article(f"Day {number}\n\n{words}.", id=id_, published=day.isoformat(), outlet=f"Paper {place}")


def compared(several):
    """The index of some articles, the proposed pairs, what is found of them, and how often each text is read."""
    accounts = {one.id: Account(one) for one in several}
    index = index_of({id_: packed(trace_of(account, account.article.outlet)) for id_, account in accounts.items()})
    flags, nothing, asked = index.flags(accounts.keys()), hashes_of([]), Counter()
    pairs = proposed(index, flags, held_by(index, flags), nothing)

    def read(ids):
        asked.update(ids)
        return [accounts[id_] for id_ in ids]

    return index, pairs, list(overlapping._compared(index, pairs, read, nothing)), asked


def test_each_text_is_read_about_once_though_few_are_held(monkeypatch):
    monkeypatch.setattr(overlapping, "HELD", 6 * 60)
    monkeypatch.setattr(changes, "_AT_ONCE", 3)
    index, pairs, overlaps, asked = compared(list(articles()))
    found = {(one.a, one.b) for one in overlaps}
    assert len(index.ids) == 3 * STORIES
    assert found == {(index.ids[a], index.ids[b]) for a, b in pairs}
    assert len(found) >= 2 * STORIES
    assert max(asked.values()) == 1


class Kept:
    """A store that holds overlaps only."""

    def __init__(self):
        self.held = {}

    def overlaps(self, ids):
        return [one for one in self.held.values() if {one.a, one.b} & set(ids)]

    def replace_overlaps(self, gone, found):
        for one in gone:
            del self.held[one.a, one.b]
        self.held |= {(one.a, one.b): one for one in found}


def test_a_passage_that_becomes_common_has_no_old_pair_compared_again(monkeypatch):
    """A shingle proposes other pairs once more than six articles have it: those that stay are as they were."""
    words = " ".join(f"word{n}" for n in range(90))
    several = [
        make_article(f"Day {n}\n\n{words}.", id=f"a{n}", published=f"2024-01-{n + 1:02}", outlet=f"Paper {n}")
        for n in range(8)
    ]
    accounts = {one.id: Account(one) for one in several}
    traces = {id_: packed(trace_of(account, account.article.outlet)) for id_, account in accounts.items()}
    compared = []
    plain = overlapping._compared
    monkeypatch.setattr(
        overlapping, "_compared", lambda i, pairs, *rest: compared.append(len(pairs)) or plain(i, pairs, *rest)
    )
    store = Kept()
    before = index_of({})
    for n in range(1, 9):
        after = index_of({id_: traces[id_] for id_ in list(traces)[:n]})
        touched = overlapping.overlapping(store, before, after, {f"a{n - 1}"}, lambda ids: [accounts[i] for i in ids])
        assert len(store.held) == n * (n - 1) / 2
        assert n == 1 or touched == set(after.ids)
        before = after
    assert compared == list(range(8))


def with_one_shingle():
    """A passage of which a single shingle is kept."""
    for n in range(1000):
        passage = " ".join(f"word{n}x{k}" for k in range(36))
        trace = trace_of(Account(make_article(f"Day\n\n{passage}.", id="a", published="2024-01-01")), None)
        if len(trace.shingles) == 1:
            return passage
    raise AssertionError


def test_a_passage_that_becomes_rare_or_common_makes_and_undoes_pairs_of_articles_that_stay():
    """A single shingle proposes a pair only while at most six articles have it."""
    passage = with_one_shingle()
    several = [
        make_article(
            f"Day {n}\n\n{passage} " + " ".join(f"own{n}x{k}" for k in range(90)), id=f"a{n}",
            published=f"2024-01-{n + 1:02}", outlet=f"Paper {n}",
        )
        for n in range(7)
    ]  # fmt: skip
    accounts = {one.id: Account(one) for one in several}
    traces = {id_: packed(trace_of(account, account.article.outlet)) for id_, account in accounts.items()}
    all_, six = index_of(traces), index_of({id_: trace for id_, trace in traces.items() if id_ != "a3"})
    store = Kept()

    def moved(before, after, changed):
        overlapping.overlapping(store, before, after, changed, lambda ids: [accounts[i] for i in ids])
        return set(store.held)

    pairs = set(combinations(six.ids, 2))
    assert moved(index_of({}), six, set(six.ids)) == pairs
    assert moved(six, all_, {"a3"}) == set()
    assert moved(all_, six, {"a3"}) == pairs


def test_a_text_that_has_just_been_read_is_not_read_again():
    accounts = {one.id: Account(one) for one in articles()}
    made = {id_: traced(account, account.article.outlet) for id_, account in accounts.items()}
    after = index_of({id_: packed(trace) for id_, (trace, _) in made.items()})
    asked = []

    def read(ids):
        asked.extend(ids)
        return [accounts[id_] for id_ in ids]

    imprints = {id_: imprint(told) for id_, (_, told) in made.items() if id_ != after.ids[0]}
    store = Kept()
    overlapping.overlapping(store, index_of({}), after, set(after.ids), read, imprints)
    assert len(store.held) >= 2 * STORIES
    assert set(asked) <= {after.ids[0]}


def test_texts_that_share_with_others_far_away_are_not_read_for_each_pair(monkeypatch):
    """Passages that come again all the time: in order of publication every pair would have a text read anew."""
    monkeypatch.setattr(overlapping, "HELD", 12 * 60)
    monkeypatch.setattr(changes, "_AT_ONCE", 3)
    families = 20
    passages = [" ".join(f"word{family}x{n}" for n in range(60)) for family in range(families)]
    several = [
        make_article(
            f"Day {n}\n\n{passages[n % families]}.", id=f"a{n:03}", published=f"2024-01-{n // families + 1:02}"
        )
        for n in range(6 * families)
    ]
    _, pairs, found, asked = compared(several)
    assert len(found) == len(pairs) == families * 15
    assert asked.total() == len(several)
