"""Which stories go on with one another."""

from __future__ import annotations

import tomllib
from pathlib import Path
from random import Random

import pytest

from facts import context, told
from newsclaim.compare import compare
from newsclaim.compare.sagas import around, one_story
from newsclaim.models.story import Named
from newsclaim.models.topic import Topic

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "compare" / "sagas.toml").read_text("utf-8"))["case"]


def contexts(case):
    return {
        story["id"]: context(
            story["id"],
            story["id"],
            to=story.get("day"),
            from_=story.get("day"),
            country=story.get("country"),
            what=story.get("what"),
        ).model_copy(update={"names": tuple(story["names"])})
        for story in case["stories"]
    }


def claims(case):
    dated = [story for story in case["stories"] if "dates" in story]
    counted = [told({"value": s["counts"], "article": s["id"]}) for s in case["stories"] if "counts" in s]
    return counted + [told({"value": 9, "article": s["id"], "when": ["as_of", s["dates"], s["dates"]]}) for s in dated]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_stories_that_go_on(case):
    found = one_story(contexts(case), claims(case))
    assert {article: told.story for article, told in found.items()} == {
        story: together[0] for together in case["together"] for story in together
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_order_does_not_matter(case):
    forth = contexts(case)
    assert one_story(dict(reversed(forth.items())), claims(case)) == one_story(forth, claims(case))


def test_a_toll_that_is_told_weeks_later_is_an_update():
    counts = [
        told({"value": 34, "article": "s1", "published": "2025-03-04"}),
        told({"value": 187, "article": "s2", "published": "2025-04-02"}),
    ]
    (answer,) = compare(counts, Topic(classes=("people-killed",)), contexts(CASES[0])).answers
    assert answer.verdict == "update"


@pytest.mark.parametrize("seed", range(40))
def test_what_is_around_some_stories_tells_with_which_others_they_go_on(seed):
    draw = Random(seed)  # noqa: S311 - made-up stories
    words = [f"name {n}" for n in range(draw.choice((30, 60, 120)))] + ["everybody"]
    every = {
        f"a{n}": context(f"a{n}", f"s{n // 2}", to=f"2025-03-{draw.randrange(1, 29):02}").model_copy(
            update={"names": (*draw.sample(words, draw.randrange(5)), "everybody")}
        )
        for n in range(80)
    }
    own = set(draw.sample(sorted(every), 3))
    held = {article: one for article, one in every.items() if one.story in {every[name].story for name in own}}
    told = {article: Named(one.story, one.names) for article, one in every.items()}
    near = around(own, held, told)
    whole, part = one_story(every), one_story({article: every[article] for article in near})
    assert held.keys() <= near <= every.keys()
    for article in own:
        beside = {other for other, one in whole.items() if one.story == whole[article].story}
        assert {other for other, one in part.items() if one.story == part[article].story} == beside
        assert whole[article].story == part[article].story
