"""Quotes whose wording stands elsewhere too, as statements are grouped from them."""

from __future__ import annotations

from newsclaim.models.statement import Likeness
from newsclaim.store import Filter, Processed, Store
from newsclaim.text import number_of
from samples import extraction


def credited(store):
    """Whom the quotes are credited to that are told again, as they are read."""
    seen = []
    store._connection.set_trace_callback(seen.append)
    store.sayings(Filter())
    store._connection.set_trace_callback(None)
    (query,) = (sql for sql in seen if sql.startswith("SELECT credit.owner"))
    plan = store._connection.execute(f"EXPLAIN QUERY PLAN {query}").fetchall()
    assert not any("SCAN credit" in step[3] for step in plan)
    return dict(store._connection.execute(query).fetchall())


def test_sayings_are_the_quotes_told_again_by_date_with_who_says_them(path):
    found = [extraction("b", published=None), extraction("a", outlet="The Post", published="2023-01-05T08:00")]
    (first, second), (third, fourth) = ([quote.id for quote in one.quotes] for one in found)
    with Store(path, create=True) as store:
        store.save([Processed(one, "f", "/x") for one in found])
        actors = {actor.id: actor.model_copy(update={"mentions": ()}) for actor in found[0].actors}
        store.save_actors(list(actors.values()), {(e.article.id, a.id): a.id for e in found for a in e.actors})
        wordings = ((first, 7), (third, 7), (second, 8), (fourth, 9))
        store.save_wordings((number_of(quote), form, 12.0) for quote, form in wordings)
        said = store.sayings(Filter())
        assert [(one.id, one.form, one.published) for one in said] == [(third, 7, "2023-01-05"), (first, 7, None)]
        assert {one.speakers for one in said} == {(found[0].quotes[0].speakers[0].actor,)}
        assert [one.id for one in store.sayings(Filter(outlets=("The Post",)))] == [third]
        assert set(credited(store)) == {number_of(first), number_of(third)}  # of nobody else it is read
        store.replace_likenesses({8}, [Likeness(8, 9, 12.0, 1.0, 1.0)])
        assert {one.id for one in store.sayings(Filter())} == {first, second, third, fourth}
        assert store.likenesses() == [Likeness(8, 9, 12.0, 1.0, 1.0, apart=False)]
