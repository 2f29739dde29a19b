"""Whose something is where the owner is no actor of the article."""

from __future__ import annotations

import pytest

from newsclaim.extraction.actors import ActorFindings
from newsclaim.extraction.owners import owner
from newsclaim.models import Mention


@pytest.mark.parametrize(
    ("text", "owns"),
    [
        ("they", False),
        ("They", False),
        ("I", False),
        ("some of them", False),
        ("the WHO", True),
        ("the US", True),
        ("the mill", True),
        (" ", True),
    ],
)
def test_a_pronoun_that_stands_for_nobody_known_owns_nothing(text, owns):
    mention = Mention(start=0, end=len(text), text=text)
    assert owner(mention, ActorFindings(actors=(), roles={})) == (mention if owns else None)
