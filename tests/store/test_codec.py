"""Rows hold models without what can be had from elsewhere, and give them back whole."""

from __future__ import annotations

import json

import pytest

from newsclaim.errors import StoreError
from newsclaim.models import Actor, Context, NumericClaim, Quote, StoryEvent
from newsclaim.models.story import Share
from newsclaim.store.codec import build, pack, unpack, unpack_all
from samples import TEXT, extraction

FOUND = extraction()


@pytest.mark.parametrize("item", [*FOUND.quotes, *FOUND.claims, *FOUND.actors], ids=lambda item: item.id)
def test_a_row_gives_back_what_was_packed(item):
    fields = unpack(type(item), pack(item), TEXT, "it") | {"id": item.id}
    names = {actor.id: actor.name for actor in FOUND.actors}
    for mention in [*fields.get("speakers", ()), *fields.get("via", ()), *fields.get("sources", ())]:
        assert mention["name"] is None  # the actor knows it
        mention["name"] = names[mention["actor"]]
    assert build(type(item), fields, "it") == item


def test_no_text_of_the_article_stands_in_a_row():
    assert "mess" not in pack(FOUND.quotes[1])
    assert "dockers" not in pack(FOUND.claims[0])


def test_the_name_of_what_is_no_actor_is_kept():
    place = FOUND.quotes[0].speakers[0].model_copy(update={"actor": None, "name": "Oldport"})
    claim = FOUND.claims[0].model_copy(update={"whose": place})
    assert unpack(NumericClaim, pack(claim), TEXT, "it")["whose"]["name"] == "Oldport"


def test_defaults_at_the_end_take_no_room():
    plain = Actor(id="a1", name="Ada Brook", kind="person")
    assert json.loads(pack(plain)) == ["a1", "Ada Brook", "person"]


@pytest.mark.parametrize("row", ["{", "[1", '["direct", [[0]], "x"]'])
def test_another_form_is_told(row):
    with pytest.raises(StoreError, match="a quote .* ingest again"):
        build(Quote, unpack(Quote, row, TEXT, "a quote"), "a quote")


def test_many_rows_are_read_in_one_go():
    several = [
        Context(article="a", story="s1", event=StoryEvent(what="fire", from_="2024-01-02"), dateline=(3, 9)),
        Context(article="b", story="s1", shares=(Share(article="a", words=40, share=0.5),), names=("halma", "prell")),
    ]
    fields = unpack_all(Context, map(pack, several), "a context")
    assert [build(Context, one, "a context") for one in fields] == several


@pytest.mark.parametrize("row", ["[[", "7", '["a"],["b"]]'])
def test_one_of_many_rows_in_another_form_is_told(row):
    with pytest.raises(StoreError, match="a context"):
        list(unpack_all(Context, ['["a","s1"]', row], "a context"))
