"""An article without some of its blocks."""

from __future__ import annotations

import pytest

from newsclaim.furniture.without import without
from samples import at, extraction


@pytest.fixture
def found():
    """With the union in the last block only."""
    whole = extraction()
    return whole.model_copy(update={"quotes": tuple(q.model_copy(update={"via": ()}) for q in whole.quotes)})


def block_of(found, piece):
    start = found.article.text.index(piece)
    return next(n for n, block in enumerate(found.article.blocks) if block.start <= start < block.end)


def test_nothing_is_left_of_a_block_but_its_text(found):
    number = block_of(found, "Up to 500 more")
    less = without(found, [number])
    assert less.article.text == found.article.text
    assert [b.kind for b in less.article.blocks] == ["title", "body", "boilerplate"]
    first = less.article.blocks[number].start
    assert [c.id for c in less.claims] == [c.id for c in found.claims if c.start < first]
    assert [q.id for q in less.quotes] == [q.id for q in found.quotes if q.spans[0].start < first]
    assert [a.name for a in less.actors] == ["Ada Brook"]


def test_links_to_what_is_gone_go_too(found):
    outer, inner = found.claims
    linked = found.model_copy(update={"claims": (outer.model_copy(update={"part_of": inner.id}), inner)})
    assert without(linked, [block_of(found, "Up to 500 more")]).claims[0].part_of is None
    assert without(linked, []).claims[0].part_of == inner.id


def test_who_relays_elsewhere_stays(found):
    quote = extraction().quotes[1]
    less = without(found.model_copy(update={"quotes": (quote,)}), [block_of(found, "Up to 500 more")])
    assert quote.via[0].name == "the union"
    assert sorted(a.name for a in less.actors) == ["Ada Brook", "the union"]


def test_a_quote_that_begins_outside_stays(found):
    quote = found.quotes[0]
    wide = quote.model_copy(update={"spans": (*quote.spans, at(found.article.text, "Up to 500 more"))})
    less = without(found.model_copy(update={"quotes": (wide,)}), [block_of(found, "Up to 500 more")])
    assert less.quotes == (wide,)
