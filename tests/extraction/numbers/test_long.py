"""Chains without an end: numbers on numbers in one sentence cost no article."""

from __future__ import annotations

import pytest

import newsclaim

CHAINS = {
    "of a share of a share": "12% to 15% of 3,000 ",
    "men": "%d men, ",
    "debt of the unit": "$3m of the debt of the unit of the arm of ",
    "whose": "its 3% share of its ",
    "brackets": "40 (30 (20 ",
    "that day": "That day 40 left. ",
    "titles": "“Two Seas And Three Seas And ",
    "telephones": "call +46 8 796 53 00 - 12 ",
    "codes": "models 1808008, 1821332-1 and 11111-11111, ",
}


@pytest.mark.parametrize("piece", CHAINS.values(), ids=CHAINS.keys())
def test_a_chain_of_numbers_is_read(piece):
    found = newsclaim.extract(piece * (8_000 // len(piece)))
    assert all(claim.number.text in claim.text for claim in found.claims)
