"""Statements are read as they were made: only those that are asked for, and none of an article that has changed."""

from __future__ import annotations

import pytest

from newsclaim.models.statement import Rendered, Stretch
from newsclaim.store import Processed, Store
from newsclaim.store.renderings import load_statements
from samples import extraction

FORM = 1


@pytest.fixture
def told(path):
    """A store with two statements, one over three quotes and one over two."""
    found = [extraction("a"), extraction("b")]
    (a, b), (c, d) = ([quote.id for quote in one.quotes] for one in found)
    first = {a: Rendered("identical"), c: Rendered("changed", ((3, 5), (9, 12))), d: Rendered("clipped")}
    second = {b: Rendered("identical"), d: Rendered("merged", ((1, 2),))}
    with Store(path, create=True) as store:
        store.save([Processed(one, "f", "/x") for one in found])
        actors = {actor.id: actor.model_copy(update={"mentions": ()}) for actor in found[0].actors}
        store.save_actors(list(actors.values()), {(e.article.id, a.id): a.id for e in found for a in e.actors})
        store.save_statements([first, second], FORM)
        yield store, found, [first, second]


def test_they_come_back_in_their_order_up_to_a_limit(told):
    store, _, statements = told
    assert store.statements() == (2, statements)
    assert [list(one) for one in store.statements()[1]] == [list(one) for one in statements]
    assert store.statements(1) == (2, statements[:1])
    assert store.statements(0) == (2, [])


def test_only_what_is_shown_is_read(told):
    store, _, _ = told
    seen = []
    store._connection.set_trace_callback(seen.append)
    load_statements(store._connection, 1)
    store._connection.set_trace_callback(None)
    assert len(seen) == 2
    steps = [step[3] for sql in seen for step in store._connection.execute(f"EXPLAIN QUERY PLAN {sql}")]
    assert not any(step.startswith("SCAN") for step in steps)


def test_those_of_a_speaker(told):
    store, found, statements = told
    speaker = found[0].quotes[0].speakers[0].actor
    assert found[0].quotes[1].speakers[0].actor == speaker
    assert store.statements_of([speaker]) == (2, statements)
    assert store.statements_of([speaker], 1) == (2, statements[:1])
    assert store.statements_of(["a0000000000000"]) == (0, [])


def test_what_is_known_under_a_fullest_quote_in_a_form(told):
    store, _, (first, second) = told
    heads = [next(iter(first)), next(iter(second))]
    assert store.statements_under(heads[:1], FORM) == {heads[0]: first}
    assert store.statements_under([list(first)[1]], FORM) == {}  # is no fullest one
    assert store.statements_under(heads, FORM + 1) == {}


def test_of_an_article_that_is_written_anew_nothing_is_known(told):
    store, found, (first, _) = told
    store.save([Processed(found[1], "g", "/x")])
    (head, *_) = first
    assert store.statements_under([head], FORM) == {head: {head: Rendered("identical")}}
    store.save([Processed(found[0], "g", "/x")])
    assert store.statements_under([head], FORM) == {}


def test_what_is_written_in_quotes(told):
    store, found, _ = told
    wanted = found[0].quotes[1]
    expected = tuple(Stretch(span.start, span.text) for span in wanted.spans)
    assert store.written([wanted.id]) == {wanted.id: expected}
