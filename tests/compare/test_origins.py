"""Who stands behind the claims of a question, however many outlets print them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from facts import fact
from newsclaim.compare.origins import origins
from newsclaim.models import Context
from newsclaim.models.fact import Party
from newsclaim.models.story import Share

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "compare" / "origins.toml").read_text("utf-8"))["case"]


def party(name):
    return Party(f"a-{name}" if name[0].isupper() else None, name)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_origins(case):
    facts, contexts = [], {}
    for n, claim in enumerate(case["claims"]):
        outlet = claim["outlet"]
        facts.append(
            fact(
                value=claim.get("value", 12),
                id=f"n{n}",
                article=outlet,
                outlet=outlet,
                published=f"2024-10-{21 + claim.get('days', 0)}",
                sources=tuple(map(party, claim.get("sources", ()))),
            )
        )
        shares = tuple(Share(article=other, words=40, share=0.3) for other in claim.get("shares", ()))
        contexts[outlet] = Context(
            article=outlet, story="s1", agency=claim.get("agency"), copy_of=claim.get("copies"), shares=shares
        )
    for order in (facts, facts[::-1]):
        found = origins(order, contexts)
        assert [[found[one.id].name, found[one.id].kind] for one in facts] == case["origins"]
        assert len({origin.id for origin in found.values()}) == case["count"]
