"""Who an actor of a later section of a long article is."""

from __future__ import annotations

import pytest

from newsclaim.extraction.joining import Joining
from newsclaim.models import Actor, ActorMention, Alias, Extraction
from samples import INFO, article


def found(*names):
    """What a section tells: its persons by name, each with a mention."""
    text = " ".join(names)
    actors = []
    for name in names:
        start = text.index(name)
        mention = ActorMention(start=start, end=start + len(name), text=name, how="name")
        alias = Alias(text=name, rule="name", count=1)
        actors.append(Actor(id=f"a-{name}", name=name, kind="person", aliases=(alias,), mentions=(mention,)))
    return Extraction(pipeline=INFO, article=article("long", text), actors=tuple(actors))


@pytest.mark.parametrize(
    ("sections", "mentions"),
    [
        ([["Ada Brook"], ["Ada Brook"]], {"Ada Brook": 2}),
        ([["Ada Brook"], ["Brook"]], {"Ada Brook": 2}),
        # Two of the nearest section bear the name: nobody knows which of them is meant.
        ([["Ada Brook", "Bo Brook"], ["Brook"]], {"Ada Brook": 1, "Bo Brook": 1, "Brook": 1}),
        # The bearer of the nearest section that has one.
        ([["Ada Brook"], ["Bo Brook"], ["Cy Holm"], ["Brook"]], {"Ada Brook": 1, "Bo Brook": 2, "Cy Holm": 1}),
        ([["Cy Holm"], ["Brook"]], {"Cy Holm": 1, "Brook": 1}),
    ],
)
def test_a_family_name_alone_is_its_only_bearers(sections, mentions):
    joining = Joining()
    for names in sections:
        joining.add(found(*names), 0, lambda one: one)
    assert {actor.name: len(actor.mentions) for actor in joining.actors()} == mentions
